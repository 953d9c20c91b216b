package fieldloom.ui.kit;

import java.io.IOException;
import java.io.Serial;

/** The window toolkit cannot be used here; one sentence says what is missing. */
public final class ToolkitException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  public ToolkitException(String message, Throwable cause) {
    super(message, cause);
  }
}
