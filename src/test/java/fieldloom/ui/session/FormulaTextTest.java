package fieldloom.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Path;
import fieldloom.ui.session.FormulaText.Kind;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTextTest {
  @Test
  void a_formula_falls_into_its_tokens() {
    assertThat(FormulaText.of("= ROUND(line.qty * 1e3, \"x\") AND TRUE").tokens())
        .extracting(FormulaText.Token::kind)
        .containsExactly(
            Kind.FUNCTION,
            Kind.OPEN,
            Kind.PATH,
            Kind.OPERATOR,
            Kind.NUMBER,
            Kind.COMMA,
            Kind.TEXT,
            Kind.CLOSE,
            Kind.KEYWORD,
            Kind.KEYWORD);
  }

  @ParameterizedTest
  @CsvSource({
    "order.`ship-to`.city, order.`ship-to`.city",
    "'SUM(order.lines[].qty)', order.lines[].qty",
    "'FILTER(order.lines[], l -> l.qty > order.least)', order.lines[]|order.least",
    "'MAP(order.a[], (x, i) -> x.n * i & line.no)', order.a[]|line.no",
    "'FIRST(order.lines[]).sku', order.lines[]",
    "'订单.明细[].数量 + order.@id', 订单.明细[].数量|order.@id",
    "'\"order.x\" & order.y', order.y",
    "'MAP(order.a[], `row 1` -> `row 1`.n)', order.a[]",
    "'{a: order.x, `b c`: order.y}', order.x|order.y",
    "'\"x\".length & order.y', order.y",
    "'order.x +﻿ order.y', order.x|order.y",
  })
  void paths_are_found_and_lambda_names_are_not_paths(String formula, String paths) {
    assertThat(FormulaText.of(formula).paths())
        .extracting(Path::toString)
        .containsExactly(paths.split("\\|"));
  }

  @ParameterizedTest
  @CsvSource({
    "\"100\", true",
    "12.50, true",
    "-3, true",
    "TRUE, true",
    "null, true",
    "a.b, false",
    "NOW(), false",
    "1 + 1, false",
    "\"open, false",
    "NOT, false"
  })
  void a_literal_is_one_value(String formula, boolean literal) {
    assertThat(FormulaText.of(formula).isLiteral()).isEqualTo(literal);
  }

  @Test
  void rewriting_changes_paths_and_leaves_the_rest_as_it_was_typed() {
    String formula = "IF( line.qty>0 ,  \"line.qty\", MAP(line.x[], line -> line.y))";
    // Inside the lambda the name is the parameter's; a formula that reuses it is left alone.
    assertThat(FormulaText.of(formula).rewrite(p -> new Path(p.tail(1).steps())))
        .isEqualTo(formula);
    assertThat(FormulaText.of("a.b+ a.c").rewrite(p -> Path.parse("z").child(p.last().name())))
        .isEqualTo("z.b+ z.c");
  }

  @Property
  void any_text_is_tokens_in_order_that_lie_inside_it(@ForAll String text) {
    int at = 0;
    for (FormulaText.Token token : FormulaText.of(text).tokens()) {
      assertThat(token.start()).isGreaterThanOrEqualTo(at);
      assertThat(token.end()).isGreaterThan(token.start()).isLessThanOrEqualTo(text.length());
      assertThat(token.text()).isEqualTo(text.substring(token.start(), token.end()));
      at = token.end();
    }
  }

  @Property
  void rewriting_nothing_changes_nothing(@ForAll String text) {
    assertThat(FormulaText.of(text).rewrite(p -> p)).isEqualTo(text);
  }
}
