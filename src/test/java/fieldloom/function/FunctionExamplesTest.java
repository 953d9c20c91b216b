package fieldloom.function;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the examples of the help: what it shows is what a formula gives. */
class FunctionExamplesTest {

  @TestFactory
  Stream<DynamicContainer> the_examples_of_the_help_are_true() {
    return FunctionLibrary.standard().all().stream()
        .map(f -> DynamicContainer.dynamicContainer(f.name(), tests(f)));
  }

  private static Stream<DynamicTest> tests(FunctionDef f) {
    return f.examples().stream()
        .map(e -> DynamicTest.dynamicTest(e.formula(), () -> Cases.check(e.formula(), e.result())));
  }
}
