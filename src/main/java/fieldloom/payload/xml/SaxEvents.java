package fieldloom.payload.xml;

import javax.xml.stream.XMLStreamConstants;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/** Hands what a parser reads to whoever wants SAX events. */
public final class SaxEvents {
  private final XMLStreamReader2 cursor;
  private final ContentHandler handler;
  private final AttributesImpl attributes = new AttributesImpl();

  public SaxEvents(XMLStreamReader2 cursor, ContentHandler handler) {
    this.cursor = cursor;
    this.handler = handler;
  }

  /**
   * Says where the document is while its events are handed on.
   *
   * @param systemId what the document is known by
   */
  public void locate(String systemId) {
    handler.setDocumentLocator(new CursorLocator(systemId));
  }

  public void startDocument() throws SAXException {
    handler.startDocument();
  }

  public void endDocument() throws SAXException {
    handler.endDocument();
  }

  /**
   * Hands on the parser's current event, unless it is the start or end of the document.
   *
   * @param event one of {@link XMLStreamConstants}
   */
  public void take(int event) throws SAXException {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> start();
      case XMLStreamConstants.END_ELEMENT -> end();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
          handler.characters(
              cursor.getTextCharacters(), cursor.getTextStart(), cursor.getTextLength());
      default -> {
        // Comments and processing instructions are not asked for.
      }
    }
  }

  private void start() throws SAXException {
    for (int i = 0; i < cursor.getNamespaceCount(); i++) {
      handler.startPrefixMapping(
          text(cursor.getNamespacePrefix(i)), text(cursor.getNamespaceURI(i)));
    }
    attributes.clear();
    for (int i = 0; i < cursor.getAttributeCount(); i++) {
      String local = cursor.getAttributeLocalName(i);
      attributes.addAttribute(
          text(cursor.getAttributeNamespace(i)),
          local,
          qualified(cursor.getAttributePrefix(i), local),
          "CDATA",
          cursor.getAttributeValue(i));
    }
    String local = cursor.getLocalName();
    handler.startElement(
        text(cursor.getNamespaceURI()), local, qualified(cursor.getPrefix(), local), attributes);
  }

  private void end() throws SAXException {
    String local = cursor.getLocalName();
    handler.endElement(text(cursor.getNamespaceURI()), local, qualified(cursor.getPrefix(), local));
    for (int i = 0; i < cursor.getNamespaceCount(); i++) {
      handler.endPrefixMapping(text(cursor.getNamespacePrefix(i)));
    }
  }

  private static String qualified(@Nullable String prefix, String local) {
    return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** Where the parser is. */
  private final class CursorLocator implements Locator {
    private final String systemId;

    private CursorLocator(String systemId) {
      this.systemId = systemId;
    }

    @Override
    public @Nullable String getPublicId() {
      return null;
    }

    @Override
    public String getSystemId() {
      return systemId;
    }

    @Override
    public int getLineNumber() {
      return cursor.getLocationInfo().getStartLocation().getLineNumber();
    }

    @Override
    public int getColumnNumber() {
      return cursor.getLocationInfo().getStartLocation().getColumnNumber();
    }
  }
}
