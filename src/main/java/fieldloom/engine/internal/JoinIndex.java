package fieldloom.engine.internal;

import fieldloom.function.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The items of a joined list, by their keys. Equal values of one kind have equal keys; where kinds
 * meet that cannot be compared or compare in their own way, the condition itself has to decide.
 */
final class JoinIndex {
  private final List<Object> all = new ArrayList<>();
  private final Map<List<Object>, List<Object>> byKey = new HashMap<>();
  private final List<Set<String>> kinds = new ArrayList<>();

  private JoinIndex(int keys) {
    for (int i = 0; i < keys; i++) {
      kinds.add(new HashSet<>());
    }
  }

  static JoinIndex of(Object list, Expr[] keys, int slot, Frame frame) {
    JoinIndex index = new JoinIndex(keys.length);
    if (list instanceof List<?> items) {
      index.all.addAll(items);
    } else if (!Operators.unknown(list)) {
      index.all.add(list);
    }
    for (Object item : keys.length == 0 ? List.of() : index.all) {
      frame.slots[slot] = item;
      List<Object> key = key(keys, frame);
      for (int i = 0; i < keys.length; i++) {
        if (!Operators.unknown(key.get(i))) {
          index.kinds.get(i).add(Values.kind(key.get(i)));
        }
      }
      index.byKey.computeIfAbsent(comparable(key), k -> new ArrayList<>(1)).add(item);
    }
    return index;
  }

  static List<Object> key(Expr[] keys, Frame frame) {
    List<Object> key = new ArrayList<>(keys.length);
    for (Expr expr : keys) {
      key.add(expr.eval(frame));
    }
    return key;
  }

  private static List<Object> comparable(List<Object> key) {
    return key.stream().map(Keys::one).toList();
  }

  List<Object> all() {
    return all;
  }

  /** Whether equal keys are all there is to equality with this one. */
  boolean decides(List<Object> key) {
    for (int i = 0; i < key.size(); i++) {
      Set<String> known = kinds.get(i);
      boolean alone = known.isEmpty() || Operators.unknown(key.get(i));
      if (!alone && !(known.size() == 1 && known.contains(Values.kind(key.get(i))))) {
        return false;
      }
    }
    return !key.isEmpty();
  }

  List<Object> matching(List<Object> key) {
    return byKey.getOrDefault(comparable(key), List.of());
  }
}
