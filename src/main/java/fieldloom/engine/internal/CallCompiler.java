package fieldloom.engine.internal;

import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.ValueType;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.formula.Formula;
import fieldloom.model.formula.Formula.BinaryOp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles calls: finds the function, checks number and types of arguments. */
final class CallCompiler {
  /** Functions that go on where their first argument fails. */
  private static final Set<String> CATCHING = Set.of("IF_ERROR", "TRY");

  private final CompileContext context;
  private final ExprCompiler exprs;
  private final LookupChecks lookups;
  private final PatternChecks patterns;

  CallCompiler(CompileContext context, ExprCompiler exprs) {
    this.context = context;
    this.exprs = exprs;
    this.lookups = new LookupChecks(context);
    this.patterns = new PatternChecks(context.problems);
  }

  Typed call(Formula.Call call, NameScope names, Site site) {
    Optional<FunctionDef> def = context.library.find(call.name());
    if (def.isPresent()) {
      return library(def.get(), call, names, site);
    }
    if (context.globals.hasFunction(call.name())) {
      List<Typed> args = call.args().stream().map(a -> exprs.compile(a, names, site)).toList();
      return context.globals.call(call, args, site, exprs);
    }
    Set<String> own = context.globals.functionNames();
    List<String> near = context.library.nearest(call.name(), own, 1);
    context.problems.error(
        "unknown-function",
        site.at(call.pos()),
        "There is no function " + call.name() + ".",
        near.isEmpty()
            ? Problems.nearest(call.name(), own)
            : "Did you mean " + near.getFirst() + "?");
    call.args().stream()
        .filter(a -> !(a instanceof Formula.Lambda))
        .forEach(a -> exprs.compile(a, names, site));
    return ExprCompiler.NOTHING;
  }

  private Typed library(FunctionDef def, Formula.Call call, NameScope names, Site site) {
    if (!rightCount(def, call, site)) {
      return ExprCompiler.NOTHING;
    }
    if (def.successor() != null) {
      context.problems.warning(
          "deprecated",
          site.at(call.pos()),
          def.name() + " is deprecated.",
          "Write " + def.successor() + " in its place.");
    }
    int size = call.args().size();
    Expr[] args = new Expr[size];
    @Nullable Division[] divisions = new Division[size];
    List<ValueType> types = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Formula arg = call.args().get(i);
      if (arg instanceof Formula.Lambda lambda) {
        types.add(lambdaArg(def, i, call, lambda, args, types, names, site));
      } else {
        boolean caught = i == 0 && CATCHING.contains(def.name());
        Typed typed = caught ? exprs.caught(arg, names, site) : exprs.compile(arg, names, site);
        args[i] = typed.expr();
        types.add(typed.type());
        checkKind(def, i, typed.type(), call.pos(), site);
        if (def.param(i).kind() == Kind.NUMBER || def.param(i).kind() == Kind.INTEGER) {
          exprs.checkNumber(arg, def.name(), call.pos(), site);
        }
        divisions[i] = division(arg, names, site);
      }
    }
    lookups.check(call, types, site);
    context.ordered |= call.name().equals("SEQUENCE_NUMBER");
    patterns.check(call, site);
    Expr plain = new CallExpr(def, args, divisions, call.pos());
    Expr indexed = IndexedLookup.of(call, args, plain, names);
    Typed result = new Typed(indexed == null ? plain : indexed, def.typing().of(types));
    return call.name().equals("LOOKUP_IN") ? found(result, call, types.getFirst()) : result;
  }

  /** What LOOKUP_IN finds is read as its field's type, as it is wherever else the field is used. */
  private Typed found(Typed raw, Formula.Call call, ValueType list) {
    SchemaNode field = list.itemOrAny().node();
    if (field == null || !(call.args().get(3) instanceof Formula.Text name)) {
      return raw;
    }
    for (String part : name.value().split("\\.")) {
      field = field == null ? null : field.child(part);
    }
    if (field == null || !field.type().isScalar()) {
      return raw;
    }
    FieldType type = field.type();
    String pattern = context.pattern(field);
    return new Typed(new Exprs.ReadAs(raw.expr(), type, pattern), ValueType.of(type));
  }

  private boolean rightCount(FunctionDef def, Formula.Call call, Site site) {
    int given = call.args().size();
    if (given >= def.minArguments() && given <= def.maxArguments()) {
      return true;
    }
    int min = def.minArguments();
    int max = def.maxArguments();
    String wanted =
        max == Integer.MAX_VALUE
            ? "at least " + min
            : min == max ? String.valueOf(min) : min + " to " + max;
    boolean one = min == 1 && (max == 1 || max == Integer.MAX_VALUE);
    context.problems.error(
        "argument-count",
        site.at(call.pos()),
        def.name()
            + " takes "
            + wanted
            + (one ? " argument" : " arguments")
            + ", not "
            + given
            + ".",
        "Write " + def.signature() + ".");
    return false;
  }

  private ValueType lambdaArg(
      FunctionDef def,
      int i,
      Formula.Call call,
      Formula.Lambda lambda,
      Expr[] args,
      List<ValueType> before,
      NameScope names,
      Site site) {
    if (def.param(i).kind() != Kind.LAMBDA) {
      context.problems.error(
          "wrong-type",
          site.at(call.pos()),
          def.name() + " takes no arrow as its argument " + (i + 1) + ".",
          "Write " + def.signature() + ".");
      args[i] = ExprCompiler.NOTHING.expr();
      return ValueType.ANY;
    }
    ValueType item = before.getFirst().itemOrAny();
    LambdaExpr compiled = exprs.lambda(lambda, List.of(item, ValueType.INTEGER), names, site);
    args[i] = compiled;
    return context.lambdaTypes.getOrDefault(lambda, ValueType.ANY);
  }

  private void checkKind(FunctionDef def, int i, ValueType type, Formula.Pos pos, Site site) {
    Kind kind = def.param(i).kind();
    if (Types.accepts(kind, type)) {
      return;
    }
    String wanted =
        switch (kind) {
          case LAMBDA -> "item -> formula";
          case DATE_OR_DATETIME -> "a date or datetime";
          case TEMPORAL -> "a date or time";
          case INTEGER -> "a whole number";
          case OBJECT -> "an object";
          case TEXT, NUMBER, BOOLEAN, LIST, ANY ->
              "a " + kind.name().toLowerCase(java.util.Locale.ROOT);
        };
    context.problems.error(
        "wrong-type",
        site.at(pos),
        def.name()
            + " needs "
            + wanted
            + " as “"
            + def.param(i).name()
            + "”, not "
            + (type.type() == FieldType.ARRAY ? "a list" : Types.a(type.type()))
            + ".",
        "Write " + def.signature() + ".");
  }

  /** Numerator and denominator where an argument is itself a division; null where it is not. */
  private @Nullable Division division(Formula arg, NameScope names, Site site) {
    if (arg instanceof Formula.Binary b && b.op() == BinaryOp.DIVIDE) {
      return quotient(b.left(), b.right(), names, site);
    }
    if (arg instanceof Formula.Call c && c.name().equals("DIVIDE") && c.args().size() == 2) {
      return quotient(c.args().get(0), c.args().get(1), names, site);
    }
    if (arg instanceof Formula.Call c && c.name().equals("AVERAGE") && c.args().size() == 1) {
      Expr list = exprs.compile(c.args().getFirst(), names, site).expr();
      return new Division.Average(list);
    }
    return null;
  }

  private Division quotient(Formula a, Formula b, NameScope names, Site site) {
    Expr left = exprs.compile(a, names, site).expr();
    Expr right = exprs.compile(b, names, site).expr();
    return new Division.Quotient(left, right);
  }
}
