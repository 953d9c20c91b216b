package fieldloom.engine.internal;

import fieldloom.engine.Compilation;
import fieldloom.engine.internal.NameScope.Binding;
import fieldloom.function.CallContext.LookupTable;
import fieldloom.function.ValueType;
import fieldloom.model.Document;
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
import java.util.Set;

/** Runs the passes: read the rules, place them, resolve and check, find cycles. */
public final class Planner {
  private final Mapping mapping;
  private final Map<String, SchemaTree> schemas;
  private final CompileContext context;
  private final ExprCompiler exprs;
  private final Map<String, NameScope> rejects = new HashMap<>();
  private int driverSlot;

  /**
   * @param tables rows of lookup tables that are read from elsewhere, by name
   */
  public Planner(
      Mapping mapping, Map<String, SchemaTree> schemas, Map<String, List<List<Object>>> tables) {
    this.mapping = mapping;
    this.schemas = schemas;
    this.context = new CompileContext(mapping);
    this.exprs = new ExprCompiler(context);
    for (Table table : mapping.tables()) {
      List<Object[]> rows = new ArrayList<>();
      List<List<Object>> given = tables.get(table.name());
      if (given != null) {
        given.forEach(r -> rows.add(r.toArray()));
      } else {
        table.rows().forEach(r -> rows.add(r.stream().map(JsonValues::of).toArray()));
      }
      if (context.tables.put(table.name(), new TableIndex(table, rows)) != null) {
        twoNames("table", table.name());
      }
    }
  }

  /** Compiles. */
  public Compilation plan() {
    NameScope globals = declare();
    context.globals.declare(globals, exprs);
    context.globals.compileAll();
    List<ParsedRule> rules = new RuleParser(context.problems).parse(mapping.rules());
    LoopOwners owners = new LoopOwners(mapping, rules, context.problems);
    TargetBuilder builder = new TargetBuilder(context.problems, owners);
    for (TargetPlan target : context.targets.values()) {
      builder.build(target, rules.stream().filter(r -> writes(r, target)).toList());
    }
    compileTargets(globals);
    boolean cycle = new CycleCheck(context).check();
    context.tables.values().stream()
        .filter(t -> !context.rangeTables.contains(t.name()))
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
            new DirectCode());
    return new Compilation(context.problems.all(), plan);
  }

  private NameScope declare() {
    NameScope names = new NameScope(null).with("param", new Binding.Params());
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < mapping.sources().size(); i++) {
      Document source = mapping.sources().get(i);
      SchemaTree schema = schemas.getOrDefault(source.name(), SchemaTree.unknown(source.name()));
      patterns(source, schema);
      ValueType type = ValueType.of(schema.root());
      if (!seen.add(source.name())) {
        twoNames("source", source.name());
      }
      if (i == 0) {
        driverSlot = context.newSlot();
        names.with(source.name(), new Binding.Slot(driverSlot, type));
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

  private void patterns(Document document, SchemaTree schema) {
    if (document.options() == null || !document.options().path("patterns").isObject()) {
      return;
    }
    document
        .options()
        .path("patterns")
        .properties()
        .forEach(
            entry -> {
              SchemaNode node = find(schema, entry.getKey());
              if (node == null || !node.type().isTemporal()) {
                context.problems.warning(
                    "unknown-path",
                    Problem.Place.named(document.name()),
                    "The pattern of “" + entry.getKey() + "” is of no date or time field.",
                    "Name a date or time field of the schema.");
              } else {
                context.patterns.put(node, entry.getValue().asText());
              }
            });
  }

  private static @org.jspecify.annotations.Nullable SchemaNode find(
      SchemaTree schema, String path) {
    try {
      return schema.find(Path.parse(path));
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
        .flatMap(r -> java.util.Objects.requireNonNull(r.each()).join().stream())
        .filter(j -> j.rejects() != null)
        .forEach(j -> fromJoins.add(java.util.Objects.requireNonNull(j.rejects())));
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
