package fieldloom.engine.internal;

import fieldloom.function.ValueException;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the code that {@link DirectCompiler} makes of a mapping stands on. It maps what goes well;
 * whatever fails or is odd is left to the interpreter, which says what is wrong.
 */
abstract class Direct extends DirectValues {
  /** Flags of a part: it was written, it is missing though it must be there. */
  static final int WRITTEN = 1;

  static final int MISSING = 2;
  static final Object[] NO_CELLS = {};

  /** Cells of the record and of the items around, by depth. */
  final @Nullable Object[][] cells;

  final long[] positions;
  private final DirectPlan plan;
  private final DirectPiece[] pieces;

  /** What was around the items that joins dropped, by their number. */
  private final List<Around> around = new ArrayList<>();

  /**
   * The aliases at a moment.
   *
   * @param places of those that the code reads of bytes
   */
  record Around(Object[] values, int[] places) {}

  /** Ends the direct way for a record. */
  static final class Odd extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    static final Odd ODD = new Odd();

    private Odd() {
      super("left to the interpreter", null, false, false);
    }
  }

  Direct(DirectPlan plan, Frame frame) {
    super(frame);
    this.plan = plan;
    this.pieces = plan.pieces();
    this.cells = new Object[plan.depth() + 1][];
    this.positions = new long[plan.depth() + 1];
  }

  /** Maps the record that has been begun; false where it is left to the interpreter. */
  final boolean record(long number) {
    frame.clear();
    frame.recordNumber = number;
    around.clear();
    begin(plan.driverSlot());
    DirectPlan.Target[] targets = plan.targets();
    try {
      for (int i = 0; i < targets.length; i++) {
        if (!targets[i].takesRejects()) {
          build(i);
        }
      }
      for (int i = 0; i < frame.rejects.size(); i++) {
        reject(frame.rejects.get(i), around.get(i));
      }
      return true;
    } catch (Odd | ValueException | RuleFailure | ArithmeticException | StackOverflowError e) {
      return false;
    }
  }

  private void build(int target) {
    DirectPlan.Target what = plan.targets()[target];
    cells[0] = what.cells() == 0 ? NO_CELLS : new Object[what.cells()];
    target(target);
    pieces[what.records().piece()].flags(what.records().number(), this, null);
  }

  /** Builds the record of an item that a join dropped. */
  private void reject(Frame.Reject reject, Around before) {
    restore(before);
    for (int i = 0; i < reject.slots().length; i++) {
      frame.slots[reject.slots()[i]] = reject.values()[i];
    }
    for (int i = 0; i < plan.targets().length; i++) {
      if (plan.targets()[i].name().equals(reject.target())) {
        build(i);
      }
    }
  }

  /** Makes the record the current one. */
  abstract void begin(int driverSlot);

  /** The aliases as they are, the interpreter's too. */
  abstract Around around();

  /** Makes aliases the current ones. */
  abstract void restore(Around before);

  // --- calls between the classes of the code

  static int flags(Direct self, @Nullable Object given, int piece, int method) {
    return self.pieces[piece].flags(method, self, given);
  }

  static Object value(Direct self, @Nullable Object given, int piece, int method) {
    return self.pieces[piece].value(method, self, given);
  }

  // --- what is written

  /** What is written from now on are records of that target. */
  abstract void target(int number);

  /** A record has been written, or would have been if it had a value. */
  abstract void ended();

  /** Writes the records of a list. */
  final void records(Object value) {
    if (value instanceof List<?> all) {
      for (Object one : all) {
        if (one == Absent.ABSENT) {
          throw Odd.ODD;
        }
        write(one, DirectName.NONE, true);
        ended();
      }
    }
  }

  /** Writes a value behind its name; gives its flags. */
  abstract int write(Object value, DirectName name, boolean nullable);

  /** Begins an object of at most so many parts. */
  abstract long open(DirectName name, int parts);

  /** Ends the object begun there; one that is not always there and has no value is not. */
  abstract int close(long opened, DirectName name, int flags, boolean always);

  /** Begins a list. */
  abstract long openList(DirectName name);

  abstract int closeList(long opened, DirectName name);

  /** The part's flags where it has a default. */
  abstract int defaulted(int flags, DirectName.Default fallback);

  /** The part's flags where it must be there. */
  static int required(int flags) {
    return flags == 0 ? MISSING : flags;
  }

  /** Writes parts that have no code of their own. */
  final int parts(DirectPart[] parts) {
    int all = 0;
    for (DirectPart part : parts) {
      int flags = part(part.what());
      if (part.fallback() != null) {
        flags = defaulted(flags, part.fallback());
      } else if (part.required()) {
        flags = required(flags);
      }
      all |= flags;
    }
    return all;
  }

  private int part(DirectPart.@Nullable Way what) {
    return switch (what) {
      case DirectPart.Shared s ->
          pieces[s.piece()].part(s.method(), this, s.constants(), s.numbers());
      case DirectPart.Parts p -> {
        long opened = open(p.name(), p.parts().length);
        yield close(opened, p.name(), parts(p.parts()), p.always());
      }
      case DirectPart.Own o -> pieces[o.piece()].flags(o.method(), this, null);
      case null -> 0;
    };
  }

  // --- loops

  /** The rows of a loop that the interpreter computes. */
  final DirectRows rows(LoopPlan loop) {
    bind();
    Object given = loop.rows(frame);
    if (frame.rejects.size() > around.size()) {
      Around here = around();
      while (around.size() < frame.rejects.size()) {
        around.add(here);
      }
    }
    if (given instanceof List<?> list) {
      @SuppressWarnings("unchecked")
      List<Object[]> rows = (List<Object[]>) list;
      return DirectRows.of(rows);
    }
    return DirectRows.none(given == Null.NULL ? DirectRows.State.NULL : DirectRows.State.ABSENT);
  }

  /** Makes an item the current one while rows are chosen. */
  final void choose(DirectRows rows, int row, int slot) {
    item(rows, row, slot);
    frame.position = row + 1L;
  }

  /** Makes the item of a row of one alias the current one. */
  abstract void item(DirectRows rows, int row, int slot);

  /** Makes a row the current one. */
  final void enter(DirectRows rows, int row, int[] slots, int depth, int cellCount) {
    Object[] values = rows.values(row);
    if (values == null) {
      item(rows, row, slots[0]);
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
