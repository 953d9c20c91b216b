package fieldloom.engine.internal;

import fieldloom.function.ValueException;
import fieldloom.function.Values;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How rows are sorted; stable. Ascending: values, then null, then absent; descending: reversed. */
record OrderPlan(Key[] keys) {

  /**
   * A sort key.
   *
   * @param locale by whose rules text is sorted; null sorts by code point
   */
  record Key(Expr by, boolean descending, @Nullable Locale locale) {}

  private record Sorted(Object[] row, Object[] keys) {}

  List<Object[]> sort(List<Object[]> rows, LoopPlan loop, Frame frame) {
    List<Sorted> sorted = new ArrayList<>(rows.size());
    for (Object[] row : rows) {
      loop.bind(row, frame);
      Object[] values = new Object[keys.length];
      for (int i = 0; i < keys.length; i++) {
        values[i] = keys[i].by.eval(frame);
      }
      sorted.add(new Sorted(row, values));
    }
    Comparator<Object[]> byKeys = comparator();
    sorted.sort((a, b) -> byKeys.compare(a.keys, b.keys));
    List<Object[]> out = new ArrayList<>(rows.size());
    sorted.forEach(s -> out.add(s.row));
    return out;
  }

  /** The places of keys in their order. */
  int[] sort(Object[][] by, int size) {
    Integer[] places = new Integer[size];
    for (int i = 0; i < size; i++) {
      places[i] = i;
    }
    Comparator<Object[]> byKeys = comparator();
    Arrays.sort(places, (a, b) -> byKeys.compare(by[a], by[b]));
    return Arrays.stream(places).mapToInt(Integer::intValue).toArray();
  }

  private Comparator<Object[]> comparator() {
    @Nullable Collator[] collators = new Collator[keys.length];
    for (int i = 0; i < keys.length; i++) {
      Locale locale = keys[i].locale;
      collators[i] = locale == null ? null : Collator.getInstance(locale);
    }
    return (a, b) -> {
      for (int i = 0; i < keys.length; i++) {
        int order = compare(a[i], b[i], collators[i]);
        if (order != 0) {
          return keys[i].descending ? -order : order;
        }
      }
      return 0;
    };
  }

  private static int compare(Object a, Object b, @Nullable Collator collator) {
    int ranks = Integer.compare(rank(a), rank(b));
    if (ranks != 0 || rank(a) > 0) {
      return ranks;
    }
    if (collator != null && a instanceof String x && b instanceof String y) {
      return collator.compare(x, y);
    }
    try {
      return Values.compare(a, b);
    } catch (ValueException e) {
      throw new ValueException(
          "mixed-types",
          "Items cannot be sorted: "
              + Coercion.shown(a)
              + " and "
              + Coercion.shown(b)
              + " are of different types.");
    }
  }

  private static int rank(Object value) {
    return value == Null.NULL ? 1 : value == Absent.ABSENT ? 2 : 0;
  }
}
