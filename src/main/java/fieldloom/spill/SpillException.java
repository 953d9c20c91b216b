package fieldloom.spill;

import java.io.Serial;

/**
 * The temporary store of a run cannot be written or read: the disk is full, or its file is gone.
 * The message is one sentence that says what to do.
 */
public final class SpillException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  SpillException(String message, Throwable cause) {
    super(message, cause);
  }
}
