package fieldloom.job;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** Says in plain words why a file could not be read or written: the middle of a sentence. */
final class FileReasons {
  private FileReasons() {}

  static String of(IOException e) {
    String message = e.getMessage() == null ? "" : e.getMessage();
    String lower = message.toLowerCase(Locale.ROOT);
    if (lower.contains("no space left") || lower.contains("not enough space")) {
      return "the disk is full; make room on it and run again";
    }
    if (lower.contains("quota")) {
      return "the disk quota is used up; make room and run again";
    }
    if (lower.contains("is a directory")) {
      return "it is a folder; name a file";
    }
    return switch (e) {
      case NoSuchFileException missing -> "there is no such file or folder; check its name";
      case FileNotFoundException missing -> "there is no such file; check its name";
      case AccessDeniedException denied -> "access is denied; check its permissions";
      case FileSystemException other ->
          other.getReason() == null ? "the system refuses it" : trimmed(other.getReason());
      case IOException other ->
          message.isBlank() ? other.getClass().getSimpleName() : trimmed(message);
    };
  }

  /** Without a full stop, since more of the sentence follows. */
  private static String trimmed(String text) {
    String line = text.lines().findFirst().orElse("").strip();
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }
}
