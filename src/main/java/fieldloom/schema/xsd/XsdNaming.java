package fieldloom.schema.xsd;

import fieldloom.payload.xml.XmlNames;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Prefixes of namespaces: those of the options, else those of the schema's author, else numbers.
 */
final class XsdNaming {
  private final XmlNames names;
  private final Map<String, String> liked = new HashMap<>();

  XsdNaming(XmlNames names, Map<String, String> authors) {
    this.names = names;
    Set<String> taken = new HashSet<>();
    authors.forEach(
        (uri, prefix) -> {
          if (names.uri(prefix) == null && taken.add(prefix)) {
            liked.put(uri, prefix);
          }
        });
    liked.put(XmlNames.XML, "xml");
    liked.put(XmlNames.XSI, "xsi");
  }

  /** The prefix that the author has; "" where none is known. */
  String prefix(String uri) {
    return liked.getOrDefault(uri, "");
  }

  /** A name with its prefix; without one where it is in no namespace. */
  String qualified(String uri, String local) {
    if (uri.isEmpty()) {
      return local;
    }
    @Nullable String prefix = names.prefix(uri);
    if (prefix == null) {
      prefix = liked.computeIfAbsent(uri, key -> "ns" + (liked.size() - 1));
    }
    return prefix.isEmpty() ? local : prefix + ":" + local;
  }
}
