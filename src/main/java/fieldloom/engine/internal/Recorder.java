package fieldloom.engine.internal;

import fieldloom.engine.Trace;
import fieldloom.engine.trace.TraceStep;
import fieldloom.function.ValueException;
import fieldloom.model.formula.Formula;
import fieldloom.model.value.Absent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Collects what the parts of watched rules give while one record is mapped. */
final class Recorder {
  private final Set<Integer> rules;
  private final List<Trace> traces = new ArrayList<>();
  private final List<Computed> course = new ArrayList<>();
  private final Deque<TracedRule> running = new ArrayDeque<>();
  private final TracedRows rows = new TracedRows();

  /** What all records of the run have used; not cleared with each of them. */
  final UsedParts used = new UsedParts();

  /** A field that was computed; its path is made where somebody asks. */
  private record Computed(ValueNode node, Scope scope, Object made) {
    Trace.Field told() {
      boolean failed = made instanceof RuleFailure;
      return new Trace.Field(
          node.rule.index(), scope.path(node.path), failed ? Absent.ABSENT : made, failed);
    }
  }

  Recorder(Set<Integer> rules) {
    this.rules = rules;
  }

  void clear() {
    traces.clear();
    course.clear();
    running.clear();
    rows.clear();
  }

  TracedRows rows() {
    return rows;
  }

  /** A rule is being computed, for one item. */
  void begin(int rule) {
    running.push(new TracedRule(rule, null));
  }

  /** A condition of a loop is being computed, for one row. */
  void begin(int rule, TraceStep.Part part) {
    running.push(new TracedRule(rule, part));
  }

  /**
   * The condition that was begun last has ended.
   *
   * @param name the alias that is joined, or empty
   * @return what there is to tell of it
   */
  List<TraceStep> end(String name, Formula formula) {
    return running.pop().condition(name, formula);
  }

  /**
   * The rule that was begun last has ended.
   *
   * @param made its value, or its failure
   */
  void end(ValueNode node, Scope scope, Object made) {
    TracedRule done = running.pop();
    course.add(new Computed(node, scope, made));
    if (rules.contains(done.rule())) {
      boolean failed = made instanceof RuleFailure;
      List<TraceStep> story = rows.steps(scope);
      story.addAll(done.story(node, scope.path(node.path), made));
      traces.add(
          new Trace(
              done.rule(),
              scope.path(node.path),
              failed ? Absent.ABSENT : made,
              failed ? ((RuleFailure) made).failure : null,
              done.steps(),
              story));
    }
  }

  /** Of what is computed several times, as in an arrow, the first time counts. */
  void gave(Watch.Spot spot, Object value) {
    TracedRule now = running.peek();
    if (now != null && now.takes(spot)) {
      now.gave(spot, value);
    }
  }

  void failed(Watch.Spot spot, ValueException e) {
    TracedRule now = running.peek();
    if (now != null && now.takes(spot)) {
      now.failed(spot, Objects.requireNonNull(e.getMessage()));
    }
  }

  /** A table was asked for a row. */
  void looked(TraceStep step) {
    TracedRule now = running.peek();
    if (now != null) {
      now.looked(step);
    }
  }

  /** The table that was asked last has no row and says what it gives instead. */
  void otherwise(TraceStep.NoRow step) {
    TracedRule now = running.peek();
    if (now != null) {
      now.otherwise(step);
    }
  }

  /** A field of the target is read. */
  void reads(ValueNode node, Scope scope) {
    TracedRule now = running.peek();
    if (now != null && rules.contains(now.rule())) {
      now.reads(node, scope);
    }
  }

  List<Trace> traces() {
    return List.copyOf(traces);
  }

  List<Trace.Field> course() {
    return course.stream().map(Computed::told).toList();
  }
}
