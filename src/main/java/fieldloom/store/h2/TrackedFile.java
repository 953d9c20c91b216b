package fieldloom.store.h2;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * Files as H2 opens them, remembered: after an open that failed, H2 leaves some locked until the
 * program ends, so that even a backup put in their place could not be opened. Public, since H2
 * makes its file paths by reflection.
 */
public final class TrackedFile extends FilePathWrapper {
  private static final String SCHEME = "fieldloom";
  private static final Queue<Open> OPEN = new ConcurrentLinkedQueue<>();

  private record Open(Path file, FileChannel channel) {}

  /** Makes the scheme known to H2; harmless when repeated. */
  static void register() {
    FilePath.register(new TrackedFile());
  }

  /** What stands before a path for H2 to open it here. */
  static String prefix() {
    return SCHEME + ":";
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    FileChannel channel = getBase().open(mode);
    OPEN.removeIf(open -> !open.channel().isOpen());
    OPEN.add(new Open(Path.of(getBase().toString()), channel));
    return channel;
  }

  /** Closes what is still open of the files in a folder, where no database has them open. */
  static void closeAll(Path folder) {
    for (Open open : OPEN) {
      if (folder.equals(open.file().getParent())) {
        try {
          open.channel().close();
        } catch (IOException e) {
          // Nothing has been written through it that anybody was told is saved.
          continue;
        }
      }
    }
    OPEN.removeIf(open -> !open.channel().isOpen());
  }
}
