package fieldloom.landscape;

import java.io.Serial;

/** A landscape file that cannot be used; the message is one sentence: where in it, what to do. */
public final class LandscapeException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  public LandscapeException(String message) {
    super(message);
  }
}
