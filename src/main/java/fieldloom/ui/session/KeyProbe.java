package fieldloom.ui.session;

import fieldloom.engine.Compilation;
import fieldloom.engine.CompiledMapping;
import fieldloom.engine.CompiledMapping.Intake.Taken;
import fieldloom.engine.MappingCompiler;
import fieldloom.engine.Outcome;
import fieldloom.engine.RunSettings;
import fieldloom.function.ValueException;
import fieldloom.model.Document;
import fieldloom.model.Extras;
import fieldloom.model.Mapping;
import fieldloom.model.Path;
import fieldloom.model.Rule;
import fieldloom.model.SchemaRef;
import fieldloom.model.SchemaTree;
import fieldloom.model.value.Null;
import fieldloom.model.value.Obj;
import fieldloom.payload.RecordReader.InputRecord;
import fieldloom.spill.SpillRoom;
import fieldloom.ui.session.Calls.Call;
import fieldloom.ui.session.Calls.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The keys that rules look up in a table with all records of a sample: a mapping of nothing but
 * these keys and the loops around them, with a target for each.
 */
public final class KeyProbe {
  private static final int MOST_RECORDS = 10_000;
  private static final Set<String> KEYED = Set.of("LOOKUP", "EXISTS_IN", "LOOKUP_RANGE");

  private KeyProbe() {}

  /**
   * Finds them; takes as long as mapping the sample does.
   *
   * @return the values as texts and how often each is looked up, in order of appearance; what
   *     cannot be computed is left out
   */
  public static Map<String, Integer> keys(
      Mapping mapping, Map<String, SchemaTree> schemas, Sample sample, String table) {
    return keys(mapping, schemas, sample, table, KEYED);
  }

  /**
   * The same of some functions only.
   *
   * @param functions those whose second argument is the key
   */
  static Map<String, Integer> keys(
      Mapping mapping,
      Map<String, SchemaTree> schemas,
      Sample sample,
      String table,
      Set<String> functions) {
    List<Document> targets = new ArrayList<>();
    List<Rule> rules = new ArrayList<>();
    List<Path> paths = new ArrayList<>();
    Loops loops = Loops.of(mapping);
    for (Rule rule : mapping.rules()) {
      String formula = rule.formula();
      if (formula == null) {
        continue;
      }
      for (Call call : Calls.of(formula)) {
        Span named = Calls.tableOf(call);
        boolean keyed = functions.contains(call.name()) && call.arguments().size() > 1;
        if (keyed && named != null && Calls.isText(formula, named, table)) {
          String target = "keys" + targets.size();
          targets.add(new Document(target, "json", new SchemaRef.None()));
          paths.add(loops.target(rule).path());
          rules.addAll(around(loops, rule, call.arguments().get(1).of(formula), target));
        }
      }
    }
    return targets.isEmpty()
        ? Map.of()
        : run(mapping.withTargets(targets).withRules(rules), schemas, sample, paths);
  }

  private static List<Rule> around(Loops loops, Rule rule, String key, String target) {
    List<Rule> rules = new ArrayList<>();
    for (Loops.Loop loop : loops.around(loops.target(rule))) {
      Rule outer = loop.rule();
      if (!outer.equals(rule)) {
        rules.add(
            new Rule(
                outer.to(), null, null, outer.each(), null, outer.in(), target, null, Extras.NONE));
      }
    }
    rules.add(
        new Rule(
            rule.to(), null, key, rule.each(), rule.when(), rule.in(), target, null, Extras.NONE));
    return rules;
  }

  private static Map<String, Integer> run(
      Mapping probe, Map<String, SchemaTree> schemas, Sample sample, List<Path> paths) {
    Map<String, Integer> found = new LinkedHashMap<>();
    Compilation compilation = MappingCompiler.compile(probe, schemas, Map.of());
    CompiledMapping.Run run = compilation.mapping().start(new RunSettings(Map.of(), null, true));
    List<Document> others = probe.sources().subList(1, probe.sources().size());
    others.forEach(source -> run.load(source.name(), sample.of(source.name())));
    List<Object> records = sample.of(probe.driver().name());
    CompiledMapping.Intake intake = run.intake(SpillRoom.unbounded());
    for (int i = 0; i < Math.min(records.size(), MOST_RECORDS); i++) {
      try {
        if (intake == null) {
          add(run.map(records.get(i), i + 1L), paths, found);
        } else {
          for (Taken taken : intake.take(new InputRecord(records.get(i), i + 1L), i + 1L)) {
            add(run.map(taken.record().value(), taken.number()), paths, found);
          }
        }
      } catch (ValueException e) {
        // A record that cannot be chosen or grouped looks nothing up.
        continue;
      }
    }
    if (intake != null) {
      intake
          .rest()
          .forEachRemaining(t -> add(run.map(t.record().value(), t.number()), paths, found));
    }
    return found;
  }

  private static void add(Outcome outcome, List<Path> paths, Map<String, Integer> found) {
    for (int i = 0; i < paths.size(); i++) {
      collect(outcome.outputs().getOrDefault("keys" + i, List.of()), paths.get(i), 0, found);
    }
  }

  private static void collect(Object value, Path path, int depth, Map<String, Integer> found) {
    if (value instanceof List<?> list) {
      list.forEach(item -> collect(item, path, depth, found));
    } else if (value instanceof Obj object && depth < path.size()) {
      collect(object.get(path.steps().get(depth).name()), path, depth + 1, found);
    } else if (depth == path.size()) {
      String text = Values.show(value);
      if (!text.isEmpty() && value != Null.NULL && !(value instanceof Obj)) {
        found.merge(text, 1, Integer::sum);
      }
    }
  }
}
