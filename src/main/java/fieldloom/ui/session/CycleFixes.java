package fieldloom.ui.session;

import fieldloom.model.Problem;
import fieldloom.model.Rule;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Fixes of target fields that need each other: a rule less, so that the circle is open. */
final class CycleFixes {
  /** Circles are short; each rule is tried. */
  private static final int MOST = 12;

  private CycleFixes() {}

  /** Those that may help; whether they do has to be tried. */
  static List<QuickFix> of(FixContext context, Problem problem) {
    Rule first = problem.code().equals("cycle") ? context.rule(problem) : null;
    if (first == null) {
      return List.of();
    }
    return reached(context, first).stream()
        .map(
            rule ->
                new QuickFix(
                    Words.get("fix.cycle", rule.to()),
                    rule.expression() == null ? "" : rule.expression(),
                    new Edit.DeleteRules(List.of(rule))))
        .toList();
  }

  /** What a rule needs of the target, directly and through others; what is needed last first. */
  private static List<Rule> reached(FixContext context, Rule first) {
    Set<Rule> seen = new LinkedHashSet<>();
    Deque<Rule> waiting = new ArrayDeque<>(List.of(first));
    while (!waiting.isEmpty() && seen.size() < MOST) {
      Rule rule = waiting.remove();
      if (seen.add(rule)) {
        waiting.addAll(needs(context, rule));
      }
    }
    return List.copyOf(seen).reversed();
  }

  private static List<Rule> needs(FixContext context, Rule rule) {
    Loops loops = context.index().loops();
    List<FieldRef> read =
        Loops.texts(rule).stream()
            .flatMap(text -> FormulaText.of(text).paths().stream())
            .map(path -> loops.resolve(path, rule))
            .filter(field -> field != null)
            .toList();
    return context.mapping().rules().stream()
        .filter(other -> read.stream().anyMatch(field -> touches(field, loops.target(other))))
        .toList();
  }

  private static boolean touches(FieldRef read, FieldRef filled) {
    return read.isIn(filled) || filled.isIn(read);
  }
}
