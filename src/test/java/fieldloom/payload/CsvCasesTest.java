package fieldloom.payload;

import static fieldloom.payload.Payloads.read;
import static fieldloom.payload.Payloads.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.FieldType;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables as people write them, and what must not bring the reader down. */
class CsvCasesTest {
  private static final PayloadSpec CSV = spec("csv", null);
  private static final PayloadSpec NEUTRAL =
      spec(
          "csv", "{\"neutralise\":true,\"header\":false}", CsvReadingTest.schema(FieldType.STRING));

  static Stream<JsonNode> cases() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(CsvCasesTest.class.getResourceAsStream("csv-cases.json"))) {
      return Payloads.json(new String(in.readAllBytes(), StandardCharsets.UTF_8)).valueStream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aTableIsReadAsItIsMeant(JsonNode one) throws IOException {
    Payloads.Result result = read(CSV, one.get("csv").textValue());

    assertThat(result.values())
        .as(one.get("name").asText())
        .isEqualTo(JsonValues.of(one.get("records")));
    assertThat(result.bad()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GB18030, false",
    "GB18030, true",
    "UTF-16LE, false",
    "UTF-16LE, true",
    "UTF-16BE, false",
    "UTF-16BE, true"
  })
  void wideEncodingsAreReadWithAndWithoutAMark(String encoding, boolean mark) throws IOException {
    String csv = (mark ? "\uFEFF" : "") + "编号,名\n1,\"华,东𠮷\"\n";
    Payloads.Result result =
        read(
            spec("csv", "{\"encoding\":\"" + encoding + "\"}"),
            csv.getBytes(Charset.forName(encoding)));

    assertThat(result.texts()).containsExactly("{\"编号\":\"1\",\"名\":\"华,东𠮷\"}");
  }

  /** A hundred million characters without a line end, and a record behind them. */
  @Test
  void aLineOfAHundredMegabytesIsRefusedInTimeAndTheNextIsRead() throws IOException {
    byte[] part = "x".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
    Stream<InputStream> parts =
        Stream.of(
                Stream.of("a\n1\n".getBytes(StandardCharsets.UTF_8)),
                Stream.generate(() -> part).limit(100),
                Stream.of("\n2\n".getBytes(StandardCharsets.UTF_8)))
            .flatMap(many -> many)
            .map(ByteArrayInputStream::new);
    long start = cpuNanos();
    try (RecordReader reader =
        PayloadFormats.of("csv")
            .reader(new SequenceInputStream(Collections.enumeration(parts.toList())), CSV)) {
      assertThat(reader.next()).isNotNull();
      assertThatThrownBy(reader::next)
          .isInstanceOf(BadRecordException.class)
          .hasMessage(
              "The row that starts at line 3 has more than 20,000,000 characters; such a row is not"
                  + " read.");
      assertThat(Objects.requireNonNull(reader.next()).value()).isEqualTo(new Obj().put("a", "2"));
    } catch (BadRecordException e) {
      throw new AssertionError(e);
    }
    assertThat(Duration.ofNanos(cpuNanos() - start)).isLessThan(Duration.ofSeconds(5));
  }

  /** Time of this thread alone, whatever else the machine does. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  @Test
  void aHeaderOfUtf16ReadAsAnotherEncodingSaysWhatToSet() {
    assertThatThrownBy(() -> read(CSV, "a,b\n1,2\n".getBytes(StandardCharsets.UTF_16LE)))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("order")
        .hasMessageContaining("set the option encoding to UTF-16LE");
  }

  @Test
  void aNulWithinAFieldIsACharacter() throws IOException {
    assertThat(read(CSV, "a\nx\0y\n").values()).containsExactly(new Obj().put("a", "x\0y"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "=1+1|'=1+1",
        "+49 170|'+49 170",
        "-x|'-x",
        "@SUM(A1)|'@SUM(A1)",
        "~ =1~|' =1",
        "~\u00a0=1~|~'\u00a0=1~",
        "~　＝1~|~'　＝1~",
        "＋1|'＋1",
        "a=1|a=1",
        "-12.5|-12.5",
        "+5|+5",
        "1e-3|1e-3",
        "~x;y~|x;y",
        "-|'-"
      })
  void onRequestATextThatASpreadsheetWouldRunIsNeutralised(String text, String written)
      throws IOException {
    assertThat(Payloads.writeText(NEUTRAL, List.of(new Obj().put("a", text)), false))
        .isEqualTo(written + "\n");
  }

  @Test
  void tabsAndLineEndsBeforeAFormulaDoNotHideItAndNumbersAreNoFormulas() throws IOException {
    assertThat(
            Payloads.writeText(
                NEUTRAL,
                List.of(
                    new Obj().put("a", "\tx"),
                    new Obj().put("a", "x\n=1"),
                    new Obj().put("a", Num.of(-5))),
                false))
        .isEqualTo("'\tx\n\"x\n'=1\"\n-5\n");
    assertThat(Payloads.writeText(spec("csv", null), List.of(new Obj().put("a", "=1+1")), false))
        .isEqualTo("a\n=1+1\n");
  }
}
