package fieldloom.store.h2;

import fieldloom.store.StoreException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Words failures of H2 and of the disk so that a person knows what to do. */
final class Reasons {
  private Reasons() {}

  /** Why a file operation failed, the middle of a sentence. */
  static String of(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> "access to " + denied.getFile() + " is denied";
      case NoSuchFileException missing -> missing.getFile() + " is not there";
      case FileAlreadyExistsException there -> there.getFile() + " is no folder";
      case IOException other ->
          other.getMessage() == null ? other.getClass().getSimpleName() : other.getMessage();
    };
  }

  /** The first SQLException in a chain of causes. */
  static @Nullable SQLException sqlCause(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql;
      }
    }
    return null;
  }

  /** Whether H2 has given the database up, so that it must be opened again. */
  static boolean closesDatabase(SQLException e) {
    return switch (e.getErrorCode()) {
      case ErrorCode.DATABASE_IS_CLOSED,
          ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
          ErrorCode.OBJECT_CLOSED,
          ErrorCode.IO_EXCEPTION_1,
          ErrorCode.IO_EXCEPTION_2,
          ErrorCode.FILE_CORRUPTED_1,
          ErrorCode.GENERAL_ERROR_1 ->
          true;
      default -> false;
    };
  }

  /** What a failure means for the store in a folder. */
  static StoreException translate(Path folder, Throwable e) {
    SQLException sql = sqlCause(e);
    if (sql == null) {
      throw new IllegalStateException("the store failed without a database error", e);
    }
    return switch (sql.getErrorCode()) {
      case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
          new StoreException(StoreLock.heldMessage(folder), sql);
      case ErrorCode.FILE_CORRUPTED_1 -> damaged(folder, sql);
      case ErrorCode.VALUE_TOO_LONG_2 ->
          new StoreException("The store cannot keep a text this long: " + sql.getMessage(), sql);
      default -> {
        if (says(sql, "No space left", "not enough space", "Disk quota")) {
          yield new StoreException(
              "The disk of the store in "
                  + folder
                  + " is full; make room on it and try again, what was saved before is safe.",
              sql);
        }
        yield new StoreException(
            "The store in "
                + folder
                + " cannot be used (H2 error "
                + sql.getErrorCode()
                + ": "
                + firstLine(sql)
                + "); close Fieldloom and open it again.",
            sql);
      }
    };
  }

  static StoreException damaged(Path folder, @Nullable Throwable cause) {
    String message =
        "The store's file in "
            + folder
            + " is damaged or no Fieldloom store; it has been left as it is:"
            + " put a backup in its place, or move it away to begin anew.";
    return cause == null ? new StoreException(message) : new StoreException(message, cause);
  }

  private static boolean says(SQLException e, String... words) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage());
      for (String word : words) {
        if (message.contains(word)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
