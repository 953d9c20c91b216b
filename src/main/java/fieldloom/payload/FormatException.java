package fieldloom.payload;

import java.io.IOException;
import java.io.Serial;

/**
 * A format, an option of it, or an input as a whole that cannot be used; the message is one
 * sentence that names the source or target, the option and what is allowed.
 */
public final class FormatException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  public FormatException(String message) {
    super(message);
  }
}
