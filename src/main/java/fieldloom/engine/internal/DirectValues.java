package fieldloom.engine.internal;

import fieldloom.function.FunctionDef;
import fieldloom.function.IsoDates;
import fieldloom.function.Numbers;
import fieldloom.function.Values;
import fieldloom.function.date.PlainPattern;
import fieldloom.model.FieldType;
import fieldloom.model.formula.Formula.BinaryOp;
import fieldloom.model.formula.Formula.Pos;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import java.util.ArrayList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the code of a mapping computes with. */
abstract class DirectValues {
  /** Characters of 2026-01-31. */
  private static final int DAY = 10;

  final Frame frame;

  DirectValues(Frame frame) {
    this.frame = frame;
  }

  /** Gives the interpreter the values of what it may read. */
  abstract void bind();

  /** Evaluates a formula by the interpreter. */
  final Object slow(Expr expr) {
    bind();
    return expr.eval(frame);
  }

  static Object apply(Object left, Object right, BinaryOp op) {
    return Operators.apply(op, left, right, Pos.START);
  }

  static Object not(Object value) {
    return Operators.not(value, Pos.START);
  }

  static Object negate(Object value) {
    return Operators.negate(value, Pos.START);
  }

  /** Whether the first operand of AND (false) or OR (true) decides. */
  static boolean decides(Object value, boolean decisive) {
    return !Operators.unknown(value) && Coercion.bool(value) == decisive;
  }

  /** AND (false) or OR (true) whose first operand does not decide. */
  static Object decided(Object a, Object b, boolean decisive) {
    if (decides(b, decisive)) {
      return decisive;
    }
    Object unknown = Operators.propagated(a, b);
    return unknown == null ? (Object) !decisive : unknown;
  }

  static boolean holds(Object value) {
    return Coercion.holds(value);
  }

  static boolean isMissing(Object value) {
    return Operators.unknown(value);
  }

  /** Whether a case of SWITCH is the value's. */
  static boolean matches(Object value, Object wanted) {
    return !Operators.unknown(wanted) && Values.equal(value, wanted);
  }

  final Object call(
      @Nullable Object[] values,
      Object @Nullable [] divisions,
      CallExpr call,
      FunctionDef.Body body,
      boolean strict) {
    if (strict) {
      boolean isNull = false;
      for (Object value : values) {
        if (value == Absent.ABSENT) {
          return Absent.ABSENT;
        }
        isNull |= value == Null.NULL;
      }
      if (isNull) {
        return Null.NULL;
      }
    }
    return body.apply(new CallArguments(call, frame, values, divisions));
  }

  final Object lookup(Object key, IndexedLookup lookup) {
    Object found = lookup.find(key, frame);
    if (found == null) {
      throw Direct.Odd.ODD;
    }
    return found;
  }

  static Object listOf(Object[] values) {
    return new ArrayList<>(Arrays.asList(values));
  }

  final Object readAs(Object value, Exprs.ReadAs as) {
    return Coercion.read(value, as.type(), as.pattern(), frame.zone(), frame.locale());
  }

  /** Rounds half up. */
  static Object round(Object value, int digits) {
    return Operators.unknown(value) ? value : Numbers.round(Coercion.number(value), digits);
  }

  /**
   * A day by a pattern of days, without making a date of it where its text is as it should be.
   *
   * @param from what the value is read as
   * @param call of FORMATDATE
   */
  final Object day(Object value, Navigation from, CallExpr call, PlainPattern pattern) {
    if (value instanceof String text) {
      boolean date =
          from.leaf() == FieldType.DATE
              || from.leaf() != FieldType.DATETIME && text.length() == DAY;
      int day = date ? IsoDates.day(text) : IsoDates.dayOfMoment(text);
      if (day >= 0) {
        return pattern.day(day);
      }
    }
    Object[] values = {from.read(value, frame), call.args[1].eval(frame)};
    return call(values, null, call, call.def.body(), true);
  }

  // --- rule's values as their fields hold them

  /** Of a field that holds any text. */
  final Object asText(Object value, RuleExec rule) {
    return value instanceof String ? value : converted(value, rule);
  }

  /** Of a field that holds any number. */
  final Object asNumber(Object value, RuleExec rule) {
    return value instanceof Num ? value : converted(value, rule);
  }

  /** Of a field that holds anything. */
  final Object asAny(Object value, RuleExec rule) {
    boolean plain = value instanceof String || value instanceof Num || value instanceof Boolean;
    return plain ? value : converted(value, rule);
  }

  /** A rule's value as its field holds it. */
  final Object converted(Object value, RuleExec rule) {
    Object given = value == Absent.ABSENT ? rule.fallback() : value;
    return given == Absent.ABSENT ? given : rule.convert().apply(given, frame);
  }
}
