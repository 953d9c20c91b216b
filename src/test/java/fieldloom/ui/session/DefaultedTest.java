package fieldloom.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.formula.Formula;
import fieldloom.model.formula.FormulaPrinter;
import fieldloom.model.formula.GeneratedFormulas;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DEFAULT(line.price, 0) | line.price | 0",
        "default( A(a, b) ,  \"x, y\" ) | A(a, b) | \"x, y\"",
        "DEFAULT(a, b) & c | DEFAULT(a, b) & c | ''",
        "DEFAULT(a, b) & DEFAULT(c, d) | DEFAULT(a, b) & DEFAULT(c, d) | ''",
        "DEFAULT(a, b, c) | DEFAULT(a, b, c) | ''",
        "DEFAULT(a, ) | DEFAULT(a, ) | ''",
        "DEFAULT(a | DEFAULT(a | ''",
        "line.price | line.price | ''",
      })
  void a_formula_is_a_value_and_what_stands_in_for_it(
      String formula, String value, String otherwise) {
    assertThat(Defaulted.of(formula)).isEqualTo(new Defaulted(value, otherwise));
  }

  @Property
  void what_was_put_together_is_taken_apart_again(
      @ForAll("formulas") Formula value, @ForAll("formulas") Formula otherwise) {
    Defaulted parts = new Defaulted(FormulaPrinter.print(value), FormulaPrinter.print(otherwise));
    assertThat(Defaulted.of(parts.formula())).isEqualTo(parts);
  }

  @Provide
  Arbitrary<Formula> formulas() {
    return GeneratedFormulas.formulas();
  }
}
