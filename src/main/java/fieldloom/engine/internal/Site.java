package fieldloom.engine.internal;

import fieldloom.model.Problem;
import fieldloom.model.formula.Formula.Pos;
import java.util.List;

/**
 * Where a formula stands: what its problems name and what its references to target fields are
 * relative to.
 *
 * @param rule index of the rule; -1 for variables and own functions
 * @param target the target path, or {@code variable vip}
 * @param part {@code formula}, {@code where}, …
 * @param link whether the text is a plain link, whose failures have no position
 * @param plan the target the rule writes; null where target fields cannot be read
 * @param loops the loops around the rule, the outermost first
 */
record Site(
    int rule,
    String target,
    String part,
    boolean link,
    @org.jspecify.annotations.Nullable TargetPlan plan,
    List<Segment> loops) {

  Site part(String name) {
    return new Site(rule, target, name, false, plan, loops);
  }

  Problem.Place at(Pos pos) {
    return new Problem.Place(rule, target, part, pos.line(), pos.column());
  }

  Problem.Place whole() {
    return Problem.Place.of(rule, target);
  }
}
