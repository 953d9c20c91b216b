package fieldloom.payload;

import java.io.IOException;
import java.io.Serial;

/**
 * A format, or an option of it, that cannot be used; the message is one sentence that names the
 * source or target, the option and what is allowed.
 */
public final class FormatException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  public FormatException(String message) {
    super(message);
  }
}
