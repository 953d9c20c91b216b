package fieldloom.engine.internal;

import fieldloom.engine.trace.TraceStep;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the rows of watched loops came to be, by the row itself. */
final class TracedRows {
  private final Map<Object[], Row> rows = new IdentityHashMap<>();

  /**
   * A row.
   *
   * @param number of its item in the list, from 1; of a group that of its first
   * @param read how many items the list has
   * @param told its conditions and its group
   */
  record Row(int number, int read, List<TraceStep> told) {}

  void clear() {
    rows.clear();
  }

  void begin(Object[] row, int number, int read) {
    rows.put(row, new Row(number, read, List.of()));
  }

  /** A row was made of another, or went on itself. */
  void follow(Object[] from, Object[] to, List<TraceStep> more) {
    Row before = rows.get(from);
    if (before != null) {
      List<TraceStep> told = new ArrayList<>(before.told());
      told.addAll(more);
      rows.put(to, new Row(before.number(), before.read(), List.copyOf(told)));
    }
  }

  /** The steps of the loops around a field, the outermost first. */
  List<TraceStep> steps(Scope scope) {
    List<TraceStep> steps = new ArrayList<>();
    add(scope instanceof ItemScope item ? item : null, steps);
    return steps;
  }

  private void add(@Nullable ItemScope item, List<TraceStep> steps) {
    if (item == null) {
      return;
    }
    add(item.outer, steps);
    LoopWatch watch = item.watch();
    Row row = rows.get(item.row());
    if (watch != null && row != null) {
      steps.add(
          new TraceStep.Item(
              item.array(),
              watch.over(row.number()),
              watch.alias(),
              item.position(),
              item.among(),
              row.number(),
              row.read()));
      steps.addAll(row.told());
    }
  }
}
