package fieldloom.payload.xml;

import com.ctc.wstx.io.WstxInputData;
import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.payload.FormatException;
import fieldloom.payload.text.Options;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The prefixes that the option {@code namespaces} gives to namespaces. The prefix "" is what names
 * without one are in.
 */
public final class XmlNames {
  /** The namespace of {@code xml:lang} and its like, whose prefix is always {@code xml}. */
  public static final String XML = "http://www.w3.org/XML/1998/namespace";

  /** The namespace of {@code xsi:nil} and its like. */
  public static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

  private final Map<String, String> uris = new LinkedHashMap<>();
  private final Map<String, String> prefixes = new LinkedHashMap<>();

  private XmlNames() {
    prefixes.put(XML, "xml");
    uris.put("xml", XML);
  }

  /**
   * Reads the option.
   *
   * @param owner name of the source or target, for messages
   * @throws FormatException where it is no object of prefixes and namespaces
   */
  public static XmlNames of(String owner, @Nullable JsonNode given) throws FormatException {
    Options options = new Options(owner, given);
    XmlNames names = new XmlNames();
    JsonNode node = options.node("namespaces");
    if (node == null) {
      return names;
    }
    if (!node.isObject()) {
      throw options.wrong("namespaces", node, "an object with a namespace for each prefix");
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String prefix = entry.getKey();
      String uri = entry.getValue().textValue();
      boolean good = prefix.isEmpty() || isName(prefix) && !prefix.startsWith("xml");
      if (uri == null || uri.isEmpty() || !good && !XML.equals(uri)) {
        throw options.wrong(
            "namespaces",
            node,
            "an object of prefixes, which are names that do not start with xml, and namespaces");
      }
      names.uris.put(prefix, uri);
      names.prefixes.putIfAbsent(uri, prefix);
    }
    return names;
  }

  /** The prefix of a namespace; null where none is given. */
  public @Nullable String prefix(String uri) {
    return prefixes.get(uri);
  }

  /** The namespace of a prefix; null where none is given. */
  public @Nullable String uri(String prefix) {
    return uris.get(prefix);
  }

  /** All prefixes that the option gives, with their namespaces. */
  Map<String, String> given() {
    Map<String, String> given = new LinkedHashMap<>(uris);
    given.remove("xml");
    return given;
  }

  /** Whether a text can be the name of an element or attribute, without prefix. */
  public static boolean isName(String text) {
    return !text.isEmpty()
        && text.indexOf(':') < 0
        && WstxInputData.findIllegalNameChar(text, true, false) < 0;
  }
}
