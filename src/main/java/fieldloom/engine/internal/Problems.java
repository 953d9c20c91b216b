package fieldloom.engine.internal;

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
            .filter(k -> distance(fold(wrong), fold(k)) <= Math.max(2, wrong.length() / 3))
            .min(Comparator.comparingInt(k -> distance(fold(wrong), fold(k))))
            .orElse(null);
    if (best != null) {
      return "Did you mean " + best + "?";
    }
    List<String> some = known.stream().limit(8).toList();
    return some.isEmpty()
        ? "There is nothing to choose from here."
        : "Known here: " + String.join(", ", some) + (known.size() > 8 ? ", …" : "") + ".";
  }

  private static String fold(String name) {
    return name.toLowerCase(java.util.Locale.ROOT);
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
