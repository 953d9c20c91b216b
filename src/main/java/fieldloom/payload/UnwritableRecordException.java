package fieldloom.payload;

import java.io.IOException;
import java.io.Serial;

/**
 * One record that a format cannot hold: a nested value for a CSV, a character that the encoding
 * lacks. Nothing of it was written and the next record may be; the message is one sentence with
 * record and field.
 */
public final class UnwritableRecordException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  public UnwritableRecordException(String message) {
    super(message);
  }
}
