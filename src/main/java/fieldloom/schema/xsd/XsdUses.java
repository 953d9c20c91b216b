package fieldloom.schema.xsd;

import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** Finds the names that an element of a schema takes from elsewhere. */
final class XsdUses {
  private XsdUses() {}

  /**
   * Notes them.
   *
   * @param within the element before it: what an extension or restriction is of
   */
  static void note(
      String local, String within, Attributes attributes, XMLStreamReader2 cursor, XsdStubs stubs) {
    switch (local) {
      case "element" -> {
        use(attributes.getValue("type"), XsdStubs.Kind.TYPE, cursor, stubs);
        use(attributes.getValue("ref"), XsdStubs.Kind.ELEMENT, cursor, stubs);
        use(attributes.getValue("substitutionGroup"), XsdStubs.Kind.ELEMENT, cursor, stubs);
      }
      case "attribute" -> {
        use(attributes.getValue("type"), XsdStubs.Kind.SIMPLE_TYPE, cursor, stubs);
        use(attributes.getValue("ref"), XsdStubs.Kind.ATTRIBUTE, cursor, stubs);
      }
      case "group" -> use(attributes.getValue("ref"), XsdStubs.Kind.GROUP, cursor, stubs);
      case "attributeGroup" ->
          use(attributes.getValue("ref"), XsdStubs.Kind.ATTRIBUTE_GROUP, cursor, stubs);
      case "list" -> use(attributes.getValue("itemType"), XsdStubs.Kind.SIMPLE_TYPE, cursor, stubs);
      case "union" -> {
        String members = attributes.getValue("memberTypes");
        if (members != null) {
          for (String member : members.strip().split("\\s+")) {
            use(member, XsdStubs.Kind.SIMPLE_TYPE, cursor, stubs);
          }
        }
      }
      case "extension", "restriction" ->
          use(attributes.getValue("base"), based(within), cursor, stubs);
      default -> {
        // Takes nothing from elsewhere.
      }
    }
  }

  private static XsdStubs.Kind based(String within) {
    return switch (within) {
      case "simpleContent" -> XsdStubs.Kind.SIMPLE_CONTENT;
      case "complexContent" -> XsdStubs.Kind.TYPE;
      default -> XsdStubs.Kind.SIMPLE_TYPE;
    };
  }

  private static void use(
      @Nullable String name, XsdStubs.Kind kind, XMLStreamReader2 cursor, XsdStubs stubs) {
    if (name == null) {
      return;
    }
    String plain = name.strip();
    int colon = plain.indexOf(':');
    String uri = cursor.getNamespaceURI(colon < 0 ? "" : plain.substring(0, colon));
    if (uri != null && !uri.isEmpty() && !uri.equals(XsdDocument.XSD)) {
      stubs.used(uri, plain.substring(colon + 1), kind);
    }
  }
}
