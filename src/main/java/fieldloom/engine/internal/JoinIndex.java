package fieldloom.engine.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The items of a joined list, by key where there is one. */
final class JoinIndex {
  private final List<Object> all;
  private final Map<Object, List<Object>> byKey;
  private final boolean keyed;

  private JoinIndex(List<Object> all, Map<Object, List<Object>> byKey, boolean keyed) {
    this.all = all;
    this.byKey = byKey;
    this.keyed = keyed;
  }

  static JoinIndex of(Object list, Expr[] keys, int slot, Frame frame) {
    List<Object> all = new ArrayList<>();
    if (list instanceof List<?> items) {
      all.addAll(items);
    } else if (!Operators.unknown(list)) {
      all.add(list);
    }
    Map<Object, List<Object>> byKey = new HashMap<>();
    if (keys.length > 0) {
      for (Object item : all) {
        frame.slots[slot] = item;
        byKey.computeIfAbsent(Keys.of(keys, frame), k -> new ArrayList<>(1)).add(item);
      }
    }
    return new JoinIndex(all, byKey, keys.length > 0);
  }

  List<Object> candidates(Object key) {
    return keyed ? byKey.getOrDefault(key, List.of()) : all;
  }
}
