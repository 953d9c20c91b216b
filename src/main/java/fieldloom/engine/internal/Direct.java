package fieldloom.engine.internal;

import fieldloom.engine.CompiledMapping;
import fieldloom.function.FunctionDef;
import fieldloom.function.ValueException;
import fieldloom.model.formula.Formula.BinaryOp;
import fieldloom.model.formula.Formula.Pos;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.payload.json.tape.JsonOut;
import fieldloom.payload.json.tape.Tape;
import fieldloom.payload.json.tape.TapeReader;
import java.io.Serial;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the code that {@link DirectCompiler} makes of a mapping stands on. It maps what goes well;
 * whatever fails or is odd is left to the interpreter, which says what is wrong.
 */
abstract class Direct implements CompiledMapping.BytesRun {
  /** Flags of a part: it was written, it is missing though it must be there. */
  static final int WRITTEN = 1;

  static final int MISSING = 2;

  final Frame frame;
  final Tape tape;

  /** Objects on the tape by the slot of their alias; 0 where it has none now. */
  final int[] at;

  /** Cells of the record and of the items around, by depth. */
  final @Nullable Object[][] cells;

  final long[] positions;
  JsonOut out = new JsonOut();
  private final DirectPlan plan;
  private final TapeReader reader;
  private final int[] bound;

  /** Ends the direct way for a record. */
  static final class Odd extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    static final Odd ODD = new Odd();

    private Odd() {
      super("left to the interpreter", null, false, false);
    }
  }

  Direct(DirectPlan plan, Frame frame) {
    this.plan = plan;
    this.frame = frame;
    this.reader = new TapeReader(plan.shape());
    this.tape = reader.tape();
    this.at = new int[frame.slots.length];
    this.bound = new int[at.length];
    this.cells = new Object[plan.depth() + 1][];
    this.positions = new long[plan.depth() + 1];
  }

  /** Writes the record that the target gets. */
  abstract void record();

  @Override
  public final boolean map(byte[] bytes, int from, int to, long number, JsonOut into) {
    int root = reader.read(bytes, from, to);
    if (root == 0) {
      return false;
    }
    frame.clear();
    frame.recordNumber = number;
    Arrays.fill(at, 0);
    Arrays.fill(bound, -1);
    at[plan.driverSlot()] = root;
    cells[0] = plan.cells() == 0 ? NO_CELLS : new Object[plan.cells()];
    out = into;
    int before = into.length();
    try {
      record();
      return true;
    } catch (Odd
        | ValueException
        | RuleFailure
        | ArithmeticException
        | JsonOut.Unwritable
        | StackOverflowError e) {
      into.back(before);
      return false;
    }
  }

  private static final @Nullable Object[] NO_CELLS = {};

  // --- what is read

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
    List<Object> values = new java.util.ArrayList<>();
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

  private void bind() {
    for (int slot : plan.tapeSlots()) {
      if (bound[slot] != at[slot]) {
        bound[slot] = at[slot];
        frame.slots[slot] = whole(at[slot]);
      }
    }
  }

  // --- what is computed

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
    return !Operators.unknown(wanted) && fieldloom.function.Values.equal(value, wanted);
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
    return new java.util.ArrayList<>(Arrays.asList(values));
  }

  final Object readAs(Object value, Exprs.ReadAs as) {
    return Coercion.read(value, as.type(), as.pattern(), frame.zone(), frame.locale());
  }

  /** A rule's value as its field holds it. */
  final Object converted(Object value, RuleExec rule) {
    Object given = value == Absent.ABSENT ? rule.fallback() : value;
    return given == Absent.ABSENT ? given : rule.convert().apply(given, frame);
  }

  // --- what is written

  /** Passes a field on, its bytes as they are where that is what the target would hold. */
  final int link(int place, DirectLink link) {
    int kind = tape.kind(place);
    if ((link.asItStands() >> kind & 1) != 0) {
      int start = tape.start(place);
      int end = tape.end(place);
      if (kind == Tape.TEXT) {
        if (end - start > link.maxLength()) {
          short_(start, end, link.maxLength());
        }
        out.quoted(link.name(), tape.bytes(), start, end);
      } else {
        out.raw(link.name());
        out.raw(tape.bytes(), start, end);
      }
      return WRITTEN;
    }
    return write(converted(tape.value(place), link.rule()), link.name(), link.nullable());
  }

  private void short_(int start, int end, int most) {
    int characters = 0;
    byte[] bytes = tape.bytes();
    for (int i = start; i < end; i++) {
      characters += (bytes[i] & 0xC0) == 0x80 ? 0 : 1;
    }
    if (characters > most) {
      throw Odd.ODD;
    }
  }

  final int write(Object value, byte[] name, boolean nullable) {
    if (value == Absent.ABSENT) {
      return 0;
    }
    if (value == Null.NULL && !nullable) {
      throw Odd.ODD;
    }
    out.raw(name);
    if (value instanceof String text) {
      out.text(text);
    } else if (value instanceof Num number) {
      out.number(number);
    } else {
      out.value(value);
    }
    return WRITTEN;
  }

  /** Ends an object begun at a place; one that is not always there and has no value is not. */
  final int end(int before, int start, int flags, boolean always) {
    if ((flags & WRITTEN) == 0 && !always) {
      out.back(before);
      return 0;
    }
    if ((flags & MISSING) != 0) {
      throw Odd.ODD;
    }
    if (out.length() == start) {
      out.ascii('{');
    } else {
      out.replace(start, '{');
    }
    out.ascii('}');
    return WRITTEN;
  }

  final int endList(int start) {
    if (out.length() == start) {
      out.ascii('[');
    } else {
      out.replace(start, '[');
    }
    out.ascii(']');
    return WRITTEN;
  }

  /** The part's flags where it must be there. */
  static int required(int flags) {
    return flags == 0 ? MISSING : flags;
  }

  /** The part's flags where it has a default. */
  final int defaulted(int flags, byte[] nameAndDefault) {
    if (flags == 0) {
      out.raw(nameAndDefault);
    }
    return flags;
  }

  // --- loops

  /** The list that a loop goes over; none where it is absent or null. */
  final @Nullable DirectRows without(int place) {
    return switch (tape.kind(place)) {
      case Tape.ABSENT -> DirectRows.none(DirectRows.State.ABSENT);
      case Tape.NULL -> DirectRows.none(DirectRows.State.NULL);
      default -> {
        if (tape.first(place) < 0) {
          throw Odd.ODD;
        }
        yield null;
      }
    };
  }

  /** The rows of a loop that the interpreter computes. */
  final DirectRows rows(LoopPlan loop) {
    bind();
    Object given = loop.rows(frame);
    if (given instanceof List<?> list) {
      @SuppressWarnings("unchecked")
      List<Object[]> rows = (List<Object[]>) list;
      return DirectRows.of(rows);
    }
    return DirectRows.none(
        given == Null.NULL ? DirectRows.State.NULL : DirectRows.State.ABSENT);
  }

  /** Makes a row the current one. */
  final void enter(DirectRows rows, int row, int[] slots, int depth, int cellCount) {
    Object[] values = rows.values(row);
    if (values == null) {
      at[slots[0]] = rows.object(row);
    } else {
      for (int i = 0; i < slots.length; i++) {
        frame.slots[slots[i]] = values[i];
      }
    }
    positions[depth] = row + 1L;
    frame.position = row + 1L;
    cells[depth] = cellCount == 0 ? NO_CELLS : rows.cells(row, cellCount);
  }

  /** 0 where the loops of an array give none, 1 where null, 2 where a list. */
  static int state(DirectRows[] loops) {
    int state = 0;
    for (DirectRows rows : loops) {
      switch (rows.state) {
        case LIST -> state = 2;
        case NULL -> state = Math.max(state, 1);
        case ABSENT -> {
          // An absent list adds nothing.
        }
      }
    }
    return state;
  }

  static Object stateValue(int state) {
    return state == 1 ? Null.NULL : Absent.ABSENT;
  }
}
