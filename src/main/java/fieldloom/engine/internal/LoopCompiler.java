package fieldloom.engine.internal;

import fieldloom.engine.internal.NameScope.Binding;
import fieldloom.engine.internal.ParsedRule.ParsedEach;
import fieldloom.function.ValueType;
import fieldloom.model.Each;
import fieldloom.model.FieldType;
import fieldloom.model.Mapping;
import fieldloom.model.SchemaNode;
import fieldloom.model.formula.Formula;
import java.util.ArrayList;
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

  /** The loop and what its item's rules see. */
  record Compiled(LoopPlan plan, NameScope names) {}

  LoopCompiler(CompileContext context, ExprCompiler exprs, Map<String, NameScope> rejects) {
    this.context = context;
    this.exprs = exprs;
    this.joins = new JoinCompiler(context, exprs, rejects);
  }

  Compiled compile(ParsedRule rule, NameScope names, Site site) {
    ParsedEach parsed = Objects.requireNonNull(rule.each());
    Each each = Objects.requireNonNull(rule.rule().each());
    Typed over = exprs.compile(parsed.over(), names, site.part("each"));
    ValueType item = itemType(over.type(), parsed.over(), site);
    int slot = context.newSlot();
    NameScope inner = alias(new NameScope(names), each.as(), slot, item, site);
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
      SchemaNode node = groupNode(each, group, parsed, item, inner, site);
      after = alias(new NameScope(inner), each.as(), slot, ValueType.of(node), site);
    }
    OrderPlan order = order(each, parsed, after, site.part("orderBy"));
    LoopPlan plan = new LoopPlan(over.expr(), slots, plans, where, distinct, group, order);
    return new Compiled(plan, after);
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
    if (parsed.groupBy() == null || each.groupBy() == null) {
      return null;
    }
    String kind = each.group() == null ? "key" : each.group();
    GroupPlan.Kind plan =
        switch (kind) {
          case "adjacent" -> GroupPlan.Kind.ADJACENT;
          case "startingWith" -> GroupPlan.Kind.STARTING_WITH;
          case "blocks" -> GroupPlan.Kind.BLOCKS;
          default -> GroupPlan.Kind.KEY;
        };
    Site part = site.part("groupBy");
    Expr[] by =
        plan == GroupPlan.Kind.STARTING_WITH
            ? new Expr[] {exprs.condition(parsed.groupBy().getFirst(), names, part)}
            : compileAll(parsed.groupBy(), names, part);
    return new GroupPlan(plan, by, keyNames(each.groupBy(), parsed.groupBy(), plan));
  }

  private static String[] keyNames(
      Each.GroupBy groupBy, List<Formula> formulas, GroupPlan.Kind kind) {
    if (groupBy.single() || kind == GroupPlan.Kind.STARTING_WITH || kind == GroupPlan.Kind.BLOCKS) {
      return new String[0];
    }
    String[] names = new String[formulas.size()];
    for (int i = 0; i < names.length; i++) {
      String as = groupBy.keys().get(i).as();
      names[i] = as != null ? as : lastName(formulas.get(i), i);
    }
    return names;
  }

  private static String lastName(Formula formula, int index) {
    return formula instanceof Formula.Ref r ? r.path().last().name() : "key" + (index + 1);
  }

  /** The schema of a group: its key and its items. */
  private SchemaNode groupNode(
      Each each, GroupPlan group, ParsedEach parsed, ValueType item, NameScope names, Site site) {
    SchemaNode key;
    Site part = site.part("groupBy");
    List<Formula> formulas = Objects.requireNonNull(parsed.groupBy());
    if (group.kind() == GroupPlan.Kind.STARTING_WITH || group.kind() == GroupPlan.Kind.BLOCKS) {
      key = SchemaNode.builder("key", FieldType.INTEGER).build();
    } else if (group.names().length == 0) {
      key = nodeOf("key", exprs.compile(formulas.getFirst(), names, part).type());
    } else {
      List<SchemaNode> members = new ArrayList<>();
      for (int i = 0; i < group.names().length; i++) {
        ValueType type = exprs.compile(formulas.get(i), names, part).type();
        members.add(nodeOf(group.names()[i], type));
      }
      key = SchemaNode.builder("key", FieldType.OBJECT).children(members).build();
    }
    SchemaNode items =
        SchemaNode.builder("items", FieldType.ARRAY).item(nodeOf("items", item)).build();
    String name = each.as() == null ? "group" : each.as();
    return SchemaNode.builder(name, FieldType.OBJECT).children(List.of(key, items)).build();
  }

  private static SchemaNode nodeOf(String name, ValueType type) {
    if (type.node() != null) {
      return type.node();
    }
    return switch (type.type()) {
      case ARRAY ->
          SchemaNode.builder(name, FieldType.ARRAY).item(nodeOf(name, type.itemOrAny())).build();
      case OBJECT, ANY -> SchemaNode.any(name);
      case STRING, INTEGER, DECIMAL, BOOLEAN, DATE, TIME, DATETIME, BINARY ->
          SchemaNode.builder(name, type.type()).nullable(true).build();
    };
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
