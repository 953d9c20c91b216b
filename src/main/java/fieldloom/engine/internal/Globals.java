package fieldloom.engine.internal;

import fieldloom.engine.internal.NameScope.Binding;
import fieldloom.function.ValueType;
import fieldloom.model.FieldType;
import fieldloom.model.Mapping;
import fieldloom.model.Problem;
import fieldloom.model.formula.Formula;
import fieldloom.model.formula.Formula.Pos;
import fieldloom.model.formula.FormulaException;
import fieldloom.model.formula.FormulaParser;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Variables, own functions and parameters: compiled when first used, cycles found on the way. */
final class Globals {
  private final CompileContext context;
  private final Map<String, Typed> variables = new HashMap<>();
  private final Map<String, Integer> variableIndex = new HashMap<>();
  private final Map<String, Function> functions = new LinkedHashMap<>();
  private final Map<String, Formula> variableFormulas = new LinkedHashMap<>();
  private final Map<Mapping.Variable, Formula> loopFormulas = new java.util.IdentityHashMap<>();
  private final Map<String, FieldType> params = new LinkedHashMap<>();
  private final Deque<String> underway = new ArrayDeque<>();
  private final Set<String> broken = new java.util.HashSet<>();
  private @Nullable NameScope scope;
  private @Nullable ExprCompiler exprs;

  private static final class Function {
    final Mapping.OwnFunction own;
    final @Nullable Formula body;
    final int[] slots;
    @Nullable Typed compiled;

    Function(Mapping.OwnFunction own, @Nullable Formula body, int[] slots) {
      this.own = own;
      this.body = body;
      this.slots = slots;
    }
  }

  Globals(CompileContext context) {
    this.context = context;
  }

  /** Reads the declarations; {@code names} are what variables and function bodies see. */
  void declare(NameScope names, ExprCompiler compiler) {
    scope = names;
    exprs = compiler;
    params.put("NOW", FieldType.DATETIME);
    params.put("ZONE", FieldType.STRING);
    for (Mapping.Param p : context.mapping.params()) {
      params.put(p.name(), paramType(p));
    }
    for (Mapping.Variable v : context.mapping.variables()) {
      Formula formula = parse(v.formula(), "variable " + v.name());
      if (v.in() != null) {
        if (formula != null) {
          loopFormulas.put(v, formula);
        }
      } else {
        if (variableFormulas.containsKey(v.name()) || variableIndex.containsKey(v.name())) {
          context.problems.error(
              "two-names",
              Problem.Place.named("variable " + v.name()),
              "Two variables have the name " + v.name() + ".",
              "Rename one.");
        }
        variableIndex.put(v.name(), variableIndex.size());
        if (formula != null) {
          variableFormulas.put(v.name(), formula);
        }
        names.with(v.name(), new Binding.Variable(v.name()));
      }
    }
    for (Mapping.OwnFunction f : context.mapping.functions()) {
      declare(f);
    }
  }

  private FieldType paramType(Mapping.Param p) {
    String type = p.type() == null ? "string" : p.type();
    for (FieldType t : FieldType.values()) {
      if (t.label().equals(type) && t.isScalar()) {
        return t;
      }
    }
    context.problems.error(
        "unknown-type",
        Problem.Place.named("param " + p.name()),
        "“" + type + "” is no type of a parameter.",
        "Use string, integer, decimal, boolean, date, time or datetime.");
    return FieldType.STRING;
  }

  private void declare(Mapping.OwnFunction f) {
    String name = f.name().toUpperCase(Locale.ROOT);
    Problem.Place place = Problem.Place.named("function " + f.name());
    if (context.library.find(name).isPresent()) {
      context.problems.error(
          "library-name", place, f.name() + " is a function of the library.", "Rename yours.");
      return;
    }
    if (functions.containsKey(name)) {
      context.problems.error(
          "two-names", place, "Two functions have the name " + f.name() + ".", "Rename one.");
      return;
    }
    int[] slots = f.params().stream().mapToInt(p -> context.newSlot()).toArray();
    functions.put(name, new Function(f, parse(f.formula(), "function " + f.name()), slots));
  }

  private @Nullable Formula parse(String text, String place) {
    try {
      return FormulaParser.parse(text);
    } catch (FormulaException e) {
      context.problems.error(
          "syntax",
          new Problem.Place(-1, place, "formula", e.pos().line(), e.pos().column()),
          java.util.Objects.requireNonNull(e.getMessage()),
          e.remedy());
      return null;
    }
  }

  /** Compiles all of them, so that each one's problems are known whether it is used or not. */
  void compileAll() {
    Site none = new Site(-1, "", "formula", false, null, List.of());
    variableFormulas.keySet().forEach(v -> variable(v, Pos.START, none));
    functions.forEach((name, f) -> body(name, f, Pos.START, none));
  }

  /** The formula of a loop's variable; null where it cannot be read. */
  @Nullable Formula loopFormula(Mapping.Variable v) {
    return loopFormulas.get(v);
  }

  int variables() {
    return variableIndex.size();
  }

  Map<String, FieldType> params() {
    return params;
  }

  boolean hasFunction(String name) {
    return functions.containsKey(name);
  }

  Set<String> functionNames() {
    return functions.keySet();
  }

  Typed variable(String name, Pos pos, Site site) {
    Formula formula = variableFormulas.get(name);
    int index = variableIndex.getOrDefault(name, 0);
    Typed known = variables.get(name);
    if (formula == null || known == null && !begin("variable " + name, pos, site)) {
      return ExprCompiler.NOTHING;
    }
    if (known == null) {
      Site own = new Site(-1, "variable " + name, "formula", false, null, List.of());
      known = compiler().compile(formula, names(), own);
      end("variable " + name);
      variables.put(name, known);
    }
    return new Typed(new Exprs.Variable(index, known.expr()), known.type());
  }

  Typed loopVariable(Binding.LoopVariable v, Pos pos, Site site, ExprCompiler compiler) {
    String key = "variable " + v.name();
    if (!begin(key, pos, site)) {
      return ExprCompiler.NOTHING;
    }
    Site own = new Site(site.rule(), key, "formula", false, null, List.of());
    Typed typed = compiler.compile(v.formula(), v.scope(), own);
    end(key);
    return new Typed(typed.expr(), typed.type());
  }

  Typed call(Formula.Call call, List<Typed> args, Site site, ExprCompiler compiler) {
    Function f = java.util.Objects.requireNonNull(functions.get(call.name()));
    if (args.size() != f.slots.length) {
      context.problems.error(
          "argument-count",
          site.at(call.pos()),
          f.own.name()
              + " takes "
              + f.slots.length
              + (f.slots.length == 1 ? " argument" : " arguments")
              + ", not "
              + args.size()
              + ".",
          "Write " + f.own.name() + "(" + String.join(", ", f.own.params()) + ").");
      return ExprCompiler.NOTHING;
    }
    Typed body = body(call.name(), f, call.pos(), site);
    List<Expr> exprs = args.stream().map(Typed::expr).toList();
    return new Typed(new Exprs.OwnCall(f.slots, exprs, body.expr(), call.pos()), body.type());
  }

  private Typed body(String name, Function f, Pos pos, Site site) {
    Typed known = f.compiled;
    if (known != null) {
      return known;
    }
    if (f.body == null || !begin("function " + f.own.name(), pos, site)) {
      return ExprCompiler.NOTHING;
    }
    NameScope inner = new NameScope(names());
    for (int i = 0; i < f.slots.length; i++) {
      inner.with(f.own.params().get(i), new Binding.Slot(f.slots[i], ValueType.ANY));
    }
    Site own = new Site(-1, "function " + f.own.name(), "formula", false, null, List.of());
    Typed compiled = compiler().compile(f.body, inner, own);
    end("function " + f.own.name());
    f.compiled = compiled;
    return compiled;
  }

  private boolean begin(String what, Pos pos, Site site) {
    if (underway.contains(what)) {
      if (broken.add(what)) {
        String circle =
            String.join(
                    " → ", underway.reversed().stream().dropWhile(w -> !w.equals(what)).toList())
                + " → "
                + what;
        context.problems.error(
            "cycle",
            Problem.Place.named(what),
            "These need each other: " + circle + ".",
            "Break the circle.");
      }
      return false;
    }
    underway.push(what);
    return true;
  }

  private void end(String what) {
    if (!what.equals(underway.pop())) {
      throw new IllegalStateException("compiling " + what + " ended out of turn");
    }
  }

  private NameScope names() {
    return java.util.Objects.requireNonNull(scope);
  }

  private ExprCompiler compiler() {
    return java.util.Objects.requireNonNull(exprs);
  }
}
