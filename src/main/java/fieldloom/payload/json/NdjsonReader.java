package fieldloom.payload.json;

import fieldloom.payload.BadRecordException;
import fieldloom.payload.RawRecords;
import fieldloom.payload.ReadCodes;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a record a line of UTF-8. Whatever is wrong with a line, the next one is read. */
final class NdjsonReader implements RawRecords {
  private final ByteLines lines;
  private final LineParser own = new LineParser(this::warn);
  private Consumer<String> warnings = text -> {};

  /** A line that was not handed out. */
  private @Nullable Raw large;

  NdjsonReader(ByteLines lines) {
    this.lines = lines;
  }

  @Override
  public @Nullable InputRecord next() throws IOException, BadRecordException {
    Raw raw = large == null ? line() : large;
    large = null;
    return raw == null ? null : own.read(raw);
  }

  /** What may weigh more than a record may is read here, where that is reckoned. */
  @Override
  public @Nullable Raw nextRaw() throws IOException, BadRecordException {
    Raw raw = line();
    if (raw != null && raw.to() - raw.from() > RecordBudget.BYTES) {
      large = raw;
      return null;
    }
    return raw;
  }

  private @Nullable Raw line() throws IOException, BadRecordException {
    while (lines.next()) {
      if (lines.isTooLong()) {
        throw tooLong(lines.number());
      }
      if (!lines.isBlank()) {
        return new Raw(lines.bytes(), lines.from(), lines.to(), lines.number());
      }
    }
    return null;
  }

  static BadRecordException tooLong(long line) {
    return new BadRecordException(
        ReadCodes.TOO_LONG,
        "Line " + line + " has more than 20,000,000 characters; such a record is not read.",
        line,
        null,
        false);
  }

  @Override
  public void recycle() {
    lines.recycle();
  }

  @Override
  public Parser parser() {
    return new LineParser(this::warn);
  }

  @Override
  public boolean singleRoot() {
    return false;
  }

  private void warn(String text) {
    warnings.accept(text);
  }

  @Override
  public void onWarning(Consumer<String> listener) {
    warnings = listener;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
