package fieldloom.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.payload.Payloads;
import fieldloom.payload.Workbooks;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxSampleTest {

  /** A row of texts; a number is a number, an empty one no cell. */
  private static String row(int number, String... values) {
    StringBuilder xml = new StringBuilder("<row r='" + number + "'>");
    for (int i = 0; i < values.length; i++) {
      String place = " r='" + (char) ('A' + i) + number + "'";
      if (values[i].matches("[0-9.]+")) {
        xml.append("<c").append(place).append("><v>").append(values[i]).append("</v></c>");
      } else if (!values[i].isEmpty()) {
        xml.append("<c").append(place).append(" t='inlineStr'><is><t>");
        xml.append(values[i]).append("</t></is></c>");
      }
    }
    return xml.append("</row>").toString();
  }

  private static SchemaFile file(Workbooks book, @Nullable String options) throws IOException {
    JsonNode node = options == null ? null : Payloads.json(options);
    return new SchemaFile("库存.xlsx", "库存.xlsx", book.bytes(), node, null);
  }

  private static String shown(Workbooks book, @Nullable String options) throws Exception {
    return SchemaText.tsv(SchemaReaders.read(file(book, options), null));
  }

  @Test
  void eachSheetOffersItsOwnNameAndRowOfNamesWhateverTheFirstSheetHas() throws Exception {
    Workbooks book =
        Workbooks.of(row(1, "Report") + row(3, "no", "qty") + row(4, "A", "1"))
            .part(
                "xl/sheets/two.xml",
                "<worksheet><sheetData>"
                    + row(1, "code", "place")
                    + row(2, "B", "shelf")
                    + "</sheetData></worksheet>");
    SchemaFile file = file(book, null);
    SchemaReader reader = SchemaReaders.choose(file, null);
    assertThat(reader.options(file)).hasToString("{\"headerRow\":3}");

    OpenSchema open = reader.open(file);
    assertThat(open.choices())
        .extracting(choice -> choice.options().toString())
        .containsExactly(
            "{\"headerRow\":1,\"sheet\":\"Hidden one\"}", "{\"headerRow\":3,\"sheet\":\"Orders\"}");
    assertThat(open.read(open.choices().getFirst().options()).root().children())
        .extracting(node -> node.name())
        .containsExactly("code", "place");
  }

  @Test
  void columnsHaveTheTypeThatAllTheirCellsHave() throws Exception {
    String header = row(1, "code", "qty", "price", "day", "moment", "ok", "mixed", "none", "编号");
    String first =
        "<row r='2'><c r='A2' t='inlineStr'><is><t>007</t></is></c><c r='B2'><v>1</v></c>"
            + "<c r='C2'><v>1</v></c><c r='D2' s='1'><v>46027</v></c><c r='E2' s='2'><v>46027.5</v></c>"
            + "<c r='F2' t='b'><v>1</v></c><c r='G2'><v>1</v></c></row>";
    String second =
        "<row r='3'><c r='A3' t='inlineStr'><is><t>12</t></is></c><c r='B3'><v>2</v></c>"
            + "<c r='C3'><v>2.5</v></c><c r='D3' s='5'><v>46028</v></c><c r='E3' s='1'><v>46027</v></c>"
            + "<c r='F3' t='e'><v>#N/A</v></c><c r='G3' t='b'><v>1</v></c>"
            + "<c r='I3' s='3'><v>0.5</v></c></row>";

    assertThat(shown(Workbooks.of(header + first + second), null))
        .isEqualTo(
            """
            code\tstring\t0..1\t\t
            qty\tinteger\t0..1\t\t
            price\tdecimal\t0..1\t\t
            day\tdate\t0..1\t\t
            moment\tdatetime\t0..1\t\t
            ok\tboolean\t0..1\t\t
            mixed\tstring\t0..1\t\t
            none\tstring\t0..1\t\t
            编号\ttime\t0..1\t\t
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~|a b",
        "{}|a b",
        "{\"sheet\":\"Hidden one\"}|b",
        "{\"headerRow\":2}|x y",
      })
  void theOptionsSayWhereTheTableIs(@Nullable String options, String names) throws Exception {
    Workbooks book = Workbooks.of(row(1, "a", "b") + row(2, "x", "y") + row(3, "1", "2"));
    SchemaFile file = file(book, options == null || options.isEmpty() ? null : options);

    assertThat(SchemaReaders.read(file, null).root().children())
        .extracting("name")
        .containsExactly((Object[]) names.split(" "));
  }

  @Test
  void aTitleAboveTheNamesIsPassedOver() throws Exception {
    Workbooks book =
        Workbooks.of(
            row(2, "Stock of January")
                + row(4, "code", "name", "qty", "")
                + row(5, "A", "Pump", "12", "x"));
    SchemaFile file = file(book, null);

    assertThat(SchemaReaders.choose(file, null).name()).isEqualTo("xlsx");
    assertThat(SchemaReaders.choose(file, null).options(file)).hasToString("{\"headerRow\":4}");
    assertThat(SchemaReaders.read(file, null).root().children())
        .extracting("name")
        .containsExactly("code", "name", "qty");
  }

  @Test
  void namesMergedOverColumnsAreObjects() throws Exception {
    String rows =
        row(1, "Prices")
            + row(2, "no", "Address", "", "Price", "", "")
            + row(3, "", "Street", "City", "net", "gross", "tax")
            + row(4, "7", "Dock St.", "Hafen", "1", "1.5", "0.5");
    Workbooks book =
        Workbooks.of(
            rows,
            "<mergeCells><mergeCell ref='A1:F1'/><mergeCell ref='B2:C2'/><mergeCell ref='D2:F2'/>"
                + "</mergeCells>");
    SchemaFile file = file(book, null);

    assertThat(SchemaReaders.choose(file, null).options(file)).hasToString("{\"headerRow\":2}");
    assertThat(shown(book, null))
        .isEqualTo(
            """
            no\tinteger\t0..1\t\t
            Address\tobject\t0..1\t\t
            Address.Street\tstring\t0..1\t\t
            Address.City\tstring\t0..1\t\t
            Price\tobject\t0..1\t\t
            Price.net\tinteger\t0..1\t\t
            Price.gross\tdecimal\t0..1\t\t
            Price.tax\tdecimal\t0..1\t\t
            """);
  }

  @Test
  void whatCannotBeReadIsOneSentence() throws IOException {
    Workbooks empty = Workbooks.of("");
    byte[] old = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    assertThatThrownBy(() -> SchemaReaders.read(file(empty, null), null))
        .isInstanceOf(SchemaException.class)
        .hasMessage("The sample 库存.xlsx is empty; one of its rows must name the columns.");
    assertThatThrownBy(() -> SchemaReaders.read("a.xls", old, null))
        .isInstanceOf(SchemaException.class)
        .hasMessage(
            "The workbook of the sample a.xls is an .xls file or protected with a password; save it"
                + " as .xlsx without a password.");
    assertThatThrownBy(() -> SchemaReaders.read("a.xlsx", "PK\3\4".getBytes(UTF_8), null))
        .hasMessageContaining("The workbook of the sample a.xlsx is cut off");
    assertThatThrownBy(() -> SchemaReaders.read(file(empty, "{\"sheet\":\"X\"}"), null))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("has no sheet “X”");
  }
}
