package fieldloom.payload.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.FormatException;
import fieldloom.payload.ReadCodes;
import fieldloom.payload.RecordReader;
import fieldloom.payload.text.StrictReader;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON document, or the rest of one, character by character: the items of its root array,
 * or of the array that {@code records} points at, one record each as they come; any other root as
 * one record. What is wrong it says with line and column.
 */
final class JsonReader implements RecordReader {
  private final String name;
  private final StrictReader source;
  private final JsonParser parser;
  private final @Nullable JsonPointer records;
  private final Origin origin;
  private final DocumentPlaces places = new DocumentPlaces();
  private final RecordBuilder builder;
  private Consumer<String> warnings = text -> {};
  private final boolean singleRoot;
  private @Nullable JsonProcessingException early;
  private State state;

  private enum State {
    BEFORE_RECORDS,
    IN_ARRAY,
    SINGLE,
    ENDED
  }

  /**
   * @param source begins with the opening of the origin
   * @param records where the array of records is; null where the root is it or is the one record
   * @param origin the beginning of the document, or a place in its array of records
   * @throws IOException where the input is empty or cannot be read
   */
  JsonReader(
      String name,
      StrictReader source,
      @Nullable JsonPointer records,
      Origin origin,
      RecordBuilder builder)
      throws IOException {
    this.name = name;
    this.source = source;
    this.records = records;
    this.origin = origin;
    this.parser = JsonCodec.FACTORY.createParser(source);
    this.builder = builder;
    builder.within(places);
    this.state = State.SINGLE;
    try {
      if (origin.isWithin()) {
        int last = origin.opening().length() - 1;
        do {
          parser.nextToken();
        } while (parser.currentTokenLocation().getCharOffset() < last);
        state = State.IN_ARRAY;
      } else {
        begin();
      }
    } catch (JsonProcessingException e) {
      early = e;
    }
    singleRoot = state == State.SINGLE;
  }

  private void begin() throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new IOException("The input of " + name + " is empty; a JSON document was expected.");
    }
    if (records != null && !records.matches()) {
      state = State.BEFORE_RECORDS;
    } else if (first == JsonToken.START_ARRAY) {
      state = State.IN_ARRAY;
    } else if (records != null) {
      throw noArray();
    }
  }

  @Override
  public @Nullable InputRecord next() throws IOException, BadRecordException {
    if (early != null) {
      JsonProcessingException fault = early;
      early = null;
      throw last(fault);
    }
    try {
      return switch (state) {
        case BEFORE_RECORDS -> {
          if (!RecordsPointer.findArray(parser, records)) {
            throw noArray();
          }
          state = State.IN_ARRAY;
          yield item();
        }
        case IN_ARRAY -> item();
        case SINGLE -> single();
        case ENDED -> null;
      };
    } catch (JsonProcessingException e) {
      throw last(e);
    }
  }

  private @Nullable InputRecord item() throws IOException, BadRecordException {
    if (parser.nextToken() != JsonToken.END_ARRAY) {
      warnOutside();
      long line = line();
      return new InputRecord(builder.build(parser, line), line);
    }
    while (!parser.getParsingContext().inRoot()) {
      parser.nextToken();
    }
    warnOutside();
    nothingMore();
    state = State.ENDED;
    return null;
  }

  /** What is malformed outside the records is lost to none of them. */
  private void warnOutside() {
    String malformed = places.malformedBefore(parser);
    if (malformed != null) {
      warnings.accept(malformed + " It belongs to no record.");
    }
  }

  private InputRecord single() throws IOException, BadRecordException {
    long line = line();
    state = State.ENDED;
    Object value = builder.build(parser, line);
    nothingMore();
    return new InputRecord(value, line);
  }

  private void nothingMore() throws IOException, BadRecordException {
    if (parser.nextToken() != null) {
      state = State.ENDED;
      throw new BadRecordException(
          ReadCodes.BAD_JSON,
          "At "
              + origin.place(parser.currentTokenLocation())
              + " something follows the end of the JSON document; if each line is a record, the"
              + " format is ndjson.",
          line(),
          null,
          true);
    }
  }

  private FormatException noArray() {
    state = State.ENDED;
    return new FormatException(
        "The option records of "
            + name
            + " is \""
            + records
            + "\", but no array stands there in the input; set it to the JSON pointer of the array"
            + " of records.");
  }

  private BadRecordException last(JsonProcessingException e) {
    state = State.ENDED;
    JsonLocation at = JsonFaults.location(e, parser);
    long line = origin.line(at);
    String place = origin.place(at);
    if (source.faultAt() <= Math.max(0, at.getCharOffset())) {
      return new BadRecordException(
          ReadCodes.BAD_ENCODING,
          "At " + place + " " + source.faultText() + "; save the file in UTF-8.",
          line,
          null,
          true);
    }
    return new BadRecordException(
        JsonFaults.code(e), JsonFaults.sentence(e, place), line, null, true);
  }

  private long line() {
    return origin.line(parser.currentTokenLocation());
  }

  @Override
  public boolean singleRoot() {
    return singleRoot;
  }

  @Override
  public void onWarning(Consumer<String> listener) {
    warnings = listener;
    builder.onWarning(listener);
  }

  @Override
  public void close() throws IOException {
    parser.close();
    source.close();
  }

  /** Places of the document as the parser counts them. */
  private final class DocumentPlaces implements RecordBuilder.Places {
    @Override
    public String name(JsonLocation at) {
      return origin.place(at);
    }

    @Override
    public @Nullable String malformedBefore(JsonParser at) {
      if (!source.faultBefore(Long.MAX_VALUE)) {
        return null;
      }
      long here = at.currentLocation().getCharOffset();
      if (!source.faultBefore(here)) {
        return null;
      }
      String message =
          "In the value at "
              + origin.place(at.currentTokenLocation())
              + " "
              + source.faultText()
              + "; save the file in UTF-8.";
      source.forgetBefore(here);
      return message;
    }
  }
}
