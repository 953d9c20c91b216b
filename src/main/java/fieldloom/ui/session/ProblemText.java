package fieldloom.ui.session;

import fieldloom.model.Each;
import fieldloom.model.Mapping;
import fieldloom.model.Mapping.OwnFunction;
import fieldloom.model.Mapping.Variable;
import fieldloom.model.Problem;
import fieldloom.model.Rule;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The text that a problem is about.
 *
 * @param at char index of the place in it; 0 where it has none
 * @param change another text in its place
 */
record ProblemText(String text, int at, Function<String, Edit> change) {

  /** The text; null where the problem is about none. */
  static @Nullable ProblemText of(Mapping mapping, Problem problem) {
    Problem.Place place = problem.place();
    if (place.ruleIndex() >= 0 && place.ruleIndex() < mapping.rules().size()) {
      return ofRule(mapping.rules().get(place.ruleIndex()), place);
    }
    for (Variable v : mapping.variables()) {
      if (place.target().equals("variable " + v.name())) {
        return made(
            v.formula(),
            place,
            text ->
                new ProblemEdit.PutVariable(v, new Variable(v.name(), text, v.in(), v.extras())));
      }
    }
    for (OwnFunction f : mapping.functions()) {
      if (place.target().equals("function " + f.name())) {
        return made(
            f.formula(),
            place,
            text ->
                new FunctionEdit.Put(
                    f.name(), new OwnFunction(f.name(), f.params(), text, f.extras())));
      }
    }
    return null;
  }

  private static @Nullable ProblemText ofRule(Rule rule, Problem.Place place) {
    Each each = rule.each();
    return switch (place.part()) {
      case "when" -> made(rule.when(), place, text -> new Edit.SetWhen(rule, text));
      case "where" ->
          each == null
              ? null
              : made(each.where(), place, text -> new Edit.SetLoop(rule, each.withWhere(text)));
      case "each" ->
          each == null
              ? null
              : made(each.over(), place, text -> new Edit.SetLoop(rule, over(each, text)));
      case "formula", "from", "" ->
          made(rule.expression(), place, text -> new Edit.ChangeRule(rule, text));
      default -> null;
    };
  }

  private static Each over(Each e, String over) {
    return new Each(
        over, e.as(), e.join(), e.where(), e.distinct(), e.groupBy(), e.group(), e.orderBy());
  }

  private static @Nullable ProblemText made(
      @Nullable String text, Problem.Place place, Function<String, Edit> change) {
    return text == null ? null : new ProblemText(text, indexOf(text, place), change);
  }

  /** The char index of a place counted in lines and code points from 1. */
  private static int indexOf(String text, Problem.Place place) {
    int at = 0;
    for (int line = 1; line < place.line(); line++) {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end + 1;
    }
    int points = Math.clamp(place.column() - 1L, 0, text.codePointCount(at, text.length()));
    return text.offsetByCodePoints(at, points);
  }

  /** The text with a part of it replaced. */
  String with(Calls.Span span, String by) {
    String old = text.substring(span.from(), span.to());
    String lead = old.substring(0, old.length() - old.stripLeading().length());
    String tail = old.isBlank() ? "" : old.substring(old.stripTrailing().length());
    return text.substring(0, span.from()) + lead + by + tail + text.substring(span.to());
  }
}
