package fieldloom.payload.xml;

import fieldloom.payload.ReadCodes;
import fieldloom.payload.text.StrictReader;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * A document as it is read: decoded strictly, without document type declarations, faults in words.
 * Not thread-safe.
 */
public final class XmlInput implements Closeable {
  private final StrictReader source;
  private final EventReader events;
  private final XMLStreamReader2 cursor;
  private @Nullable XmlValidation check;

  private XmlInput(StrictReader source, EventReader events, XMLStreamReader2 cursor) {
    this.source = source;
    this.events = events;
    this.cursor = cursor;
  }

  /**
   * Begins to read a document.
   *
   * @param otherwise the encoding where neither a byte order mark nor the document says which
   * @throws XmlFault where its first bytes cannot be those of a document
   */
  public static XmlInput open(InputStream stream, Charset otherwise) throws IOException, XmlFault {
    BufferedInputStream bytes =
        stream instanceof BufferedInputStream known ? known : new BufferedInputStream(stream);
    StrictReader source = new StrictReader(bytes, XmlEncoding.of(bytes, otherwise));
    EventReader events = new EventReader(source);
    try {
      return new XmlInput(source, events, XmlFactories.reader(events));
    } catch (XMLStreamException e) {
      throw fault(e, source, null);
    }
  }

  /** Has each event checked as it is read. */
  void checkedBy(XmlValidation validation) {
    check = validation;
  }

  /** The parser, for names, attributes and texts of the current event. */
  public XMLStreamReader2 cursor() {
    return cursor;
  }

  /**
   * Goes to the next event.
   *
   * @return one of {@link XMLStreamConstants}, never a document type declaration
   * @throws XmlFault where the document is malformed, declares a type, or has bytes that are not of
   *     its encoding
   */
  public int next() throws IOException, XmlFault {
    int event;
    events.next();
    try {
      event = cursor.next();
    } catch (XMLStreamException e) {
      throw fault(e, source, cursor.getLocationInfo().getCurrentLocation());
    }
    if (event == XMLStreamConstants.DTD) {
      throw new XmlFault(
          ReadCodes.DOCTYPE,
          "At "
              + place()
              + " stands a DOCTYPE, and no document with one is read, for it can draw in other"
              + " files; remove it.",
          line(),
          true);
    }
    if (check != null) {
      check.take(event, cursor);
    }
    if (source.isFaulty()) {
      checkBytes();
    }
    return event;
  }

  private void checkBytes() throws XmlFault {
    long end = endOffset();
    if (source.faultBefore(end)) {
      XmlFault fault = badBytes(cursor.getLocationInfo().getStartLocation(), source, false);
      source.forgetBefore(end);
      throw fault;
    }
  }

  /**
   * How many characters of the document, a byte order mark not counted, stand before the end of the
   * current event.
   *
   * @throws XmlFault where the event has not been read to its end and cannot be
   */
  public long endOffset() throws XmlFault {
    try {
      return cursor.getLocationInfo().getEndingCharOffset();
    } catch (XMLStreamException e) {
      throw XmlFaults.of(e, cursor.getLocation());
    }
  }

  /** How many characters of the document, a byte order mark not counted, the parser has taken. */
  public long offset() {
    return cursor.getLocationInfo().getCurrentLocation().getCharacterOffset();
  }

  /** The encoding in which it is read. */
  public Charset charset() {
    return source.charset();
  }

  /** Line of the current event, from 1. */
  public long line() {
    return Math.max(1, cursor.getLocationInfo().getStartLocation().getLineNumber());
  }

  /** Where the current event starts: {@code line 3, column 5}. */
  public String place() {
    return place(cursor.getLocationInfo().getStartLocation());
  }

  private static String place(Location at) {
    return "line "
        + Math.max(1, at.getLineNumber())
        + ", column "
        + Math.max(1, at.getColumnNumber());
  }

  private static XmlFault fault(XMLStreamException e, StrictReader source, @Nullable Location here)
      throws IOException {
    if (e.getCause() instanceof EventReader.TooLong) {
      return EventReader.fault(here);
    }
    if (e.getCause() instanceof IOException broken) {
      throw broken;
    }
    Location at = e.getLocation() == null ? here : e.getLocation();
    if (at != null && source.faultAt() <= Math.max(0, at.getCharacterOffset())) {
      return badBytes(at, source, true);
    }
    return XmlFaults.of(e, here);
  }

  private static XmlFault badBytes(Location at, StrictReader source, boolean fatal) {
    return new XmlFault(
        ReadCodes.BAD_ENCODING,
        "In what stands at "
            + place(at)
            + " "
            + source.faultText()
            + "; save the document in the encoding that it declares.",
        Math.max(1, at.getLineNumber()),
        fatal);
  }

  @Override
  public void close() throws IOException {
    try {
      cursor.close();
    } catch (XMLStreamException e) {
      // It has nothing open but what is closed here.
      source.close();
      return;
    }
    source.close();
  }
}
