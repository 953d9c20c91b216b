package fieldloom.payload;

import static fieldloom.payload.Payloads.read;
import static fieldloom.payload.Payloads.spec;
import static fieldloom.payload.Payloads.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.model.value.Binary;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxWritingTest {
  private static final PayloadSpec XLSX = spec("xlsx", null);

  private static SchemaTree schema(SchemaNode... fields) {
    return new SchemaTree(
        null, SchemaNode.builder("row", FieldType.OBJECT).children(List.of(fields)).build());
  }

  private static SchemaNode field(String name, FieldType type) {
    return SchemaNode.builder(name, type).title("标题 " + name).build();
  }

  /** The XML of a part. */
  private static String part(byte[] file, String name) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError("no part " + name);
  }

  private static String cells(PayloadSpec spec, Object value) throws IOException {
    String xml =
        part(write(spec, List.of(new Obj().put("a", value)), false), "xl/worksheets/sheet1.xml");
    return xml.replaceFirst("(?s).*<row r=\"2\">", "").replaceFirst("(?s)</row>.*", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "12|<c r=\"A2\"><v>12</v></c>",
        "19.90|<c r=\"A2\"><v>19.90</v></c>",
        "-0|<c r=\"A2\"><v>-0</v></c>",
        "1E+2|<c r=\"A2\"><v>1E+2</v></c>",
        "123456789012345|<c r=\"A2\"><v>123456789012345</v></c>",
        "123456789012345000|<c r=\"A2\"><v>123456789012345000</v></c>",
        "1234567890123456|<c r=\"A2\" s=\"7\" t=\"inlineStr\"><is><t>1234567890123456</t></is></c>",
        "0.1234567890123456|<c r=\"A2\" s=\"7\" t=\"inlineStr\"><is><t>0.1234567890123456</t></is></c>",
        "1e400|<c r=\"A2\" s=\"7\" t=\"inlineStr\"><is><t>1e400</t></is></c>",
        "true|<c r=\"A2\" t=\"b\"><v>1</v></c>",
        "null|~~",
        "\"007\"|<c r=\"A2\" t=\"inlineStr\"><is><t>007</t></is></c>",
        "\"\"|<c r=\"A2\" t=\"inlineStr\"><is><t></t></is></c>",
        "\" a<b \"|<c r=\"A2\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> a&lt;b </t></is></c>",
        "\"=1+1\"|<c r=\"A2\" s=\"8\" t=\"inlineStr\"><is><t>=1+1</t></is></c>",
        "\"@x\"|<c r=\"A2\" s=\"8\" t=\"inlineStr\"><is><t>@x</t></is></c>",
        "\"+49 1\"|<c r=\"A2\" s=\"8\" t=\"inlineStr\"><is><t>+49 1</t></is></c>",
        "\"-x\"|<c r=\"A2\" s=\"8\" t=\"inlineStr\"><is><t>-x</t></is></c>",
        "\"a\\u0001\\r_x0041_\"|<c r=\"A2\" t=\"inlineStr\"><is><t>a_x0001__x000D__x005F_x0041_</t></is>"
            + "</c>",
      })
  void whatAValueIsWrittenAs(String value, String cell) throws IOException {
    assertThat(cells(XLSX, JsonValues.parse(value))).isEqualTo(cell == null ? "" : cell);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DATE|2026-01-05|s=\"2\"><v>46027</v>",
        "DATE|1900-03-01|s=\"2\"><v>61</v>",
        "DATE|1900-02-28|t=\"inlineStr\"><is><t>1900-02-28</t>",
        "DATE|05.01.2026|t=\"inlineStr\"><is><t>05.01.2026</t>",
        "DATETIME|2026-01-05T09:30:00|s=\"3\"><v>46027.39583333333333333</v>",
        "DATETIME|2026-01-05T12:00:00+08:00|s=\"3\"><v>46027.5</v>",
        "DATETIME|2026-01-05T12:00:00Z|s=\"3\"><v>46027.5</v>",
        "DATETIME|2026-01-05T12:00:00.120Z|s=\"4\"><v>46027.50000138888888889</v>",
        "DATETIME|2026-01-05T12:00:00.120001Z|t=\"inlineStr\"><is><t>2026-01-05T12:00:00.120001Z</t>",
        "TIME|18:00:00|s=\"5\"><v>0.75</v>",
        "TIME|00:00|s=\"5\"><v>0</v>",
        "TIME|18:00:00.5|s=\"6\"><v>0.75000578703703704</v>",
        "STRING|2026-01-05|t=\"inlineStr\"><is><t>2026-01-05</t>",
      })
  void datesOfTheSchemaAreDatesOfExcel(FieldType type, String value, String cell)
      throws IOException {
    PayloadSpec spec = spec("xlsx", null, schema(field("a", type)));

    assertThat(cells(spec, value)).startsWith("<c r=\"A2\" " + cell);
  }

  @Test
  void computedDatesAndBytesNeedNoSchema() throws IOException {
    assertThat(cells(XLSX, LocalDate.of(2026, 1, 5))).contains("s=\"2\"><v>46027<");
    assertThat(cells(XLSX, LocalDateTime.of(2026, 1, 5, 12, 0))).contains("s=\"3\"><v>46027.5<");
    assertThat(cells(XLSX, OffsetDateTime.parse("2026-01-05T12:00:00+08:00")))
        .contains("s=\"3\"><v>46027.5<");
    assertThat(cells(XLSX, LocalTime.NOON)).contains("s=\"5\"><v>0.5<");
    assertThat(cells(XLSX, new Binary(new byte[] {1, 2, 3}))).contains("<t>AQID</t>");
  }

  @Test
  void theHeaderHasTheSchemasColumnsAndThenTheFirstRecords() throws IOException {
    SchemaNode address =
        SchemaNode.builder("address", FieldType.OBJECT)
            .title("地址")
            .children(List.of(field("city", FieldType.STRING)))
            .build();
    SchemaTree schema = schema(field("no", FieldType.STRING), address);
    Obj record =
        new Obj()
            .put("more", "x")
            .put("box", new Obj().put("w", Num.of(2)))
            .put("address", new Obj().put("city", "Hafen"))
            .put("no", "7");

    assertThat(read(XLSX, write(spec("xlsx", null, schema), List.of(record), false)).texts())
        .containsExactly("{\"no\":\"7\",\"address.city\":\"Hafen\",\"more\":\"x\",\"box.w\":2}");
    byte[] titled = write(spec("xlsx", "{\"titles\":true}", schema), List.of(record), false);
    assertThat(part(titled, "xl/worksheets/sheet1.xml"))
        .contains("<t>标题 no</t>", "<t>地址.标题 city</t>");
    assertThat(read(spec("xlsx", null, schema), titled).texts())
        .containsExactly(
            "{\"no\":\"7\",\"address\":{\"city\":\"Hafen\"},\"more\":\"x\",\"box.w\":2}");
  }

  @Test
  void sheetAndRowsAreThoseOfTheOptions() throws IOException {
    PayloadSpec spec = spec("xlsx", "{\"sheet\":\"A&B 订单\",\"headerRow\":3,\"firstRow\":6}");
    byte[] file = write(spec, List.of(new Obj().put("a", "x"), new Obj().put("a", "y")), false);

    assertThat(part(file, "xl/workbook.xml")).contains("<sheet name=\"A&amp;B 订单\"");
    assertThat(part(file, "xl/worksheets/sheet1.xml"))
        .contains("<row r=\"3\"><c r=\"A3\"", "<row r=\"6\"><c r=\"A6\"", "<row r=\"7\">");
    assertThat(read(spec, file).lines()).containsExactly(6L, 7L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "7|is no object",
        "{\"x\":1}|has the field “x”, for which the sheet has no column",
        "{\"a\":[1]}|has a list in the field “a”",
        "{\"a\":{}}|has an object in the field “a”",
      })
  void aRecordThatASheetCannotHoldIsRefusedAndNothingOfItIsWritten(String record, String message)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RecordWriter writer =
        PayloadFormats.of("xlsx")
            .writer(out, spec("xlsx", null, schema(field("a", FieldType.ANY))), false)) {
      writer.write(new Obj().put("a", "1"));
      assertThatThrownBy(() -> writer.write(JsonValues.parse(record)))
          .isInstanceOf(UnwritableRecordException.class)
          .hasMessageStartingWith("Record 2 of order")
          .hasMessageContaining(message)
          .message()
          .endsWith(".");
      assertThatThrownBy(() -> writer.write(new Obj().put("a", "x".repeat(32_768))))
          .hasMessage(
              "Record 3 of order: the field “a” holds a text of 32768 characters, and a cell of Excel"
                  + " holds at most 32,767.");
      writer.write(new Obj().put("a", "x".repeat(32_767)));
      writer.finish();
    }
    assertThat(read(XLSX, out.toByteArray()).values()).hasSize(2);
  }

  @Test
  void aSheetWithoutRecordsHasItsHeader() throws IOException {
    byte[] file = write(spec("xlsx", null, schema(field("a", FieldType.STRING))), List.of(), false);

    assertThat(part(file, "xl/worksheets/sheet1.xml"))
        .contains("<t>a</t>")
        .endsWith("</worksheet>");
    assertThat(read(XLSX, write(XLSX, List.of(), false)).values()).isEmpty();
    assertThat(read(XLSX, write(XLSX, List.of(new Obj().put("a", Null.NULL)), false)).values())
        .isEmpty();
  }

  @Test
  void theSameRecordsGiveTheSameBytes() throws IOException {
    List<Obj> records = List.of(new Obj().put("a", "x"));

    assertThat(write(XLSX, records, false)).isEqualTo(write(XLSX, records, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {"a/b", "[x]", "'x", "abcdefghijklmnopqrstuvwxyzabcdef"})
  void aNameThatNoSheetCanHaveIsRefused(String name) {
    assertThatThrownBy(() -> write(spec("xlsx", "{\"sheet\":\"" + name + "\"}"), List.of(), false))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("The option sheet of order is “" + name + "”");
  }
}
