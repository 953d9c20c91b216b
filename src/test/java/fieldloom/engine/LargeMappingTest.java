package fieldloom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Document;
import fieldloom.model.Each;
import fieldloom.model.Extras;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.SchemaRef;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No mapping is too large. */
class LargeMappingTest {

  @ParameterizedTest
  @ValueSource(ints = {100, 1_000, 5_000, 30_000})
  void any_number_of_rules_is_mapped_both_ways(int count) {
    List<Rule> rules = new ArrayList<>();
    Obj record = new Obj();
    for (int i = 0; i < count; i++) {
      rules.add(
          i % 2 == 0
              ? Rule.link("f" + i, "order.s" + i)
              : Rule.formula("f" + i, "order.s" + i + " + 1"));
      record.put("s" + i, Num.of(i));
    }
    holds(rules, record);
  }

  @Test
  void a_formula_of_a_thousand_terms_is_mapped() {
    List<Rule> rules = List.of(Rule.formula("sum", sum(1_000)), Rule.link("a", "order.a"));
    holds(rules, new Obj().put("a", Num.of(2)));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 3_000, 30_000})
  void any_number_of_fields_that_read_each_other_is_mapped_by_code(int count) {
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rules.add(Rule.formula("o" + i % 300 + ".f" + i, "order.a + " + i));
      rules.add(Rule.formula("r" + i, "bill.o" + i % 300 + ".f" + i + " * 2"));
    }
    holds(rules, new Obj().put("a", Num.of(2)));
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 200, 2_000})
  void any_number_of_lists_is_mapped_by_code(int count) {
    List<Rule> rules = new ArrayList<>();
    Obj record = new Obj();
    for (int i = 0; i < count; i++) {
      rules.add(Rule.each("l" + i + "[]", new Each("order.x" + i + "[]", "x" + i)));
      rules.add(Rule.link("l" + i + "[].a", "x" + i + ".a"));
      rules.add(Rule.formula("l" + i + "[].b", "x" + i + ".a & \"!\""));
      record.put("x" + i, List.of(new Obj().put("a", "t"), new Obj().put("a", Num.of(i))));
    }
    holds(rules, record);
  }

  @ParameterizedTest
  @ValueSource(strings = {"IFS", "SWITCH", "COALESCE", "CONCAT", "SUM_OF_ROUNDS"})
  void a_call_of_very_many_arguments_is_mapped_by_code(String name) {
    IntStream numbers = IntStream.range(0, 900);
    Stream<String> parts =
        switch (name) {
          case "IFS" -> numbers.mapToObj(i -> "order.a == " + (i + 5) + ", " + i);
          case "SWITCH" -> numbers.mapToObj(i -> "order.a + " + (i + 5) + ", order.a - " + i);
          case "COALESCE" -> numbers.mapToObj(i -> "order.gone" + i);
          case "CONCAT" -> numbers.mapToObj(i -> "order.a + " + i);
          default -> numbers.mapToObj(i -> "ROUND(order.a / " + (i + 1) + ", 2)");
        };
    String formula = parts.collect(Collectors.joining(", "));
    String call =
        switch (name) {
          case "SWITCH" -> "SWITCH(order.b, " + formula + ", 7)";
          case "COALESCE" -> "COALESCE(" + formula + ", order.a)";
          case "SUM_OF_ROUNDS" -> "CONCAT(" + formula + ")";
          default -> name + "(" + formula + ")";
        };
    for (int a : List.of(5, 400, 904)) {
      holds(
          List.of(Rule.formula("v", call)), new Obj().put("a", Num.of(a)).put("b", Num.of(2 * a)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 300})
  void items_of_any_number_of_fields_are_mapped_by_code(int count) {
    List<Rule> rules = new ArrayList<>();
    rules.add(Rule.each("l[]", new Each("order.x[]", "x")));
    Obj item = new Obj();
    for (int i = 0; i < count; i++) {
      rules.add(Rule.link("l[].p" + i % 7 + ".f" + i, "x.g.s" + i));
      rules.add(Rule.formula("l[].q" + i, "DEFAULT(x.g.s" + i + ", x.none, " + i + ") & x.g.t"));
      item.put("s" + i, Num.of(i));
    }
    Obj x = new Obj().put("g", item);
    holds(rules, new Obj().put("x", List.of(x, new Obj(), x)));
  }

  @Test
  void a_formula_of_thousands_of_terms_is_a_problem_with_its_place() {
    Mapping mapping = mapping(List.of(Rule.formula("sum", sum(3_000))));
    Compilation compilation = MappingCompiler.compile(mapping, Map.of(), Map.of());
    assertThat(compilation.problems()).hasSize(1);
    assertThat(compilation.problems().getFirst().line())
        .contains("More than 1000 operators stand in a row");
  }

  private static String sum(int terms) {
    return IntStream.range(0, terms).mapToObj(i -> "order.a").collect(Collectors.joining(" + "));
  }

  private static Mapping mapping(List<Rule> rules) {
    return Mapping.empty(
            "large",
            new Document("order", "ndjson", new SchemaRef.None(), null, Extras.NONE),
            new Document("bill", "ndjson", new SchemaRef.None(), null, Extras.NONE))
        .withRules(rules);
  }

  private static void holds(List<Rule> rules, Obj record) {
    Mapping mapping = mapping(rules);
    CompiledMapping.Run run =
        MappingCompiler.compile(mapping, Map.of(), Map.of()).mapping().start(RunSettings.DEFAULT);
    BothWays both = new BothWays(run);
    Outcome outcome = run.map(record, 1);
    assertThat(outcome.failures()).isEmpty();
    both.hold(record, 1, outcome);
    assertThat(both.direct()).isEqualTo(1);
    assertThat(both.directRecords()).isEqualTo(1);
  }
}
