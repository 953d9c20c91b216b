package fieldloom.engine.internal;

import fieldloom.engine.CompiledMapping;
import fieldloom.function.ValueException;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.payload.json.tape.JsonOut;
import fieldloom.payload.json.tape.Tape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the code that {@link DirectCompiler} makes of a mapping stands on. It maps what goes well;
 * whatever fails or is odd is left to the interpreter, which says what is wrong.
 */
abstract class Direct extends DirectValues implements CompiledMapping.BytesRun {
  /** Flags of a part: it was written, it is missing though it must be there. */
  static final int WRITTEN = 1;

  static final int MISSING = 2;

  /** Cells of the record and of the items around, by depth. */
  final @Nullable Object[][] cells;

  final long[] positions;
  JsonOut out = new JsonOut();
  private final DirectPlan plan;

  Direct(DirectPlan plan, Frame frame) {
    super(plan, frame);
    this.plan = plan;
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
    begin(number, plan.driverSlot(), root);
    cells[0] = plan.cells() == 0 ? NO_CELLS : new Object[plan.cells()];
    out = into;
    int before = into.length();
    try {
      record();
      return true;
    } catch (Odd | ValueException | RuleFailure | ArithmeticException | StackOverflowError e) {
      into.back(before);
      return false;
    }
  }

  private static final @Nullable Object[] NO_CELLS = {};

  // --- what is written

  /** Passes a field on, its bytes as they are where that is what the target would hold. */
  final int link(int place, DirectLink link) {
    int kind = tape.kind(place);
    if ((link.asItStands() >> kind & 1) != 0) {
      int start = tape.start(place);
      int end = tape.end(place);
      if (kind == Tape.TEXT) {
        if (end - start > link.maxLength()) {
          checkLength(start, end, link.maxLength());
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

  private void checkLength(int start, int end, int most) {
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
    return DirectRows.none(given == Null.NULL ? DirectRows.State.NULL : DirectRows.State.ABSENT);
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
