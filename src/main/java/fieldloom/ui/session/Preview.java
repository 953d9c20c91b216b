package fieldloom.ui.session;

import fieldloom.engine.FieldFailure;
import fieldloom.engine.Outcome;
import fieldloom.engine.Trace;
import fieldloom.model.Acceptances;
import fieldloom.model.Mapping;
import fieldloom.model.Problem;
import fieldloom.model.Rule;
import fieldloom.model.drawing.NodePath;
import fieldloom.model.value.Absent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the newest mapping makes of the sample.
 *
 * @param mapping the mapping it was made with
 * @param record the driving record; absent without a sample
 * @param others the records of the other sources by name
 * @param problems what compiling found
 * @param outcome what the record became; null without a sample
 * @param failure why nothing could be computed at all; null where it could
 * @param took time of compiling and mapping together
 * @param traces what the steps of rules gave that are unfolded or traced
 * @param course the fields in the order in which they were computed; empty where none is traced
 */
public record Preview(
    Mapping mapping,
    Object record,
    Map<String, List<Object>> others,
    List<Problem> problems,
    @Nullable Outcome outcome,
    @Nullable String failure,
    Duration took,
    List<Trace> traces,
    List<Trace.Field> course) {

  public Preview {
    course = List.copyOf(course);
    traces = List.copyOf(traces);
    problems = List.copyOf(problems);
    others = Map.copyOf(others);
  }

  /** Without traces. */
  public Preview(
      Mapping mapping,
      Object record,
      Map<String, List<Object>> others,
      List<Problem> problems,
      @Nullable Outcome outcome,
      @Nullable String failure,
      Duration took) {
    this(mapping, record, others, problems, outcome, failure, took, List.of(), List.of());
  }

  /**
   * What a step of an unfolded rule gave; of a rule that is computed for several items the first
   * time counts. Null where it was not computed, or is not traced.
   */
  public Trace.@Nullable Step step(Rule rule, NodePath at) {
    for (Trace trace : traces) {
      if (mapping.rules().get(trace.rule()).equals(rule)) {
        return trace.steps().get(at);
      }
    }
    return null;
  }

  /** Before anything was computed. */
  public static Preview none(Mapping mapping) {
    return new Preview(mapping, Absent.ABSENT, Map.of(), List.of(), null, null, Duration.ZERO);
  }

  public boolean hasSample() {
    return record != Absent.ABSENT;
  }

  /** The sample's value of a source field; of repeating fields the first item's. */
  public Object source(FieldRef field) {
    if (field.document().equals(mapping.driver().name())) {
      return Values.of(record, field);
    }
    List<Object> records = others.getOrDefault(field.document(), List.of());
    return records.isEmpty() ? Absent.ABSENT : Values.of(records.getFirst(), field);
  }

  /** The value a target field got; of repeating fields the first item's. */
  public Object target(FieldRef field) {
    if (outcome == null) {
      return Absent.ABSENT;
    }
    List<Object> outputs = outcome.outputs().getOrDefault(field.document(), List.of());
    return outputs.isEmpty() ? Absent.ABSENT : Values.of(outputs.getFirst(), field);
  }

  public Object value(Side side, FieldRef field) {
    return side == Side.SOURCE ? source(field) : target(field);
  }

  public List<FieldFailure> failures() {
    return outcome == null ? List.of() : outcome.failures();
  }

  /** Failures by target path without item numbers: {@code items[].qty}. */
  public Map<String, List<FieldFailure>> failuresByPath() {
    Map<String, List<FieldFailure>> found = new HashMap<>();
    for (FieldFailure failure : failures()) {
      String path = failure.target().replaceAll("\\[\\d+]", "[]");
      found.computeIfAbsent(path, k -> new ArrayList<>()).add(failure);
    }
    return found;
  }

  public long errors() {
    return problems.stream().filter(Problem::isError).count();
  }

  /** The problems that nobody has accepted. */
  public List<Problem> open() {
    return Acceptances.open(mapping, problems);
  }

  /** How many warnings nobody has accepted. */
  public long warnings() {
    return open().size() - errors();
  }
}
