package fieldloom.spill;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The memory that records of one run may take together, and the temporary store on disk for those
 * that find no room. The store's file is made when it is first needed and gone when this is closed.
 * Thread-safe.
 */
public final class SpillRoom implements AutoCloseable {
  private static final long SMALLEST_CACHE = 1L << 20;

  private final long bytes;
  private final @Nullable Supplier<Path> file;
  private long taken;
  private @Nullable SpillStore store;

  /**
   * @param bytes that records may take in memory, more or less
   * @param file gives the path of a file that is not there yet, asked for once
   */
  public SpillRoom(long bytes, Supplier<Path> file) {
    this.bytes = bytes;
    this.file = file;
  }

  private SpillRoom() {
    this.bytes = Long.MAX_VALUE;
    this.file = null;
  }

  /** Room for whatever comes, without a store. */
  public static SpillRoom unbounded() {
    return new SpillRoom();
  }

  /**
   * Takes room for a record.
   *
   * @return whether there was room for it
   */
  public synchronized boolean take(long weight) {
    if (weight > bytes - taken) {
      return false;
    }
    taken += weight;
    return true;
  }

  /** Gives room back. */
  public synchronized void give(long weight) {
    taken -= weight;
  }

  /**
   * A list of records on disk.
   *
   * @throws SpillException where the store cannot be begun
   */
  public synchronized SpilledRows rows() {
    return new SpilledRows(open());
  }

  private SpillStore open() {
    SpillStore open = store;
    if (open == null) {
      if (file == null) {
        throw new IllegalStateException("there is room for everything");
      }
      open = SpillStore.open(file.get(), Math.max(SMALLEST_CACHE, bytes / 4));
      store = open;
    }
    return open;
  }

  /** Whether anything is on disk. */
  public synchronized boolean hasSpilled() {
    return store != null;
  }

  @Override
  public synchronized void close() {
    if (store != null) {
      store.close();
      store = null;
    }
  }
}
