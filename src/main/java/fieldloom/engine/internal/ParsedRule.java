package fieldloom.engine.internal;

import fieldloom.model.Path;
import fieldloom.model.Rule;
import fieldloom.model.formula.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule with its texts read.
 *
 * @param index in the mapping
 * @param value what computes the field; null where nothing does
 * @param steps the target path in single steps: a name, or the item of a repeating field
 * @param uses names that its formulas begin paths with
 */
record ParsedRule(
    int index,
    Rule rule,
    Path to,
    List<Step> steps,
    @Nullable Formula value,
    @Nullable Formula when,
    @Nullable ParsedEach each,
    Set<String> uses) {

  /** A step down a target: to a named field, or (name null) to the items of an array. */
  record Step(@Nullable String name) {
    static final Step ITEM = new Step(null);

    boolean isItem() {
      return name == null;
    }

    /** A target path in single steps. */
    static List<Step> of(Path path) {
      List<Step> steps = new ArrayList<>();
      for (Path.Step step : path.steps()) {
        steps.add(new Step(step.name()));
        for (int i = 0; i < step.arrays(); i++) {
          steps.add(ITEM);
        }
      }
      return steps;
    }
  }

  /** A loop with its texts read. */
  record ParsedEach(
      Formula over,
      List<ParsedJoin> joins,
      @Nullable Formula where,
      @Nullable List<Formula> distinct,
      @Nullable List<Formula> groupBy,
      List<Formula> orderBy,
      Set<String> aliases) {}

  /** A join with its texts read. */
  record ParsedJoin(Formula with, Formula on) {}

  boolean isLoop() {
    return each != null;
  }

  boolean isLink() {
    return rule.formula() == null;
  }
}
