package fieldloom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Document;
import fieldloom.model.Extras;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.SchemaRef;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A run begins with the interpreter and goes on with code; nobody sees where. */
class CodeTakesOverTest {
  @Test
  void a_run_maps_on_alike_when_its_code_takes_over() {
    Mapping mapping = mapping(List.of(Rule.formula("v", "1 / order.n"), Rule.link("n", "order.n")));
    CompiledMapping.Run run =
        MappingCompiler.compile(mapping, Map.of(), Map.of()).mapping().start(RunSettings.DEFAULT);
    for (int i = 1; i <= 600; i++) {
      // Most records fail in between, so that the code is given up.
      boolean fails = i > 200 && i < 500;
      Outcome outcome = run.map(new Obj().put("n", Num.of(fails ? 0 : 1)), i);
      assertThat(outcome.failed()).isEqualTo(fails);
      assertThat(outcome.outputs().get("bill"))
          .isEqualTo(
              fails ? List.of() : List.of(new Obj().put("v", Num.of(1)).put("n", Num.of(1))));
    }
  }

  private static Mapping mapping(List<Rule> rules) {
    return Mapping.empty(
            "taken over",
            new Document("order", "ndjson", new SchemaRef.None(), null, Extras.NONE),
            new Document("bill", "ndjson", new SchemaRef.None(), null, Extras.NONE))
        .withRules(rules);
  }
}
