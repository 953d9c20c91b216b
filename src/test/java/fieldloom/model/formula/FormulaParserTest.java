package fieldloom.model.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "1+2*3 | 1 + 2 * 3",
        "(1+2)*3 | (1 + 2) * 3",
        "1-(2-3) | 1 - (2 - 3)",
        "1-2-3 | 1 - 2 - 3",
        "=a.b | a.b",
        "not a == b and c or d | NOT a == b AND c OR d",
        "NOT (a OR b) | NOT (a OR b)",
        "(NOT a) == b | (NOT a) == b",
        "-a * -2 | -a * -2",
        "-(a + b) | -(a + b)",
        "+5 | 5",
        "a & b + 1 | a & b + 1",
        "(a & b) + 1 | (a & b) + 1",
        "upper(x) | UPPER(x)",
        "AND(a, b) | AND(a, b)",
        "IF(a, \"x\\n\\u4e2d\", NULL) | IF(a, \"x\\n中\", NULL)",
        "order.lines[].`ship-to`.@id | order.lines[].`ship-to`.@id",
        "order.line.#text | order.line.#text",
        "订单.行[].数量 | 订单.行[].数量",
        "order.not.true | order.not.true",
        "`not`.x | `not`.x",
        "FILTER(l, x → x > 1) | FILTER(l, x -> x > 1)",
        "MAP(l, (x, i) -> x & i)[].a | MAP(l, (x, i) -> x & i)[].a",
        "[1, [], {}] | [1, [], {}]",
        "{\"a\": 1, b: {\"c\": x}} | {\"a\": 1, \"b\": {\"c\": x}}",
        "1e3 + 1.5E-2 | 1e3 + 1.5E-2",
        "TRUE OR false | TRUE OR FALSE",
        "\"a b\" & \"\\u001f\" | \"a b\" & \"\\u001f\"",
        "a[][] | a[][]",
        "`a``b`.c | `a``b`.c",
        "\"\\u0041\" | \"A\""
      })
  void a_formula_is_printed_with_no_needless_parentheses(String text, String printed)
      throws FormulaException {
    Formula formula = FormulaParser.parse(text);
    assertThat(FormulaPrinter.print(formula)).isEqualTo(printed);
    assertThat(FormulaPrinter.print(FormulaParser.parse(printed))).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "a = 1 | 1:3 | ==",
        "a <> 1 | 1:3 | !=",
        "a && b | 1:3 | AND",
        "\"abc | 1:1 | Close it",
        "1 + \"abc | 1:5 | Close it",
        "UPPER((a) | 1:6 | Close it",
        "(a + (b) | 1:1 | Close it",
        "1 + | 1:4 | Expected",
        "=1 + | 1:5 | Expected",
        "F(a b) | 1:5 | comma",
        "'x' | 1:1 | \"",
        "“x” | 1:1 | \"",
        "F(a； b) | 1:4 | ,",
        "a.1 | 1:2 | Expected",
        "a. | 1:3 | name",
        "2x | 1:2 | operator",
        "\"\\q\" | 1:2 | JSON",
        "`abc | 1:1 | Close it",
        "{1: 2} | 1:2 | member",
        "😀 | 1:1 | Remove"
      })
  void what_is_wrong_is_said_with_its_place(String text, String place, String remedy) {
    FormulaException e =
        catchThrowableOfType(FormulaException.class, () -> FormulaParser.parse(text));
    assertThat(e).as("%s must not parse", text).isNotNull();
    assertThat(e.pos()).hasToString(place);
    assertThat(e.remedy()).contains(remedy);
    assertThat(e.getMessage()).endsWith(".");
  }

  @Test
  void columns_count_characters_and_lines_count_breaks() {
    assertThatThrownBy(() -> FormulaParser.parse("\"😀\" &\r\n =x"))
        .isInstanceOfSatisfying(
            FormulaException.class, e -> assertThat(e.pos()).hasToString("2:2"));
  }

  @Test
  void an_empty_formula_says_so() {
    assertThatThrownBy(() -> FormulaParser.parse(" = ")).hasMessage("The formula is empty.");
  }

  @Test
  void a_formula_that_nests_too_deeply_is_refused_and_does_not_overflow() {
    String deep = "(".repeat(100_000) + "1" + ")".repeat(100_000);
    assertThatThrownBy(() -> FormulaParser.parse(deep)).isInstanceOf(FormulaException.class);
    assertThatThrownBy(() -> FormulaParser.parse("-".repeat(100_000) + "1"))
        .isInstanceOf(FormulaException.class);
    assertThatThrownBy(() -> FormulaParser.parse("NOT ".repeat(100_000) + "a"))
        .isInstanceOf(FormulaException.class);
  }

  @Test
  void a_long_sum_is_no_deep_formula() throws FormulaException {
    Formula sum = FormulaParser.parse("1" + " + 1".repeat(1_000));
    assertThat(FormulaPrinter.print(sum)).startsWith("1 + 1").hasSize(1 + 4 * 1_000);
  }
}
