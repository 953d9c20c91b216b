package fieldloom.job;

import java.io.Serial;

/** The outside world ended a run that was going on; the message is one sentence that says how. */
final class RunFailedException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  RunFailedException(String message) {
    super(message);
  }

  RunFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
