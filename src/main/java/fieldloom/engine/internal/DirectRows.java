package fieldloom.engine.internal;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one loop: objects on the tape, or values where the loop had to compute them. */
final class DirectRows {
  private static final int FIRST = 16;
  private static final int[] NO_OBJECTS = {};
  private static final Object[] NO_ITEMS = {};

  /** What stands for the array where the loop has no list. */
  final State state;

  private int size;
  private int kept;
  private int[] objects;
  private final Object[] items;
  private final @Nullable List<Object[]> values;
  private @Nullable Object @Nullable [] @Nullable [] keys;
  private @Nullable Object @Nullable [] @Nullable [] cells;

  /** Whether there is a list. */
  enum State {
    ABSENT,
    NULL,
    LIST
  }

  private DirectRows(
      State state, int size, int[] objects, Object[] items, @Nullable List<Object[]> values) {
    this.state = state;
    this.size = size;
    this.objects = objects;
    this.items = items;
    this.values = values;
  }

  static DirectRows none(State state) {
    return new DirectRows(state, 0, NO_OBJECTS, NO_ITEMS, null);
  }

  static DirectRows onTape() {
    return new DirectRows(State.LIST, 0, new int[FIRST], NO_ITEMS, null);
  }

  /** Rows of one value each. */
  static DirectRows ofItems(Object[] items, int count) {
    return new DirectRows(State.LIST, count, NO_OBJECTS, items, null);
  }

  static DirectRows of(List<Object[]> values) {
    return new DirectRows(State.LIST, values.size(), NO_OBJECTS, NO_ITEMS, values);
  }

  int size() {
    return size;
  }

  /** Adds an object. */
  void add(int object) {
    if (size == objects.length) {
      objects = Arrays.copyOf(objects, size * 2);
    }
    objects[size++] = object;
  }

  /** Keeps a row behind those kept so far. */
  void keep(int row) {
    if (objects.length > 0) {
      objects[kept] = objects[row];
    } else {
      items[kept] = items[row];
    }
    kept++;
  }

  /** Keeps a row and what it is sorted by. */
  void keep(int row, @Nullable Object[] sortedBy) {
    if (keys == null) {
      keys = new Object[size][];
    }
    keys[kept] = sortedBy;
    keep(row);
  }

  /** Leaves the rows that were kept, sorted where they are. */
  void chosen(@Nullable OrderPlan order) {
    size = kept;
    if (order != null && keys != null) {
      int[] places = order.sort(keys, size);
      int[] sorted = new int[Math.min(size, objects.length)];
      Object[] sortedItems = new Object[Math.min(size, items.length)];
      for (int i = 0; i < sorted.length; i++) {
        sorted[i] = objects[places[i]];
      }
      for (int i = 0; i < sortedItems.length; i++) {
        sortedItems[i] = items[places[i]];
      }
      System.arraycopy(sorted, 0, objects, 0, sorted.length);
      System.arraycopy(sortedItems, 0, items, 0, sortedItems.length);
      keys = null;
    }
  }

  /** The object of a row. */
  int object(int row) {
    return objects[row];
  }

  /** The value of a row of one. */
  Object item(int row) {
    return items[row];
  }

  /** The values of a row; null where the rows are of one value each. */
  Object @Nullable [] values(int row) {
    return values == null ? null : values.get(row);
  }

  /** The cells of a row's item, made when they are first asked for. */
  @Nullable Object[] cells(int row, int count) {
    if (cells == null) {
      cells = new Object[size][];
    }
    @Nullable Object[] known = cells[row];
    if (known == null) {
      known = new Object[count];
      cells[row] = known;
    }
    return known;
  }
}
