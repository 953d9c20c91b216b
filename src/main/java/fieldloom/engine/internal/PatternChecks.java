package fieldloom.engine.internal;

import fieldloom.function.date.DatePatterns;
import fieldloom.function.text.RegexPatterns;
import fieldloom.model.formula.Formula;

/** Checks patterns that stand in a formula as text: regular expressions and those of dates. */
final class PatternChecks {
  private final Problems problems;

  PatternChecks(Problems problems) {
    this.problems = problems;
  }

  void check(Formula.Call call, Site site) {
    if (call.args().size() < 2 || !(call.args().get(1) instanceof Formula.Text pattern)) {
      return;
    }
    String wrong =
        switch (call.name()) {
          case "REGEX_MATCH", "REGEX_REPLACE", "REGEX_EXTRACT", "SPLIT_REGEX" ->
              RegexPatterns.problem(pattern.value());
          case "PARSEDATE", "PARSETIME", "PARSEDATETIME", "FORMATDATE" ->
              DatePatterns.problem(pattern.value());
          default -> null;
        };
    if (wrong != null) {
      problems.error("bad-pattern", site.at(call.pos()), wrong, "Correct the pattern.");
    }
  }
}
