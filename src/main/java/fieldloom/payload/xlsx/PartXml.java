package fieldloom.payload.xlsx;

import fieldloom.payload.xml.XmlFactories;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.io.ByteOrderMark;
import org.apache.commons.io.input.BOMInputStream;
import org.jspecify.annotations.Nullable;

/** The XML of a part, an event after another. Namespaces are passed over: names are local ones. */
final class PartXml implements AutoCloseable {
  private final InputStream in;
  private final String part;
  private final XMLStreamReader xml;

  /** What was met. */
  enum Event {
    START,
    END,
    TEXT,
    OTHER,
    DONE
  }

  private PartXml(InputStream in, String part, XMLStreamReader xml) {
    this.in = in;
    this.part = part;
    this.xml = xml;
  }

  /** Opens a part; its stream is closed with this. */
  static PartXml open(Parts parts, String part) throws IOException {
    BOMInputStream in =
        BOMInputStream.builder()
            .setInputStream(parts.open(part))
            .setByteOrderMarks(ByteOrderMark.UTF_8, ByteOrderMark.UTF_16LE, ByteOrderMark.UTF_16BE)
            .get();
    ByteOrderMark mark = in.getBOM();
    Charset charset =
        mark == null ? StandardCharsets.UTF_8 : Charset.forName(mark.getCharsetName());
    try {
      return new PartXml(
          in, part, XmlFactories.reader(new InputStreamReader(in, charset.newDecoder())));
    } catch (XMLStreamException e) {
      in.close();
      throw fault(part, e);
    }
  }

  /** Goes to the next event. */
  Event next() throws IOException {
    try {
      if (!xml.hasNext()) {
        return Event.DONE;
      }
      return switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> Event.START;
        case XMLStreamConstants.END_ELEMENT -> Event.END;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            Event.TEXT;
        case XMLStreamConstants.DTD ->
            throw new WorkbookFault(
                "cannot be read: the part "
                    + part
                    + " has a document type declaration, which no workbook needs; such a file is"
                    + " not read");
        default -> Event.OTHER;
      };
    } catch (XMLStreamException e) {
      throw fault(part, e);
    }
  }

  /** Goes to the next start of an element; false at the end of the part. */
  boolean nextElement() throws IOException {
    Event event = next();
    while (event != Event.START && event != Event.DONE) {
      event = next();
    }
    return event == Event.START;
  }

  /** Local name of the element that starts or ends. */
  String name() {
    return xml.getLocalName();
  }

  /** An attribute by its local name; null where there is none. */
  @Nullable String attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  int attributes() {
    return xml.getAttributeCount();
  }

  String attributeName(int index) {
    return xml.getAttributeLocalName(index);
  }

  String attribute(int index) {
    return xml.getAttributeValue(index);
  }

  /** Whether an attribute says yes, as XML writes it. */
  boolean flag(String name) {
    String value = attribute(name);
    return "1".equals(value) || "true".equals(value);
  }

  void appendText(StringBuilder text) {
    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
  }

  private static IOException fault(String part, XMLStreamException e) {
    return switch (e.getNestedException()) {
      case CharacterCodingException bytes ->
          new WorkbookFault("cannot be read: the part " + part + " has bytes of no character");
      case IOException io -> io;
      case null, default -> {
        Location at = e.getLocation();
        // A limit of the parser has no place.
        yield new WorkbookFault(
            at == null
                ? "cannot be read: the part "
                    + part
                    + " has a text of more than 20,000,000 characters"
                : "cannot be read: the part %s is no proper XML at line %d, column %d"
                    .formatted(part, at.getLineNumber(), at.getColumnNumber()));
      }
    };
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
