package fieldloom.pack;

import fieldloom.engine.CompiledMapping;
import fieldloom.engine.CompiledMapping.Usage;
import fieldloom.engine.Trace;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.Table;
import fieldloom.model.value.Absent;
import fieldloom.pack.TestCoverage.Untouched;
import fieldloom.payload.JsonValues;
import fieldloom.payload.TableRows;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Runs the test cases of a mapping and collects what they touch. */
final class CoverageRun {
  private final Project project;
  private final Mapping mapping;
  private final Map<Integer, TouchedRule> rules = new HashMap<>();
  private final Map<Integer, Usage.Loop> loops = new HashMap<>();
  private final Map<String, BitSet> rows = new HashMap<>();
  private final Set<String> otherwise = new HashSet<>();

  CoverageRun(Project project) {
    this.project = project;
    this.mapping = project.mapping();
  }

  TestCoverage run() {
    Set<Integer> all =
        IntStream.range(0, mapping.rules().size()).boxed().collect(Collectors.toSet());
    for (Mapping.TestCase test : mapping.tests()) {
      run(test, all);
    }
    List<Untouched> untouched = new ArrayList<>();
    int touched = 0;
    for (int i = 0; i < mapping.rules().size(); i++) {
      Rule rule = mapping.rules().get(i);
      if (isTouched(i)) {
        touched++;
        gaps(i, rule, untouched);
      } else {
        untouched.add(new TestCoverage.WholeRule(i, rule));
      }
    }
    mapping.tables().forEach(table -> gaps(table, untouched));
    return new TestCoverage(mapping.rules().size(), touched, untouched);
  }

  private void run(Mapping.TestCase test, Set<Integer> all) {
    try {
      Map<String, TableRows> recorded = RecordedTables.of(mapping, test, project.resources());
      TestCaseRun run = new TestCaseRun(Projects.with(project, recorded, all), test);
      List<CompiledMapping.Run> last = new ArrayList<>(1);
      try {
        run.map(
            mapped -> {
              last.clear();
              last.add(mapped);
              mapped.traces().forEach(this::take);
            });
      } finally {
        last.forEach(mapped -> take(mapped.usage()));
      }
    } catch (TestFailure e) {
      // The test says so when it runs; what it came to before counts.
      return;
    }
  }

  private void take(Trace trace) {
    rules.computeIfAbsent(trace.rule(), rule -> new TouchedRule()).take(trace);
  }

  private void take(Usage usage) {
    usage.loops().forEach((rule, loop) -> loops.merge(rule, loop, Usage.Loop::plus));
    usage.rows().forEach((table, found) -> rowsOf(table).or(found));
    otherwise.addAll(usage.otherwise());
  }

  private BitSet rowsOf(String table) {
    return rows.computeIfAbsent(table, name -> new BitSet());
  }

  private boolean isTouched(int rule) {
    return rules.containsKey(rule) || loops.containsKey(rule);
  }

  private void gaps(int index, Rule rule, List<Untouched> into) {
    Usage.Loop loop = loops.getOrDefault(index, Usage.Loop.NONE);
    TouchedRule touched = rules.getOrDefault(index, new TouchedRule());
    if (rule.when() != null) {
      if (loop.ran() == 0 && !touched.held()) {
        into.add(new TestCoverage.Condition(index, rule, true));
      }
      if (loop.skipped() == 0 && !touched.skipped()) {
        into.add(new TestCoverage.Condition(index, rule, false));
      }
    }
    if (loop.ran() > 0 && loop.items() == 0) {
      into.add(new TestCoverage.NoItems(index, rule));
    }
    touched.branches(index, rule, into);
    if (rule.defaultValue() != null && touched.held() && !touched.defaulted()) {
      into.add(new TestCoverage.Fallback(index, rule));
    }
  }

  /** Only of tables that cases look keys up in: others are calendars, rates, or not used. */
  private void gaps(Table table, List<Untouched> into) {
    BitSet found = rows.get(table.name());
    if (found == null || table.from() == null && table.rows().isEmpty()) {
      return;
    }
    List<List<Object>> all = tableRows(table);
    List<Integer> missing =
        IntStream.range(0, all.size()).filter(i -> !found.get(i)).mapToObj(i -> i + 1).toList();
    boolean looked = !found.isEmpty() || otherwise.contains(table.name());
    if (looked && !missing.isEmpty()) {
      List<String> keys = missing.stream().map(i -> key(all.get(i - 1))).toList();
      into.add(new TestCoverage.Rows(table.name(), missing, keys, all.size()));
    }
    if (looked && !otherwise.contains(table.name())) {
      into.add(new TestCoverage.Otherwise(table.name()));
    }
  }

  private static String key(List<Object> row) {
    return row.isEmpty() || row.getFirst() == Absent.ABSENT
        ? ""
        : row.getFirst() instanceof String text ? text : JsonValues.toJson(row.getFirst());
  }

  private List<List<Object>> tableRows(Table table) {
    if (table.from() == null) {
      return table.rows().stream().map(row -> row.stream().map(JsonValues::of).toList()).toList();
    }
    return Projects.tables(mapping, project.resources())
        .rows()
        .getOrDefault(table.name(), List.of());
  }
}
