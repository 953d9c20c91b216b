package fieldloom.pack;

import java.io.Serial;

/**
 * A mapping file or package that cannot be used; the message is one sentence: which file, where in
 * it (a JSON pointer, line and column, a part), what to do.
 */
public final class PackException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  public PackException(String message) {
    super(message);
  }

  public PackException(String message, Throwable cause) {
    super(message, cause);
  }
}
