package fieldloom.payload;

import static fieldloom.payload.Payloads.spec;
import static fieldloom.payload.Payloads.write;
import static fieldloom.payload.Payloads.writeText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixedWritingTest {
  private static final String ORDER =
      """
      {"header": "HEAD", "records": [
        {"name": "LINE", "type": {"at": 1, "text": "L"}, "fields": [
          {"name": "qty", "at": 5, "length": 3, "align": "right", "type": "integer"},
          {"name": "sku", "at": 2, "length": 3}]},
        {"name": "HEAD", "type": {"at": 8, "text": "#H"}, "fields": [
          {"name": "no", "at": 2, "length": 4}]},
        {"name": "NOTE", "type": {"at": 1, "text": "N"}, "fields": [
          {"name": "kind", "at": 1, "length": 2},
          {"name": "text", "at": 3, "length": 6}]}]}
      """;

  private static PayloadSpec one(String field) {
    return spec(
        "fixed",
        "{\"records\":[{\"fields\":[{\"name\":\"a\",\"at\":1,\"length\":6"
            + (field.isEmpty() ? "" : "," + field.replace('\'', '"'))
            + "}]}]}");
  }

  private static Object value(String json) throws IOException {
    return json.equals("-") ? Absent.ABSENT : JsonValues.parse(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~|\"ab\"|~ab    ~",
        "~~|\"华𠮷\"|~华𠮷    ~",
        "~~|-|~      ~",
        "~~|null|~      ~",
        "~~|\"\"|~      ~",
        "~~|12|~12    ~",
        "~~|true|~true  ~",
        "'align':'right'|\"ab\"|~    ab~",
        "'pad':'*'|\"ab\"|ab****",
        "'pad':'*'|-|******",
        "'type':'integer','align':'right'|-12|~   -12~",
        "'type':'integer','pad':'0','align':'right'|12|000012",
        "'type':'integer','pad':'0'|-12|-00012",
        "'type':'integer','pad':'0'|0|000000",
        "'type':'integer','pad':'0'|-|000000",
        "'type':'integer'|12.0|~12    ~",
        "'type':'integer'|1E+2|~100   ~",
        "'type':'integer'|\"007\"|~7     ~",
        "'type':'decimal'|19.90|~19.90 ~",
        "'type':'decimal','pad':'0'|-0.5|-000.5",
        "'type':'decimal','scale':2,'align':'right'|19.9|~  1990~",
        "'type':'decimal','scale':2,'pad':'0'|19.9|001990",
        "'type':'decimal','scale':2,'pad':'0'|-0.05|-00005",
        "'type':'decimal','scale':2,'pad':'0'|7|000700",
        "'type':'decimal','scale':2,'pad':'0'|0|000000",
        "'type':'decimal','scale':2,'pad':'0'|1.230|000123",
        "'scale':3,'align':'right'|0.5|~   500~",
      })
  void aValueIsPaddedOnTheSideThatIsLeft(String field, String value, String line)
      throws IOException {
    String written =
        writeText(
            one(field == null ? "" : field), List.of(new Obj().put("a", value(value))), false);

    assertThat(written).isEqualTo(line + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~|\"abcdefg\"|holds “abcdefg”, which takes 7 places where the field has 6",
        "~~|1234567|takes 7 places",
        "~~|\"a\\nb\"|holds a line end",
        "~~|[1]|holds a list",
        "~~|{}|holds an object",
        "'type':'integer'|12.5|holds 12.5, which is no whole number",
        "'type':'integer'|\"x\"|is “x”, which is no number",
        "'type':'integer'|true|holds “true”, which is no number",
        "'type':'decimal','scale':2|1.234|has more than 2 digits behind the point",
        "'type':'decimal','scale':2|12345.6|holds “1234560”, which takes 7 places",
        "'type':'decimal'|1E+9|takes 10 places",
      })
  void aValueThatDoesNotFitFailsItsRecordAndWritesNothing(
      String field, String value, String message) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PayloadSpec spec = one(field == null ? "" : field);
    try (RecordWriter writer = PayloadFormats.of("fixed").writer(out, spec, false)) {
      writer.write(new Obj().put("a", Num.of(1)));
      assertThatThrownBy(() -> writer.write(new Obj().put("a", value(value))))
          .isInstanceOf(UnwritableRecordException.class)
          .hasMessageStartingWith("Record 2 of order cannot be written: the field a ")
          .hasMessageContaining(message)
          .message()
          .endsWith(".");
      writer.write(new Obj().put("a", Num.of(2)));
      writer.finish();
    }
    assertThat(out.toString(StandardCharsets.UTF_8).lines().map(String::strip))
        .hasSize(2)
        .allMatch(line -> line.matches("1(00)?|2(00)?"));
  }

  @Test
  void datesAreIsoTexts() throws IOException {
    PayloadSpec spec =
        spec(
            "fixed",
            "{\"lineEnd\":\"\\r\\n\",\"records\":[{\"fields\":[{\"name\":\"d\",\"at\":3,"
                + "\"length\":10,\"type\":\"date\"}]}]}");

    assertThat(writeText(spec, List.of(new Obj().put("d", LocalDate.of(2026, 1, 5))), false))
        .isEqualTo("  2026-01-05\r\n");
  }

  @Test
  void aHeaderIsFollowedByItsLinesInTheOrderOfTheRecords() throws IOException {
    Obj line = new Obj().put("sku", "abc").put("qty", Num.of(12));
    Obj first =
        new Obj()
            .put("NOTE", List.of(new Obj().put("text", "hello"), Null.NULL))
            .put("LINE", List.of(line, new Obj().put("qty", Num.of(3))))
            .put("HEAD", new Obj().put("no", "7"));
    Obj second = new Obj().put("HEAD", new Obj()).put("LINE", Null.NULL);

    assertThat(writeText(spec("fixed", ORDER), List.of(first, second), false))
        .isEqualTo(" 7     #H\nLabc 12\nL     3\nN hello \nN       \n       #H\n");
  }

  @Test
  void withoutAHeaderEachKindThatIsThereIsALine() throws IOException {
    PayloadSpec spec = spec("fixed", ORDER.replace("\"header\": \"HEAD\",", ""));
    Obj record =
        new Obj()
            .put("HEAD", new Obj().put("no", "7"))
            .put("LINE", new Obj().put("sku", "abc").put("qty", Num.of(12)));

    assertThat(writeText(spec, List.of(record), false)).isEqualTo("Labc 12\n 7     #H\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "7|is no object",
        "{}|has no “HEAD”, and its lines need that header",
        "{\"LINE\":[]}|has no “HEAD”",
        "{\"HEAD\":[]}|has no object in “HEAD”",
        "{\"HEAD\":{},\"LINE\":{}}|has no list in “LINE”",
        "{\"HEAD\":{},\"LINE\":[7]}|has no object in “LINE[]”",
        "{\"HEAD\":{},\"TAIL\":{}}|has “TAIL”, which is none of the records",
        "{\"HEAD\":{\"x\":1}}|has the field “x”, for which HEAD has no place",
        "{\"HEAD\":{},\"NOTE\":[{\"kind\":\"X\"}]}|(NOTE) cannot be written: the line has not “N”"
            + " at 1",
      })
  void aRecordThatIsNotAsTheOptionsSayIsRefused(String record, String message) {
    assertThatThrownBy(() -> write(spec("fixed", ORDER), List.of(JsonValues.parse(record)), false))
        .isInstanceOf(UnwritableRecordException.class)
        .hasMessageStartingWith("Record 1 of order")
        .hasMessageContaining(message)
        .message()
        .endsWith(".");
  }

  @Test
  void lengthsCountBytesWhereTheOptionsSaySo() throws IOException {
    PayloadSpec spec =
        spec(
            "fixed",
            "{\"unit\":\"byte\",\"encoding\":\"GB18030\",\"records\":[{\"type\":{\"at\":6,"
                + "\"text\":\"华\"},\"fields\":["
                + "{\"name\":\"a\",\"at\":1,\"length\":5},{\"name\":\"b\",\"at\":9,\"length\":4,"
                + "\"align\":\"right\"}]}]}");
    Obj record = new Obj().put("a", "华东").put("b", "𠮷");

    assertThat(new String(write(spec, List.of(record), false), Charset.forName("GB18030")))
        .isEqualTo("华东 华 𠮷\n");
    assertThatThrownBy(() -> write(spec, List.of(new Obj().put("a", "华东甲")), false))
        .hasMessageContaining("takes 6 places where the field has 5");
  }

  @Test
  void whatTheEncodingLacksFailsTheRecord() {
    PayloadSpec spec =
        spec(
            "fixed",
            "{\"encoding\":\"windows-1252\",\"records\":[{\"fields\":[{\"name\":\"a\",\"at\":1,"
                + "\"length\":3}]}]}");

    assertThatThrownBy(() -> write(spec, List.of(new Obj().put("a", "华")), false))
        .isInstanceOf(UnwritableRecordException.class)
        .hasMessageContaining("windows-1252 cannot write");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[{'name':'a','at':1,'length':3},{'name':'b','at':3,'length':2}]|stand on the same positions",
        "[{'name':'a','at':1,'length':3,'type':'integer','pad':'0','align':'left'}]|set its align to"
            + " right",
      })
  void fieldsThatCannotBeWrittenApartAreRefusedBeforeAnyRecord(String fields, String message) {
    PayloadSpec spec =
        spec("fixed", "{\"records\":[{\"fields\":" + fields.replace('\'', '"') + "}]}");

    assertThatThrownBy(() -> write(spec, List.of(), false))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining(message);
  }
}
