package fieldloom.ui;

import java.io.IOException;
import java.io.Serial;

/** A picture that cannot be drawn or written; one sentence says why. */
public final class RenderException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  public RenderException(String message, Throwable cause) {
    super(message, cause);
  }
}
