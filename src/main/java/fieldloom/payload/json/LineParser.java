package fieldloom.payload.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.RawRecords;
import fieldloom.payload.ReadCodes;
import fieldloom.payload.RecordReader.InputRecord;
import fieldloom.payload.json.tape.ValueReader;
import fieldloom.payload.text.StrictReader;
import fieldloom.payload.text.TextLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a line of NDJSON, or an item of a document that was found to be well: by its bytes where
 * all is well with it, else character by character, so that what is wrong is said with its column.
 */
final class LineParser implements RawRecords.Parser {
  private final ValueReader values = new ValueReader();
  private final RecordBuilder builder = new RecordBuilder(new LinePlaces());
  private long line;

  LineParser(Consumer<String> warnings) {
    builder.onWarning(warnings);
  }

  @Override
  public InputRecord read(RawRecords.Raw raw) throws BadRecordException {
    Object value = raw.to() - raw.from() > RecordBudget.BYTES ? null : quickly(raw);
    if (value != null) {
      return new InputRecord(value, raw.line());
    }
    line = raw.line();
    try {
      return slowly(raw);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot fail to be read", e);
    }
  }

  /** The value of a line with which all is well; else null. */
  private @Nullable Object quickly(RawRecords.Raw raw) {
    byte[] bytes = raw.bytes();
    int from = behindBlanks(bytes, raw.from());
    Object value = values.read(bytes, from);
    boolean well = !values.isOdd() && behindBlanks(bytes, values.end()) == raw.to();
    return well ? value : null;
  }

  private static int behindBlanks(byte[] bytes, int from) {
    int at = from;
    while (JsonBytes.isBlank(bytes[at])) {
      at++;
    }
    return at;
  }

  private InputRecord slowly(RawRecords.Raw raw) throws IOException, BadRecordException {
    char[] chars = new char[raw.to() - raw.from() + 1];
    int length = 0;
    try (StrictReader source =
        new StrictReader(
            new ByteArrayInputStream(raw.bytes(), raw.from(), raw.to() - raw.from()),
            StandardCharsets.UTF_8)) {
      for (int count = 0; count >= 0; count = source.read(chars, length, chars.length - length)) {
        length += count;
      }
      if (source.faultBefore(Long.MAX_VALUE)) {
        String message =
            "At "
                + place(source.faultAt() + 1)
                + " "
                + source.faultText()
                + "; save the file in UTF-8.";
        throw bad(ReadCodes.BAD_ENCODING, message, chars, length);
      }
    }
    return read(chars, length);
  }

  /** Reads the characters of a line. */
  InputRecord read(char[] chars, int from, int length, long number)
      throws IOException, BadRecordException {
    line = number;
    return read(Arrays.copyOfRange(chars, from, from + length), length);
  }

  private InputRecord read(char[] chars, int length) throws IOException, BadRecordException {
    try (JsonParser parser = JsonCodec.FACTORY.createParser(chars, 0, length)) {
      return read(parser, chars, length);
    }
  }

  private InputRecord read(JsonParser parser, char[] chars, int length)
      throws IOException, BadRecordException {
    try {
      parser.nextToken();
      Object value = builder.build(parser, line);
      if (parser.nextToken() != null) {
        String place = place(parser.currentTokenLocation().getCharOffset() + 1);
        throw bad(
            ReadCodes.BAD_JSON,
            "At " + place + " a second value stands on the line; NDJSON has one a line.",
            chars,
            length);
      }
      return new InputRecord(value, line);
    } catch (JsonProcessingException e) {
      String place = place(JsonFaults.location(e, parser).getCharOffset() + 1);
      throw bad(JsonFaults.code(e), JsonFaults.sentence(e, place), chars, length);
    } catch (BadRecordException e) {
      throw e.raw() == null ? bad(e.code(), e.getMessage(), chars, length) : e;
    }
  }

  private BadRecordException bad(String code, String message, char[] chars, int length) {
    String raw = length > TextLimits.MAX_RAW ? null : new String(chars, 0, length);
    return new BadRecordException(code, message, line, raw, false);
  }

  private String place(long column) {
    return "line " + line + ", column " + Math.max(1, column);
  }

  /** Places within the line that is being read; its bytes were looked at before. */
  private final class LinePlaces implements RecordBuilder.Places {
    @Override
    public String name(JsonLocation at) {
      return place(at.getCharOffset() + 1);
    }

    @Override
    public @Nullable String malformedBefore(JsonParser parser) {
      return null;
    }
  }
}
