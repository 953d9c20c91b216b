package fieldloom.model.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
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
        "\"\\u0041\" | \"A\"",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\" | \"\\\"\\\\/\\u0008\\u000c\\n\\r\\t\"",
        "0.5 + .25 - 9.0 | 0.5 + .25 - 9.0",
        "1E5 * 2e+07 | 1E5 * 2e+07",
        "$x & _y & @z & #text & `x😀y` | $x & _y & @z & #text & `x😀y`",
        "a\u00a0+\ufeffb\u3000| a + b",
        "TRUE.x & null[] & False.y | `TRUE`.x & `null`[] & `False`.y",
        "[a, b][] & {}.c & \"t\".d[] | [a, b][] & {}.c & \"t\".d[]",
        "() -> 1 | () -> 1",
        "(x) -> x | x -> x",
        "MAP(l, (`a b`, i) → i) | MAP(l, (`a b`, i) -> i)",
        "F() & [] & {} | F() & [] & {}",
        "`and` AND a | `and` AND a"
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
        "😀 | 1:1 | Remove",
        "a \"=\" | 1:3 | Expected an operator or the end of the formula.",
        "1 2 | 1:3 | Expected an operator",
        "a & | 1:4 | Expected a value, a path or a function.",
        "and | 1:1 | Expected a value",
        "1 + or 2 | 1:5 | Expected a value",
        "a + NOT b | 1:5 | Expected a value",
        "1.5.2 | 1:4 | Expected an operator",
        "1. | 1:3 | Expected a name after the dot.",
        "1e | 1:2 | operator after the number",
        "1e+ | 1:2 | operator after the number",
        "@ | 1:1 | backticks",
        "a.#x | 1:3 | backticks",
        "F(1,) | 1:5 | Expected a value",
        "F(1] | 1:4 | Expected a comma, an operator or ).",
        "[1, 2 | 1:1 | Close it with ].",
        "[1 2] | 1:4 | Expected a comma, an operator or ].",
        "{\"a\" 1} | 1:6 | Expected a colon after the member's name.",
        "{\"a\": 1 | 1:1 | Close it with }.",
        "(a, b) | 1:1 | Close it with ).",
        "(a, b | 1:1 | Close it with ).",
        "(x | 1:1 | Close it with ).",
        "\"\\u00e9 | 1:1 | Close it with a double quote.",
        "\"\\ | 1:1 | Close it with a double quote.",
        "\"a\\u00e\" | 1:3 | JSON",
        "a ！= b | 1:3 | Write NOT."
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
    assertThatThrownBy(() -> FormulaParser.parse("a +\r\rb\n\n +=x"))
        .isInstanceOfSatisfying(
            FormulaException.class, e -> assertThat(e.pos()).hasToString("5:3"));
  }

  @Test
  void two_bars_are_no_or() {
    assertThatThrownBy(() -> FormulaParser.parse("a || b"))
        .isInstanceOfSatisfying(
            FormulaException.class, e -> assertThat(e.remedy()).isEqualTo("Write OR."));
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
  void a_formula_nests_as_deep_as_it_may_and_no_deeper() throws FormulaException {
    int most = FormulaParser.MAX_DEPTH - 1;
    for (String opening : List.of("(", "-", "NOT ", "[", "F(", "{a: ", "x -> ")) {
      String closing = Map.of("(", ")", "[", "]", "F(", ")", "{a: ", "}").getOrDefault(opening, "");
      FormulaParser.parse(opening.repeat(most) + "a" + closing.repeat(most));
      assertThatThrownBy(
              () -> FormulaParser.parse(opening.repeat(most + 1) + "a" + closing.repeat(most + 1)))
          .as(opening)
          .isInstanceOf(FormulaException.class);
    }
  }

  @Test
  void what_stands_side_by_side_does_not_nest() throws FormulaException {
    for (String part : List.of("(a)", "-a", "NOT a", "[a]", "a * b + c", "a & b + c * d")) {
      String row = part + (" OR " + part).repeat(300);
      assertThat(FormulaPrinter.print(FormulaParser.parse(row))).isEqualTo(row.replace("(a)", "a"));
    }
  }

  @Test
  void operators_in_a_row_are_as_many_as_may_be_and_no_more() {
    String most = "1" + " + 1".repeat(FormulaParser.MAX_ROW);
    assertThatThrownBy(() -> FormulaParser.parse(most + " + 1"))
        .isInstanceOfSatisfying(
            FormulaException.class,
            e -> assertThat(e.pos()).hasToString("1:" + (most.length() + 2)));
  }

  @Test
  void a_long_sum_is_no_deep_formula() throws FormulaException {
    Formula sum = FormulaParser.parse("1" + " + 1".repeat(1_000));
    assertThat(FormulaPrinter.print(sum)).startsWith("1 + 1").hasSize(1 + 4 * 1_000);
  }
}
