package fieldloom.ui.loops;

import java.util.ArrayList;
import java.util.List;

/** Lists with one place changed. */
final class Keys {
  private Keys() {}

  static <T> List<T> with(List<T> list, int at, T value) {
    List<T> changed = new ArrayList<>(list);
    changed.set(at, value);
    return changed;
  }

  static <T> List<T> plus(List<T> list, T value) {
    List<T> changed = new ArrayList<>(list);
    changed.add(value);
    return changed;
  }

  static <T> List<T> without(List<T> list, int at) {
    List<T> changed = new ArrayList<>(list);
    changed.remove(at);
    return changed;
  }

  /** Two neighbours changed places; the same list where there is no such neighbour. */
  static <T> List<T> moved(List<T> list, int at, int by) {
    int to = at + by;
    if (to < 0 || to >= list.size()) {
      return list;
    }
    List<T> changed = new ArrayList<>(list);
    changed.add(to, changed.remove(at));
    return changed;
  }
}
