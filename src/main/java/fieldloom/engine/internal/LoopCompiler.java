package fieldloom.engine.internal;

import fieldloom.engine.internal.NameScope.Binding;
import fieldloom.engine.internal.ParsedRule.ParsedEach;
import fieldloom.engine.trace.TraceStep;
import fieldloom.function.ValueType;
import fieldloom.model.Each;
import fieldloom.model.FieldType;
import fieldloom.model.Mapping;
import fieldloom.model.SchemaNode;
import fieldloom.model.formula.Formula;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles loops, and gives the names that their items' rules see. */
final class LoopCompiler {
  private final CompileContext context;
  private final ExprCompiler exprs;
  private final JoinCompiler joins;
  private final GroupCompiler groups;

  /** The loop and what its item's rules see. */
  record Compiled(LoopPlan plan, NameScope names) {}

  LoopCompiler(CompileContext context, ExprCompiler exprs, Map<String, NameScope> rejects) {
    this.context = context;
    this.exprs = exprs;
    this.joins = new JoinCompiler(context, exprs, rejects);
    this.groups = new GroupCompiler(exprs);
  }

  /**
   * @param watched whether it has to tell how its items come to be
   */
  Compiled compile(ParsedRule rule, NameScope names, Site site, boolean watched) {
    ParsedEach parsed = Objects.requireNonNull(rule.each());
    Each each = Objects.requireNonNull(rule.rule().each());
    Typed over = exprs.compile(parsed.over(), names, site.part("each"));
    ValueType item = itemType(over.type(), parsed.over(), site);
    int slot = context.newSlot();
    NameScope inner = alias(new NameScope(names), each.as(), slot, item, site);
    if (watched) {
      watch(rule.index(), parsed);
    }
    List<JoinPlan> plans = joins.compile(rule, inner, slot, site);
    int[] slots = new int[plans.size() + 1];
    slots[0] = slot;
    for (int i = 0; i < plans.size(); i++) {
      slots[i + 1] = plans.get(i).slot();
    }
    Expr where =
        parsed.where() == null ? null : exprs.condition(parsed.where(), inner, site.part("where"));
    Expr[] distinct =
        parsed.distinct() == null
            ? null
            : compileAll(parsed.distinct(), inner, site.part("distinct"));
    GroupPlan group = group(each, parsed, inner, site);
    NameScope after = inner;
    if (group != null) {
      SchemaNode node =
          groups.node(
              each.as() == null ? "group" : each.as(),
              group,
              Objects.requireNonNull(parsed.groupBy()),
              item,
              inner,
              site.part("groupBy"));
      after = alias(new NameScope(inner), each.as(), slot, ValueType.of(node), site);
    }
    OrderPlan order = order(each, parsed, after, site.part("orderBy"));
    LoopWatch watch =
        watched
            ? new LoopWatch(
                rule.index(), each, parsed, conditions(parsed, inner, site.part("join on")))
            : null;
    LoopPlan plan = new LoopPlan(over.expr(), slots, plans, where, distinct, group, order, watch);
    return new Compiled(plan, after);
  }

  private void watch(int rule, ParsedEach parsed) {
    parsed.joins().forEach(j -> context.watch.beginLoop(rule, TraceStep.Part.JOIN, j.on()));
    if (parsed.where() != null) {
      context.watch.beginLoop(rule, TraceStep.Part.WHERE, parsed.where());
    }
  }

  /** The conditions of joins, whole: their plans have them in parts. */
  private List<Expr> conditions(ParsedEach parsed, NameScope names, Site site) {
    return parsed.joins().stream().map(j -> exprs.condition(j.on(), names, site)).toList();
  }

  private ValueType itemType(ValueType list, Formula over, Site site) {
    if (list.type() == FieldType.ARRAY) {
      return list.itemOrAny();
    }
    if (list.type() != FieldType.ANY) {
      context.problems.error(
          "not-repeating",
          site.part("each").at(over.pos()),
          "each needs a repeating field; this is " + Types.a(list.type()) + ".",
          "Name an array, with [] behind it.");
    }
    return ValueType.ANY;
  }

  private NameScope alias(
      NameScope scope, @Nullable String as, int slot, ValueType type, Site site) {
    if (as == null) {
      return scope;
    }
    scope.with(as, new Binding.Slot(slot, type));
    for (Mapping.Variable v : context.mapping.variables()) {
      if (as.equals(v.in())) {
        Formula formula = context.globals.loopFormula(v);
        if (formula != null) {
          scope.with(v.name(), new Binding.LoopVariable(v.name(), formula, scope));
        }
      }
    }
    return scope;
  }

  private Expr[] compileAll(List<Formula> formulas, NameScope names, Site site) {
    return formulas.stream().map(f -> exprs.compile(f, names, site).expr()).toArray(Expr[]::new);
  }

  private @Nullable GroupPlan group(Each each, ParsedEach parsed, NameScope names, Site site) {
    return parsed.groupBy() == null || each.groupBy() == null
        ? null
        : groups.group(each.groupBy(), each.group(), parsed.groupBy(), names, site.part("groupBy"));
  }

  private @Nullable OrderPlan order(Each each, ParsedEach parsed, NameScope names, Site site) {
    if (parsed.orderBy().isEmpty()) {
      return null;
    }
    OrderPlan.Key[] keys = new OrderPlan.Key[parsed.orderBy().size()];
    for (int i = 0; i < keys.length; i++) {
      Each.OrderBy by = each.orderBy().get(i);
      Formula formula = parsed.orderBy().get(i);
      Typed typed = exprs.compile(formula, names, site);
      FieldType type = typed.type().type();
      if (type == FieldType.OBJECT || type == FieldType.ARRAY) {
        context.problems.error(
            "wrong-type",
            site.at(formula.pos()),
            "Items cannot be sorted by " + Types.a(type) + ".",
            "Sort by one of its fields.");
      }
      Locale locale = by.locale() == null ? null : Locale.forLanguageTag(by.locale());
      keys[i] = new OrderPlan.Key(typed.expr(), by.descending(), locale);
    }
    return new OrderPlan(keys);
  }

  /** The names of paths that formulas start with and that a scope gives to other sources. */
  static boolean onlyOtherSources(Formula formula, NameScope names) {
    Set<String> used = FreeNames.of(formula);
    return !used.isEmpty()
        && used.stream().allMatch(n -> names.find(n) instanceof Binding.OtherSource);
  }
}
