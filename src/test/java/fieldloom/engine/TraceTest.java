package fieldloom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Each;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.drawing.Drawing;
import fieldloom.model.drawing.NodePath;
import fieldloom.model.formula.Formula;
import fieldloom.model.formula.FormulaException;
import fieldloom.model.formula.FormulaParser;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Traces tell what the steps of rules gave, and nothing else changes by them. */
class TraceTest {

  @Property(tries = 400)
  void traced_mappings_give_what_they_give_untraced_and_traces_say_the_same(@ForAll Random random) {
    Mapping mapping = RandomMappings.mapping(random);
    CompiledMapping.Run plain = run(mapping, Set.of());
    CompiledMapping.Run traced = run(mapping, all(mapping));
    for (int number = 1; number <= 3; number++) {
      Obj record = RandomMappings.record(random);
      Outcome outcome = traced.map(record, number);
      assertThat(outcome).isEqualTo(plain.map(record, number));
      assertThat(plain.traces()).isEmpty();
      for (Trace trace : traced.traces()) {
        hold(mapping, outcome, trace);
      }
    }
  }

  private static void hold(Mapping mapping, Outcome outcome, Trace trace) {
    Rule rule = mapping.rules().get(trace.rule());
    assertThat(trace.target().replaceAll("\\[\\d+]", "[]")).isEqualTo(rule.to());
    if (!outcome.failed()) {
      assertThat(trace.failure()).isNull();
      Object record = outcome.outputs().get("bill").getFirst();
      assertThat(found(record, trace.target())).isEqualTo(trace.value());
    } else if (trace.failure() != null && trace.failure().target().equals(trace.target())) {
      assertThat(outcome.failures()).contains(trace.failure());
    }
    Set<NodePath> places = Drawing.of(read(String.valueOf(rule.expression()))).places().keySet();
    assertThat(places).containsAll(trace.steps().keySet());
    for (Map.Entry<NodePath, Trace.Step> step : trace.steps().entrySet()) {
      assertThat(step.getValue().value() == null).isEqualTo(step.getValue().error() != null);
    }
    Trace.Step result = trace.steps().get(NodePath.ROOT);
    if (trace.failure() == null && result != null) {
      assertThat(result.error()).isNull();
    }
  }

  private static Formula read(String text) {
    try {
      return FormulaParser.parse(text);
    } catch (FormulaException e) {
      throw new AssertionError(e);
    }
  }

  /** What stands at a path with numbers, from 1. */
  private static Object found(Object record, String path) {
    Object at = record;
    for (String step : path.split("\\.")) {
      String name = step.replaceAll("\\[.*", "");
      at = at instanceof Obj obj && obj.has(name) ? obj.get(name) : Absent.ABSENT;
      if (step.endsWith("]") && at instanceof List<?> items) {
        at =
            items.get(
                Integer.parseInt(step.substring(step.indexOf('[') + 1, step.length() - 1)) - 1);
      }
    }
    return at;
  }

  @Test
  void eachStepHasWhatItGaveAndItsInputs() {
    Trace trace = only("ROUND(order.q * order.p * 2, 1)", order("3", "1.25"));
    assertThat(shown(trace))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "", "7.5",
                "0", "7.50",
                "0.0", "3",
                "0.1", "1.25",
                "0.2", "2",
                "1", "1"));
    assertThat(trace.inputs(NodePath.ROOT)).hasSize(2);
    assertThat(trace.inputs(NodePath.ROOT.child(0)))
        .extracting(Trace.Step::value)
        .containsExactly(Num.ofText("3"), Num.ofText("1.25"), Num.ofText("2"));
  }

  @Test
  void whatIsNotAskedForHasNoStepAndWhatFailsSaysWhy() {
    Trace well = only("IF(TRUE, order.q, 1 / 0)", order("3", "0"));
    assertThat(shown(well)).containsOnlyKeys("", "0", "1");
    Trace failed = only("1 + order.q / order.p", order("3", "0"));
    assertThat(failed.failure()).isNotNull();
    assertThat(failed.value()).isEqualTo(Absent.ABSENT);
    assertThat(failed.steps().get(NodePath.ROOT.child(1)).error())
        .isEqualTo("3 cannot be divided by zero.");
    assertThat(failed.steps().get(NodePath.ROOT.child(1).child(0)).value())
        .isEqualTo(Num.ofText("3"));
    Trace caught = only("IF_ERROR(order.q / order.p, 0)", order("3", "0"));
    assertThat(caught.failure()).isNull();
    assertThat(caught.value()).isEqualTo(Num.ofText("0"));
    assertThat(caught.steps().get(NodePath.ROOT.child(0)).error())
        .isEqualTo("3 cannot be divided by zero.");
  }

  @Test
  void aRuleOfALoopIsTracedOnceForEachItemAndOfArrowsTheFirstItemCounts() {
    Mapping mapping =
        RandomMappings.mapping(
            List.of(
                Rule.each("items[]", new Each("order.lines[]", "l")),
                Rule.formula("items[].n", "l * 10"),
                Rule.formula("most", "MAX(MAP(order.lines[], x -> x + 1))")));
    CompiledMapping.Run run = run(mapping, Set.of(1, 2));
    run.map(new Obj().put("lines", List.of(Num.ofText("1"), Num.ofText("5"))), 1);
    List<Trace> traces = run.traces();
    assertThat(traces)
        .extracting(Trace::target)
        .containsExactly("items[1].n", "items[2].n", "most");
    assertThat(traces)
        .extracting(Trace::value)
        .containsExactly(Num.ofText("10"), Num.ofText("50"), Num.ofText("6"));
    NodePath body = NodePath.parse("0.1.0");
    assertThat(traces.get(2).steps().get(body).value()).isEqualTo(Num.ofText("2"));
  }

  private static Obj order(String q, String p) {
    return new Obj().put("q", Num.ofText(q)).put("p", Num.ofText(p));
  }

  private static Trace only(String formula, Obj record) {
    Mapping mapping = RandomMappings.mapping(List.of(Rule.formula("f", formula)));
    CompiledMapping.Run run = run(mapping, Set.of(0));
    run.map(record, 1);
    List<Trace> traces = new ArrayList<>(run.traces());
    assertThat(traces).hasSize(1);
    return traces.getFirst();
  }

  private static Map<String, String> shown(Trace trace) {
    return trace.steps().entrySet().stream()
        .collect(
            Collectors.toMap(
                e -> e.getKey().toString(), e -> String.valueOf(e.getValue().value())));
  }

  private static Set<Integer> all(Mapping mapping) {
    return IntStream.range(0, mapping.rules().size()).boxed().collect(Collectors.toSet());
  }

  private static CompiledMapping.Run run(Mapping mapping, Set<Integer> traced) {
    return MappingCompiler.compile(mapping, Map.of(), Map.of(), traced)
        .mapping()
        .start(RunSettings.DEFAULT);
  }
}
