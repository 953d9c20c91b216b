package fieldloom.payload.edi;

import java.io.Serial;

/** A record, or a value of it, that no message can hold. */
final class UnfitException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * @param message goes on from the name of the record or of its element: {@code has no sender}
   */
  UnfitException(String message) {
    super(message);
  }
}
