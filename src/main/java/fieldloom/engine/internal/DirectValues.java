package fieldloom.engine.internal;

import fieldloom.function.FunctionDef;
import fieldloom.function.Values;
import fieldloom.model.formula.Formula.BinaryOp;
import fieldloom.model.formula.Formula.Pos;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import fieldloom.payload.json.tape.Tape;
import fieldloom.payload.json.tape.TapeReader;
import java.io.Serial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the code of a mapping reads and computes with. */
abstract class DirectValues {
  final Frame frame;
  final Tape tape;

  /** Objects on the tape by the slot of their alias; 0 where it has none now. */
  final int[] at;

  final TapeReader reader;
  private final int[] tapeSlots;
  private final int[] bound;

  /** Ends the direct way for a record. */
  static final class Odd extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    static final Odd ODD = new Odd();

    private Odd() {
      super("left to the interpreter", null, false, false);
    }
  }

  DirectValues(DirectPlan plan, Frame frame) {
    this.frame = frame;
    this.reader = new TapeReader(plan.shape());
    this.tape = reader.tape();
    this.at = new int[frame.slots.length];
    this.bound = new int[at.length];
    this.tapeSlots = plan.tapeSlots();
  }

  /** Begins a record. */
  final void begin(long number, int driverSlot, int root) {
    frame.clear();
    frame.recordNumber = number;
    Arrays.fill(at, 0);
    Arrays.fill(bound, -1);
    at[driverSlot] = root;
  }

  static int place(int object, int field) {
    return Tape.place(object, field);
  }

  /** The object at a place; an empty one where there is none. */
  final int inner(int place) {
    int kind = tape.kind(place);
    if (kind == Tape.LIST) {
      throw Odd.ODD;
    }
    return tape.object(place, kind);
  }

  final Object text(int place, Navigation as) {
    return switch (tape.kind(place)) {
      case Tape.TEXT, Tape.ESCAPED, Tape.NULL, Tape.ABSENT -> tape.value(place);
      default -> as.read(tape.value(place), frame);
    };
  }

  final Object number(int place, Navigation as) {
    return switch (tape.kind(place)) {
      case Tape.WHOLE, Tape.POINT, Tape.NUMBER, Tape.NULL, Tape.ABSENT -> tape.value(place);
      default -> as.read(tape.value(place), frame);
    };
  }

  final Object other(int place, Navigation as) {
    return as.read(tape.value(place), frame);
  }

  /** The values of a field of all items of a list. */
  final Object list(int place, int[] path, Navigation as) {
    int kind = tape.kind(place);
    if (kind == Tape.ABSENT || kind == Tape.NULL) {
      return tape.value(place);
    }
    int item = tape.first(place);
    if (item < 0) {
      throw Odd.ODD;
    }
    List<Object> values = new ArrayList<>();
    for (; item != 0; item = tape.next(item)) {
      int object = item;
      for (int i = 0; i < path.length - 1; i++) {
        object = inner(place(object, path[i]));
      }
      values.add(other(place(object, path[path.length - 1]), as));
    }
    return values;
  }

  final Object whole(int object) {
    return object == 0 ? Absent.ABSENT : tape.record(object);
  }

  /** Evaluates a formula by the interpreter, over values made for it. */
  final Object slow(Expr expr) {
    bind();
    return expr.eval(frame);
  }

  /** Gives the interpreter the values of what is on the tape. */
  final void bind() {
    for (int slot : tapeSlots) {
      if (bound[slot] != at[slot]) {
        bound[slot] = at[slot];
        frame.slots[slot] = whole(at[slot]);
      }
    }
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
      throw Odd.ODD;
    }
    return found;
  }

  static Object listOf(Object[] values) {
    return new ArrayList<>(Arrays.asList(values));
  }

  final Object readAs(Object value, Exprs.ReadAs as) {
    return Coercion.read(value, as.type(), as.pattern(), frame.zone(), frame.locale());
  }

  /** A rule's value as its field holds it. */
  final Object converted(Object value, RuleExec rule) {
    Object given = value == Absent.ABSENT ? rule.fallback() : value;
    return given == Absent.ABSENT ? given : rule.convert().apply(given, frame);
  }
}
