package fieldloom.database;

import fieldloom.model.Fault;
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
  private final transient @Nullable Fault fault;

  public DatabaseException(String message, @Nullable Throwable cause) {
    this(message, cause, false);
  }

  /**
   * @param login whether user and password are refused
   */
  DatabaseException(String message, @Nullable Throwable cause, boolean login) {
    this(message, cause, login, null);
  }

  /**
   * @param fault what is wrong, to be said in other languages
   */
  DatabaseException(String message, @Nullable Throwable cause, Fault fault) {
    this(message, cause, false, fault);
  }

  private DatabaseException(
      String message, @Nullable Throwable cause, boolean login, @Nullable Fault fault) {
    super(message, cause);
    this.login = login;
    this.fault = fault;
  }

  /** What is wrong, to be said in other languages; null where only the message says it. */
  public @Nullable Fault fault() {
    return fault;
  }

  /** Whether the database refuses user and password, so that others may help. */
  public boolean isLogin() {
    return login;
  }
}
