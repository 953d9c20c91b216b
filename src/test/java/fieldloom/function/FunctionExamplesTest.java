package fieldloom.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.engine.Formulas;
import fieldloom.function.FunctionDef.Example;
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

  private static void isTrue(Example example) throws FormatException {
    switch (example.result()) {
      case "absent" -> assertThat(Formulas.evaluate(example.formula())).isSameAs(Absent.ABSENT);
      case "error" ->
          assertThatThrownBy(() -> Formulas.evaluate(example.formula()))
              .isInstanceOf(ValueException.class);
      default ->
          assertThat(JsonValues.toJson(Formulas.evaluate(example.formula())))
              .isEqualTo(JsonValues.toJson(JsonValues.parse(example.result())));
    }
  }
}
