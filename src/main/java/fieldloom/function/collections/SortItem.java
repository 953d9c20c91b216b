package fieldloom.function.collections;

import fieldloom.function.ValueException;
import fieldloom.function.Values;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import java.util.Comparator;
import java.util.List;

/** An item and the keys it is sorted by. */
record SortItem(Object item, List<Object> keys) {

  /**
   * Checks that keys in the same place can be compared, whichever pairs a sort happens to compare.
   *
   * @throws ValueException where their types differ or have no order
   */
  static void check(List<SortItem> items) {
    int places = items.isEmpty() ? 0 : items.getFirst().keys.size();
    for (int place = 0; place < places; place++) {
      Object first = null;
      for (SortItem item : items) {
        if (item.keys.size() != places) {
          throw new ValueException("different-types", "Some items have more keys than others.");
        }
        Object key = item.keys.get(place);
        if (Values.isValue(key)) {
          first = first == null ? key : first;
          Values.compare(first, key);
        }
      }
    }
  }

  /**
   * The order by keys: null after all values, absent after null, descending the reverse.
   *
   * @param descending for each key; one alone is for all
   */
  static Comparator<SortItem> order(List<Boolean> descending) {
    return (a, b) -> {
      for (int i = 0; i < a.keys.size(); i++) {
        int order = compare(a.keys.get(i), b.keys.get(i));
        if (order != 0) {
          boolean reversed =
              descending.size() == 1
                  ? descending.getFirst()
                  : i < descending.size() && descending.get(i);
          return reversed ? -order : order;
        }
      }
      return 0;
    };
  }

  private static int compare(Object a, Object b) {
    int order = Integer.compare(rank(a), rank(b));
    return order != 0 || !Values.isValue(a) ? order : Values.compare(a, b);
  }

  private static int rank(Object key) {
    if (key == Absent.ABSENT) {
      return 2;
    }
    return key == Null.NULL ? 1 : 0;
  }
}
