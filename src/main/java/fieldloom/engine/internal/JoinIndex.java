package fieldloom.engine.internal;

import fieldloom.function.Values;
import fieldloom.spill.SpilledIndex;
import fieldloom.spill.SpilledRows;
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
  private final List<?> all;
  private final Matches matches;
  private final List<Set<String>> kinds;

  /** Finds the items of a key, in the order of the list. */
  private interface Matches {
    List<?> of(List<Object> key, Frame frame);
  }

  private JoinIndex(List<?> all, Matches matches, List<Set<String>> kinds) {
    this.all = all;
    this.matches = matches;
    this.kinds = kinds;
  }

  static JoinIndex of(Object list, Expr[] keys, int slot, Frame frame) {
    List<?> all =
        list instanceof List<?> l ? l : Operators.unknown(list) ? List.of() : List.of(list);
    List<Set<String>> kinds = new ArrayList<>();
    for (int i = 0; i < keys.length; i++) {
      kinds.add(new HashSet<>());
    }
    if (keys.length == 0) {
      return new JoinIndex(all, (key, asked) -> List.of(), kinds);
    }
    Matches matches =
        all instanceof SpilledRows rows
            ? onDisk(rows, keys, slot, kinds, frame)
            : inMemory(all, keys, slot, kinds, frame);
    return new JoinIndex(all, matches, kinds);
  }

  private static Matches inMemory(
      List<?> all, Expr[] keys, int slot, List<Set<String>> kinds, Frame frame) {
    Map<List<Object>, List<Object>> byKey = new HashMap<>();
    for (Object item : all) {
      List<Object> key = key(item, keys, slot, kinds, frame);
      byKey.computeIfAbsent(comparable(key), k -> new ArrayList<>(1)).add(item);
    }
    return (key, asked) -> byKey.getOrDefault(comparable(key), List.of());
  }

  /** The hash finds the rows; whether their keys are equal is seen when they are read. */
  private static Matches onDisk(
      SpilledRows rows, Expr[] keys, int slot, List<Set<String>> kinds, Frame frame) {
    SpilledIndex index = rows.index();
    int number = 0;
    for (Object item : rows) {
      List<Object> key = key(item, keys, slot, kinds, frame);
      index.add(comparable(key).hashCode(), number++);
    }
    index.seal();
    return (key, asked) -> {
      List<Object> wanted = comparable(key);
      List<Object> found = new ArrayList<>(1);
      for (int row : index.rows(wanted.hashCode())) {
        Object item = rows.get(row);
        asked.slots[slot] = item;
        if (comparable(key(keys, asked)).equals(wanted)) {
          found.add(item);
        }
      }
      return found;
    };
  }

  private static List<Object> key(
      Object item, Expr[] keys, int slot, List<Set<String>> kinds, Frame frame) {
    frame.slots[slot] = item;
    List<Object> key = key(keys, frame);
    for (int i = 0; i < keys.length; i++) {
      if (!Operators.unknown(key.get(i))) {
        kinds.get(i).add(Values.kind(key.get(i)));
      }
    }
    return key;
  }

  static List<Object> key(Expr[] keys, Frame frame) {
    List<Object> key = new ArrayList<>(keys.length);
    for (Expr expr : keys) {
      key.add(expr.eval(frame));
    }
    return key;
  }

  private static List<Object> comparable(List<Object> key) {
    List<Object> comparable = new ArrayList<>(key.size());
    for (Object part : key) {
      comparable.add(Keys.one(part));
    }
    return comparable;
  }

  List<?> all() {
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

  List<?> matching(List<Object> key, Frame frame) {
    return matches.of(key, frame);
  }
}
