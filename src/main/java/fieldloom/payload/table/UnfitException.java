package fieldloom.payload.table;

import java.io.Serial;

/**
 * A value that a column cannot hold, or that cannot be read from it; the message is what follows
 * the column's name in a sentence, without the full stop.
 */
final class UnfitException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  UnfitException(String message) {
    super(message);
  }
}
