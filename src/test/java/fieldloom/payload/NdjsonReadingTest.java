package fieldloom.payload;

import static fieldloom.payload.Payloads.read;
import static fieldloom.payload.Payloads.spec;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NdjsonReadingTest {
  private static final PayloadSpec NDJSON = spec("ndjson", null);

  @Test
  void aLineIsARecordAndBlankLinesAreSkipped() throws IOException {
    Payloads.Result result = read(NDJSON, "\n{\"a\":1}\r\n \t\r\n{\"a\":2}\n\n[3]\n\"x\"");

    assertThat(result.texts()).containsExactly("{\"a\":1}", "{\"a\":2}", "[3]", "\"x\"");
    assertThat(result.lines()).containsExactly(2L, 4L, 6L, 7L);
    assertThat(result.bad()).isEmpty();
    assertThat(result.singleRoot()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "  \n\n", "\uFEFF", "\uFEFF\n"})
  void anEmptyInputHasNoRecords(String input) throws IOException {
    Payloads.Result result = read(NDJSON, input);

    assertThat(result.records()).isEmpty();
    assertThat(result.bad()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"a\":}|bad-json|line 2, column 6",
        "{\"a\":1|cut-off|line 2, column 7",
        "{\"a\":1} {\"a\":2}|bad-json|line 2, column 9",
        "{\"a\":1},|bad-json|line 2, column 8",
        "}|bad-json|line 2, column 1",
        "NaN|bad-json|line 2, column 4",
        "{'a':1}|bad-json|line 2, column 2",
        "{\"a\":1e10000}|number-too-large|line 2, column 6",
        "\"abc|cut-off|line 2, column 5"
      })
  void aBadLineIsToldWithItsTextAndTheNextIsRead(String line, String code, String place)
      throws IOException {
    Payloads.Result result = read(NDJSON, "{\"a\":0}\n" + line + "\r\n{\"a\":9}\n");

    assertThat(result.texts()).containsExactly("{\"a\":0}", "{\"a\":9}");
    assertThat(result.lines()).containsExactly(1L, 3L);
    assertThat(result.bad()).hasSize(1);
    BadRecordException bad = result.bad().getFirst();
    assertThat(bad.code()).isEqualTo(code);
    assertThat(bad.line()).isEqualTo(2);
    assertThat(bad.raw()).isEqualTo(line);
    assertThat(bad.last()).isFalse();
    assertThat(bad.getMessage()).contains(place).endsWith(".").doesNotContain("\n");
  }

  @Test
  void aFileCutInItsLastLineLosesThatLineOnly() throws IOException {
    Payloads.Result result = read(NDJSON, "{\"a\":1}\n{\"a\":2}\n{\"a\":[3");

    assertThat(result.texts()).containsExactly("{\"a\":1}", "{\"a\":2}");
    assertThat(result.bad()).hasSize(1);
    assertThat(result.bad().getFirst().code()).isEqualTo(ReadCodes.CUT_OFF);
  }

  @ParameterizedTest
  @CsvSource({"1000, true", "1001, false", "10000, false", "2000000, false"})
  void depthEndsAtAThousandAndTheNextLineIsRead(int depth, boolean works) throws IOException {
    String deep = "{\"a\":".repeat(depth - 1) + "{}" + "}".repeat(depth - 1);
    Payloads.Result result = read(NDJSON, deep + "\n7\n");

    assertThat(result.values()).hasSize(works ? 2 : 1);
    assertThat(result.texts()).endsWith("7");
    assertThat(result.bad()).hasSize(works ? 0 : 1);
  }

  @Test
  void malformedBytesFailTheirLineWithLineAndColumn() throws IOException {
    byte[] bytes = {(byte) 0xC0, (byte) 0xAE};
    Payloads.Result result =
        read(
            NDJSON,
            JsonReadingTest.concat(
                "1\n{\"名\":\"".getBytes(UTF_8), bytes, "\"}\n3\n".getBytes(UTF_8)));

    assertThat(result.texts()).containsExactly("1", "3");
    BadRecordException bad = result.bad().getFirst();
    assertThat(bad.code()).isEqualTo(ReadCodes.BAD_ENCODING);
    assertThat(bad.line()).isEqualTo(2);
    assertThat(bad).hasMessageContaining("line 2, column 7").hasMessageContaining("C0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void aByteOrderMarkDecidesTheEncoding(String encoding) throws IOException {
    String json = "\uFEFF{\"名\":\"华东 𠮷😀\"}\n{\"名\":\"ü\"}\n";
    Payloads.Result result = read(NDJSON, json.getBytes(Charset.forName(encoding)));

    assertThat(result.texts()).containsExactly("{\"名\":\"华东 𠮷😀\"}", "{\"名\":\"ü\"}");
  }

  @Test
  void aDuplicateKeyWarnsWithLineAndColumn() throws IOException {
    Payloads.Result result = read(NDJSON, "1\n{\"k\":1,\"k\":2}\n");

    assertThat(result.texts()).containsExactly("1", "{\"k\":2}");
    assertThat(result.warnings()).hasSize(1);
    assertThat(result.warnings().getFirst()).contains("“k”").contains("line 2, column 8");
  }

  @Test
  void linesOfAnyLengthAcrossBuffersStayWhole() throws IOException {
    StringBuilder input = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      input.append("{\"n\":\"").append("x华".repeat(i * 7)).append("\"}\n");
    }
    Payloads.Result result = read(NDJSON, input.toString());

    assertThat(String.join("\n", result.texts()) + "\n").isEqualTo(input.toString());
  }

  @Test
  void aLineBeyondTheLimitIsReadPast() throws IOException {
    Payloads.Result result = read(NDJSON, "1\n\"" + "x".repeat(20_000_100) + "\"\n3\n");

    assertThat(result.texts()).containsExactly("1", "3");
    assertThat(result.lines()).containsExactly(1L, 3L);
    assertThat(result.bad()).hasSize(1);
    assertThat(result.bad().getFirst().code()).isEqualTo(ReadCodes.TOO_LONG);
    assertThat(result.bad().getFirst()).hasMessageContaining("Line 2");
  }
}
