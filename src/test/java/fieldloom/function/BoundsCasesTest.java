package fieldloom.function;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.engine.Formulas;
import fieldloom.engine.RunSettings;
import fieldloom.payload.FormatException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas that would make or do too much end with an error of their record. */
class BoundsCasesTest {

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "REPEAT(\"x\", 1000000000)",
        "PAD_START(\"x\", 1000000000, \" \")",
        "SEQUENCE(1, 1000000000)",
        "REPLACE(REPEAT(\"a\", 100000), \"a\", REPEAT(\"b\", 100000))",
        "REGEX_REPLACE(REPEAT(\"a\", 100000), \"a\", REPEAT(\"b\", 100000))",
        "JOIN(REPEAT(\"b\", 100000), SEQUENCE(1, 100000))",
        "REPEAT(\"a\", 6000000) & REPEAT(\"b\", 6000000)",
        "CONCAT(REPEAT(\"a\", 6000000), REPEAT(\"b\", 6000000))",
      })
  void a_result_is_bounded_before_it_is_made(String formula) throws FormatException {
    Cases.check(formula, "error out-of-range");
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "LENGTH(REPLACE(REPEAT(\"a\", 1000), \"a\", REPEAT(\"b\", 9000))) | 9000000",
        "LENGTH(REGEX_REPLACE(REPEAT(\"a\", 1000), \"a\", REPEAT(\"b\", 9000))) | 9000000",
        "LENGTH(REPEAT(\"a\", 5000000) & REPEAT(\"b\", 5000000)) | 10000000",
        "COUNT(MAP(SEQUENCE(1, 1000), x -> SUM(SEQUENCE(1, 1000)))) | 1000",
      })
  void what_is_within_the_bounds_is_made(String formula, String result) throws FormatException {
    Cases.check(formula, result);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "SUM(MAP(SEQUENCE(1, 100000), x -> SUM(SEQUENCE(1, x))))",
        "ANY(SEQUENCE(1, 100000), x -> ANY(SEQUENCE(1, 100000), y -> x + y < 0))",
        "COUNT(FILTER(SEQUENCE(1, 4000), x -> COUNT(FILTER(SEQUENCE(1, 4000), y -> y == x)) > 1))",
      })
  void the_work_of_a_formula_is_bounded(String formula) {
    assertThatThrownBy(() -> Formulas.evaluate(formula, List.of(), RunSettings.PREVIEW))
        .hasMessage("This takes more than 10,000,000 steps: let it go through fewer items.");
  }
}
