package fieldloom.schema.xsd;

import com.sun.xml.xsom.XSComplexType;
import com.sun.xml.xsom.XSType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for namespaces that are imported without saying from where and that no file has: what
 * is taken from them may be anything.
 */
final class XsdStubs {
  private static final String NOTE =
      "<xs:annotation><xs:documentation>Anything: the file of its namespace is not given"
          + "</xs:documentation></xs:annotation>";
  private static final String OPEN =
      "<xs:sequence><xs:any minOccurs=\"0\" maxOccurs=\"unbounded\" processContents=\"lax\"/>"
          + "</xs:sequence>";

  /** What the parser knows a stand-in by. */
  static final String ID = "stub:/";

  private final Set<String> imported = new LinkedHashSet<>();
  private final Set<String> present = new LinkedHashSet<>();
  private final Map<String, Map<String, Kind>> names = new LinkedHashMap<>();

  /** What a name is used as; of two kinds the later one of this list is right for both. */
  enum Kind {
    ELEMENT,
    ATTRIBUTE,
    GROUP,
    ATTRIBUTE_GROUP,
    TYPE,
    SIMPLE_CONTENT,
    SIMPLE_TYPE
  }

  /** Whether a type is made of one that something stands in for. */
  static boolean isBaseOf(XSComplexType type) {
    XSType base = type.getBaseType();
    while (base != null && base.isComplexType() && base != base.getBaseType()) {
      if (base.getLocator() != null && ID.equals(base.getLocator().getSystemId())) {
        return true;
      }
      base = base.getBaseType();
    }
    return false;
  }

  /** Takes note of a namespace that is imported without a file. */
  void imported(String uri) {
    imported.add(uri);
  }

  /** Takes note of a namespace that a file has. */
  void present(String uri) {
    present.add(uri);
  }

  /** Takes note that something of a namespace is used. */
  void used(String uri, String name, Kind kind) {
    String group =
        switch (kind) {
          case TYPE, SIMPLE_CONTENT, SIMPLE_TYPE -> "type ";
          case ELEMENT, ATTRIBUTE, GROUP, ATTRIBUTE_GROUP -> kind + " ";
        };
    names
        .computeIfAbsent(uri, key -> new TreeMap<>())
        .merge(group + name, kind, (a, b) -> a.compareTo(b) > 0 ? a : b);
  }

  /** The next stand-in; null where there are no more. */
  @Nullable String next() {
    for (String uri : imported) {
      Map<String, Kind> used = names.remove(uri);
      if (used != null && !present.contains(uri)) {
        return schema(uri, used);
      }
    }
    return null;
  }

  private static String schema(String uri, Map<String, Kind> used) {
    StringBuilder text = new StringBuilder();
    text.append("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" targetNamespace=\"");
    text.append(uri.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;"));
    text.append("\">");
    used.forEach(
        (key, kind) -> text.append(declaration(key.substring(key.indexOf(' ') + 1), kind)));
    return text.append("</xs:schema>").toString();
  }

  private static String declaration(String name, Kind kind) {
    String named = " name=\"" + name + "\">" + NOTE;
    return switch (kind) {
      case ELEMENT -> "<xs:element" + named + "</xs:element>";
      case ATTRIBUTE -> "<xs:attribute" + named + "</xs:attribute>";
      case GROUP -> "<xs:group" + named + OPEN + "</xs:group>";
      case ATTRIBUTE_GROUP ->
          "<xs:attributeGroup" + named + "<xs:anyAttribute/></xs:attributeGroup>";
      case TYPE ->
          "<xs:complexType mixed=\"true\"" + named + OPEN + "<xs:anyAttribute/></xs:complexType>";
      case SIMPLE_CONTENT ->
          "<xs:complexType"
              + named
              + "<xs:simpleContent><xs:extension base=\"xs:string\"><xs:anyAttribute/>"
              + "</xs:extension></xs:simpleContent></xs:complexType>";
      case SIMPLE_TYPE ->
          "<xs:simpleType" + named + "<xs:restriction base=\"xs:string\"/></xs:simpleType>";
    };
  }
}
