package fieldloom.schema.xsd;

import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * One file on its way to the parser: references to other files become their numbers, imports are
 * put off, and what could lead round in circles is noted.
 */
final class XsdDocument extends XMLFilterImpl {
  static final String XSD = XMLConstants.W3C_XML_SCHEMA_NS_URI;

  private static final int MAX_DEPTH = 1_000;
  private static final int MAX_DIGITS = 1_000;

  /** The facets whose values are computed with. */
  private static final Set<String> BOUNDS =
      Set.of(
          "minInclusive",
          "minExclusive",
          "maxInclusive",
          "maxExclusive",
          "totalDigits",
          "fractionDigits",
          "length",
          "minLength",
          "maxLength");

  private final XsdFiles files;
  private final XsdFiles.Known known;
  private final XMLStreamReader2 cursor;
  private String within = "";

  XsdDocument(
      XsdFiles files, XsdFiles.Known known, XMLStreamReader2 cursor, ContentHandler handler) {
    this.files = files;
    this.known = known;
    this.cursor = cursor;
    setContentHandler(handler);
  }

  @Override
  public void startPrefixMapping(String prefix, String uri) throws SAXException {
    if (!uri.equals(XSD)) {
      files.prefix(prefix, uri);
    }
    super.startPrefixMapping(prefix, uri);
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes)
      throws SAXException {
    int depth = cursor.getDepth();
    if (depth == 1 && !(uri.equals(XSD) && local.equals("schema"))) {
      throw files.noSchema(known, local);
    }
    if (depth > MAX_DEPTH) {
      throw files.refuse(known, "has more than 1,000 levels of elements at " + place());
    }
    Attributes given = attributes;
    if (uri.equals(XSD)) {
      checkNumbers(local, attributes);
      if (depth == 1) {
        String own = attributes.getValue("targetNamespace");
        files.stubs().present(own == null ? "" : own);
      } else if (depth == 2) {
        given = referring(local, attributes);
      }
      XsdUses.note(local, within, attributes, cursor, files.stubs());
      within = local;
      files.cycles().start(local, depth, attributes, cursor);
    }
    super.startElement(uri, local, name, given);
  }

  /** Numbers of a million digits are computed with for minutes. */
  private void checkNumbers(String local, Attributes attributes) throws SAXException {
    for (int i = 0; i < attributes.getLength(); i++) {
      String name = attributes.getLocalName(i);
      boolean number =
          name.equals("minOccurs") || name.equals("maxOccurs") || BOUNDS.contains(local);
      if (number && attributes.getValue(i).length() > MAX_DIGITS) {
        throw files.refuse(
            known, "has a number of more than 1,000 digits, " + name + ", at " + place());
      }
    }
  }

  private String place() {
    Location at = cursor.getLocationInfo().getStartLocation();
    return "line " + at.getLineNumber() + ", column " + at.getColumnNumber();
  }

  @Override
  public void endElement(String uri, String local, String name) throws SAXException {
    if (uri.equals(XSD)) {
      files.cycles().end(local, cursor.getDepth());
    }
    super.endElement(uri, local, name);
  }

  private Attributes referring(String local, Attributes attributes) throws SAXException {
    @Nullable String reference = attributes.getValue("schemaLocation");
    return switch (local) {
      case "include", "redefine" ->
          reference == null ? attributes : located(attributes, files.refer(known, reference, null));
      case "import" -> {
        String namespace = attributes.getValue("namespace");
        String id = files.refer(known, reference, namespace);
        if (id != null) {
          files.later(id);
        } else if (namespace != null) {
          files.stubs().imported(namespace);
        }
        yield located(attributes, null);
      }
      default -> attributes;
    };
  }

  private static Attributes located(Attributes attributes, @Nullable String id) {
    AttributesImpl copy = new AttributesImpl(attributes);
    int at = copy.getIndex("schemaLocation");
    if (at >= 0 && id == null) {
      copy.removeAttribute(at);
    } else if (at >= 0) {
      copy.setValue(at, id);
    }
    return copy;
  }
}
