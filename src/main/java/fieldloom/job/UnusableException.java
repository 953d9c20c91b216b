package fieldloom.job;

import java.io.Serial;

/**
 * A run that cannot begin: the message is one sentence that says what is missing and what to do.
 */
public final class UnusableException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  public UnusableException(String message) {
    super(message);
  }
}
