package fieldloom.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaWordsTest {
  @ParameterizedTest
  @CsvSource({
    "'FORMATDATE(order.createdAt, \"yyyy-MM-dd\")', FORMATDATE yyyy-MM-dd",
    "'LOOKUP(\"customers\", order.customer.code)', LOOKUP customers",
    "'ROUND(line.taxRate * 100, 2)', × 100 · ROUND 2",
    "'UPPER(TRIM(order.remark))', TRIM · UPPER",
    "'LEFT(order.remark, 80)', LEFT 80",
    "order.a + 1, + 1",
    "100 - order.a, 100 −",
    "'(order.a)', ƒ",
    "'IF(order.a > 1, order.a, 0)', 'IF a > 1, a, 0'",
    "'order.a & \"x\" & order.a', 'a & \"x\" & a'",
  })
  void a_formula_of_one_field_is_said_in_steps(String formula, String steps) {
    String said =
        FormulaWords.steps(formula).stream()
            .map(s -> s.detail().isEmpty() ? s.name() : s.name() + " " + s.detail())
            .collect(Collectors.joining(" · "));
    assertThat(said).isEqualTo(steps);
  }

  @ParameterizedTest
  @CsvSource({
    "'ROUND(line.qty * line.price * (1 + line.taxRate), 2)', ROUND, qty × price × (1 + taxRate)",
    "'CONCAT(order.owner.lastName, order.owner.firstName)', CONCAT, ''",
    "order.a / order.b, ƒ, a ÷ b",
  })
  void a_node_shows_its_outermost_function_and_folds_the_rest(
      String formula, String function, String inner) {
    assertThat(FormulaWords.function(formula)).isEqualTo(function);
    assertThat(FormulaWords.inner(formula)).isEqualTo(inner);
  }
}
