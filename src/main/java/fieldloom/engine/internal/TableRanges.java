package fieldloom.engine.internal;

import fieldloom.function.ValueException;
import fieldloom.function.Values;
import fieldloom.model.FieldType;
import fieldloom.model.Problem;
import fieldloom.model.value.Null;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of a table as intervals: from (included), to (excluded), values. */
final class TableRanges {
  /** Below every bound: the start of an interval without one. */
  private static final Object LOWEST = new Object();

  private static final Comparator<Object> ORDER =
      (a, b) ->
          a == LOWEST || b == LOWEST
              ? Boolean.compare(b == LOWEST, a == LOWEST)
              : Values.compare(a, b);

  private final String table;
  private final FieldType type;
  private final List<Object[]> rows;
  private final NavigableMap<Object, Object[]> byStart = new TreeMap<>(ORDER);

  /**
   * @param type what bounds and keys are
   */
  TableRanges(String table, FieldType type, List<Object[]> rows) {
    this.table = table;
    this.type = type;
    this.rows = rows;
    for (Object[] row : rows) {
      Object start = row.length < 2 ? null : start(row);
      if (start != null) {
        byStart.put(start, row);
      }
    }
  }

  /** What bounds and keys are. */
  FieldType type() {
    return type;
  }

  private @Nullable Object start(Object[] row) {
    return row[0] == Null.NULL ? LOWEST : bound(row[0]);
  }

  private @Nullable Object bound(Object value) {
    try {
      return read(value);
    } catch (ValueException e) {
      return null;
    }
  }

  private Object read(Object value) {
    return Coercion.read(value, type, null, ZoneOffset.UTC, Locale.ROOT);
  }

  /** Intervals that overlap, and bounds of another type, are errors of the mapping. */
  void check(Problems problems) {
    Problem.Place place = Problem.Place.named("table " + table);
    int number = 0;
    for (Object[] row : rows) {
      number++;
      boolean interval =
          row.length > 2 && start(row) != null && (row[1] == Null.NULL || bound(row[1]) != null);
      if (!interval) {
        problems.error(
            "bad-range",
            place,
            "Row " + number + " of the table " + table + " is no interval.",
            "Write [from, to, value…] with "
                + (type.isNumber() ? "numbers" : "bounds of the type " + type.label())
                + ", null for an open end.");
        return;
      }
    }
    Object end = LOWEST;
    boolean open = false;
    Object[] last = null;
    for (Object[] row : byStart.values()) {
      Object start = start(row);
      if (last != null && start != null && (open || ORDER.compare(start, end) < 0)) {
        problems.error(
            "ranges-overlap",
            place,
            "Two intervals of the table " + table + " overlap at " + Coercion.shown(row[0]) + ".",
            "Let each end where the next begins.");
        return;
      }
      open = row[1] == Null.NULL;
      Object to = open ? null : bound(row[1]);
      end = to == null ? end : to;
      last = row;
    }
    if (byStart.size() < rows.size()) {
      problems.error(
          "ranges-overlap",
          place,
          "Two intervals of the table " + table + " begin together.",
          "Remove one of them.");
    }
  }

  /** The row whose interval holds a key; null where there is none. */
  Object @Nullable [] find(Object key) {
    Object value = read(key);
    NavigableMap<Object, Object[]> before = byStart.headMap(value, true);
    if (before.isEmpty()) {
      return null;
    }
    Object[] row = before.lastEntry().getValue();
    Object to = row[1] == Null.NULL ? null : bound(row[1]);
    return to == null || ORDER.compare(value, to) < 0 ? row : null;
  }
}
