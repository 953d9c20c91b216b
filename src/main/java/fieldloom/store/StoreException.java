package fieldloom.store;

import java.io.Serial;

/** The store cannot do what was asked; the message is one sentence: what, where, what to do. */
public class StoreException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  public StoreException(String message) {
    super(message);
  }

  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
