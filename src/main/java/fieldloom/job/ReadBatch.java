package fieldloom.job;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records read one after the other, to be mapped by one thread.
 *
 * @param bytes about what they take in memory
 * @param last whether nothing follows
 * @param failure why nothing follows; null where the input is at its end
 */
record ReadBatch(
    List<ReadItem> items, long bytes, boolean last, @Nullable RunFailedException failure) {
  private static final int MAX_RECORDS = 200;
  private static final long MAX_BYTES = 262_144;

  /** A slow input's records are not held back for long. */
  private static final long MAX_NANOS = 20_000_000;

  static ReadBatch next(Driver driver) {
    List<ReadItem> items = new ArrayList<>();
    long bytes = 0;
    long began = System.nanoTime();
    try {
      while (items.size() < MAX_RECORDS
          && bytes < MAX_BYTES
          && (items.isEmpty() || System.nanoTime() - began < MAX_NANOS)) {
        ReadItem item = driver.next();
        if (item == null) {
          return new ReadBatch(items, bytes, true, null);
        }
        items.add(item);
        bytes += Weight.of(item);
      }
      return new ReadBatch(items, bytes, false, null);
    } catch (RunFailedException e) {
      return new ReadBatch(items, bytes, true, e);
    }
  }
}
