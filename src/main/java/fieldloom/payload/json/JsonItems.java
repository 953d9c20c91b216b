package fieldloom.payload.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.RawRecords;
import fieldloom.payload.json.tape.Shape;
import fieldloom.payload.json.tape.TapeReader;
import fieldloom.payload.json.tape.ValueReader;
import fieldloom.payload.text.StrictReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON document by its bytes where all is well with it. The rest from where it is not, and
 * documents of other encodings than UTF-8, are left to a {@link JsonReader}, which says what is
 * wrong.
 */
final class JsonItems implements RawRecords {
  /** How much of a document may stand before its records. */
  private static final int MOST_HEAD = 4_000_000;

  /** Longest beginning of a value that is found wrong only because the rest is not there. */
  private static final int CUT = 8;

  /** Longest item that is handed out in its bytes. */
  private static final int MOST_RAW = 1_000_000;

  private final String name;
  private final JsonBytes input;
  private final @Nullable JsonPointer records;
  private final ValueReader values = new ValueReader();
  private final TapeReader check = new TapeReader(new Shape().seal());
  private final RecordBuilder builder = new RecordBuilder(PlainPlaces.OWN);
  private final boolean singleRoot;
  private Consumer<String> warnings = text -> {};
  private String opening = "";
  private boolean first = true;
  private boolean ended;
  private @Nullable JsonReader rest;

  /**
   * @param records where the array of records is; null where the root is it or is the one record
   * @throws IOException where the input is empty or cannot be read
   */
  JsonItems(String name, InputStream in, @Nullable JsonPointer records) throws IOException {
    this.name = name;
    this.records = records;
    this.input = new JsonBytes(in);
    int root = input.next(0);
    byte begin = root < 0 ? 0 : input.bytes()[root];
    if (begin == '[' && (records == null || records.matches())) {
      input.pass(root + 1);
      opening = "[";
    } else if (begin != '{' && begin != '[' || records != null && records.matches()) {
      rest = rest();
    }
    singleRoot = rest == null ? opening.isEmpty() && records == null : rest.singleRoot();
  }

  private JsonReader rest() throws IOException {
    Origin origin =
        opening.isEmpty()
            ? Origin.START
            : new Origin(opening + (first ? "" : "{}"), input.line(), input.column());
    StrictReader source = new StrictReader(input.rest(origin.opening()), StandardCharsets.UTF_8);
    JsonReader reader = new JsonReader(name, source, records, origin, builder);
    reader.onWarning(warnings);
    return reader;
  }

  @Override
  public @Nullable InputRecord next() throws IOException, BadRecordException {
    if (rest == null && !ended) {
      InputRecord record = opening.isEmpty() && records == null ? single() : item();
      if (record != null || ended) {
        return record;
      }
      rest = rest();
    }
    return rest == null ? null : rest.next();
  }

  /** Items that are objects with which all is well, as far as they are there whole. */
  @Override
  public @Nullable Raw nextRaw() throws IOException {
    boolean items = rest == null && !ended && (!opening.isEmpty() || records != null);
    if (!items || opening.isEmpty() && !findRecords()) {
      return null;
    }
    int start = begin();
    int to = start < 0 ? 0 : check.pass(input.bytes(), start);
    if (to == 0 || to >= input.end() || to - start > MOST_RAW) {
      return null;
    }
    first = false;
    input.pass(start);
    long line = input.line();
    input.pass(to, check.lines(), check.lineStart());
    input.handOut();
    return new Raw(input.bytes(), start, to, line);
  }

  @Override
  public void recycle() {
    input.recycle();
  }

  @Override
  public Parser parser() {
    return new LineParser(text -> warnings.accept(text));
  }

  /** The next item; null where there is none, or where it is not for this reader. */
  private @Nullable InputRecord item() throws IOException, BadRecordException {
    if (opening.isEmpty() && !findRecords()) {
      return null;
    }
    while (true) {
      int start = begin();
      if (start < 0) {
        return null;
      }
      Object value = values.read(input.bytes(), start);
      if (!isCut(value, input.bytes()[start])) {
        return value == null || !isDelimited(input.bytes()[start]) ? null : record(start, 0, value);
      }
      if (!input.reach(start)) {
        return null;
      }
    }
  }

  /** Where the next item begins; -1 where none does, or not as it should. */
  private int begin() throws IOException {
    int start = input.next(0);
    boolean comma = !first && start >= 0 && input.bytes()[start] == ',';
    if (comma) {
      start = input.next(start - input.at() + 1);
    }
    if (start >= 0 && input.bytes()[start] == ']' && !comma) {
      ended = opening.equals("[") && isLast(start + 1 - input.at());
      return -1;
    }
    return first || comma ? start : -1;
  }

  private @Nullable InputRecord single() throws IOException, BadRecordException {
    while (true) {
      int start = input.next(0);
      if (start < 0) {
        return null;
      }
      int distance = start - input.at();
      Object value = values.read(input.bytes(), start);
      if (!isCut(value, input.bytes()[start])) {
        if (value == null || !isLast(values.end() - input.at())) {
          return null;
        }
        ended = true;
        // Looking behind it may have moved it.
        return record(start, input.at() + distance - start, value);
      }
      if (!input.reach(start)) {
        return null;
      }
    }
  }

  /** Whether what was read may go on behind what is there. */
  private boolean isCut(@Nullable Object value, byte begin) {
    if (value == null) {
      return values.end() + CUT >= input.end();
    }
    boolean closed = begin == '{' || begin == '[' || begin == '"';
    return !closed && values.end() == input.end() && !input.isEnded();
  }

  /** Whether what was read ends where it seems to: a word or a number may go on wrongly. */
  private boolean isDelimited(byte begin) {
    if (begin == '{' || begin == '[' || begin == '"' || values.end() == input.end()) {
      return true;
    }
    byte next = input.bytes()[values.end()];
    return next == ',' || next == ']' || JsonBytes.isBlank(next);
  }

  /** Whether nothing but blanks follows. */
  private boolean isLast(int distance) throws IOException {
    return input.next(distance) < 0 && input.isEnded();
  }

  /**
   * Goes behind a value that was read.
   *
   * @param moved how far what is there was moved since
   */
  private InputRecord record(int start, int moved, Object value)
      throws IOException, BadRecordException {
    first = false;
    input.pass(start + moved);
    long line = input.line();
    Origin origin = values.isOdd() ? new Origin("", line, input.column()) : null;
    input.pass(values.end() + moved, values.lines(), values.lineStart() + moved);
    if (origin == null) {
      return new InputRecord(value, line);
    }
    int length = values.end() - start;
    String text = new String(input.bytes(), start + moved, length, StandardCharsets.UTF_8);
    builder.within(new PlainPlaces(origin));
    try (JsonParser parser = JsonCodec.FACTORY.createParser(text)) {
      parser.nextToken();
      return new InputRecord(builder.build(parser, line), line);
    }
  }

  /** Goes to the array of records, as far as all before it is well. */
  private boolean findRecords() throws IOException {
    HeadWalk walk = new HeadWalk(values);
    JsonPointer pointer = records;
    while (pointer != null && input.held() < MOST_HEAD) {
      int found = walk.find(input.bytes(), input.at(), pointer);
      if (found >= 0) {
        input.pass(found);
        opening = walk.opening();
        return true;
      }
      if (!input.fill()) {
        return false;
      }
    }
    return false;
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
    if (rest != null) {
      rest.close();
    }
    input.close();
  }
}
