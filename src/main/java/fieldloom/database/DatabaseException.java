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

  private final boolean login;

  public DatabaseException(String message, @Nullable Throwable cause) {
    this(message, cause, false);
  }

  /**
   * @param login whether user and password are refused
   */
  DatabaseException(String message, @Nullable Throwable cause, boolean login) {
    super(message, cause);
    this.login = login;
  }

  /** Whether the database refuses user and password, so that others may help. */
  public boolean isLogin() {
    return login;
  }
}
