package fieldloom.engine.internal;

import fieldloom.engine.internal.NameScope.Binding;
import fieldloom.function.ValueType;
import fieldloom.model.FieldType;
import fieldloom.model.Path;
import fieldloom.model.SchemaNode;
import fieldloom.model.formula.Formula;
import fieldloom.model.formula.Formula.Pos;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Resolves paths: finds what their first name stands for and walks down the schema. */
final class RefCompiler {
  private final CompileContext context;
  private final ExprCompiler exprs;

  RefCompiler(CompileContext context, ExprCompiler exprs) {
    this.context = context;
    this.exprs = exprs;
  }

  Typed ref(Formula.Ref ref, NameScope names, Site site) {
    Path.Step first = ref.path().steps().getFirst();
    Path rest = ref.path().tail(1);
    Binding binding = names.find(first.name());
    if (binding == null) {
      context.problems.error(
          "unknown-path",
          site.at(ref.pos()),
          "“" + first.name() + "” is no source, alias or variable.",
          Problems.nearest(first.name(), names.all()));
      return ExprCompiler.NOTHING;
    }
    return switch (binding) {
      case Binding.Slot s -> {
        int slot = s.slot();
        Typed base = new Typed(new Exprs.Slot(slot), s.type());
        yield walk(base, first.arrays(), rest, ref.pos(), site, ref.path());
      }
      case Binding.OtherSource o -> otherSource(o, first, rest, ref, site);
      case Binding.Variable v ->
          walk(
              context.globals.variable(v.name(), ref.pos(), site),
              first.arrays(),
              rest,
              ref.pos(),
              site,
              ref.path());
      case Binding.LoopVariable v -> {
        Typed value = context.globals.loopVariable(v, ref.pos(), site, exprs);
        yield walk(value, first.arrays(), rest, ref.pos(), site, ref.path());
      }
      case Binding.Params ignored -> param(rest, ref, site);
      case Binding.Target t -> target(t, first, rest, ref, site);
    };
  }

  Typed member(Typed of, int arrays, Path path, Pos pos, Site site) {
    return walk(of, arrays, path, pos, site, path);
  }

  private Typed otherSource(
      Binding.OtherSource source, Path.Step first, Path rest, Formula.Ref ref, Site site) {
    String name = source.name();
    if (first.arrays() == 0) {
      Expr one = new Exprs.OneRecord(name, ref.pos());
      return walk(new Typed(one, source.type()), 0, rest, ref.pos(), site, ref.path());
    }
    Expr all = new Exprs.AllRecords(name);
    Typed list = new Typed(all, ValueType.listOf(source.type()));
    if (first.arrays() == 1 && rest.isEmpty()) {
      // As they are, without a list of their own: they may lie on disk.
      return list;
    }
    return walk(list, first.arrays(), rest, ref.pos(), site, ref.path());
  }

  private Typed param(Path rest, Formula.Ref ref, Site site) {
    if (rest.size() != 1) {
      context.problems.error(
          "unknown-param",
          site.at(ref.pos()),
          "A parameter is written param.NAME.",
          Problems.nearest("", context.globals.params().keySet()));
      return ExprCompiler.NOTHING;
    }
    String name = rest.last().name();
    FieldType type = context.globals.params().get(name);
    if (type == null) {
      context.problems.error(
          "unknown-param",
          site.at(ref.pos()),
          "There is no parameter “" + name + "”.",
          "Declare it under params. " + Problems.nearest(name, context.globals.params().keySet()));
      return ExprCompiler.NOTHING;
    }
    context.usedParams.add(name);
    return new Typed(new Exprs.Param(name), ValueType.of(type));
  }

  private Typed target(
      Binding.Target target, Path.Step first, Path rest, Formula.Ref ref, Site site) {
    TargetPlan plan = site.plan();
    if (plan == null || !plan.name().equals(target.name())) {
      context.problems.error(
          "unknown-path",
          site.at(ref.pos()),
          "Fields of the target " + target.name() + " cannot be read here.",
          "Only rules of that target can read them.");
      return ExprCompiler.NOTHING;
    }
    if (first.arrays() > 0 || rest.isEmpty()) {
      context.problems.error(
          "unknown-path",
          site.at(ref.pos()),
          "Name a field of " + target.name() + ".",
          "Write " + target.name() + ".FIELD.");
      return ExprCompiler.NOTHING;
    }
    return new TargetRefs(context, site, ref.pos()).find(plan, rest);
  }

  /** Walks from a value down a path, checking each name against what is known of the value. */
  private Typed walk(Typed base, int arrays, Path path, Pos pos, Site site, Path whole) {
    if (arrays == 0 && path.isEmpty()) {
      return base;
    }
    ValueType type = items(base.type(), arrays, pos, site, whole);
    SchemaNode node = type == null ? null : type.node();
    int lists = arrays;
    for (Path.Step step : path.steps()) {
      if (type == null) {
        return ExprCompiler.NOTHING;
      }
      Descent down = child(type, step, pos, site, whole);
      if (down == null) {
        return ExprCompiler.NOTHING;
      }
      node = down.node;
      type = items(down.type, step.arrays(), pos, site, whole);
      if (step.arrays() > 0 && node != null) {
        node = inner(node, step.arrays());
      }
      lists += step.arrays();
    }
    if (type == null) {
      return ExprCompiler.NOTHING;
    }
    return read(base, arrays, path, type, node, lists, site.link() ? null : pos);
  }

  private Typed read(
      Typed base,
      int arrays,
      Path path,
      ValueType type,
      @Nullable SchemaNode node,
      int lists,
      @Nullable Pos pos) {
    FieldType leaf = path.isEmpty() ? FieldType.ANY : type.type();
    String pattern = node == null ? null : context.pattern(node);
    Expr expr = new Navigation(base.expr(), arrays, path, leaf, pattern, pos);
    if (lists > 0) {
      return new Typed(expr, ValueType.listOf(type));
    }
    if (node == null || !type.type().isScalar()) {
      return new Typed(expr, type);
    }
    Expr raw = new Navigation(base.expr(), arrays, path, FieldType.ANY, null, pos);
    return new Typed(expr, type, new Typed.RawSource(raw, node, pattern));
  }

  private static @Nullable SchemaNode inner(SchemaNode node, int arrays) {
    SchemaNode inner = node;
    for (int i = 0; i < arrays; i++) {
      if (inner.type() != FieldType.ARRAY) {
        return null;
      }
      inner = inner.item();
    }
    return inner;
  }

  private record Descent(ValueType type, @Nullable SchemaNode node) {}

  private @Nullable Descent child(ValueType type, Path.Step step, Pos pos, Site site, Path whole) {
    SchemaNode parent = type.node();
    if (type.type() == FieldType.ANY || type.type() == FieldType.OBJECT && parent == null) {
      return new Descent(ValueType.ANY, null);
    }
    if (type.type() == FieldType.OBJECT && parent != null) {
      SchemaNode child = parent.child(step.name());
      if (child != null) {
        return new Descent(ValueType.of(child), child);
      }
      return unlisted(parent, step, pos, site, whole);
    }
    if (type.type() == FieldType.ARRAY) {
      context.problems.error(
          "repeats",
          site.at(pos),
          "The field before “" + step + "” in " + whole + " repeats.",
          "Write [] behind its name.");
      return null;
    }
    if (step.name().equals("#text")) {
      return new Descent(type, null);
    }
    context.problems.error(
        "unknown-path",
        site.at(pos),
        "“"
            + step
            + "” in "
            + whole
            + " is asked of "
            + Types.a(type.type())
            + ", which has no fields.",
        "End the path before it.");
    return null;
  }

  private @Nullable Descent unlisted(
      SchemaNode parent, Path.Step step, Pos pos, Site site, Path whole) {
    List<String> known = new ArrayList<>();
    parent.children().forEach(c -> known.add(c.name()));
    String message = "The schema has no field “" + step.name() + "” at " + whole + ".";
    String remedy = Problems.nearest(step.name(), known);
    if (parent.open()) {
      context.problems.warning("unlisted-path", site.at(pos), message, remedy);
      return new Descent(ValueType.ANY, null);
    }
    context.problems.error("unknown-path", site.at(pos), message, remedy);
    return null;
  }

  private @Nullable ValueType items(ValueType type, int arrays, Pos pos, Site site, Path whole) {
    ValueType inner = type;
    for (int i = 0; i < arrays; i++) {
      if (inner.type() == FieldType.ANY) {
        return ValueType.ANY;
      }
      if (inner.type() != FieldType.ARRAY) {
        context.problems.error(
            "not-repeating",
            site.at(pos),
            whole + " has [] behind a field that does not repeat.",
            "Remove the [].");
        return null;
      }
      inner = inner.itemOrAny();
    }
    return inner;
  }
}
