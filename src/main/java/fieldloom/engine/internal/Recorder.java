package fieldloom.engine.internal;

import fieldloom.engine.Trace;
import fieldloom.function.ValueException;
import fieldloom.model.drawing.NodePath;
import fieldloom.model.value.Absent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Collects what the parts of watched rules give while one record is mapped. */
final class Recorder {
  private final Set<Integer> rules;
  private final List<Trace> traces = new ArrayList<>();
  private final Deque<Running> running = new ArrayDeque<>();

  /** What all records of the run have used; not cleared with each of them. */
  final UsedParts used = new UsedParts();

  /** A rule that is being computed, for one item. */
  private record Running(int rule, String target, Map<NodePath, Trace.Step> steps) {}

  Recorder(Set<Integer> rules) {
    this.rules = rules;
  }

  void clear() {
    traces.clear();
    running.clear();
  }

  void begin(int rule, String target) {
    running.push(new Running(rule, target, new LinkedHashMap<>()));
  }

  /**
   * The rule that was begun last has ended.
   *
   * @param made its value, or its failure
   */
  void end(Object made) {
    Running done = running.pop();
    if (rules.contains(done.rule())) {
      boolean failed = made instanceof RuleFailure;
      traces.add(
          new Trace(
              done.rule(),
              done.target(),
              failed ? Absent.ABSENT : made,
              failed ? ((RuleFailure) made).failure : null,
              done.steps()));
    }
  }

  /** Of what is computed several times, as in an arrow, the first time counts. */
  void gave(Watch.Spot spot, Object value) {
    Running now = running.peek();
    if (now != null && now.rule() == spot.rule()) {
      now.steps().putIfAbsent(spot.at(), new Trace.Step(spot.formula(), value, null));
    }
  }

  void failed(Watch.Spot spot, ValueException e) {
    Running now = running.peek();
    if (now != null && now.rule() == spot.rule()) {
      String sentence = Objects.requireNonNull(e.getMessage());
      now.steps().put(spot.at(), new Trace.Step(spot.formula(), null, sentence));
    }
  }

  List<Trace> traces() {
    return List.copyOf(traces);
  }
}
