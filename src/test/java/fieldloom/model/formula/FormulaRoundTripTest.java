package fieldloom.model.formula;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FormulaRoundTripTest {

  @Property(tries = 2_000)
  void what_is_printed_reads_back_as_the_same(@ForAll("formulas") Formula formula)
      throws FormulaException {
    String printed = FormulaPrinter.print(formula);
    assertThat(FormulaPrinter.print(FormulaParser.parse(printed))).isEqualTo(printed);
    assertThat(FormulaShape.of(FormulaParser.parse(printed))).isEqualTo(FormulaShape.of(formula));
  }

  @Provide
  Arbitrary<Formula> formulas() {
    return GeneratedFormulas.formulas();
  }
}
