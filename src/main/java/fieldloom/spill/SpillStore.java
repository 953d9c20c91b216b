package fieldloom.spill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;

/**
 * A temporary store in one file, locked while it is open. Nothing in it outlives it, so nothing is
 * made lasting.
 */
final class SpillStore implements AutoCloseable {
  private static final int PAGE_BYTES = 4096;
  private static final int UNSAVED_KB = 4096;

  private final Path file;
  private final MVStore store;
  private int maps;

  private SpillStore(Path file, MVStore store) {
    this.file = file;
    this.store = store;
  }

  /**
   * Makes the file.
   *
   * @param cacheBytes memory for pages that were read, at least 1 MB
   */
  static SpillStore open(Path file, long cacheBytes) {
    try {
      own(file);
      MVStore store =
          new MVStore.Builder()
              .fileName(file.toString())
              .cacheSize((int) Math.min(1024, cacheBytes >> 20))
              .autoCommitBufferSize(UNSAVED_KB)
              .pageSplitSize(PAGE_BYTES)
              .open();
      // No thread of its own: pages are written when so many of them wait.
      store.setAutoCommitDelay(0);
      store.setRetentionTime(0);
      store.setVersionsToKeep(0);
      return new SpillStore(file, store);
    } catch (MVStoreException | IOException e) {
      throw failure(file, e);
    }
  }

  /** Makes the file for the user's eyes only: other users may look into the folder it is in. */
  private static void own(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
  }

  synchronized MVMap<Long, byte[]> map() {
    return asked(
        () ->
            store.openMap(
                "map" + maps++,
                new MVMap.Builder<Long, byte[]>()
                    .keyType(LongDataType.INSTANCE)
                    .valueType(ByteArrayDataType.INSTANCE)));
  }

  /** Does something with the store, and words what goes wrong. */
  <T> T asked(Supplier<T> work) {
    try {
      return work.get();
    } catch (MVStoreException e) {
      throw failure(file, e);
    }
  }

  private static SpillException failure(Path file, Exception e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String reason = String.valueOf(root.getMessage()).replaceFirst(" \\[[0-9./]+]$", "");
    return new SpillException(
        "The temporary file "
            + file
            + " cannot be written or read ("
            + reason
            + "); free space in its folder, or let records take more memory.",
        e);
  }

  /** Removes the file with all that is in it. */
  @Override
  public void close() {
    try {
      store.closeImmediately();
      Files.deleteIfExists(file);
    } catch (MVStoreException | IOException e) {
      // What is left over is removed by the next run.
      return;
    }
  }
}
