package fieldloom.payload.xml;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The prefixes that a document is written with, and which of them it has declared. */
final class XmlPrefixes {
  private final Map<String, String> byUri = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Set<String> declared = new HashSet<>();
  private final Map<String, String> wanted = new LinkedHashMap<>();

  XmlPrefixes(XmlNames names) {
    byUri.put(XmlNames.XML, "xml");
    declared.add("xml");
    names
        .given()
        .forEach(
            (prefix, uri) -> {
              taken.add(prefix);
              if (!prefix.isEmpty()) {
                byUri.putIfAbsent(uri, prefix);
              }
            });
  }

  /**
   * The prefix of a namespace, which is wanted where it is not declared yet.
   *
   * @param liked the prefix to take where options give none, if it is free
   */
  String of(String uri, String liked) {
    String prefix = byUri.get(uri);
    if (prefix == null) {
      prefix = free(uri.equals(XmlNames.XSI) ? "xsi" : liked);
      taken.add(prefix);
      byUri.put(uri, prefix);
    }
    if (!declared.contains(prefix)) {
      wanted.put(prefix, uri);
    }
    return prefix;
  }

  private String free(String liked) {
    String prefix = liked;
    for (int i = 1; prefix.isEmpty() || prefix.startsWith("xml") || taken.contains(prefix); i++) {
      prefix = "ns" + i;
    }
    return prefix;
  }

  /** The namespaces that are used and not declared, by prefix; they are wanted no more. */
  Map<String, String> takeWanted() {
    Map<String, String> all = new LinkedHashMap<>(wanted);
    wanted.clear();
    return all;
  }

  boolean wantsAny() {
    return !wanted.isEmpty();
  }

  /** Takes note that prefixes are declared for the rest of the document. */
  void declared(List<String> prefixes) {
    declared.addAll(prefixes);
  }

  /** A declaration as it stands in a start tag. */
  static String declaration(String prefix, String uri) {
    return " xmlns"
        + (prefix.isEmpty() ? "" : ":" + prefix)
        + "=\""
        + uri.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;")
        + "\"";
  }
}
