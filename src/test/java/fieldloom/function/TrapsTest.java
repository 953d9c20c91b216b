package fieldloom.function;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.engine.CompiledMapping;
import fieldloom.engine.Outcome;
import fieldloom.engine.RunSettings;
import fieldloom.model.value.Obj;
import fieldloom.pack.MappingFile;
import fieldloom.pack.Project;
import fieldloom.pack.Projects;
import fieldloom.payload.FormatException;
import fieldloom.payload.JsonValues;
import java.io.FileNotFoundException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other tools get wrong. */
class TrapsTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "PARSEDATE(\"20211417\", \"yyyyMMdd\") | error not-a-date",
        "PARSEDATE(\"20230229\", \"yyyyMMdd\") | error not-a-date",
        "TRY(20211417, \"date\", \"refused\") | \"refused\"",
        "DATE_DIFF(\"2024-03-30T12:00:00+01:00\", \"2024-03-31T12:00:00+02:00\", \"days\") | 1",
        "DATE_DIFF(TO_ZONE(\"2024-10-26T10:00:00Z\", \"Europe/Berlin\"),"
            + " TO_ZONE(\"2024-10-27T11:00:00Z\", \"Europe/Berlin\"), \"days\") | 1",
        "INTEGER(\"12 pcs\") | error not-a-number",
        "INTEGER(\"\") | error not-a-number",
        "NUMBER(\"1,5\") | error not-a-number",
        "INTEGER(\"12.5\") | error would-lose",
        "0.1 + 0.2 | 0.3",
        "0.1 + 0.2 == 0.3 | true",
        "12345678901234567890.123456789 | 12345678901234567890.123456789",
        "12345678901234567890.123456789 + 0 | 12345678901234567890.123456789",
        "LENGTH(\"😀\") | 1",
        "LENGTH(\"𠮷野家\") | 3",
        "LEFT(\"😀ab\", 1) | \"😀\"",
        "MID(\"a😀b\", 2, 1) | \"😀\"",
        "FIND(\"b\", \"😀b\") | 2",
        "PAD_START(\"😀\", 3, \"-\") | \"--😀\"",
        "REVERSE(SPLIT_BY_LENGTH(\"😀a\", 1)) | [\"a\", \"😀\"]",
      })
  void traps_of_formulas(String formula, String result) throws FormatException {
    Cases.check(formula, result);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-0",
        "1E+2",
        "-0.00",
        "0.10",
        "12345678901234567890.123456789",
        "9007199254740993",
        "1e-30"
      })
  void a_number_that_is_passed_through_keeps_its_text(String number) throws Exception {
    Project project =
        Projects.load(
            MappingFile.read(
                """
                {"fieldloom": 1, "name": "traps",
                 "sources": [{"name": "order", "format": "json"}],
                 "target": {"name": "bill", "format": "json"},
                 "rules": [{"to": "link", "from": "order.n"},
                           {"to": "formula", "formula": "order.n"},
                           {"to": "default", "formula": "DEFAULT(order.n, 1)"}]}
                """
                    .getBytes(StandardCharsets.UTF_8),
                "traps"),
            name -> {
              throw new FileNotFoundException(name);
            });
    CompiledMapping.Run run = project.compilation().mapping().start(RunSettings.DEFAULT);

    Outcome outcome = run.map((Obj) JsonValues.parse("{\"n\":" + number + "}"), 1);

    assertThat(JsonValues.toJson(outcome.outputs().get("bill").getFirst()))
        .isEqualTo("{\"link\":%1$s,\"formula\":%1$s,\"default\":%1$s}".formatted(number));
  }
}
