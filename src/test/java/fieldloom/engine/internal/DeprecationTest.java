package fieldloom.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.function.FunctionBuilder;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionLibrary;
import fieldloom.function.ValueType;
import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.Problem;
import fieldloom.model.Rule;
import fieldloom.model.SchemaRef;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is said of functions that are declared to be replaced by others. */
class DeprecationTest {
  private static final FunctionDef SHOUT =
      FunctionBuilder.define("SHOUT", FunctionDef.Group.TEXT, "Loud.", "大声。")
          .param("text", FunctionDef.Kind.TEXT)
          .returns(ValueType.STRING)
          .replacedBy("UPPER")
          .body(a -> a.text(0).toUpperCase(java.util.Locale.ROOT));

  @Test
  void a_function_with_a_successor_is_a_warning_that_names_it() {
    Mapping mapping =
        Mapping.empty(
                "m",
                new Document("order", "json", new SchemaRef.None()),
                new Document("bill", "json", new SchemaRef.None()))
            .withRules(List.of(Rule.formula("a", "\"x\" & SHOUT(order.x)")));
    List<Problem> problems =
        new Planner(mapping, Map.of(), Map.of(), Set.of(), FunctionLibrary.of(List.of(SHOUT)))
            .plan()
            .problems();
    assertThat(problems)
        .extracting(Problem::line)
        .containsExactly(
            "warning\ta\tformula 1:7: SHOUT is deprecated.\tWrite UPPER in its place.");
  }

  @Test
  void successors_in_the_library_are_functions_of_it_that_are_not_deprecated_themselves() {
    FunctionLibrary library = FunctionLibrary.standard();
    for (FunctionDef def : library.all()) {
      if (def.successor() != null) {
        assertThat(library.find(def.successor()))
            .hasValueSatisfying(next -> assertThat(next.successor()).isNull());
      }
    }
    assertThat(library.all()).isNotEmpty();
  }
}
