package fieldloom.payload.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.ReadCodes;
import fieldloom.payload.RecordReader;
import fieldloom.payload.text.StrictReader;
import fieldloom.payload.text.TextLimits;
import fieldloom.payload.text.TextWindow;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a record a line. Whatever is wrong with a line, the next one is read. */
final class NdjsonReader implements RecordReader {
  private final StrictReader source;
  private final TextWindow window;
  private final RecordBuilder builder = new RecordBuilder(new LinePlaces());
  private long line;
  private boolean ended;

  NdjsonReader(StrictReader source) {
    this.source = source;
    this.window = new TextWindow(source);
  }

  @Override
  public @Nullable InputRecord next() throws IOException, BadRecordException {
    while (!ended) {
      window.mark();
      ended = !window.skipLine();
      line++;
      if (window.dropped()) {
        source.forgetBefore(window.offset());
        throw new BadRecordException(
            ReadCodes.TOO_LONG,
            "Line " + line + " has more than 20,000,000 characters; such a record is not read.",
            line,
            null,
            false);
      }
      int length = window.lengthWithoutEnd();
      if (!isBlank(length)) {
        return read(length);
      }
    }
    return null;
  }

  private boolean isBlank(int length) {
    char[] chars = window.chars();
    for (int i = window.start(); i < window.start() + length; i++) {
      if (chars[i] != ' ' && chars[i] != '\t' && chars[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  private InputRecord read(int length) throws IOException, BadRecordException {
    if (source.faultBefore(window.offset())) {
      long column = source.faultAt() - (window.offset() - window.length()) + 1;
      String message =
          "At " + place(column) + " " + source.faultText() + "; save the file in UTF-8.";
      source.forgetBefore(window.offset());
      throw bad(ReadCodes.BAD_ENCODING, message, length);
    }
    try (JsonParser parser =
        JsonCodec.FACTORY.createParser(window.chars(), window.start(), length)) {
      return read(parser, length);
    }
  }

  private InputRecord read(JsonParser parser, int length) throws IOException, BadRecordException {
    try {
      parser.nextToken();
      Object value = builder.build(parser, line);
      if (parser.nextToken() != null) {
        String place = place(parser.currentTokenLocation().getCharOffset() + 1);
        throw bad(
            ReadCodes.BAD_JSON,
            "At " + place + " a second value stands on the line; NDJSON has one a line.",
            length);
      }
      return new InputRecord(value, line);
    } catch (JsonProcessingException e) {
      String place = place(JsonFaults.location(e, parser).getCharOffset() + 1);
      throw bad(JsonFaults.code(e), JsonFaults.sentence(e, place), length);
    } catch (BadRecordException e) {
      throw e.raw() == null ? bad(e.code(), e.getMessage(), length) : e;
    }
  }

  private BadRecordException bad(String code, String message, int length) {
    String raw = length > TextLimits.MAX_RAW ? null : window.text(0, length);
    return new BadRecordException(code, message, line, raw, false);
  }

  private String place(long column) {
    return "line " + line + ", column " + Math.max(1, column);
  }

  @Override
  public boolean singleRoot() {
    return false;
  }

  @Override
  public void onWarning(Consumer<String> listener) {
    builder.onWarning(listener);
  }

  @Override
  public void close() throws IOException {
    source.close();
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
