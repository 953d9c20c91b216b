package fieldloom.payload.edi;

import fieldloom.model.value.Obj;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.FormatException;
import fieldloom.payload.ReadCodes;
import fieldloom.payload.RecordReader;
import io.xlate.edi.schema.EDIReference;
import io.xlate.edi.schema.EDIType;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.EDIStreamValidationError;
import java.io.IOException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a record a message, of one interchange after another. */
final class EdiReader implements RecordReader {
  /** Elements of one message; more would not leave room for the rest of a run. */
  private static final int MAX_ELEMENTS = 1_000_000;

  private static final int MOST_WARNINGS = 20;

  private final String name;
  private final EdiOptions options;
  private final @Nullable EdiGrammar grammar;
  private final EdiFeed feed;
  private final boolean written;
  private final EdiFaults faults;
  private final Set<String> passed = new HashSet<>();
  private int warned;
  private String passedOver = "";
  private Consumer<String> warnings = text -> {};
  private @Nullable EdiInterchange current;
  private boolean ended;

  // The message that is being read.
  private boolean inMessage;
  private boolean inHeader;
  private boolean ofEnvelope;
  private @Nullable MessageBuilder message;
  private long recordLine;
  private int elements;

  /**
   * @param written whether what is read is about to be written, so that it has no lines yet
   */
  EdiReader(
      String name,
      EdiOptions options,
      @Nullable EdiGrammar grammar,
      EdiFeed feed,
      boolean written) {
    this.name = name;
    this.options = options;
    this.grammar = grammar;
    this.feed = feed;
    this.written = written;
    this.faults = new EdiFaults(written);
  }

  /** Has faults of a code passed over. */
  void passOver(String code) {
    passedOver = code;
  }

  @Override
  public @Nullable InputRecord next() throws IOException, BadRecordException {
    while (!ended) {
      EdiInterchange interchange = current;
      try {
        if (interchange == null) {
          if (!feed.skipBlanks()) {
            break;
          }
          feed.mark();
          interchange = EdiInterchange.open(feed, options, written);
          current = interchange;
        }
        InputRecord record = take(interchange, interchange.events().next());
        if (record != null) {
          return record;
        }
      } catch (EDIStreamException e) {
        throw stopped(interchange, e);
      }
    }
    ended = true;
    return null;
  }

  private @Nullable InputRecord take(EdiInterchange interchange, EDIStreamEvent event)
      throws IOException, BadRecordException {
    EDIStreamReader events = interchange.events();
    switch (event) {
      case START_INTERCHANGE -> begin(interchange);
      case START_TRANSACTION -> startMessage(interchange);
      case START_LOOP -> {
        if (message != null) {
          message.startLoop(events.getSchemaTypeReference());
        }
      }
      case END_LOOP -> {
        if (message != null) {
          message.endLoop();
        }
      }
      case START_SEGMENT -> startSegment(interchange);
      case ELEMENT_DATA -> element(interchange);
      case ELEMENT_DATA_BINARY -> bytes(interchange);
      case END_SEGMENT -> {
        return endSegment(interchange);
      }
      case END_TRANSACTION -> {
        if (inMessage) {
          return endMessage(interchange);
        }
      }
      // The next one may be of another standard or version.
      case END_INTERCHANGE -> current = null;
      case ELEMENT_DATA_ERROR, ELEMENT_OCCURRENCE_ERROR, SEGMENT_ERROR -> fault(interchange);
      default -> {}
    }
    return null;
  }

  private void begin(EdiInterchange interchange) throws FormatException, BadRecordException {
    String found = interchange.begin();
    if (found != null) {
      ended = true;
      throw new BadRecordException(ReadCodes.BAD_EDI, found, 1, feed.text(), true);
    }
    EdiStandard wanted = options.standard();
    if (wanted != null && wanted != interchange.standard()) {
      throw new FormatException(
          "The option standard of "
              + name
              + " is \""
              + wanted.option()
              + "\", but the input is an interchange of "
              + interchange.standard().label()
              + ".");
    }
  }

  private void startMessage(EdiInterchange interchange) {
    inMessage = true;
    inHeader = true;
    message = null;
    elements = 0;
    interchange.place().startMessage(interchange.events().getLocation());
    recordLine = interchange.place().start(interchange.events().getLocation()).line();
  }

  private void startSegment(EdiInterchange interchange) {
    EDIStreamReader events = interchange.events();
    String tag = events.getText();
    ofEnvelope = !inMessage || interchange.standard().isEnvelope(tag);
    if (ofEnvelope) {
      interchange.envelope().start(tag);
      return;
    }
    if (message == null) {
      return;
    }
    String wrong = message.startSegment(tag, events.getSchemaTypeReference());
    if (wrong != null) {
      EdiPlace here = interchange.place();
      faults.add(
          ReadCodes.INVALID,
          here.at(here.start(events.getLocation()))
              + here.segment(events.getLocation())
              + " "
              + wrong);
    }
  }

  private void element(EdiInterchange interchange) {
    EDIStreamReader events = interchange.events();
    String text = feed.element(events.getText());
    if (ofEnvelope) {
      interchange.envelope().element(text, events.getLocation());
    } else if (message != null && elements++ < MAX_ELEMENTS) {
      message.element(text, events.getLocation());
    }
  }

  private void bytes(EdiInterchange interchange) throws IOException {
    EDIStreamReader events = interchange.events();
    byte[] bytes = feed.bytes(events.getBinaryData());
    if (message != null && bytes != null && elements++ < MAX_ELEMENTS) {
      message.element(Base64.getEncoder().encodeToString(bytes), events.getLocation());
    }
  }

  private void fault(EdiInterchange interchange) {
    EDIStreamReader events = interchange.events();
    EDIStreamValidationError error = events.getErrorType();
    boolean unwanted = inMessage && !inHeader && message == null;
    boolean count = error == EDIStreamValidationError.CONTROL_COUNT_DOES_NOT_MATCH_ACTUAL_COUNT;
    if (unwanted || count && !inMessage && interchange.isResumed()) {
      return;
    }
    // The library's lists of an envelope's codes are those of one version, for all of them.
    boolean code = ofEnvelope && error == EDIStreamValidationError.INVALID_CODE_VALUE;
    if (code || isMany(events) || EdiFaults.code(error).equals(passedOver)) {
      return;
    }
    if (ofEnvelope && !written && EdiFaults.isHarmless(error)) {
      warn(interchange);
      return;
    }
    faults.add(events, interchange.place(), feed);
  }

  /** The library's envelopes hold 99,999 messages, the standards' as many as there are. */
  private static boolean isMany(EDIStreamReader events) {
    EDIReference loop = events.getSchemaTypeReference();
    return events.getErrorType() == EDIStreamValidationError.LOOP_OCCURS_OVER_MAXIMUM_TIMES
        && loop != null
        && (loop.getReferencedType().getType() == EDIType.Type.TRANSACTION
            || loop.getReferencedType().getType() == EDIType.Type.GROUP);
  }

  private void warn(EdiInterchange interchange) {
    warned++;
    if (warned <= MOST_WARNINGS) {
      warnings.accept(
          EdiFaults.sentence(interchange.events(), interchange.place(), feed)
              + "; it is read as it stands.");
    } else if (warned == MOST_WARNINGS + 1) {
      warnings.accept("More is odd about the envelopes of " + name + "; it is not listed.");
    }
  }

  private @Nullable InputRecord endSegment(EdiInterchange interchange) throws BadRecordException {
    String tag = interchange.events().getText();
    EdiStandard standard = interchange.standard();
    if (inMessage) {
      if (tag.equals(standard.messageEnd())) {
        return endMessage(interchange);
      }
      if (inHeader) {
        inHeader = false;
        beginMessage(interchange);
      }
      return null;
    }
    if (interchange.isReplay(tag)) {
      faults.clear();
      return null;
    }
    interchange.headerEnded(tag);
    String malformed = feed.malformed();
    if (malformed != null) {
      throw bad(ReadCodes.BAD_ENCODING, malformed, feed.line());
    }
    if (faults.any()) {
      throw bad(faults.code(), faults.message(), feed.line());
    }
    feed.mark();
    return null;
  }

  /** The header of a message has been read, and tells whether it is one that is wanted. */
  private void beginMessage(EdiInterchange interchange) {
    String type = interchange.envelope().messageType();
    if (options.message() != null && !options.message().equals(type)) {
      interchange.check(null);
      faults.clear();
      if (passed.add(type)) {
        warnings.accept(
            "The message "
                + type
                + " at line "
                + recordLine
                + " is passed over, as are others of its kind: the option message of "
                + name
                + " is \""
                + options.message()
                + "\".");
      }
      return;
    }
    Obj record = interchange.envelope().record();
    Schema schema = grammar == null ? null : grammar.schema();
    interchange.check(schema);
    SegmentFiller filler = new SegmentFiller(interchange.standard());
    if (grammar == null) {
      message = new LooseMessage(record);
    } else if (schema == null) {
      message = new TreeMessage(grammar, filler, record);
    } else {
      message = new SchemaMessage(grammar, filler, record);
    }
  }

  private @Nullable InputRecord endMessage(EdiInterchange interchange) throws BadRecordException {
    MessageBuilder built = message;
    inMessage = false;
    inHeader = false;
    message = null;
    interchange.place().endMessage();
    String malformed = feed.malformed();
    boolean tooLong = feed.tooLong() || elements > MAX_ELEMENTS;
    if (built == null && !faults.any()) {
      feed.mark();
      return null;
    }
    if (malformed != null) {
      throw bad(ReadCodes.BAD_ENCODING, malformed, recordLine);
    }
    if (tooLong) {
      throw bad(
          ReadCodes.TOO_LONG,
          "The message that begins at line "
              + recordLine
              + " has more than 20,000,000 characters or 1,000,000 elements; such a message is not"
              + " read.",
          recordLine);
    }
    if (faults.any() || built == null) {
      throw bad(faults.code(), faults.message(), recordLine);
    }
    feed.mark();
    return new InputRecord(built.record(), recordLine);
  }

  private BadRecordException bad(String code, String message, long line) {
    String raw = feed.text();
    faults.clear();
    feed.mark();
    return new BadRecordException(code, message, line, raw, false);
  }

  /** The library cannot go on; behind the message at fault a new reader of its may. */
  private BadRecordException stopped(@Nullable EdiInterchange interchange, EDIStreamException e)
      throws IOException {
    EdiStop stop = EdiStop.of(e, interchange, feed);
    boolean within = inMessage;
    long line = within ? recordLine : stop.line();
    inMessage = false;
    inHeader = false;
    message = null;
    faults.clear();
    EdiInterchange next =
        interchange == null || !within || stop.atEnd() ? null : interchange.resume(feed, options);
    String malformed = feed.malformed();
    String raw = feed.text();
    feed.mark();
    current = next;
    ended = next == null;
    return malformed == null
        ? new BadRecordException(stop.code(), stop.message(), line, raw, ended)
        : new BadRecordException(ReadCodes.BAD_ENCODING, malformed, line, raw, ended);
  }

  @Override
  public boolean singleRoot() {
    return false;
  }

  @Override
  public void onWarning(Consumer<String> listener) {
    warnings = listener;
  }

  @Override
  public void close() throws IOException {
    feed.close();
  }
}
