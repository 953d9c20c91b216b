package fieldloom.engine.internal;

import fieldloom.function.Check;
import fieldloom.function.Numbers;
import fieldloom.function.ValueException;
import fieldloom.function.Values;
import fieldloom.model.formula.Formula.BinaryOp;
import fieldloom.model.formula.Formula.Pos;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import org.jspecify.annotations.Nullable;

/** The operators of formulas as expressions. */
final class Operators {
  private Operators() {}

  /** An operator whose operands are both evaluated. */
  static Object apply(BinaryOp op, Object left, Object right, Pos pos) {
    return switch (op) {
      case EQ -> equal(left, right, pos);
      case NE -> !equal(left, right, pos);
      case LT, LE, GT, GE -> order(op, left, right, pos);
      case JOIN -> join(left, right, pos);
      case ADD, SUBTRACT, MULTIPLY, DIVIDE -> arithmetic(op, left, right, pos);
      case OR, AND -> throw new IllegalStateException(op + " may not need both");
    };
  }

  static Object not(Object value, Pos pos) {
    return unknown(value) ? value : !bool(value, pos);
  }

  static Object negate(Object value, Pos pos) {
    if (unknown(value)) {
      return value;
    }
    try {
      return Num.of(Coercion.number(value).value().negate());
    } catch (ValueException e) {
      throw e.at(pos);
    }
  }

  static boolean unknown(Object value) {
    return value == Absent.ABSENT || value == Null.NULL;
  }

  private static boolean bool(Object value, Pos pos) {
    try {
      return Coercion.bool(value);
    } catch (ValueException e) {
      throw e.at(pos);
    }
  }

  /** Three-valued: a decisive operand decides, else an unknown one makes the result unknown. */
  static Object logic(Expr left, Expr right, Frame frame, boolean decisive, Pos pos) {
    Object a = left.eval(frame);
    if (!unknown(a) && bool(a, pos) == decisive) {
      return decisive;
    }
    Object b = right.eval(frame);
    if (!unknown(b) && bool(b, pos) == decisive) {
      return decisive;
    }
    Object unknown = propagated(a, b);
    return unknown == null ? !decisive : unknown;
  }

  /** What absent or null operands give: absent wins over null; null where both are values. */
  static @Nullable Object propagated(Object a, Object b) {
    if (a == Absent.ABSENT || b == Absent.ABSENT) {
      return Absent.ABSENT;
    }
    return a == Null.NULL || b == Null.NULL ? Null.NULL : null;
  }

  private static boolean equal(Object a, Object b, Pos pos) {
    if (unknown(a) || unknown(b)) {
      return a == b;
    }
    try {
      return Values.equal(a, b);
    } catch (ValueException e) {
      throw e.at(pos);
    }
  }

  private static Object order(BinaryOp op, Object a, Object b, Pos pos) {
    Object unknown = propagated(a, b);
    if (unknown != null) {
      return unknown;
    }
    try {
      int order = Values.compare(a, b);
      return switch (op) {
        case LT -> order < 0;
        case LE -> order <= 0;
        case GT -> order > 0;
        default -> order >= 0;
      };
    } catch (ValueException e) {
      throw e.at(pos);
    }
  }

  /** {@code &} skips absent and null; of nothing but absent it is absent, of absent and null "". */
  private static Object join(Object a, Object b, Pos pos) {
    if (a == Absent.ABSENT && b == Absent.ABSENT) {
      return Absent.ABSENT;
    }
    if (a == Null.NULL && b == Null.NULL) {
      return "";
    }
    try {
      String first = unknown(a) ? "" : Coercion.text(a);
      String second = unknown(b) ? "" : Coercion.text(b);
      Check.size((long) first.length() + second.length());
      return first + second;
    } catch (ValueException e) {
      throw e.at(pos);
    }
  }

  private static Object arithmetic(BinaryOp op, Object a, Object b, Pos pos) {
    Object unknown = propagated(a, b);
    if (unknown != null) {
      return unknown;
    }
    try {
      Num x = Coercion.number(a);
      Num y = Coercion.number(b);
      return switch (op) {
        case ADD -> Numbers.add(x, y);
        case SUBTRACT -> Numbers.subtract(x, y);
        case MULTIPLY -> Numbers.multiply(x, y);
        default -> Numbers.divide(x, y);
      };
    } catch (ValueException e) {
      throw e.at(pos);
    }
  }
}
