package fieldloom.engine.internal;

import fieldloom.engine.internal.ParsedRule.ParsedEach;
import fieldloom.engine.internal.ParsedRule.ParsedJoin;
import fieldloom.engine.internal.ParsedRule.Step;
import fieldloom.model.Each;
import fieldloom.model.Join;
import fieldloom.model.Path;
import fieldloom.model.Problem;
import fieldloom.model.Rule;
import fieldloom.model.formula.Formula;
import fieldloom.model.formula.FormulaException;
import fieldloom.model.formula.FormulaParser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** First pass: reads the texts of the rules. A rule with an unreadable text is left out. */
final class RuleParser {
  private final Problems problems;
  private boolean broken;

  RuleParser(Problems problems) {
    this.problems = problems;
  }

  List<ParsedRule> parse(List<Rule> rules) {
    List<ParsedRule> parsed = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      ParsedRule rule = parse(i, rules.get(i));
      if (rule != null) {
        parsed.add(rule);
      }
    }
    return parsed;
  }

  private @Nullable ParsedRule parse(int index, Rule rule) {
    broken = false;
    Path to = path(index, rule);
    if (rule.from() != null && rule.formula() != null) {
      problems.error(
          "two-values",
          Problem.Place.of(index, rule.to()),
          "The rule has both from and formula.",
          "Keep one of them.");
    }
    Formula value =
        rule.formula() != null
            ? formula(index, rule, "formula", rule.formula())
            : rule.from() != null ? link(index, rule, rule.from()) : null;
    Formula when = rule.when() == null ? null : formula(index, rule, "when", rule.when());
    ParsedEach each = rule.each() == null ? null : each(index, rule, rule.each());
    if (value == null && each == null && rule.defaultValue() == null && !broken) {
      problems.error(
          "no-value",
          Problem.Place.of(index, rule.to()),
          "The rule says nothing of the value.",
          "Give it from, formula, each or default.");
      return null;
    }
    if (broken || to == null) {
      return null;
    }
    Set<String> uses = new LinkedHashSet<>();
    add(uses, value);
    add(uses, when);
    if (each != null) {
      Set<String> inner = new LinkedHashSet<>();
      add(inner, each.over());
      each.joins()
          .forEach(
              j -> {
                add(inner, j.with());
                add(inner, j.on());
              });
      add(inner, each.where());
      Objects.requireNonNullElse(each.distinct(), List.<Formula>of()).forEach(f -> add(inner, f));
      Objects.requireNonNullElse(each.groupBy(), List.<Formula>of()).forEach(f -> add(inner, f));
      each.orderBy().forEach(f -> add(inner, f));
      inner.addAll(uses);
      inner.removeAll(each.aliases());
      uses = inner;
    }
    return new ParsedRule(index, rule, to, Step.of(to), value, when, each, uses);
  }

  private static void add(Set<String> names, @Nullable Formula formula) {
    if (formula != null) {
      names.addAll(FreeNames.of(formula));
    }
  }

  private @Nullable Path path(int index, Rule rule) {
    if (rule.makesRecords()) {
      return Path.EMPTY;
    }
    try {
      return Path.parse(rule.to());
    } catch (IllegalArgumentException e) {
      problems.error(
          "bad-path",
          new Problem.Place(index, rule.to(), "to", 0, 0),
          Objects.requireNonNull(e.getMessage()),
          "Write names joined by dots: items[].qty; [] alone means the target's records.");
      return null;
    }
  }

  private @Nullable Formula link(int index, Rule rule, String text) {
    Formula formula = formula(index, rule, "from", text);
    if (formula != null && !(formula instanceof Formula.Ref)) {
      problems.error(
          "not-a-path",
          new Problem.Place(index, rule.to(), "from", 1, 1),
          "from is no path: " + text + ".",
          "Use formula for what is computed.");
      broken = true;
    }
    return formula;
  }

  private @Nullable Formula formula(int index, Rule rule, String part, String text) {
    try {
      return FormulaParser.parse(text);
    } catch (FormulaException e) {
      problems.error(
          "syntax",
          new Problem.Place(index, rule.to(), part, e.pos().line(), e.pos().column()),
          Objects.requireNonNull(e.getMessage()),
          e.remedy());
      broken = true;
      return null;
    }
  }

  private @Nullable ParsedEach each(int index, Rule rule, Each each) {
    Formula over = formula(index, rule, "each", each.over());
    Set<String> aliases = new LinkedHashSet<>();
    if (each.as() != null) {
      aliases.add(each.as());
    }
    List<ParsedJoin> joins = new ArrayList<>();
    for (Join join : each.join()) {
      Formula with = formula(index, rule, "join with", join.with());
      Formula on = formula(index, rule, "join on", join.on());
      aliases.add(join.as());
      if (with != null && on != null) {
        joins.add(new ParsedJoin(with, on));
      }
    }
    Formula where = each.where() == null ? null : formula(index, rule, "where", each.where());
    List<Formula> distinct =
        each.distinct() == null ? null : list(index, rule, "distinct", each.distinct());
    List<Formula> groupBy =
        each.groupBy() == null
            ? null
            : list(
                index,
                rule,
                "groupBy",
                each.groupBy().keys().stream().map(Each.GroupBy.Key::by).toList());
    List<Formula> orderBy =
        list(index, rule, "orderBy", each.orderBy().stream().map(Each.OrderBy::by).toList());
    return over == null
        ? null
        : new ParsedEach(over, joins, where, distinct, groupBy, orderBy, aliases);
  }

  private List<Formula> list(int index, Rule rule, String part, List<String> texts) {
    List<Formula> formulas = new ArrayList<>();
    for (String text : texts) {
      Formula formula = formula(index, rule, part, text);
      if (formula != null) {
        formulas.add(formula);
      }
    }
    return formulas;
  }
}
