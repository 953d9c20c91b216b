package fieldloom.engine.internal;

import fieldloom.engine.trace.TraceStep;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.formula.Formula;
import fieldloom.model.value.Absent;
import fieldloom.payload.JsonValues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Third pass: compiles the rules of a target where they stand in its tree. */
final class RuleCompiler {
  private final CompileContext context;
  private final ExprCompiler exprs;
  private final LoopCompiler loops;

  RuleCompiler(CompileContext context, ExprCompiler exprs, Map<String, NameScope> rejects) {
    this.context = context;
    this.exprs = exprs;
    this.loops = new LoopCompiler(context, exprs, rejects);
  }

  void compile(TargetPlan plan, NameScope names) {
    node(plan.top(), plan, names, List.of(), null);
  }

  private void node(
      TargetNode node,
      TargetPlan plan,
      NameScope names,
      List<Segment> around,
      @org.jspecify.annotations.Nullable ParsedRule loop) {
    switch (node) {
      case ValueNode v -> value(v, plan, names, around, loop);
      case ObjectNode o -> {
        if (o.base() != null) {
          value(o.base(), plan, names, around, loop);
        } else {
          new RequiredCheck(context.problems).check(plan, o, around);
        }
        o.fields().values().forEach(f -> node(f, plan, names, around, loop));
      }
      case ArrayNode a -> {
        if (a.whole() != null) {
          value(a.whole(), plan, names, around, loop);
        }
        a.segments().forEach(s -> segment(s, plan, names, around));
      }
    }
  }

  private void segment(Segment segment, TargetPlan plan, NameScope names, List<Segment> around) {
    ParsedRule rule = segment.rule;
    Site site = new Site(rule.index(), rule.rule().to(), "each", false, plan, around);
    around.forEach(s -> context.reads(rule.index(), s.rule.index()));
    Set<Integer> within = new HashSet<>();
    segment.item().rules(within);
    LoopCompiler.Compiled compiled = loops.compile(rule, names, site, context.watch.tells(within));
    Expr when = rule.when() == null ? null : exprs.condition(rule.when(), names, site.part("when"));
    segment.loop(compiled.plan(), when);
    List<Segment> inside = new ArrayList<>(around);
    inside.add(segment);
    node(segment.item(), plan, compiled.names(), List.copyOf(inside), rule);
  }

  private void value(
      ValueNode node,
      TargetPlan plan,
      NameScope names,
      List<Segment> around,
      @org.jspecify.annotations.Nullable ParsedRule loop) {
    ParsedRule rule = node.rule;
    around.stream()
        .filter(s -> s.rule != rule)
        .forEach(s -> context.reads(rule.index(), s.rule.index()));
    String part = rule.isLink() ? "from" : "formula";
    Site site = new Site(rule.index(), rule.rule().to(), part, rule.isLink(), plan, around);
    Formula formula = rule.value();
    if (formula != null) {
      context.watch.begin(rule.index(), null, formula);
    }
    Typed typed = formula == null ? ExprCompiler.NOTHING : exprs.compile(formula, names, site);
    if (formula != null) {
      fit(typed, formula, node.schema, site);
    }
    if (rule.when() != null) {
      context.watch.begin(rule.index(), TraceStep.Part.WHEN, rule.when());
    }
    Expr when =
        rule.when() == null || rule == loop
            ? null
            : exprs.condition(rule.when(), names, site.part("when"));
    Object fallback =
        rule.rule().defaultValue() == null
            ? Absent.ABSENT
            : JsonValues.of(rule.rule().defaultValue());
    Typed.RawSource raw = typed.source();
    node.exec(
        new RuleExec(
            rule.index(),
            raw == null ? typed.expr() : raw.raw(),
            when,
            new TargetConverter(node.schema, context.patterns, raw),
            fallback,
            rule.isLink() || formula == null ? null : formula.pos()));
  }

  /** Checks that the value's type can be the field's. */
  private void fit(Typed typed, Formula formula, SchemaNode to, Site site) {
    FieldType from = typed.type().type();
    Types.Fit fit = isIsoDate(formula, to) ? Types.Fit.ALWAYS : Types.fit(from, to.type());
    if (fit == Types.Fit.ALWAYS && from == FieldType.ARRAY && to.type() == FieldType.ARRAY) {
      fit = Types.fit(typed.type().itemOrAny().type(), to.item().type());
    }
    switch (fit) {
      case ALWAYS -> length(typed, formula, to, site);
      case SOMETIMES ->
          context.problems.warning(
              "may-lose",
              site.at(formula.pos()),
              capital(Types.a(from)) + " may not fit into " + Types.a(to.type()) + ".",
              "A record whose value does not fit fails; convert it, or use another field.");
      case NEVER ->
          context.problems.error(
              "never-fits",
              site.at(formula.pos()),
              capital(Types.a(from)) + " can never become " + Types.a(to.type()) + ".",
              "Use another field, or a function that converts it.");
    }
  }

  /** A date formatted by the pattern that dates are written in is a date. */
  private boolean isIsoDate(Formula formula, SchemaNode to) {
    return to.type() == FieldType.DATE
        && context.pattern(to) == null
        && formula instanceof Formula.Call call
        && call.name().equals("FORMATDATE")
        && call.args().size() == 2
        && call.args().get(1) instanceof Formula.Text pattern
        && (pattern.value().equals("yyyy-MM-dd") || pattern.value().equals("uuuu-MM-dd"));
  }

  private void length(Typed typed, Formula formula, SchemaNode to, Site site) {
    Typed.RawSource raw = typed.source();
    Integer max = to.facets().maxLength();
    Integer source = raw == null ? null : raw.node().facets().maxLength();
    if (max != null && source != null && source > max) {
      context.problems.warning(
          "may-be-too-long",
          site.at(formula.pos()),
          "Up to " + source + " characters may come, " + max + " fit.",
          "Cut it with LEFT, or let such records fail.");
    }
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
