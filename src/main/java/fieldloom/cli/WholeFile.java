package fieldloom.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files of which nobody ever sees half. */
final class WholeFile {
  private WholeFile() {}

  /** Writes beside the place and moves there. */
  static void write(Path place, byte[] content) throws IOException {
    Path file = place.toAbsolutePath();
    Path beside = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".part");
    try {
      Files.write(beside, content);
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
