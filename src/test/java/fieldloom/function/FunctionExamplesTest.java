package fieldloom.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.engine.Formulas;
import fieldloom.engine.RunSettings;
import fieldloom.function.FunctionDef.Example;
import fieldloom.function.lookup.ExampleTables;
import fieldloom.model.value.Absent;
import fieldloom.payload.FormatException;
import fieldloom.payload.JsonValues;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the examples of the help: what it shows is what a formula gives. */
class FunctionExamplesTest {

  @TestFactory
  Stream<DynamicContainer> the_examples_of_the_help_are_true() {
    return FunctionLibrary.standard().all().stream()
        .map(
            f ->
                DynamicContainer.dynamicContainer(
                    f.name(),
                    f.examples().stream()
                        .map(e -> DynamicTest.dynamicTest(e.formula(), () -> isTrue(e)))));
  }

  private static Object value(Example example) {
    return Formulas.evaluate(example.formula(), ExampleTables.all(), RunSettings.DEFAULT);
  }

  private static void isTrue(Example example) throws FormatException {
    switch (example.result()) {
      case "absent" -> assertThat(value(example)).isSameAs(Absent.ABSENT);
      case "error" -> assertThatThrownBy(() -> value(example)).isInstanceOf(ValueException.class);
      default ->
          assertThat(JsonValues.toJson(value(example)))
              .isEqualTo(JsonValues.toJson(JsonValues.parse(example.result())));
    }
  }
}
