package fieldloom.engine.internal;

import fieldloom.function.NameDistance;
import fieldloom.model.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a mapping. */
final class Problems {
  private final List<Problem> found = new ArrayList<>();

  void error(String code, Problem.Place place, String message, String remedy) {
    add(new Problem(Problem.Severity.ERROR, code, place, message, remedy));
  }

  void warning(String code, Problem.Place place, String message, String remedy) {
    add(new Problem(Problem.Severity.WARNING, code, place, message, remedy));
  }

  private void add(Problem problem) {
    if (!found.contains(problem)) {
      found.add(problem);
    }
  }

  /** Those of rules in the rules' order, then the others. */
  List<Problem> all() {
    List<Problem> sorted = new ArrayList<>(found);
    sorted.sort(
        Comparator.comparingInt(
            (Problem p) -> p.place().ruleIndex() < 0 ? Integer.MAX_VALUE : p.place().ruleIndex()));
    return sorted;
  }

  /** “Write X.” of the name that looks most like a wrong one; else what names there are. */
  static String nearest(String wrong, Collection<String> known) {
    String best =
        known.stream()
            .filter(k -> distance(wrong, k) <= Math.max(2, wrong.length() / 3))
            .min(Comparator.comparingInt(k -> distance(wrong, k)))
            .orElse(null);
    if (best != null) {
      return "Did you mean " + best + "?";
    }
    List<String> some = known.stream().limit(8).toList();
    return some.isEmpty()
        ? "There is nothing to choose from here."
        : "Known here: " + String.join(", ", some) + (known.size() > 8 ? ", …" : "") + ".";
  }

  private static int distance(String a, String b) {
    return NameDistance.between(NameDistance.normal(a), NameDistance.normal(b));
  }
}
