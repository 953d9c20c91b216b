package fieldloom.payload.edi;

import io.xlate.edi.schema.Schema;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The library's reader of an input, and what is known of the interchange it stands in. */
final class EdiInterchange {
  private final EdiFeed feed;
  private final EDIStreamReader events;
  private final EdiPlace place;
  private final boolean wrapped;
  private final int replayed;
  private EdiStandard standard = EdiStandard.X12;
  private @Nullable EnvelopeFields envelope;
  private @Nullable EdiDelimiters delimiters;
  private String interchangeText = "";
  private String groupText = "";
  private int seen;

  private EdiInterchange(
      EdiFeed feed, EDIStreamReader events, EdiPlace place, boolean wrapped, int replayed) {
    this.feed = feed;
    this.events = events;
    this.place = place;
    this.wrapped = wrapped;
    this.replayed = replayed;
  }

  /**
   * Opens the interchange that begins here.
   *
   * @param written whether it is about to be written, so that it has no lines yet
   */
  static EdiInterchange open(EdiFeed feed, EdiOptions options, boolean written)
      throws EDIStreamException {
    feed.open();
    EdiPlace place = written ? EdiPlace.output() : EdiPlace.input(feed, 0);
    return new EdiInterchange(feed, reader(feed, options), place, options.wrapped(), 0);
  }

  private static EDIStreamReader reader(EdiFeed feed, EdiOptions options)
      throws EDIStreamException {
    EDIInputFactory factory = EDIInputFactory.newFactory();
    factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, false);
    factory.setProperty(EDIInputFactory.EDI_IGNORE_EXTRANEOUS_CHARACTERS, options.wrapped());
    return factory.createEDIStreamReader(feed, StandardCharsets.UTF_8.name());
  }

  EDIStreamReader events() {
    return events;
  }

  EdiPlace place() {
    return place;
  }

  EdiStandard standard() {
    return standard;
  }

  EnvelopeFields envelope() {
    EnvelopeFields known = envelope;
    if (known == null) {
      throw new IllegalStateException("no interchange has begun");
    }
    return known;
  }

  /** Whether messages before here were lost, so that counts cannot be checked. */
  boolean isResumed() {
    return replayed > 0;
  }

  /**
   * An interchange begins.
   *
   * @return a sentence where it cannot be read; null where it can
   */
  @Nullable String begin() {
    String label = events.getStandard();
    for (EdiStandard known : EdiStandard.values()) {
      if (known.label().equals(label)) {
        standard = known;
        Schema control = StaediSchemas.control(known, events.getVersion());
        if (control == null) {
          return "The interchange at line 1 is of the version “"
              + String.join(":", events.getVersion())
              + "” of "
              + label
              + ", which is not known; correct its header.";
        }
        events.setControlSchema(control);
        envelope = new EnvelopeFields(known, control);
        return null;
      }
    }
    return "The input is an interchange of " + label + "; X12 and EDIFACT are read.";
  }

  /** Sets what a message is checked against; at the end of its header only. */
  void check(@Nullable Schema schema) {
    events.setTransactionSchema(schema);
  }

  /**
   * A segment outside of messages has ended: whether it is one that the library was told again, or
   * the service advice, which belongs to the header behind it.
   */
  boolean isReplay(String tag) {
    if (tag.equals("UNA")) {
      return true;
    }
    seen++;
    return seen <= replayed;
  }

  /** A segment outside of messages has ended. */
  void headerEnded(String tag) {
    String text = feed.text();
    if (tag.equals(standard.interchange())) {
      delimit(EdiDelimiters.of(events.getDelimiters()));
      interchangeText = text == null ? "" : text;
      groupText = "";
    } else if (tag.equals(standard.group())) {
      groupText = text == null ? "" : text;
    } else if (tag.equals(standard.groupEnd())) {
      groupText = "";
      envelope().endGroup();
    }
  }

  private void delimit(EdiDelimiters known) {
    delimiters = known;
    place.delimit(known);
    feed.delimit(known, wrapped);
  }

  /**
   * Goes on behind the message that is being read, with a reader that is told of the envelope
   * again.
   *
   * @return null where nothing follows it
   */
  @Nullable EdiInterchange resume(EdiFeed input, EdiOptions options) throws IOException {
    EdiDelimiters known = delimiters;
    if (known == null
        || interchangeText.isEmpty()
        || !input.skipBehind(standard.messageEnd(), known)) {
      return null;
    }
    String header = interchangeText + groupText;
    EdiPlace behind = EdiPlace.input(input, header.codePointCount(0, header.length()));
    input.push(header);
    try {
      int segments = groupText.isEmpty() ? 1 : 2;
      EdiInterchange next =
          new EdiInterchange(input, reader(input, options), behind, wrapped, segments);
      next.delimit(known);
      next.interchangeText = interchangeText;
      next.groupText = groupText;
      return next;
    } catch (EDIStreamException e) {
      throw new IOException(e);
    }
  }
}
