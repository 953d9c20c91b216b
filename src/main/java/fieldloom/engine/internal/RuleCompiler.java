package fieldloom.engine.internal;

import fieldloom.engine.trace.TraceStep;
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
  private final FitCheck fits;

  RuleCompiler(CompileContext context, ExprCompiler exprs, Map<String, NameScope> rejects) {
    this.context = context;
    this.exprs = exprs;
    this.loops = new LoopCompiler(context, exprs, rejects);
    this.fits = new FitCheck(context);
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
      fits.check(typed, formula, node.schema, site);
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
}
