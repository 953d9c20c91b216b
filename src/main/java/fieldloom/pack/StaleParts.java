package fieldloom.pack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Names of files that are being written beside their place, and the removal of those that a killed
 * run left there. One that is being written is locked.
 */
public final class StaleParts {
  private static final int UUID_LENGTH = 36;

  private StaleParts() {}

  /** A name nobody else uses, hidden, beside a place. */
  public static Path fresh(Path place) {
    return place.resolveSibling(prefix(place) + UUID.randomUUID() + ".part");
  }

  private static String prefix(Path place) {
    return "." + place.getFileName() + ".";
  }

  /** Marks a file as being written, for as long as its channel is open. */
  static void mark(FileChannel channel) {
    try {
      boolean locked = channel.tryLock() != null;
      assert locked;
    } catch (IOException e) {
      // Where the file system has no locks, nothing is removed either.
      return;
    }
  }

  /** Removes what killed runs left beside a place. */
  public static void remove(Path place) throws IOException {
    Path folder = place.getParent();
    if (folder == null) {
      return;
    }
    String prefix = prefix(place);
    int length = prefix.length() + UUID_LENGTH + ".part".length();
    DirectoryStream.Filter<Path> ours =
        file -> {
          String name = String.valueOf(file.getFileName());
          return name.length() == length && name.startsWith(prefix) && name.endsWith(".part");
        };
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, ours)) {
      for (Path part : parts) {
        if (isLeftOver(part)) {
          Files.deleteIfExists(part);
        }
      }
    }
  }

  private static boolean isLeftOver(Path part) {
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      @Nullable Object lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      // Somebody else's, or gone meanwhile.
      return false;
    }
  }
}
