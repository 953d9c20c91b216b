package fieldloom.engine.internal;

import fieldloom.engine.internal.ParsedRule.ParsedEach;
import fieldloom.model.Problem;
import fieldloom.model.formula.Formula;
import fieldloom.model.formula.FormulaPrinter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Warns of rules that never write anything, and of branches that are never taken. */
final class ReachCheck {
  /** What these give is another thing each time. */
  private static final Set<String> UNSTEADY = Set.of("RANDOM", "UUID", "SEQUENCE_NUMBER");

  private final CompileContext context;

  ReachCheck(CompileContext context) {
    this.context = context;
  }

  void check(List<ParsedRule> rules) {
    Set<Integer> reached = new HashSet<>();
    // Rules that stand in no tree have an error of their own.
    Set<Integer> placed = new HashSet<>();
    for (TargetPlan target : context.targets.values()) {
      reach(target.top(), reached);
      target.top().rules(placed);
    }
    for (ParsedRule rule : rules) {
      Site site =
          new Site(
              rule.index(),
              rule.rule().to(),
              rule.isLink() ? "from" : "formula",
              rule.isLink(),
              null,
              List.of());
      if (isNever(rule)) {
        never(rule, site);
      } else if (placed.contains(rule.index()) && !reached.contains(rule.index())) {
        context.problems.warning(
            "unreachable",
            site.whole(),
            "The loop around this field never makes an item, so it is never written.",
            "Correct the loop's condition, or remove the rule.");
      }
      if (rule.value() != null) {
        branches(rule.value(), Set.of(), site);
      }
    }
  }

  private static boolean isNever(ParsedRule rule) {
    return rule.when() != null && Boolean.FALSE.equals(Truths.of(rule.when()))
        || isNever(rule.each());
  }

  private static boolean isNever(@Nullable ParsedEach each) {
    return each != null && each.where() != null && Boolean.FALSE.equals(Truths.of(each.where()));
  }

  private void never(ParsedRule rule, Site site) {
    boolean items = isNever(rule.each());
    context.problems.warning(
        "never-written",
        new Problem.Place(site.rule(), site.target(), items ? "where" : "when", 0, 0),
        items
            ? "The condition of the items never holds, so the loop makes none."
            : "The condition never holds, so the field is never written.",
        "Correct the condition, or remove the rule.");
  }

  /** The rules that are not below loops which make nothing. */
  private static void reach(TargetNode node, Set<Integer> reached) {
    switch (node) {
      case ValueNode v -> reached.add(v.rule.index());
      case ObjectNode o -> {
        if (o.base() != null) {
          reach(o.base(), reached);
        }
        o.fields().values().forEach(f -> reach(f, reached));
      }
      case ArrayNode a -> {
        if (a.whole() != null) {
          reach(a.whole(), reached);
        }
        for (Segment segment : a.segments()) {
          reached.add(segment.rule.index());
          if (!isNever(segment.rule)) {
            reach(segment.item(), reached);
          }
        }
      }
    }
  }

  /**
   * Looks for branches that are never taken.
   *
   * @param failed conditions that have not held where the formula is computed
   */
  private void branches(Formula formula, Set<String> failed, Site site) {
    if (formula instanceof Formula.Call call) {
      switch (call.name()) {
        case "IF" -> {
          condition(call, failed, site);
          return;
        }
        case "IFS" -> {
          conditions(call, failed, site);
          return;
        }
        case "SWITCH" -> cases(call, site);
        default -> {
          // It has no branches.
        }
      }
    }
    FormulaParts.of(formula).forEach(part -> branches(part, failed, site));
  }

  private void condition(Formula.Call call, Set<String> failed, Site site) {
    List<Formula> args = call.args();
    if (args.size() < 2) {
      return;
    }
    branches(args.getFirst(), failed, site);
    Boolean known = known(args.getFirst(), failed);
    if (known != null) {
      certain(known, args.getFirst(), site, "The condition of IF");
    }
    branches(args.get(1), failed, site);
    if (args.size() > 2) {
      branches(args.get(2), with(failed, args.getFirst()), site);
    }
  }

  private void conditions(Formula.Call call, Set<String> failed, Site site) {
    List<Formula> args = call.args();
    Set<String> before = failed;
    for (int i = 0; i + 1 < args.size(); i += 2) {
      branches(args.get(i), before, site);
      branches(args.get(i + 1), before, site);
      Boolean known = known(args.get(i), before);
      boolean last = i + 2 >= args.size();
      if (known != null && !(known && last)) {
        certain(known, args.get(i), site, "Condition " + (i / 2 + 1) + " of IFS");
        return;
      }
      before = with(before, args.get(i));
    }
  }

  private void cases(Formula.Call call, Site site) {
    List<Formula> args = call.args();
    Set<String> seen = new HashSet<>();
    for (int i = 1; i + 1 < args.size(); i += 2) {
      if (isSteady(args.get(i)) && !seen.add(FormulaPrinter.print(args.get(i)))) {
        tell(
            "case-twice",
            args.get(i),
            site,
            "SWITCH has the case " + FormulaPrinter.print(args.get(i)) + " twice");
        return;
      }
    }
  }

  private void certain(boolean holds, Formula condition, Site site, String which) {
    tell(
        holds ? "always-holds" : "never-holds",
        condition,
        site,
        which + (holds ? " always holds" : " never holds where it is asked"));
  }

  private void tell(String code, Formula at, Site site, String what) {
    context.problems.warning(
        code,
        site.at(at.pos()),
        what + ", so a branch is never taken.",
        "Correct the condition, or remove the branch.");
  }

  private static @Nullable Boolean known(Formula condition, Set<String> failed) {
    return failed.contains(FormulaPrinter.print(condition)) ? Boolean.FALSE : Truths.of(condition);
  }

  private static Set<String> with(Set<String> failed, Formula condition) {
    if (!isSteady(condition)) {
      return failed;
    }
    Set<String> all = new HashSet<>(failed);
    all.add(FormulaPrinter.print(condition));
    return all;
  }

  private static boolean isSteady(Formula formula) {
    boolean[] steady = {true};
    FormulaParts.walk(
        formula,
        part -> steady[0] &= !(part instanceof Formula.Call c && UNSTEADY.contains(c.name())));
    return steady[0];
  }
}
