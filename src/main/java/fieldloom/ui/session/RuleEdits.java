package fieldloom.ui.session;

import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Edits of single rules. */
final class RuleEdits {
  private RuleEdits() {}

  /** The rule replaced, or removed where the new one is null. */
  static Mapping replace(Mapping mapping, Rule old, @Nullable Rule rule) {
    int at = mapping.rules().indexOf(old);
    if (at < 0 || old.equals(rule)) {
      return mapping;
    }
    List<Rule> rules = new ArrayList<>(mapping.rules());
    if (rule == null) {
      rules.remove(at);
    } else {
      rules.set(at, rule);
    }
    return mapping.withRules(rules);
  }

  static Mapping setFormula(Mapping mapping, FieldRef to, @Nullable String in, String text) {
    if (to.isPlace()) {
      return mapping;
    }
    Rule old = find(mapping, to, in);
    if (old != null) {
      return setText(mapping, old, text);
    }
    String trimmed = strip(text);
    return trimmed.isEmpty()
        ? mapping
        : put(mapping, null, filled(blank(mapping, to).withIn(in), trimmed));
  }

  static Mapping putFunction(Mapping mapping, FieldRef to, String what) {
    String call = new NewNodes(mapping).formula(what).orElse("");
    boolean free = find(mapping, to, null) == null;
    Mapping filled = free ? setFormula(mapping, to, null, call) : mapping;
    Rule rule = filled == mapping ? null : find(filled, to, null);
    return rule == null ? filled : DrawingEdits.look(filled, rule, look -> look.opened(true));
  }

  static Mapping setText(Mapping mapping, Rule rule, String text) {
    String trimmed = strip(text);
    return replace(mapping, rule, trimmed.isEmpty() ? emptied(rule) : filled(rule, trimmed));
  }

  /** The rule with that text: a path makes a plain link. */
  static Rule filled(Rule rule, String text) {
    boolean path = FormulaText.of(text).isPlainPath();
    return rule.withFrom(path ? text : null).withFormula(path ? null : text);
  }

  /** What is left of a rule without its formula: a loop stays a loop. */
  static @Nullable Rule emptied(Rule rule) {
    return rule.each() == null ? null : rule.withFrom(null).withFormula(null);
  }

  /** A leading = is how formulas are typed, not part of them. */
  static String strip(String text) {
    String trimmed = text.strip();
    return trimmed.startsWith("=") && !trimmed.startsWith("==")
        ? trimmed.substring(1).strip()
        : trimmed;
  }

  /** A rule of the field that says nothing yet. */
  static Rule blank(Mapping mapping, FieldRef to) {
    String target = to.document().equals(mapping.mainTarget().name()) ? null : to.document();
    return new Rule(
        to.isRoot() ? Rule.RECORDS : to.path().toString(),
        null,
        null,
        null,
        null,
        null,
        target,
        null,
        fieldloom.model.Extras.NONE);
  }

  /** The rule that fills a field, of that loop where one is named; null where there is none. */
  static @Nullable Rule find(Mapping mapping, FieldRef to, @Nullable String in) {
    Loops loops = Loops.of(mapping);
    Rule first = null;
    for (Rule rule : mapping.rules()) {
      if (!loops.target(rule).equals(to)) {
        continue;
      }
      if (in == null || in.equals(rule.in()) || usesAlias(loops, rule, to, in)) {
        first = first == null ? rule : filling(first, rule);
      }
    }
    return first;
  }

  /** The rule that fills each field that has one, as {@link #find} finds it in any loop. */
  static Map<FieldRef, Rule> findAll(Mapping mapping) {
    Loops loops = Loops.of(mapping);
    Map<FieldRef, Rule> found = new HashMap<>();
    mapping.rules().forEach(rule -> found.merge(loops.target(rule), rule, RuleEdits::filling));
    return found;
  }

  /** A copy or a formula fills the items; a bare loop only makes them. */
  private static Rule filling(Rule first, Rule later) {
    return first.each() != null && later.each() == null ? later : first;
  }

  private static boolean usesAlias(Loops loops, Rule rule, FieldRef to, String alias) {
    return loops.around(to).stream().anyMatch(l -> alias.equals(l.alias()) && loops.uses(rule, l));
  }

  /** Puts the rule in the old one's place, else behind its nearest kin. */
  static Mapping put(Mapping mapping, @Nullable Rule old, Rule rule) {
    return old != null ? replace(mapping, old, rule) : RulePlaces.put(mapping, List.of(rule));
  }
}
