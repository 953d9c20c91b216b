package fieldloom.payload.xml;

import fieldloom.model.XmlSchemaFiles;
import fieldloom.payload.FormatException;
import fieldloom.payload.ReadCodes;
import java.io.ByteArrayInputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.ValidatorHandler;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Checks a document against its XSD while it is read. */
final class XmlValidation {
  /** The rule of the specification that the message starts with. */
  private static final Pattern RULE = Pattern.compile("\\A[a-zA-Z-]+[.a-zA-Z0-9-]*: ");

  private final ValidatorHandler handler;
  private @Nullable SaxEvents events;
  private @Nullable XmlFault fault;

  private XmlValidation(ValidatorHandler handler) {
    this.handler = handler;
  }

  /**
   * Makes one of a schema.
   *
   * @param owner name of the source, for messages
   * @throws FormatException where the schema breaks the rules of XML Schema
   */
  static XmlValidation of(String owner, XmlSchemaFiles xsd) throws FormatException {
    try {
      XmlSchemaFiles.File main = xsd.files().getFirst();
      StreamSource source =
          new StreamSource(new ByteArrayInputStream(main.content()), PartResolver.id(0));
      return new XmlValidation(
          XmlFactories.schema(source, new PartResolver(xsd)).newValidatorHandler());
    } catch (SAXException e) {
      throw new FormatException(
          "The option validate of "
              + owner
              + " cannot be followed, for its XSD is not valid"
              + place(e, xsd)
              + ": "
              + reason(e)
              + " Correct the XSD, or set validate to false.");
    }
  }

  private static String place(SAXException e, XmlSchemaFiles xsd) {
    if (!(e instanceof SAXParseException at) || at.getLineNumber() < 1) {
      return "";
    }
    return " at line "
        + at.getLineNumber()
        + ", column "
        + Math.max(1, at.getColumnNumber())
        + " of "
        + PartResolver.path(at.getSystemId(), xsd);
  }

  /** Begins to check the document that a parser reads. */
  void begin(XmlInput input) {
    events = new SaxEvents(input.cursor(), handler);
    handler.setErrorHandler(
        new ErrorHandler() {
          @Override
          public void warning(SAXParseException e) {
            // Says nothing of the document.
          }

          @Override
          public void error(SAXParseException e) {
            if (fault == null) {
              fault = invalid(input, e);
            }
          }

          @Override
          public void fatalError(SAXParseException e) {
            error(e);
          }
        });
  }

  private static XmlFault invalid(XmlInput input, SAXParseException e) {
    return new XmlFault(
        ReadCodes.INVALID,
        "At " + input.place() + " the document breaks its XSD: " + reason(e),
        input.line(),
        false);
  }

  private static String reason(SAXException e) {
    String text = RULE.matcher(String.valueOf(e.getMessage())).replaceFirst("").strip();
    String small = Character.toLowerCase(text.charAt(0)) + text.substring(1);
    return small.endsWith(".") ? small : small + ".";
  }

  /** Checks the parser's current event. */
  void take(int event, XMLStreamReader2 cursor) {
    SaxEvents to = events;
    if (to == null) {
      throw new IllegalStateException("no document was begun");
    }
    try {
      if (event == XMLStreamConstants.START_ELEMENT && cursor.getDepth() == 1) {
        to.startDocument();
      }
      to.take(event);
      if (event == XMLStreamConstants.END_DOCUMENT) {
        to.endDocument();
      }
    } catch (SAXException e) {
      throw new IllegalStateException("errors are taken note of, none is thrown", e);
    }
  }

  /** What was found wrong since this was asked; null where nothing was. */
  @Nullable XmlFault takeFault() {
    XmlFault found = fault;
    fault = null;
    return found;
  }
}
