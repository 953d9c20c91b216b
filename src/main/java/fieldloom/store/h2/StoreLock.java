package fieldloom.store.h2;

import fieldloom.store.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds a store's folder for one Fieldloom. The lock is the operating system's and goes with the
 * process, however that ends; the file only says who holds it.
 */
final class StoreLock implements AutoCloseable {
  private static final String FILE = "store.lock";

  /** Far behind the text, since a locked region cannot be read on Windows. */
  private static final long LOCKED_BYTE = 1L << 40;

  /**
   * Folders held by this very process. Closing any channel of a file drops the locks that a POSIX
   * process has on it, so a second try must not even open it.
   */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private StoreLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /** Whether a folder is a store's: a lock lies in it, held or not. */
  static boolean liesIn(Path folder) {
    return Files.exists(folder.resolve(FILE));
  }

  /**
   * Takes the lock.
   *
   * @param folder real path of the store's folder
   */
  static StoreLock take(Path folder) throws StoreException {
    if (!HELD_HERE.add(folder)) {
      throw new StoreException("The store in " + folder + " is open in this Fieldloom already.");
    }
    StoreLock lock = null;
    try {
      lock = takeFile(folder);
      return lock;
    } finally {
      if (lock == null) {
        HELD_HERE.remove(folder);
      }
    }
  }

  private static StoreLock takeFile(Path folder) throws StoreException {
    Path file = folder.resolve(FILE);
    FileChannel channel = null;
    boolean held = false;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
        throw new StoreException(heldMessage(folder));
      }
      channel.truncate(0);
      channel.write(StandardCharsets.UTF_8.encode(Long.toString(ProcessHandle.current().pid())), 0);
      held = true;
      return new StoreLock(folder, channel);
    } catch (IOException e) {
      throw new StoreException(
          "The store's folder "
              + folder
              + " cannot be used: "
              + Reasons.of(e)
              + "; set FIELDLOOM_HOME to a folder of your own on a local disk.",
          e);
    } finally {
      if (!held && channel != null) {
        closeQuietly(channel);
      }
    }
  }

  /** What to say where another process holds the store. */
  static String heldMessage(Path folder) {
    String holder;
    try {
      String pid = Files.readString(folder.resolve(FILE)).strip();
      holder = pid.isEmpty() ? "" : " (process " + pid + ")";
    } catch (IOException e) {
      // Who holds it is only an extra to the message.
      holder = "";
    }
    return "Another Fieldloom"
        + holder
        + " holds the store in "
        + folder
        + "; go on in its window, or close it and try again.";
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // The reason why the store does not open is told already; this one adds nothing.
      return;
    }
  }

  @Override
  public void close() {
    closeQuietly(channel);
    HELD_HERE.remove(folder);
  }
}
