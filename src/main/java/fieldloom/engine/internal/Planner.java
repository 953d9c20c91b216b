package fieldloom.engine.internal;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.engine.Compilation;
import fieldloom.engine.internal.NameScope.Binding;
import fieldloom.function.CallContext.LookupTable;
import fieldloom.function.FunctionLibrary;
import fieldloom.function.ValueType;
import fieldloom.function.table.TableForms;
import fieldloom.model.Document;
import fieldloom.model.FieldType;
import fieldloom.model.Mapping;
import fieldloom.model.Path;
import fieldloom.model.Problem;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.model.Table;
import fieldloom.payload.JsonValues;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs the passes: read the rules, place them, resolve and check, find cycles. */
public final class Planner {
  private final Mapping mapping;
  private final Map<String, SchemaTree> schemas;
  private final CompileContext context;
  private final ExprCompiler exprs;
  private final Map<String, NameScope> rejects = new HashMap<>();
  private int driverSlot;
  private ValueType driverType = ValueType.ANY;

  /**
   * @param tables rows of lookup tables that are read from elsewhere, by name
   * @param traced indexes of the rules whose steps are to be told
   */
  public Planner(
      Mapping mapping,
      Map<String, SchemaTree> schemas,
      Map<String, List<List<Object>>> tables,
      Set<Integer> traced) {
    this(mapping, schemas, tables, traced, FunctionLibrary.standard());
  }

  /** The same with other functions than the library's. */
  Planner(
      Mapping mapping,
      Map<String, SchemaTree> schemas,
      Map<String, List<List<Object>>> tables,
      Set<Integer> traced,
      FunctionLibrary library) {
    this.mapping = mapping;
    this.schemas = schemas;
    this.context = new CompileContext(mapping, new Watch(traced), library);
    this.exprs = new ExprCompiler(context);
    for (Table table : mapping.tables()) {
      List<Object[]> rows = new ArrayList<>();
      List<List<Object>> given = tables.get(table.name());
      if (given != null) {
        given.forEach(r -> rows.add(r.toArray()));
      } else {
        table.rows().forEach(r -> rows.add(r.stream().map(JsonValues::of).toArray()));
      }
      boolean known = given != null || table.from() == null;
      if (context.tables.put(table.name(), new TableIndex(table, rows, known)) != null) {
        twoNames("table", table.name());
      }
      new LookupChecks(context).query(table, known);
    }
  }

  /** Compiles. */
  public Compilation plan() {
    NameScope globals = declare();
    NameScope outside = new NameScope(null);
    globals.all().forEach(n -> outside.with(n, Objects.requireNonNull(globals.find(n))));
    context.globals.declare(globals, exprs);
    IntakePlan intake = intake(globals, outside);
    context.globals.compileAll();
    List<ParsedRule> rules = new RuleParser(context.problems).parse(mapping.rules());
    LoopOwners owners = new LoopOwners(mapping, rules, context.problems);
    TargetBuilder builder = new TargetBuilder(context.problems, owners);
    for (TargetPlan target : context.targets.values()) {
      builder.build(target, rules.stream().filter(r -> writes(r, target)).toList());
    }
    compileTargets(globals);
    boolean cycle = new CycleCheck(context).check();
    new ReachCheck(context).check(rules);
    if (rules.size() == mapping.rules().size()) {
      new UsageCheck(context).check(rules);
    }
    context.tables.values().stream()
        .filter(t -> !context.unkeyedTables.contains(t.name()))
        .filter(t -> !TableForms.isWithoutKey(t))
        .forEach(t -> t.checkKeys(context.problems));
    Map<String, LookupTable> tables = new HashMap<>(context.tables);
    MappingPlan plan =
        new MappingPlan(
            mapping.driver().name(),
            driverSlot,
            context.slots(),
            context.globals.variables(),
            List.copyOf(context.targets.values()),
            Set.copyOf(rejects.keySet()),
            Map.copyOf(tables),
            new Parameters(mapping, context.globals.params(), context.usedParams),
            !cycle,
            context.ordered,
            Set.copyOf(context.connections),
            intake,
            context.watch.rules(),
            new DirectCode());
    return new Compilation(context.problems.all(), plan);
  }

  /** The source's name stands for a record in its own formulas, for a group of them in rules. */
  private @Nullable IntakePlan intake(NameScope globals, NameScope outside) {
    Document driver = mapping.driver();
    IntakeCompiler compiler = new IntakeCompiler(context, exprs, driverSlot);
    mapping.sources().stream().skip(1).forEach(compiler::refuse);
    mapping.targets().forEach(compiler::refuse);
    IntakeCompiler.Compiled compiled = compiler.compile(driver, globals, outside, driverType);
    globals.with(driver.name(), new Binding.Slot(driverSlot, compiled.type()));
    return compiled.plan();
  }

  private NameScope declare() {
    NameScope names = new NameScope(null).with("param", new Binding.Params());
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < mapping.sources().size(); i++) {
      Document source = mapping.sources().get(i);
      SchemaTree schema =
          dated(source, schemas.getOrDefault(source.name(), SchemaTree.unknown(source.name())));
      patterns(source, schema);
      ValueType type = ValueType.of(schema.root());
      if (!seen.add(source.name())) {
        twoNames("source", source.name());
      }
      if (i == 0) {
        driverSlot = context.newSlot();
        driverType = type;
        // What own functions that group it see: a group is not there yet.
        names.with(
            source.name(), new Binding.Slot(driverSlot, source.isGrouped() ? ValueType.ANY : type));
      } else {
        names.with(source.name(), new Binding.OtherSource(source.name(), type));
      }
    }
    for (Document target : mapping.targets()) {
      SchemaTree schema = schemas.getOrDefault(target.name(), SchemaTree.unknown(target.name()));
      patterns(target, schema);
      if (!seen.add(target.name())) {
        twoNames("target", target.name());
      }
      context.targets.put(target.name(), new TargetPlan(target.name(), schema));
    }
    if (mapping.zone() != null) {
      checkZone(mapping.zone());
    }
    return names;
  }

  private void twoNames(String what, String name) {
    context.problems.error(
        "two-names",
        Problem.Place.named(what + " " + name),
        "The name " + name + " is used twice.",
        "Rename one of them.");
  }

  private void checkZone(String zone) {
    try {
      ZoneId.of(zone);
    } catch (DateTimeException e) {
      context.problems.error(
          "bad-zone",
          Problem.Place.named("zone"),
          "“" + zone + "” is no time zone.",
          "Write one such as Asia/Shanghai.");
    }
  }

  /** The schema of a source, whose texts with a date pattern are dates. */
  private SchemaTree dated(Document source, SchemaTree schema) {
    SchemaTree dated = schema;
    for (Map.Entry<String, JsonNode> entry : patternsOf(source)) {
      Path path = path(entry.getKey());
      dated = path == null ? dated : DatedTexts.in(dated, path, entry.getValue().asText());
    }
    return dated;
  }

  private static Set<Map.Entry<String, JsonNode>> patternsOf(Document document) {
    JsonNode options = document.options();
    return options == null ? Set.of() : options.path("patterns").properties();
  }

  private void patterns(Document document, SchemaTree schema) {
    for (Map.Entry<String, JsonNode> entry : patternsOf(document)) {
      Path path = path(entry.getKey());
      SchemaNode node = path == null ? null : schema.find(path);
      if (node == null || !node.type().isTemporal() && node.type() != FieldType.STRING) {
        context.problems.warning(
            "unknown-path",
            Problem.Place.named(document.name()),
            "The pattern of “" + entry.getKey() + "” is of no date or time field.",
            "Name a date or time field of the schema.");
      } else {
        context.patterns.put(node, entry.getValue().asText());
      }
    }
  }

  private static @Nullable Path path(String text) {
    try {
      return Path.parse(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private boolean writes(ParsedRule rule, TargetPlan target) {
    String named = rule.rule().target();
    if (named == null) {
      return target.name().equals(mapping.mainTarget().name());
    }
    if (!context.targets.containsKey(named)) {
      context.problems.error(
          "unknown-target",
          Problem.Place.of(rule.index(), rule.rule().to()),
          "There is no target “" + named + "”.",
          Problems.nearest(named, context.targets.keySet()));
    }
    return target.name().equals(named);
  }

  /** Targets of rejects come last: the loops around have to be known. */
  private void compileTargets(NameScope globals) {
    NameScope names = new NameScope(globals);
    context.targets.keySet().forEach(t -> names.with(t, new Binding.Target(t)));
    RuleCompiler compiler = new RuleCompiler(context, exprs, rejects);
    Set<String> fromJoins = new HashSet<>();
    mapping.rules().stream()
        .filter(r -> r.each() != null)
        .flatMap(r -> Objects.requireNonNull(r.each()).join().stream())
        .filter(j -> j.rejects() != null)
        .forEach(j -> fromJoins.add(Objects.requireNonNull(j.rejects())));
    for (TargetPlan target : context.targets.values()) {
      if (!fromJoins.contains(target.name())) {
        compiler.compile(target, names);
      }
    }
    for (TargetPlan target : context.targets.values()) {
      if (fromJoins.contains(target.name())) {
        NameScope seen = rejects.getOrDefault(target.name(), names);
        compiler.compile(target, seen);
      }
    }
  }
}
