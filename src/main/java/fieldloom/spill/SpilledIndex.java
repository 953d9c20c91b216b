package fieldloom.spill;

import java.util.Arrays;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;

/**
 * Row numbers by the hash of something, on disk. Filled by one thread, sealed, then read by any.
 * Equal hashes are no equal keys: whoever asks compares.
 */
public final class SpilledIndex {
  private static final byte[] NOTHING = {};

  /** So many are sorted before they are put in, so that they meet the store's pages in order. */
  private static final int SORTED = 1 << 18;

  private final SpillStore store;
  private final MVMap<Long, byte[]> map;
  private long[] waiting = new long[1024];
  private int count;

  SpilledIndex(SpillStore store) {
    this.store = store;
    this.map = store.map();
  }

  /**
   * Adds a row.
   *
   * @param row from 0
   */
  public void add(int hash, int row) {
    if (count == SORTED) {
      flush();
    }
    if (count == waiting.length) {
      waiting = Arrays.copyOf(waiting, count * 2);
    }
    waiting[count++] = (long) hash << 32 | row;
  }

  private void flush() {
    Arrays.sort(waiting, 0, count);
    for (int i = 0; i < count; i++) {
      Long key = waiting[i];
      store.asked(() -> map.put(key, NOTHING));
    }
    count = 0;
  }

  /** Says that all is added. */
  public SpilledIndex seal() {
    flush();
    waiting = new long[1];
    return this;
  }

  /** The rows of a hash, in order. */
  public int[] rows(int hash) {
    return store.asked(
        () -> {
          int[] rows = new int[4];
          int found = 0;
          Cursor<Long, byte[]> cursor = map.cursor((long) hash << 32);
          while (cursor.hasNext()) {
            long key = cursor.next();
            if ((int) (key >> 32) != hash) {
              break;
            }
            if (found == rows.length) {
              rows = Arrays.copyOf(rows, found * 2);
            }
            rows[found++] = (int) key;
          }
          return Arrays.copyOf(rows, found);
        });
  }
}
