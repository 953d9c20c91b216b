package fieldloom.engine.internal;

import fieldloom.engine.trace.TraceStep;
import fieldloom.model.Each;
import fieldloom.model.Join;
import fieldloom.model.formula.FormulaPrinter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Has a loop tell how its items came to be.
 *
 * @param rule index of its rule
 * @param on the conditions of its joins, telling what their parts give
 */
record LoopWatch(int rule, Each each, ParsedRule.ParsedEach parsed, List<Expr> on) {

  /** An item of the list begins its way through the loop. */
  void begin(Object[] row, int number, int read, Frame frame) {
    if (frame.recorder != null) {
      frame.recorder.rows().begin(row, number, read);
    }
  }

  /** A row was joined with a match; both are bound. */
  void joined(Object[] from, Object[] to, int at, Frame frame) {
    Recorder recorder = frame.recorder;
    if (recorder != null) {
      recorder.begin(rule, TraceStep.Part.JOIN);
      try {
        on.get(at - 1).eval(frame);
      } finally {
        List<TraceStep> told =
            recorder.end(each.join().get(at - 1).as(), parsed.joins().get(at - 1).on());
        recorder.rows().follow(from, to, told);
      }
    }
  }

  /** A row stays though nothing matched. */
  void alone(Object[] from, Object[] to, int at, Frame frame) {
    if (frame.recorder != null) {
      Join join = each.join().get(at - 1);
      String formula = FormulaPrinter.print(parsed.joins().get(at - 1).on());
      TraceStep step =
          new TraceStep.Condition(TraceStep.Part.JOIN, join.as(), formula, "", Boolean.FALSE);
      frame.recorder.rows().follow(from, to, List.of(step));
    }
  }

  /** Asks the condition of a row that is bound. */
  boolean holds(Object[] row, Expr where, Frame frame) {
    Recorder recorder = frame.recorder;
    if (recorder == null) {
      return Coercion.holds(where.eval(frame));
    }
    recorder.begin(rule, TraceStep.Part.WHERE);
    try {
      return Coercion.holds(where.eval(frame));
    } finally {
      recorder.rows().follow(row, row, recorder.end("", Objects.requireNonNull(parsed.where())));
    }
  }

  /** Rows became a group. */
  void grouped(Object[] first, Object[] group, Object key, int size, Frame frame) {
    if (frame.recorder != null) {
      String by =
          Objects.requireNonNull(parsed.groupBy()).stream()
              .map(FormulaPrinter::print)
              .collect(Collectors.joining(", "));
      TraceStep step = new TraceStep.Group(by, key, size);
      frame.recorder.rows().follow(first, group, List.of(step));
    }
  }

  /** The list, the item's number in it put in where that can be. */
  String over(int number) {
    String over = FormulaPrinter.print(parsed.over());
    return over.endsWith("[]")
        ? over.substring(0, over.length() - 1) + number + "]"
        : over + " [" + number + "]";
  }

  @Nullable String alias() {
    return each.as();
  }
}
