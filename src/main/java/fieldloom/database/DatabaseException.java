package fieldloom.database;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A database that cannot be used as it was asked to; the message is one sentence: what, where, what
 * to do. It names no password and no data.
 */
public final class DatabaseException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  public DatabaseException(String message) {
    this(message, null);
  }

  public DatabaseException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
