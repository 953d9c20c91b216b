package fieldloom.payload.json;

import fieldloom.payload.BadRecordException;
import fieldloom.payload.ReadCodes;
import fieldloom.payload.RecordReader;
import fieldloom.payload.text.StrictReader;
import fieldloom.payload.text.TextWindow;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a record a line of UTF-16 or UTF-32, as the byte order mark says. */
final class WideNdjsonReader implements RecordReader {
  private final StrictReader source;
  private final TextWindow window;
  private final LineParser parser = new LineParser(this::warn);
  private Consumer<String> warnings = text -> {};
  private long line;
  private boolean ended;

  WideNdjsonReader(StrictReader source) {
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
        throw NdjsonReader.tooLong(line);
      }
      int length = window.lengthWithoutEnd();
      if (window.text(0, length).chars().anyMatch(c -> c != ' ' && c != '\t' && c != '\r')) {
        return read(length);
      }
    }
    return null;
  }

  private InputRecord read(int length) throws IOException, BadRecordException {
    if (source.faultBefore(window.offset())) {
      long column = source.faultAt() - (window.offset() - window.length()) + 1;
      String message =
          "At line "
              + line
              + ", column "
              + column
              + " "
              + source.faultText()
              + "; save the file in UTF-8.";
      source.forgetBefore(window.offset());
      String raw = window.text(0, length);
      throw new BadRecordException(ReadCodes.BAD_ENCODING, message, line, raw, false);
    }
    return parser.read(window.chars(), window.start(), length, line);
  }

  private void warn(String text) {
    warnings.accept(text);
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
    source.close();
  }
}
