package fieldloom.ui.session;

import fieldloom.engine.FieldFailure;
import fieldloom.model.Mapping;
import fieldloom.model.Path;
import fieldloom.model.Problem;
import fieldloom.model.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with the target fields of a preview, by field. Immutable. */
public final class FieldProblems {
  private final Map<FieldRef, Problem> problems = new HashMap<>();
  private final Map<FieldRef, FieldFailure> failures = new HashMap<>();

  private FieldProblems(Preview preview) {
    Mapping mapping = preview.mapping();
    Loops loops = Loops.of(mapping);
    for (Problem problem : preview.open()) {
      Problem.Place place = problem.place();
      FieldRef field = field(mapping, loops, place.ruleIndex(), place.target());
      if (field != null) {
        problems.merge(field, problem, (a, b) -> a.isError() ? a : b);
      }
    }
    for (FieldFailure failure : preview.failures()) {
      FieldRef field = field(mapping, loops, failure.rule(), failure.target());
      if (field != null) {
        failures.putIfAbsent(field, failure);
      }
    }
  }

  public static FieldProblems of(Preview preview) {
    return new FieldProblems(preview);
  }

  /**
   * The target field that something is wrong with.
   *
   * @param rule index of the rule it is about; -1 where it is about none
   * @param path the target's path, items counted or not
   * @return null where it is about something else
   */
  public static @Nullable FieldRef field(Mapping mapping, Loops loops, int rule, String path) {
    List<Rule> rules = mapping.rules();
    if (rule >= 0 && rule < rules.size()) {
      return loops.target(rules.get(rule));
    }
    try {
      Path read = Path.parse(path.replaceAll("\\[\\d+]", "[]"));
      return new FieldRef(mapping.mainTarget().name(), read);
    } catch (IllegalArgumentException e) {
      // "table customers" is a place too, but no field.
      return null;
    }
  }

  /** What was found before anything ran, the worst of it; null where nothing was. */
  public @Nullable Problem of(FieldRef field) {
    return problems.get(field);
  }

  /** What failed on the sample; null where nothing did. */
  public @Nullable FieldFailure failure(FieldRef field) {
    return failures.get(field);
  }
}
