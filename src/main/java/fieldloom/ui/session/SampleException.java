package fieldloom.ui.session;

import java.io.Serial;

/** A sample that cannot be shown; one sentence: which file, where in it, what to do. */
public final class SampleException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  public SampleException(String message) {
    super(message);
  }
}
