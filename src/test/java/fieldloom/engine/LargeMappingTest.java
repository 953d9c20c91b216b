package fieldloom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Document;
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
    holds(rules, record, count <= 5_000);
  }

  @Test
  void a_formula_of_a_thousand_terms_is_mapped() {
    List<Rule> rules = List.of(Rule.formula("sum", sum(1_000)), Rule.link("a", "order.a"));
    holds(rules, new Obj().put("a", Num.of(2)), false);
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

  private static void holds(List<Rule> rules, Obj record, boolean hasCode) {
    Mapping mapping = mapping(rules);
    CompiledMapping.Run run =
        MappingCompiler.compile(mapping, Map.of(), Map.of()).mapping().start(RunSettings.DEFAULT);
    BothWays both = new BothWays(run);
    Outcome outcome = run.map(record, 1);
    assertThat(outcome.failures()).isEmpty();
    both.hold(record, 1, outcome);
    if (hasCode) {
      assertThat(both.direct()).isEqualTo(1);
    }
  }
}
