package fieldloom.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fieldloom.engine.Formulas;
import fieldloom.engine.RunSettings;
import fieldloom.model.Extras;
import fieldloom.model.Table;
import fieldloom.payload.FormatException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hard cases of calendars, units and rates; the tables are those of the help. */
class TableCasesTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "WORKDAY_ADD(\"2026-02-24\", -1, \"plant\") | \"2026-02-14\"",
        "WORKDAY_ADD(\"2026-02-20\", 0, \"plant\") | \"2026-02-20\"",
        "WORKDAY_ADD(\"2026-02-13T16:00:00+08:00\", 2, \"plant\") | \"2026-02-24T16:00:00+08:00\"",
        "WORKDAY_ADD(\"2024-07-05\", 100001) | error out-of-range",
        "WORKDAY_ADD(NULL, 1, \"plant\") | null",
        "WORKDAY_ADD(\"2024-07-05\", 260) | \"2025-07-04\"",
        "WORKDAYS(\"2026-02-01\", \"2026-02-28\", \"plant\") | 15",
        "WORKDAYS(\"2026-02-28\", \"2026-02-01\", \"plant\") | -15",
        "WORKDAYS(\"2024-10-01\", \"2024-10-01\", \"2024-10-01\") | 0",
        "WORKDAYS(\"2024-10-01\", \"2024-10-01\", []) | 1",
        "CONVERT_UNIT(12345678901234567890.123456789, \"kg\", \"g\")"
            + " | 12345678901234567890123.456789",
        "CONVERT_UNIT(12345678901234567890.12345678901234567890, \"roll\", \"kg\", \"packing\")"
            + " | 154320986265432098626.543209862654320986250",
        "CONVERT_UNIT(1, \"BOX\", \"pcs\", \"packing\", \"m-100\") | 24",
        "CONVERT_UNIT(1, \"pcs\", \"box\", \"packing\", \"M-100\")"
            + " | 0.04166666666666666666666666666666667",
        "CONVERT_UNIT(1, \"box\", \"pcs\", \"packing\") | error no-factor",
        "CONVERT_UNIT(1, \"roll\", \"lb\", \"packing\", \"M-100\")"
            + " | 27.55778277310969759037172516812838",
        "CONVERT_UNIT(1, \"g\", \"roll\", \"packing\") | 0.00008",
        "CONVERT_UNIT(1, \"box\", \"pcs\", \"packing\", \"M-200\", \"2026-12-31\") | 12",
        "CONVERT_UNIT(5, \"box\", \"box\", \"packing\") | 5",
        "CONVERT_UNIT(NULL, \"box\", \"box\", \"packing\") | null",
        "CONVERT_CURRENCY(0.10, \"EUR\", \"CNY\", \"rates\", \"2030-01-01\") | 0.8000",
        "CONVERT_CURRENCY(19.90, \"cny\", \"CNY\", \"rates\", \"1990-01-01\") | 19.90",
        "CONVERT_CURRENCY(1, \"USD\", \"EUR\", \"rates\", \"2026-01-31\", \"via CNY\")"
            + " | error no-rate",
        "CONVERT_CURRENCY(1, \"USD\", \"CNY\", \"rates\", \"2026-01-31T23:00:00-05:00\") | 7.04",
        "CONVERT_CURRENCY(1, \"USD\", \"CNY\", \"rates\", \"2026-01-31\", \"somehow\")"
            + " | error bad-argument",
        "CONVERT_CURRENCY(1, \"USD\", \"CNY\", \"rates\", FIRST([])) | absent",
        "ROUND(CONVERT_CURRENCY(100, \"CNY\", \"EUR\", \"rates\", \"2026-01-01\", \"inverse\"), 2)"
            + " | 12.50",
      })
  void calendars_units_and_rates_of_hard_cases(String formula, String result)
      throws FormatException {
    Cases.check(formula, result);
  }

  @Test
  void a_calendar_may_work_on_saturdays_and_rest_on_mondays() {
    List<Table> tables =
        List.of(
            table("six", row("saturday", "work"), row("周一", "休"), row("2026-03-07", "free", "-")));

    assertThat(value("WORKDAYS(\"2026-03-02\", \"2026-03-15\", \"six\")", tables)).hasToString("9");
  }

  @Test
  void a_calendar_without_working_days_is_an_error_and_no_endless_search() {
    List<Table> tables =
        List.of(
            table(
                "never",
                row("monday", "free"),
                row("tuesday", "free"),
                row("wednesday", "free"),
                row("thursday", "free"),
                row("friday", "free")));

    assertThatThrownBy(() -> value("WORKDAY_ADD(\"2026-03-02\", 1, \"never\")", tables))
        .hasMessageContaining("no working day");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "WORKDAYS(TODAY(), TODAY(), \"bad\") | Row 1 of the table bad has the kind “5”",
        "WORKDAYS(TODAY(), TODAY(), \"none\") | There is no table “none”.",
        "CONVERT_UNIT(1, \"a\", \"b\", \"bad\") | Row 1 of the table bad has no number as its factor",
        "CONVERT_CURRENCY(1, \"a\", \"b\", \"bad\", TODAY()) | Row 1 of the table bad has no number",
        "CONVERT_CURRENCY(1, \"a\", \"b\", \"twice\", TODAY()) | Row 2 of the table twice gives a"
            + " second rate",
        "CONVERT_UNIT(1, \"a\", \"b\", \"zero\") | that is not above 0",
      })
  void a_table_of_the_wrong_form_is_a_problem_before_anything_runs(String formula, String said) {
    List<Table> tables =
        List.of(
            table("bad", row("2026-01-01", "5")),
            table("twice", row("A", "B", "2026-01-01", "1"), row("a", "b", "2026-01-01", "2")),
            table("zero", row("a", "b", "0")));

    assertThatThrownBy(() -> value(formula, tables))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(said);
  }

  @Test
  void columns_go_by_their_names_where_they_have_those() {
    Table named =
        new Table(
            "day",
            List.of("note", "rate", "validFrom", "to", "from"),
            null,
            List.of(row("x", "2.5", "2026-01-01", "B", "A"), row("y", "3", "2026-02-01", "B", "A")),
            null,
            new Table.Otherwise.Fail(),
            Extras.NONE);

    assertThat(value("CONVERT_CURRENCY(2, \"A\", \"B\", \"day\", \"2026-01-15\")", List.of(named)))
        .hasToString("5.0");
  }

  private static Object value(String formula, List<Table> tables) {
    return Formulas.evaluate(formula, tables, RunSettings.DEFAULT);
  }

  @SafeVarargs
  private static Table table(String name, List<JsonNode>... rows) {
    return new Table(
        name, List.of(), null, List.of(rows), null, new Table.Otherwise.Fail(), Extras.NONE);
  }

  private static List<JsonNode> row(String... cells) {
    return Stream.of(cells).<JsonNode>map(JsonNodeFactory.instance::textNode).toList();
  }
}
