package fieldloom.engine.internal;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one loop: objects on the tape, or values where the loop had to compute them. */
final class DirectRows {
  private static final int FIRST = 16;

  /** What stands for the array where the loop has no list. */
  final State state;

  private int size;
  private int[] objects;
  private final @Nullable List<Object[]> values;
  private @Nullable Object @Nullable [] @Nullable [] keys;
  private @Nullable Object @Nullable [] @Nullable [] cells;

  /** Whether there is a list. */
  enum State {
    ABSENT,
    NULL,
    LIST
  }

  private DirectRows(State state, int room, @Nullable List<Object[]> values) {
    this.state = state;
    this.objects = new int[room];
    this.values = values;
    this.size = values == null ? 0 : values.size();
  }

  static DirectRows none(State state) {
    return new DirectRows(state, 0, null);
  }

  static DirectRows onTape() {
    return new DirectRows(State.LIST, FIRST, null);
  }

  static DirectRows of(List<Object[]> values) {
    return new DirectRows(State.LIST, 0, values);
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

  /** Adds an object and what it is sorted by. */
  void add(int object, @Nullable Object[] sortedBy) {
    add(object);
    if (keys == null) {
      keys = new Object[FIRST][];
    }
    if (size > keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
    }
    keys[size - 1] = sortedBy;
  }

  /** Sorts the objects by their keys. */
  void sort(OrderPlan plan) {
    if (keys != null) {
      objects = plan.sort(objects, keys, size);
      keys = null;
    }
  }

  /** The object of a row. */
  int object(int row) {
    return objects[row];
  }

  /** The values of a row; null where the rows are objects. */
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
