package fieldloom.engine.internal;

import fieldloom.function.Values;
import java.util.ArrayList;
import java.util.List;

/** Keys to group, join and find equal values by. */
final class Keys {
  private Keys() {}

  /** The values of formulas as one key; absent and null are keys of their own. */
  static Object of(Expr[] by, Frame frame) {
    if (by.length == 1) {
      return one(by[0].eval(frame));
    }
    List<Object> key = new ArrayList<>(by.length);
    for (Expr expr : by) {
      key.add(one(expr.eval(frame)));
    }
    return key;
  }

  static Object one(Object value) {
    return Operators.unknown(value) ? value : Values.key(value);
  }
}
