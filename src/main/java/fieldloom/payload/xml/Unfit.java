package fieldloom.payload.xml;

import java.io.Serial;

/** A record that cannot be written; the message says what of which field: {@code has no Qty, …}. */
final class Unfit extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  Unfit(String message) {
    super(message);
  }
}
