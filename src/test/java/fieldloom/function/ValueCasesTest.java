package fieldloom.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import fieldloom.payload.FormatException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logic, missing values, conversion, and the equality of values. */
class ValueCasesTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "AND(TRUE, NULL, FALSE) | false",
        "AND(TRUE, NULL) | null",
        "AND(NULL, FIRST([])) | absent",
        "AND(FALSE, ERROR(\"not reached\")) | false",
        "OR(FALSE, NULL) | null",
        "OR(NULL, FIRST([]), FALSE) | absent",
        "OR(TRUE, ERROR(\"not reached\")) | true",
        "XOR(TRUE, NULL, FIRST([])) | absent",
        "NOT(FIRST([])) | absent",
        "AND(FROM_JSON(\"1\")) | error",
        "IF(FIRST([]), 1, 2) | 2",
        "IF(NULL, 1) | absent",
        "IF(FALSE, ERROR(\"not reached\"), 2) | 2",
        "IFS(NULL, 1, TRUE, 2) | 2",
        "IFS(TRUE, 1, ERROR(\"not reached\"), 2) | 1",
        "SWITCH(2, 1, \"a\", 2.0, \"b\") | \"b\"",
        "SWITCH(3, 1, \"a\") | absent",
        "SWITCH(FIRST([]), 1, \"a\", \"none\") | absent",
        "SWITCH(1, NULL, \"a\", \"none\") | \"none\"",
        "SWITCH(1, \"1\", \"a\") | error different-types",
        "COALESCE(NULL, FIRST([])) | absent",
        "COALESCE(1, ERROR(\"not reached\")) | 1",
        "DEFAULT(1, ERROR(\"not reached\")) | 1",
        "DEFAULT(FIRST([]), NULL) | null",
        "IF_ERROR(FIRST([]), 1) | absent",
        "IF_ERROR(PARSEDATE(\"20211417\", \"yyyyMMdd\"), \"none\") | \"none\"",
        "IF_ERROR(1 / 0, 2 / 0) | error division-by-zero",
        "ERROR(\"no such customer\") | error error",
        "IS_NULL(FIRST([])) | false",
        "EXISTS(NULL) | true",
        "EQ(NULL, FIRST([])) | false",
        "EQ(FIRST([]), FIRST([])) | true",
        "NE(1, NULL) | true",
        "LT(1, FIRST([])) | absent",
        "IN(NULL, 1, 2) | null",
        "IN(\"1\", [1]) | error different-types",
        "IN(1.0, [NULL, 1]) | true",
        "BETWEEN(DATE(2024, 1, 1), DATE(2023, 12, 31), DATE(2024, 1, 1)) | true",
        "NULL_IF(\"\", \"\") | null",
        "IS_NUMBER(\"1e3\") | true",
        "IS_NUMBER(\"\") | false",
        "IS_TEXT(NULL) | null",
      })
  void logic_knows_the_missing(String formula, String result) throws FormatException {
    Cases.check(formula, result);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "NUMBER(\"12 kg\") | error not-a-number",
        "NUMBER(\"\") | error not-a-number",
        "NUMBER(\"-\") | error not-a-number",
        "NUMBER(\"1.2.3\") | error not-a-number",
        "NUMBER(\"1,234\") | error not-a-number",
        "NUMBER(\"0x10\") | error not-a-number",
        "NUMBER(\"NaN\") | error not-a-number",
        "NUMBER(\"１２\") | error not-a-number",
        "NUMBER(\"1e\") | error not-a-number",
        "NUMBER(\"5.\") | error not-a-number",
        "NUMBER(\" -12.50 \") | -12.50",
        "NUMBER(\"+7\") | 7",
        "NUMBER(\".5\") | 0.5",
        "NUMBER(\"1e3\") | 1000",
        "NUMBER(\"1,234,567.8\", \".\", \",\") | 1234567.8",
        "NUMBER(\"12,34,567\", \".\", \",\") | 1234567",
        "NUMBER(\"1.23\", \",\", \".\") | error not-a-number",
        "NUMBER(\"1,234.5,6\", \".\", \",\") | error not-a-number",
        "NUMBER(\",123\", \".\", \",\") | error not-a-number",
        "NUMBER(\"1\", \".\", \".\") | error bad-argument",
        "NUMBER(12.50) | 12.50",
        "NUMBER(TRUE) | error",
        "INTEGER(\"12.5\") | error would-lose",
        "INTEGER(\"1e3\") | 1000",
        "INTEGER(-12.000) | -12",
        "BOOLEAN(\"是\") | true",
        "BOOLEAN(2) | error",
        "IMPLIED_DECIMAL(1990, 2) | 19.90",
        "IMPLIED_DECIMAL(\"1e3\", 2) | error",
        "TEXT(1e3) | \"1000\"",
        "TEXT(DATE(2024, 7, 1)) | \"2024-07-01\"",
        "TEXT({}) | error",
        "TEXT(1234.567, \"#,##0.0\") | \"1,234.6\"",
        "FORMAT_NUMBER(2.5, \"0\") | \"3\"",
        "FORMAT_NUMBER(-2.5, \"0\") | \"-3\"",
        "FORMAT_NUMBER(1.005, \"0.00\") | \"1.01\"",
        "FORMAT_NUMBER(-0.001, \"0.00\") | \"0.00\"",
        "FORMAT_NUMBER(12345678901234567890.125, \"#,##0.00\") | \"12,345,678,901,234,567,890.13\"",
        "FORMAT_NUMBER(0.000012, \"0.0E0\") | \"1.2E-5\"",
        "FORMAT_NUMBER(1, \"abc\") | error bad-pattern",
        "TO_JSON({\"a\": 12345678901234567890.10, \"b\": [DATE(2024, 7, 1), TRUE]})"
            + " | \"{\\\"a\\\":12345678901234567890.10,\\\"b\\\":[\\\"2024-07-01\\\",true]}\"",
        "FROM_JSON(\"{\\\"a\\\":1,\\\"a\\\":-0}\") | {\"a\": -0}",
        "FROM_JSON(\"1 2\") | error not-json",
        "FROM_JSON(\"\") | error not-json",
        "FROM_JSON(\"1e99999\") | error number-too-large",
        "BASE64_DECODE(\"//79\") | error not-text",
        "HEX_DECODE(\"zz\") | error not-hex",
        "URL_DECODE(\"a+b%zz\") | error",
        "URL_DECODE(\"a+b\") | \"a+b\"",
        "URL_DECODE(URL_ENCODE(\"a +&订😀\")) | \"a +&订😀\"",
        "TO_BASE(255, 37) | error",
        "FROM_BASE(TO_BASE(-123456789012345678901234567890, 36), 36)"
            + " | -123456789012345678901234567890",
      })
  void conversion_loses_nothing_and_refuses_junk(String formula, String result)
      throws FormatException {
    Cases.check(formula, result);
  }

  @Test
  void values_are_equal_by_what_they_mean() {
    OffsetDateTime shanghai = OffsetDateTime.parse("2024-07-01T00:00:00+08:00");
    ZonedDateTime utc = ZonedDateTime.parse("2024-06-30T16:00:00Z[UTC]");

    assertThat(Values.equal(num("1.0"), num("1"))).isTrue();
    assertThat(Values.equal("a", "A")).isFalse();
    assertThat(Values.equal(shanghai, utc)).isTrue();
    assertThat(Values.equal(LocalDate.parse("2024-07-01"), shanghai)).isTrue();
    assertThat(Values.equal(utc, LocalDate.parse("2024-07-01"))).isFalse();
    assertThat(Values.equal(Null.NULL, Null.NULL)).isTrue();
    assertThat(Values.equal(Null.NULL, Absent.ABSENT)).isFalse();
    assertThat(Values.equal(Absent.ABSENT, "a")).isFalse();
    assertThat(Values.equal(List.of(num("1.0"), shanghai), List.of(num("1"), utc))).isTrue();
    assertThat(Values.equal(object("1.0"), object("1"))).isTrue();
    assertThat(Values.equal(object("1"), object("2"))).isFalse();
  }

  @Test
  void different_types_are_not_compared() {
    Object[][] pairs = {
      {"1", num("1")},
      {true, "true"},
      {LocalDate.parse("2024-07-01"), "2024-07-01"},
      {LocalTime.NOON, LocalDate.parse("2024-07-01")},
      {List.of(), "a"},
      {"a", new Obj()},
    };
    for (Object[] pair : pairs) {
      assertThatThrownBy(() -> Values.equal(pair[0], pair[1]))
          .isInstanceOf(ValueException.class)
          .hasMessageContaining("convert one of them");
    }
    assertThatThrownBy(() -> Values.compare(new Obj(), new Obj()))
        .isInstanceOf(ValueException.class);
  }

  @Test
  void text_is_ordered_by_code_point() {
    String ligature = "\uFB00";
    assertThat(Values.compareText(ligature, "😀")).isNegative();
    assertThat(Values.compareText("😀", "😁")).isNegative();
    assertThat(Values.compareText("a", "ab")).isNegative();
    assertThat(Values.compareText("B", "a")).isNegative();
  }

  @Test
  void the_text_of_a_key_has_no_trailing_zeros() {
    assertThat(Values.keyText(num("7.0"))).isEqualTo("7");
    assertThat(Values.keyText(num("1E+2"))).isEqualTo("100");
    assertThat(Values.keyText("007")).isEqualTo("007");
  }

  private static Num num(String text) {
    return Num.ofText(text);
  }

  private static Obj object(String number) {
    return new Obj().put("a", num(number));
  }
}
