package fieldloom.payload;

import static fieldloom.payload.Payloads.spec;
import static fieldloom.payload.Payloads.writeText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.model.value.Binary;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonWritingTest {
  private static final PayloadSpec JSON = spec("json", null);
  private static final PayloadSpec INDENTED = spec("json", "{\"indent\":true}");
  private static final PayloadSpec NDJSON = spec("ndjson", null);
  private static final Obj ORDER =
      new Obj().put("名", "华东 𠮷").put("n", Num.ofText("1E+2")).put("l", List.of(Null.NULL, true));

  @Test
  void manyRecordsAreAnArrayWithARecordALine() throws IOException {
    assertThat(writeText(JSON, List.of(ORDER, new Obj()), false))
        .isEqualTo("[\n{\"名\":\"华东 𠮷\",\"n\":1E+2,\"l\":[null,true]},\n{}\n]\n");
  }

  @Test
  void noRecordsAreAnEmptyArray() throws IOException {
    assertThat(writeText(JSON, List.of(), false)).isEqualTo("[]\n");
    assertThat(writeText(INDENTED, List.of(), false)).isEqualTo("[]\n");
    assertThat(writeText(NDJSON, List.of(), false)).isEmpty();
  }

  @Test
  void aBareRecordStandsAlone() throws IOException {
    assertThat(writeText(JSON, List.of(new Obj().put("a", Num.of(1))), true))
        .isEqualTo("{\"a\":1}\n");
    assertThat(writeText(JSON, List.of(), true)).isEmpty();
  }

  @Test
  void indentIsTwoSpacesALevel() throws IOException {
    Obj value = new Obj().put("a", List.of(Num.of(1), new Obj())).put("b", List.of());

    assertThat(writeText(INDENTED, List.of(value), true))
        .isEqualTo(
            """
            {
              "a": [
                1,
                {}
              ],
              "b": []
            }
            """);
    assertThat(writeText(INDENTED, List.of(value, value), false))
        .startsWith("[\n  {\n    \"a\": [\n      1,")
        .endsWith("    \"b\": []\n  }\n]\n");
  }

  @Test
  void ndjsonIsOneCompactValueALine() throws IOException {
    assertThat(writeText(NDJSON, List.of(ORDER, "a\nb"), true))
        .isEqualTo("{\"名\":\"华东 𠮷\",\"n\":1E+2,\"l\":[null,true]}\n\"a\\nb\"\n");
  }

  @Test
  void computedNumbersAreWrittenPlain() throws IOException {
    List<Num> numbers =
        List.of(
            Num.of(new BigDecimal("1E+3")),
            Num.of(new BigDecimal("39.80")),
            Num.of(new BigDecimal("1E-7")),
            Num.of(-5));

    assertThat(writeText(NDJSON, numbers, false)).isEqualTo("1000\n39.80\n0.0000001\n-5\n");
  }

  @Test
  void datesAreIsoTextAndBytesBase64() throws IOException {
    List<Object> values =
        List.of(
            LocalDate.of(2024, 2, 29),
            LocalTime.of(10, 15),
            LocalDateTime.of(2024, 1, 2, 3, 4),
            OffsetDateTime.parse("2024-01-02T03:04:05.5+08:00"),
            OffsetDateTime.parse("2024-01-02T03:04Z"),
            new Binary(new byte[] {1, 2, (byte) 255}));

    assertThat(writeText(NDJSON, values, false).lines())
        .containsExactly(
            "\"2024-02-29\"",
            "\"10:15:00\"",
            "\"2024-01-02T03:04:00\"",
            "\"2024-01-02T03:04:05.5+08:00\"",
            "\"2024-01-02T03:04:00Z\"",
            "\"AQL/\"");
  }

  @Test
  void onlyWhatMustBeEscapedIs() throws IOException {
    String text = "\"\\/\b\f\n\r\t\u0001\u007f\u2028<'&é华𠮷";

    assertThat(writeText(NDJSON, List.of(text), false))
        .isEqualTo("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\u007f\u2028<'&é华𠮷\"\n");
  }

  @Test
  void aRecordOfTheGreatestDepthIsWritten() throws IOException {
    Object value = new Obj();
    for (int i = 0; i < 1500; i++) {
      value = i % 2 == 0 ? List.of(value) : new Obj().put("a", value);
    }

    assertThat(writeText(JSON, List.of(value), false)).hasSizeGreaterThan(1500);
  }

  @Test
  void aWriterClosedBeforeItsEndLooksCutOff() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RecordWriter writer = PayloadFormats.of("json").writer(out, INDENTED, false);
    writer.write(ORDER);
    writer.close();

    assertThat(out.toString(StandardCharsets.UTF_8).strip()).doesNotEndWith("]\n]").endsWith("}");
  }

  @Test
  void whatNoRecordIsMadeOfIsOurBug() {
    assertThatThrownBy(() -> writeText(JSON, List.of(1.5), false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("java.lang.Double");
  }

  @Test
  void aWrongOptionIsNamedWithWhatIsAllowed() {
    assertThatThrownBy(() -> writeText(spec("json", "{\"indent\":2}"), List.of(), false))
        .isInstanceOf(FormatException.class)
        .hasMessage("The option indent of order is 2, but it must be true or false.");
  }
}
