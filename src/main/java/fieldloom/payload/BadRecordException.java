package fieldloom.payload;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** One record that cannot be read. */
public final class BadRecordException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final String code;
  private final long line;
  private final @Nullable String raw;
  private final boolean last;

  /**
   * @param message one sentence with line and column of the fault
   * @param line first line of the record, from 1
   * @param raw the record's text; null where it is not kept
   * @param last whether nothing can be read behind it
   */
  public BadRecordException(
      String code, String message, long line, @Nullable String raw, boolean last) {
    super(message);
    this.code = code;
    this.line = line;
    this.raw = raw;
    this.last = last;
  }

  public String code() {
    return code;
  }

  public long line() {
    return line;
  }

  public @Nullable String raw() {
    return raw;
  }

  public boolean last() {
    return last;
  }
}
