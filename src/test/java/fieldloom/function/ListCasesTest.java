package fieldloom.function;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.FieldType;
import fieldloom.payload.FormatException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Collections, aggregates, lookups, and the static types of their results. */
class ListCasesTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "SUM(FIRST([])) | 0",
        "SUM(NULL) | 0",
        "SUM([\"1\", 2.50]) | 3.50",
        "SUM([TRUE]) | error",
        "COUNT([NULL, 1, \"\"]) | 2",
        "AVERAGE([NULL]) | absent",
        "AVERAGE([1, 2, 2]) | 1.666666666666666666666666666666667",
        "MIN([10, 9.5, NULL]) | 9.5",
        "MIN([\"a\"]) | error",
        "MIN([1, DATE(2024, 1, 1)]) | error different-types",
        "MAX([{}]) | error",
        "MEDIAN([3, 1]) | 2",
        "TEXT_MAX([\"é\", \"z\"]) | \"é\"",
        "SUM_IF([1, NULL, 3], (x, i) -> i > 1) | 3",
        "SUM_IF([1, 2], x -> NULL) | 0",
        "COUNT_IF([{\"a\": 1}, {}], x -> x.a > 0) | 1",
        "RUNNING_SUM([0.1, 0.20]) | [0.1, 0.30]",
        "RUNNING_SUM(FIRST([])) | absent",
      })
  void aggregates_skip_what_is_missing(String formula, String result) throws FormatException {
    Cases.check(formula, result);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "SORT([\"😀\", \"\uFB00\", \"é\", \"z\"]) | [\"z\", \"é\", \"\uFB00\", \"😀\"]",
        "SORT([2, NULL, 1]) | [1, 2, null]",
        "SORT([2, NULL, 1], x -> x, \"desc\") | [null, 2, 1]",
        "MAP(SORT([{\"k\": 1}, {}, {\"k\": NULL}], x -> x.k), x -> EXISTS(x.k))"
            + " | [true, true, false]",
        "SORT([\"b1\", \"a2\", \"a1\", \"b2\"], x -> LEFT(x, 1)) | [\"a2\", \"a1\", \"b1\","
            + " \"b2\"]",
        "SORT([\"b1\", \"a2\", \"a1\", \"b2\"], x -> LEFT(x, 1), \"desc\")"
            + " | [\"b1\", \"b2\", \"a2\", \"a1\"]",
        "SORT([1, 2, 3, 4], x -> [MOD(x, 2), 0 - x]) | [4, 2, 3, 1]",
        "SORT([1, 2, 3], x -> [MOD(x, 2), x], [\"desc\", \"asc\"]) | [1, 3, 2]",
        "SORT([1, NULL, \"a\"]) | error different-types",
        "SORT([1], x -> x, \"down\") | error bad-argument",
        "SORT([{}]) | error",
        "SORT([]) | []",
        "DISTINCT([1, \"1\", 1.0, NULL, NULL]) | [1, \"1\", null]",
        "DISTINCT([{\"a\": 1}, {\"a\": 1.0}]) | [{\"a\": 1}]",
        "ZIP([1, 2], [NULL]) | [[1, null]]",
        "SEQUENCE(3, 1) | []",
        "SEQUENCE(3, 1, -1) | [3, 2, 1]",
        "SEQUENCE(1, 1) | [1]",
        "SEQUENCE(1, 2, 5) | [1]",
        "SEQUENCE(0, 1, 0.5) | [0, 0.5, 1.0]",
        "SEQUENCE(1, 1e12) | error out-of-range",
        "GROUP([1, 1.0, 2], x -> x) | [{\"key\": 1, \"items\": [1, 1.0]}, {\"key\": 2, \"items\":"
            + " [2]}]",
        "GROUP([1, 2], x -> NULL) | [{\"key\": null, \"items\": [1, 2]}]",
        "INDEX_BY([1.0, 1, NULL], x -> x) | {\"1\": 1}",
        "CHUNK([1, 2, 3, 4], 2) | [[1, 2], [3, 4]]",
        "FLATTEN([[], [1]]) | [1]",
        "FILTER(FIRST([]), x -> TRUE) | absent",
        "FILTER([1], x -> 1) | error",
        "MAP([1, NULL], x -> x + 1) | [2, null]",
        "ALL([1, 2], x -> x > 0) | true",
        "ANY([NULL]) | false",
        "SLICE([1, 2, 3], 2, 1) | []",
        "FIRST([[1], 2]) | [1]",
        "ITEM_AT([1], 1.5) | error",
      })
  void collections_keep_order_and_types(String formula, String result) throws FormatException {
    Cases.check(formula, result);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "LOOKUP(\"units\", FIRST([]), \"name\") | absent",
        "LOOKUP(\"units\", \"kg\", NULL) | null",
        "LOOKUP(CONCAT(\"un\", \"its\"), \"kg\", \"nme\") | error unknown-column",
        "LOOKUP(CONCAT(\"un\", \"its\"), \"kg\", 0 + 3) | error unknown-column",
        "LOOKUP(CONCAT(\"no\", \"ne\"), \"kg\") | error unknown-table",
        "LOOKUP_RANGE(\"brackets\", \"99.99\") | \"small\"",
        "LOOKUP_RANGE(\"brackets\", 100, \"discount\") | 0.05",
        "LOOKUP_RANGE(\"brackets\", FIRST([])) | absent",
        "EXISTS_IN(\"units\", FIRST([])) | absent",
        "LOOKUP_IN([{\"k\": \"a\", \"v\": 1}, {\"k\": \"a\", \"v\": 2}], \"k\", \"a\", \"v\") | 1",
        "LOOKUP_IN([{\"k\": {\"id\": 7.0}, \"v\": {\"n\": \"x\"}}], \"k.id\", \"7\", \"v.n\") |"
            + " \"x\"",
        "LOOKUP_IN([{}, {\"k\": NULL}], \"k\", \"a\", \"v\") | absent",
        "LOOKUP_IN([{\"k\": 1}], \"k\", 1, \"v\") | absent",
        "LOOKUP_IN([{\"k\": 1}], \"k\", NULL, \"v\") | null",
      })
  void lookups_find_by_key(String formula, String result) throws FormatException {
    Cases.check(formula, result);
  }

  @Test
  void results_have_the_types_that_are_sure() {
    ValueType dates = ValueType.listOf(ValueType.DATE);
    assertThat(type("FIRST", dates)).isEqualTo(ValueType.DATE);
    assertThat(type("MAX", dates)).isEqualTo(ValueType.DATE);
    assertThat(type("REVERSE", dates)).isEqualTo(dates);
    assertThat(type("MAP", dates, ValueType.STRING)).isEqualTo(ValueType.listOf(ValueType.STRING));
    assertThat(type("CHUNK", dates, ValueType.INTEGER)).isEqualTo(ValueType.listOf(dates));
    assertThat(type("FLATTEN", ValueType.listOf(dates))).isEqualTo(dates);
    assertThat(type("ADD_DAYS", ValueType.DATETIME, ValueType.INTEGER))
        .isEqualTo(ValueType.DATETIME);
    assertThat(type("SUM", ValueType.listOf(ValueType.INTEGER))).isEqualTo(ValueType.INTEGER);
    assertThat(type("SUM", ValueType.listOf(ValueType.STRING))).isEqualTo(ValueType.DECIMAL);
    assertThat(type("IF", ValueType.BOOLEAN, ValueType.INTEGER, ValueType.DECIMAL))
        .isEqualTo(ValueType.DECIMAL);
    assertThat(type("IF", ValueType.BOOLEAN, ValueType.INTEGER)).isEqualTo(ValueType.INTEGER);
  }

  @Test
  void a_type_that_could_be_wrong_is_not_claimed() {
    assertThat(type("IF", ValueType.BOOLEAN, ValueType.STRING, ValueType.DATE).type())
        .isEqualTo(FieldType.ANY);
    assertThat(type("DEFAULT", ValueType.STRING, ValueType.ANY)).isEqualTo(ValueType.ANY);
    assertThat(type("ADD_DAYS", ValueType.STRING, ValueType.INTEGER)).isEqualTo(ValueType.ANY);
    assertThat(type("FIRST", ValueType.ANY)).isEqualTo(ValueType.ANY);
    assertThat(
            type("SWITCH", ValueType.STRING, ValueType.STRING, ValueType.INTEGER, ValueType.STRING))
        .isEqualTo(ValueType.ANY);
    assertThat(type("SWITCH", ValueType.STRING, ValueType.STRING, ValueType.INTEGER).type())
        .isEqualTo(FieldType.INTEGER);
  }

  private static ValueType type(String name, ValueType... arguments) {
    return FunctionLibrary.standard().find(name).orElseThrow().typing().of(List.of(arguments));
  }
}
