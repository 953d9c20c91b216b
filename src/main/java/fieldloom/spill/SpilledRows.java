package fieldloom.spill;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.RandomAccess;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;

/**
 * A list of records on disk; each is made anew where it is asked for. Filled by one thread, then
 * read by any.
 */
public final class SpilledRows extends AbstractList<Object> implements RandomAccess {
  private final SpillStore store;
  private final MVMap<Long, byte[]> map;
  private int size;

  SpilledRows(SpillStore store) {
    this.store = store;
    this.map = store.map();
  }

  /**
   * Adds a record behind the others.
   *
   * @throws SpillException where there is no room on the disk
   */
  @Override
  public boolean add(Object record) {
    byte[] bytes = RecordBytes.of(record);
    long row = size++;
    store.asked(() -> map.put(row, bytes));
    return true;
  }

  @Override
  public Object get(int row) {
    byte[] bytes = store.asked(() -> map.get((long) row));
    if (bytes == null) {
      throw new IndexOutOfBoundsException(row);
    }
    return RecordBytes.value(bytes);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Iterator<Object> iterator() {
    Cursor<Long, byte[]> cursor = store.asked(() -> map.cursor(0L));
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return store.asked(cursor::hasNext);
      }

      @Override
      public Object next() {
        return RecordBytes.value(
            store.asked(
                () -> {
                  cursor.next();
                  return cursor.getValue();
                }));
      }
    };
  }

  /** An index of these records, still empty, on disk too. */
  public SpilledIndex index() {
    return new SpilledIndex(store);
  }
}
