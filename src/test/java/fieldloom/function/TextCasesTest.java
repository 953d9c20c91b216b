package fieldloom.function;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.function.text.RegexPatterns;
import fieldloom.payload.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text: characters are code points, patterns are RE2's. */
class TextCasesTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "LENGTH(\"😀\") | 1",
        "LENGTH(\"订单😀x\") | 4",
        "LEFT(\"😀订单\", 2) | \"😀订\"",
        "RIGHT(\"订单😀\", 1) | \"😀\"",
        "MID(\"a😀b😀c\", 3, 2) | \"b😀\"",
        "MID(\"abc\", 4, 2) | \"\"",
        "FIND(\"c\", \"😀😀c\") | 3",
        "FIND(\"\", \"abc\") | 1",
        "FIND(\"c\", \"abc\", 9) | 0",
        "FIND(\"a\", \"abc\", 0) | error",
        "FIND_LAST(\"a\", \"😀a😀a\") | 4",
        "PAD_START(\"😀\", 3, \"0\") | \"00😀\"",
        "PAD_END(\"a\", 4, \"😀b\") | \"a😀b😀\"",
        "SPLIT_BY_LENGTH(\"😀订单\", 1) | [\"😀\", \"订\", \"单\"]",
        "LENGTHB(\"😀\", \"UTF-16LE\") | 4",
        "LENGTHB(\"a\", \"no-such-set\") | error",
        "CODE(\"😀\") | 128512",
        "LIKE(\"😀b\", \"_b\") | true",
        "LEFT(\"abc\", -1) | error",
        "LEFT(\"abc\", 1.5) | error",
      })
  void characters_are_code_points(String formula, String result) throws FormatException {
    Cases.check(formula, result);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "CONCAT(NULL, FIRST([])) | \"\"",
        "CONCAT(FIRST([]), FIRST([])) | absent",
        "CONCAT(1.50, TRUE, DATE(2024, 1, 1)) | \"1.50true2024-01-01\"",
        "CONCAT(FROM_JSON(\"[1]\")) | error",
        "JOIN(\",\", [NULL, NULL]) | \"\"",
        "JOIN(\",\", FIRST([])) | absent",
        "JOIN(\",\", [1.0, \"a\", NULL]) | \"1.0,a\"",
        "JOIN(NULL, [1]) | null",
        "UPPER(FIRST([])) | absent",
        "UPPER(NULL) | null",
        "REPLACE(NULL, FIRST([]), \"\") | absent",
        "LENGTH(12.50) | 5",
        "SUBSTRING_BEFORE(\"a=b=c\", \"=\") | \"a\"",
        "SUBSTRING_AFTER(\"a=b=c\", \"=\") | \"b=c\"",
        "SUBSTRING_AFTER(\"abc\", \"=\") | absent",
        "REPLACE(\"aaa\", \"aa\", \"b\") | \"ba\"",
        "REPLACE(\"1.2.3\", \".\", \"$1\") | \"1$12$13\"",
        "TRIM(\"\u3000a\u00a0\") | \"a\"",
        "CLEAN(\"a\u00a0 \\t b\") | \"a b\"",
        "PROPER(\"éCOLE de l'ÊTRE\") | \"École De L'Être\"",
        "COMPARE_TEXT(\"\uFB00\", \"😀\") | -1",
        "CAMEL_CASE(\"order-line NO\") | \"orderLineNo\"",
        "SNAKE_CASE(\"HTTPServer2Go\") | \"http_server2_go\"",
        "REMOVE_ACCENTS(\"ñ й が Ångström\") | \"n й が Angstrom\"",
        "QUOTE(\"a\\\"b\") | \"\\\"a\\\"\\\"b\\\"\"",
        "ESCAPE_XML(\"<'&>\") | \"&lt;&apos;&amp;&gt;\"",
        "ESCAPE_XML(\"\\u0001\") | error",
        "CHAR(55296) | error",
        "REPEAT(\"abc\", 100000000) | error",
        "LIKE(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaab\", \"%a%a%a%a%a%a%a%a%a%a%c\") | false",
        "LIKE(\"a_b\", \"a\\\\_b\") | true",
        "LIKE(\"axb\", \"a\\\\_b\") | false",
        "LIKE(\"\", \"%\") | true",
        "IS_BLANK(\"\u3000\") | true",
        "IS_BLANK(FIRST([])) | true",
      })
  void hard_cases_of_text(String formula, String result) throws FormatException {
    Cases.check(formula, result);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "REGEX_MATCH(\"xay\", \"a\") | true",
        "REGEX_MATCH(\"xay\", \"^a\") | false",
        "REGEX_REPLACE(\"abc\", \"(b)\", \"<$1>\") | \"a<b>c\"",
        "REGEX_REPLACE(\"abc\", \"(b)\", \"$2\") | error bad-pattern",
        "REGEX_EXTRACT(\"no: 42;\", \"no: ([0-9]+)\") | \"42\"",
        "REGEX_EXTRACT(\"no: 42;\", \"no: ([0-9]+)\", 0) | \"no: 42\"",
        "REGEX_EXTRACT(\"no: 42;\", \"no: ([0-9]+)\", 2) | error",
        "REGEX_EXTRACT(\"b\", \"(a)?b\") | absent",
        "SPLIT_REGEX(\",a,,b,\", \",\") | [\"\", \"a\", \"\", \"b\", \"\"]",
        "SPLIT(\",a,,b,\", \",\") | [\"\", \"a\", \"\", \"b\", \"\"]",
      })
  void patterns_match_as_the_dialect_says(String formula, String result) throws FormatException {
    Cases.check(formula, result);
  }

  @ParameterizedTest(name = "{0} lacks {1}")
  @CsvSource({
    "(a)\\1, back-references",
    "a(?=b), look-ahead",
    "a(?!b), look-ahead",
    "(?<=a)b, look-behind",
    "(?<!a)b, look-behind",
    "(?>a), atomic groups",
    "a++, possessive"
  })
  void what_re2_lacks_is_said(String pattern, String lack) {
    assertThat(RegexPatterns.problem(pattern)).contains(lack).contains("RE2");
  }

  @Test
  void no_pattern_can_hang() throws FormatException {
    String text = "a".repeat(5_000);
    Cases.check("REGEX_MATCH(\"" + text + "\", \"(a+)+b\")", "false");
    assertThat(RegexPatterns.problem("[0-9]+")).isNull();
  }
}
