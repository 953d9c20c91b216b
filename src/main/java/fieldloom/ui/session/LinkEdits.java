package fieldloom.ui.session;

import fieldloom.model.Mapping;
import fieldloom.model.Path;
import fieldloom.model.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Edits that draw links. */
final class LinkEdits {
  private LinkEdits() {}

  static Mapping link(Mapping mapping, FieldRef from, FieldRef to) {
    Mapping looped = LoopEdits.ensure(mapping, from, to);
    Loops loops = Loops.of(looped);
    Loops.Loop loop = loops.bestFor(from, loops.around(to));
    String alias = loop == null ? null : loop.alias();
    Rule old = existing(looped, loops, to, alias);
    String text = loops.expression(from, to);
    Rule base = old != null ? old : RuleEdits.blank(looped, to);
    return RuleEdits.put(looped, old, RuleEdits.filled(base, text));
  }

  /** The list that a link would write where a single value is wanted; null where it writes one. */
  static @Nullable Path list(Mapping mapping, FieldRef from, FieldRef to) {
    Path path = Loops.of(LoopEdits.ensure(mapping, from, to)).written(from, to);
    boolean several = path.steps().stream().anyMatch(s -> s.arrays() > 0);
    return several && !from.isPlace() && !to.isArray() ? path : null;
  }

  static Mapping linkList(Mapping mapping, FieldRef from, FieldRef to, Edit.LinkList.How how) {
    Mapping linked = link(mapping, from, to);
    Rule rule = RuleEdits.find(linked, to, null);
    String path = Loops.of(linked).expression(from, to);
    for (Rule made : linked.rules()) {
      // Of several rules of the field it is the one that was just linked.
      boolean mine = path.equals(made.from()) && Loops.of(linked).target(made).equals(to);
      rule = mine && !mapping.rules().contains(made) ? made : rule;
    }
    return rule == null
        ? mapping
        : RuleEdits.replace(linked, rule, rule.withFrom(null).withFormula(how.formula(path)));
  }

  static Mapping combine(Mapping mapping, FieldRef from, FieldRef to, Edit.Combine.How how) {
    Mapping looped = LoopEdits.ensure(mapping, from, to);
    Rule old = RuleEdits.find(looped, to, null);
    if (old == null || old.expression() == null) {
      return link(mapping, from, to);
    }
    String path = Loops.of(looped).expression(from, to);
    String before = old.expression();
    String formula =
        switch (how) {
          case JOIN_TEXT -> joined(before, path);
          case FIRST_NON_EMPTY -> coalesced(before, path);
        };
    return RuleEdits.replace(looped, old, old.withFrom(null).withFormula(formula));
  }

  private static String joined(String before, String path) {
    boolean simple =
        FormulaText.of(before).tokens().stream()
            .filter(t -> t.kind() == FormulaText.Kind.OPERATOR)
            .allMatch(t -> t.text().equals("&"));
    return (simple ? before : "(" + before + ")") + " & \" \" & " + path;
  }

  private static String coalesced(String before, String path) {
    boolean open = before.startsWith("COALESCE(") && before.endsWith(")") && closesAtEnd(before);
    return open
        ? before.substring(0, before.length() - 1) + ", " + path + ")"
        : "COALESCE(" + before + ", " + path + ")";
  }

  /** Whether the first parenthesis is closed by the very last character. */
  private static boolean closesAtEnd(String formula) {
    int depth = 0;
    for (FormulaText.Token token : FormulaText.of(formula).tokens()) {
      if (token.kind() == FormulaText.Kind.OPEN) {
        depth++;
      } else if (token.kind() == FormulaText.Kind.CLOSE && --depth == 0) {
        return token.end() == formula.length();
      }
    }
    return false;
  }

  /** The rule a new link replaces: the field's own in that loop, not another loop's. */
  private static @Nullable Rule existing(
      Mapping mapping, Loops loops, FieldRef to, @Nullable String alias) {
    List<Rule> rules =
        mapping.rules().stream()
            .filter(r -> r.each() == null && loops.target(r).equals(to))
            .toList();
    boolean oneLoop = to.arrays().stream().allMatch(a -> loops.on(a).size() < 2);
    if (oneLoop || alias == null) {
      return rules.isEmpty() ? null : rules.getFirst();
    }
    for (Rule rule : rules) {
      if (loops.around(to).stream().anyMatch(l -> alias.equals(l.alias()) && loops.uses(rule, l))) {
        return rule;
      }
    }
    return null;
  }
}
