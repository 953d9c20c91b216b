package fieldloom.engine.internal;

import fieldloom.engine.internal.NameScope.Binding;
import fieldloom.function.ValueType;
import fieldloom.model.FieldType;
import fieldloom.model.Join;
import fieldloom.model.Path;
import fieldloom.model.formula.Formula;
import fieldloom.model.formula.Formula.BinaryOp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles the joins of a loop; equalities become keys of an index. */
final class JoinCompiler {
  private final CompileContext context;
  private final ExprCompiler exprs;
  private final Map<String, NameScope> rejects;

  /**
   * @param rejects takes, by target, the names that the rules of rejected items see
   */
  JoinCompiler(CompileContext context, ExprCompiler exprs, Map<String, NameScope> rejects) {
    this.context = context;
    this.exprs = exprs;
    this.rejects = rejects;
  }

  List<JoinPlan> compile(ParsedRule rule, NameScope names, int slot, Site site) {
    List<JoinPlan> plans = new ArrayList<>();
    List<ParsedRule.ParsedJoin> parsed = Objects.requireNonNull(rule.each()).joins();
    List<Join> joins = Objects.requireNonNull(rule.rule().each()).join();
    Set<String> ofRow = new HashSet<>();
    String alias = Objects.requireNonNull(rule.rule().each()).as();
    if (alias != null) {
      ofRow.add(alias);
    }
    for (int i = 0; i < parsed.size(); i++) {
      plans.add(join(joins.get(i), parsed.get(i), ofRow, names, site));
      ofRow.add(joins.get(i).as());
    }
    return plans;
  }

  /**
   * @param ofRow the names that stand for parts of the row that is joined
   */
  private JoinPlan join(
      Join join, ParsedRule.ParsedJoin parsed, Set<String> ofRow, NameScope names, Site site) {
    Site with = site.part("join with");
    Formula wanted = records(parsed.with(), names);
    Typed list = exprs.compile(wanted, names, with);
    FieldType type = list.type().type();
    if (type != FieldType.ARRAY && type != FieldType.ANY) {
      context.problems.error(
          "not-repeating",
          with.at(wanted.pos()),
          "A join needs a repeating field; this is " + Types.a(type) + ".",
          "Name an array, with [] behind it.");
    }
    boolean constant = LoopCompiler.onlyOtherSources(wanted, names);
    String target = join.rejects();
    if (target != null) {
      reject(target, names, site);
    }
    int slot = context.newSlot();
    ValueType item = list.type().itemOrAny();
    names.with(join.as(), new Binding.Slot(slot, item));
    Keys keys = new Keys(join.as(), names, site.part("join on"));
    keys.split(parsed.on());
    boolean perRow =
        hangsOnRow(FreeNames.of(wanted), ofRow, names) || hangsOnRow(keys.innerNames, ofRow, names);
    return new JoinPlan(
        list.expr(),
        slot,
        keys.outer.toArray(Expr[]::new),
        keys.inner.toArray(Expr[]::new),
        keys.equalities,
        keys.rest,
        constant && keys.innerAlone,
        perRow,
        "left".equals(join.kind()),
        match(join),
        target);
  }

  /** The name of another source alone stands for all of its records. */
  private static Formula records(Formula with, NameScope names) {
    if (with instanceof Formula.Ref ref && ref.path().size() == 1) {
      Path.Step only = ref.path().last();
      if (only.arrays() == 0 && names.find(only.name()) instanceof Binding.OtherSource) {
        return new Formula.Ref(Path.EMPTY.child(only.name(), 1), ref.pos());
      }
    }
    return with;
  }

  private static boolean hangsOnRow(Set<String> used, Set<String> ofRow, NameScope names) {
    return used.stream()
        .anyMatch(n -> ofRow.contains(n) || names.find(n) instanceof Binding.LoopVariable);
  }

  private static JoinPlan.Match match(Join join) {
    return switch (join.match() == null ? "all" : join.match()) {
      case "first" -> JoinPlan.Match.FIRST;
      case "unique" -> JoinPlan.Match.UNIQUE;
      default -> JoinPlan.Match.ALL;
    };
  }

  private void reject(String target, NameScope names, Site site) {
    if (!context.targets.containsKey(target)) {
      context.problems.error(
          "unknown-target",
          site.whole(),
          "There is no target “" + target + "” for rejects.",
          Problems.nearest(target, context.targets.keySet()));
      return;
    }
    NameScope seen = rejects.computeIfAbsent(target, t -> new NameScope(null));
    for (String name : names.all()) {
      Binding binding = names.find(name);
      if (binding != null && seen.find(name) == null) {
        seen.with(name, binding);
      }
    }
  }

  /** Splits a condition into equal keys and a rest. */
  private final class Keys {
    final List<Expr> outer = new ArrayList<>();
    final List<Expr> inner = new ArrayList<>();
    @Nullable Expr equalities;
    @Nullable Expr rest;
    boolean innerAlone = true;
    final Set<String> innerNames = new HashSet<>();
    private final String alias;
    private final NameScope names;
    private final Site site;

    Keys(String alias, NameScope names, Site site) {
      this.alias = alias;
      this.names = names;
      this.site = site;
    }

    void split(Formula on) {
      if (on instanceof Formula.Binary b && b.op() == BinaryOp.AND) {
        split(b.left());
        split(b.right());
      } else if (!(on instanceof Formula.Binary b && b.op() == BinaryOp.EQ && equality(b))) {
        rest = and(rest, exprs.condition(on, names, site));
      }
    }

    private static Expr and(@Nullable Expr first, Expr second) {
      return first == null ? second : new Exprs.Both(first, second);
    }

    private boolean equality(Formula.Binary b) {
      Set<String> left = FreeNames.of(b.left());
      Set<String> right = FreeNames.of(b.right());
      boolean leftInner = left.contains(alias);
      if (leftInner == right.contains(alias)) {
        return false;
      }
      Typed a = exprs.compile(b.left(), names, site);
      Typed c = exprs.compile(b.right(), names, site);
      equalities = and(equalities, exprs.condition(b, names, site));
      innerAlone &= (leftInner ? left : right).size() == 1;
      innerNames.addAll(leftInner ? left : right);
      (leftInner ? inner : outer).add(a.expr());
      (leftInner ? outer : inner).add(c.expr());
      return true;
    }
  }
}
