package fieldloom.payload;

import static fieldloom.payload.Payloads.read;
import static fieldloom.payload.Payloads.spec;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of fixed fields have their sign before or, as large systems print them, behind. */
class FixedSignsTest {

  private static PayloadSpec number(String more) {
    return spec(
        "fixed",
        "{\"records\":[{\"fields\":[{\"name\":\"n\",\"at\":1,\"length\":7,"
            + more.replace('\'', '"')
            + "}]}]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'12-    '|'type':'decimal'|-12",
        "' 12.50-'|'type':'decimal'|-12.50",
        "'0012-  '|'type':'integer'|-12",
        "'   12+ '|'type':'integer'|12",
        "'1e3-   '|'type':'decimal'|-1e3",
        "'001250-'|'type':'decimal','pad':'0','scale':2|-12.50",
        "'***125-'|'type':'integer','pad':'*','align':'right'|-125",
        "'   -12 '|'type':'decimal'|-12",
        "'   +12 '|'type':'decimal'|12"
      },
      quoteCharacter = '~')
  void aSignStandsBeforeANumberOrBehindIt(String text, String type, String value)
      throws IOException {
    Payloads.Result result = read(number(type), text.substring(1, text.length() - 1));

    assertThat(result.bad()).isEmpty();
    assertThat(result.texts()).containsExactly("{\"n\":" + value + "}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-12-", "+12-", "--", "-", "1e-", "12--", "12 -"})
  void aNumberHasOneSignBesideItsDigits(String text) throws IOException {
    Payloads.Result result = read(number("'type':'decimal'"), text);

    assertThat(result.records()).isEmpty();
    assertThat(result.bad())
        .singleElement()
        .satisfies(e -> assertThat(e).hasMessageContaining("“" + text + "”, which is no number"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"12-", "-12-"})
  void aTextKeepsWhatItHas(String text) throws IOException {
    assertThat(read(number("'type':'string'"), text).texts())
        .containsExactly("{\"n\":\"" + text + "\"}");
  }
}
