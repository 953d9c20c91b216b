package fieldloom.pack;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/** Says why the disk refused, in words. */
final class Failures {
  private Failures() {}

  /** The reason, to stand inside a sentence. */
  static String reason(IOException problem) {
    return switch (problem) {
      case NoSuchFileException e -> "“" + e.getFile() + "” is not there";
      case FileNotFoundException e -> "it is not there";
      case AccessDeniedException e -> "access to “" + e.getFile() + "” is denied";
      case NotDirectoryException e -> "“" + e.getFile() + "” is no folder";
      case FileSystemException e ->
          "the disk says of “" + e.getFile() + "”: " + said(e.getReason());
      default -> "the disk says: " + said(problem.getMessage());
    };
  }

  private static String said(@Nullable String text) {
    return text == null || text.isBlank() ? "an error without a name" : text;
  }
}
