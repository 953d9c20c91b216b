package fieldloom.engine.internal;

import org.jspecify.annotations.Nullable;

/**
 * The cells of one target record or of one item: what each of its fields came to. A cell is
 * computed once, when it is first asked for, so that rules may refer to each other in any order.
 */
class Scope {
  final @Nullable Object[] cells;
  final @Nullable Scope parent;
  private final @Nullable ArrayNode array;
  private final int index;

  /** The scope of a target record. */
  Scope(int cells) {
    this(cells, null, null, 0);
  }

  Scope(int cells, @Nullable Scope parent, @Nullable ArrayNode array, int index) {
    this.cells = new Object[cells];
    this.parent = parent;
    this.array = array;
    this.index = index;
  }

  /** The scope that many levels up. */
  Scope up(int levels) {
    Scope scope = this;
    for (int i = 0; i < levels; i++) {
      scope = java.util.Objects.requireNonNull(scope.parent);
    }
    return scope;
  }

  /** A path below this scope as people count, items from 1: {@code items[2].qty}. */
  String path(String below) {
    if (array == null || parent == null) {
      return below;
    }
    String item = parent.path(array.path) + "[" + (index + 1) + "]";
    return below.isEmpty() ? item : item + "." + below;
  }
}
