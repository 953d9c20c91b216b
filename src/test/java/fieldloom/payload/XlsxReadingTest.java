package fieldloom.payload;

import static fieldloom.payload.Payloads.read;
import static fieldloom.payload.Payloads.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxReadingTest {
  private static final PayloadSpec XLSX = spec("xlsx", null);
  private static final String A = "<row r='1'><c r='A1' t='inlineStr'><is><t>a</t></is></c></row>";

  /** A row of texts; an empty one is no cell. */
  static String texts(int row, String... texts) {
    StringBuilder xml = new StringBuilder("<row r='" + row + "'>");
    for (int i = 0; i < texts.length; i++) {
      if (!texts[i].isEmpty()) {
        xml.append(
            "<c r='%c%d' t='inlineStr'><is><t>%s</t></is></c>".formatted('A' + i, row, texts[i]));
      }
    }
    return xml.append("</row>").toString();
  }

  private static Payloads.Result rows(String rows) throws IOException {
    return read(XLSX, Workbooks.of(rows).bytes());
  }

  @Test
  void aRowIsARecordOfTheNamesInTheHeader() throws IOException {
    Payloads.Result result =
        rows(
            texts(1, "code", "单价", "unit price", "ok")
                + "<row r='2'><c r='A2' t='s'><v>1</v></c><c r='B2'><v>19.90</v></c>"
                + "<c r='D2' t='b'><v>1</v></c></row><row r='3'/>"
                + "<row r='4'><c r='B4' s='6'/><c r='C4' t='str'><f>\"\"</f><v></v></c></row>"
                + "<row r='6'><c r='C6'><f>A1*2</f><v>39.8</v></c><c r='D6' t='b'><v>0</v></c></row>");

    assertThat(result.texts())
        .containsExactly(
            "{\"code\":\"华 东\",\"单价\":19.90,\"ok\":true}", "{\"unit price\":39.8,\"ok\":false}");
    assertThat(result.lines()).containsExactly(2L, 6L);
    assertThat(result.bad()).isEmpty();
    assertThat(result.warnings()).isEmpty();
    assertThat(result.singleRoot()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<c r='A2'><v>0.1</v></c>|0.1",
        "<c r='A2'><v>1.1000000000000001</v></c>|1.1",
        "<c r='A2'><v>59.699999999999996</v></c>|59.699999999999996",
        "<c r='A2'><v>-0.30000000000000004</v></c>|-0.30000000000000004",
        "<c r='A2'><v>12345678901234567</v></c>|12345678901234567",
        "<c r='A2'><v>9007199254740993</v></c>|9007199254740993",
        "<c r='A2'><v>12345678901234567890</v></c>|12345678901234567890",
        "<c r='A2'><v>1E+20</v></c>|1E+20",
        "<c r='A2'><v>1.0000000000000001E-5</v></c>|0.00001",
        "<c r='A2'><v>-0</v></c>|-0",
        "<c r='A2'><v>007</v></c>|7",
        "<c r='A2'><v>+.5</v></c>|0.5",
        "<c r='A2' t='n' s='6'><v>5</v></c>|5",
        "<c r='A2' t='s'><v>0</v></c>|\"name\"",
        "<c r='A2' t='s'><v>2</v></c>|\"\"",
        "<c r='A2' t='s'><v>3</v></c>|\"a\\rb_x0041_\"",
        "<c r='A2' t='inlineStr'><is><r><t>x</t></r><r><t> y</t></r></is></c>|\"x y\"",
        "<c r='A2' t='inlineStr'><is><t></t></is></c>|\"\"",
        "<c r='A2' t='inlineStr'><is><t>007</t></is></c>|\"007\"",
        "<c r='A2' t='str'><f>B2</f><v>=x &amp; y</v></c>|\"=x & y\"",
        "<c r='A2' t='str'><v>plain</v></c>|\"plain\"",
        "<c r='A2' t='b'><v>true</v></c>|true",
        "<c r='A2' s='1'><v>46027</v></c>|\"2026-01-05\"",
        "<c r='A2' s='5'><v>46027</v></c>|\"2026-01-05\"",
        "<c r='A2' s='1'><v>46027.5</v></c>|\"2026-01-05T12:00:00\"",
        "<c r='A2' s='2'><v>46027.395833333336</v></c>|\"2026-01-05T09:30:00\"",
        "<c r='A2' s='2'><v>46027</v></c>|\"2026-01-05T00:00:00\"",
        "<c r='A2' s='2'><v>46027.99999999999</v></c>|\"2026-01-06T00:00:00\"",
        "<c r='A2' s='3'><v>0.39585069444</v></c>|\"09:30:01.5\"",
        "<c r='A2' s='3'><v>46027.5</v></c>|\"2026-01-05T12:00:00\"",
        "<c r='A2' s='4'><v>1.5</v></c>|1.5",
        "<c r='A2' s='1'><v>1</v></c>|\"1900-01-01\"",
        "<c r='A2' s='1'><v>59</v></c>|\"1900-02-28\"",
        "<c r='A2' s='1'><v>61</v></c>|\"1900-03-01\"",
        "<c r='A2' s='1'><v>2958465</v></c>|\"9999-12-31\"",
        "<c r='A2' t='d' s='1'><v>2026-01-05</v></c>|\"2026-01-05\"",
        "<c r='A2' t='d'><v>2026-01-05T09:30:00Z</v></c>|\"2026-01-05T09:30:00\"",
      })
  void whatACellHolds(String cell, String value) throws IOException {
    Payloads.Result result = rows(A + "<row r='2'>" + cell + "</row>");

    assertThat(result.bad()).isEmpty();
    assertThat(result.texts()).containsExactly("{\"a\":" + value + "}");
  }

  @Test
  void daysMayBeCountedFrom1904() throws IOException {
    byte[] book =
        Workbooks.of(A + "<row r='2'><c r='A2' s='1'><v>0</v></c></row>")
            .replace("xl/workbook.xml", "<workbookPr/>", "<workbookPr date1904='1'/>")
            .bytes();

    assertThat(read(XLSX, book).texts()).containsExactly("{\"a\":\"1904-01-01\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<c r='A2' t='e'><v>#DIV/0!</v></c>|cell-error|holds the error #DIV/0!; correct it",
        "<c r='A2' t='e'><f>1/0</f><v>#DIV/0!</v></c>|cell-error|holds the error #DIV/0!",
        "<c r='A2'><v>abc</v></c>|bad-value|holds “abc”, which is no number",
        "<c r='A2'><v>1e99999</v></c>|bad-value|holds “1e99999”, which is no number",
        "<c r='A2' t='s'><v>9</v></c>|bad-value|refers to the text number 9, which the workbook does"
            + " not have",
        "<c r='A2' t='s'><v>-1</v></c>|bad-value|refers to the text number -1",
        "<c r='A2' t='s'><v>2147483647</v></c>|bad-value|refers to the text number 2147483647",
        "<c r='A2' t='b'><v>7</v></c>|bad-value|neither true nor false",
        "<c r='A2' t='x'><v>7</v></c>|bad-value|is of the unknown type “x”",
        "<c r='A2' t='d'><v>2026-02-30</v></c>|bad-value|which is no date",
        "<c r='A2' s='1'><v>-1</v></c>|bad-value|is no day that Excel has",
        "<c r='A2' s='1'><v>60</v></c>|bad-value|is no day that Excel has",
        "<c r='A2' s='1'><v>1e300</v></c>|bad-value|is no day that Excel has",
      })
  void aCellThatHoldsNoValueFailsItsRecordAlone(String cell, String code, String message)
      throws IOException {
    Payloads.Result result =
        rows(A + "<row r='2'>" + cell + "</row><row r='3'><c r='A3'><v>3</v></c></row>");

    assertThat(result.texts()).containsExactly("{\"a\":3}");
    BadRecordException bad = result.bad().getFirst();
    assertThat(bad.code()).isEqualTo(code);
    assertThat(bad.line()).isEqualTo(2);
    assertThat(bad.last()).isFalse();
    assertThat(bad)
        .hasMessageStartingWith("The cell Orders!A2 ")
        .hasMessageContaining(message)
        .message()
        .endsWith(".");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<row r='2'><c r='A2'><v>9</v></c></row>|the row “2” behind row 2",
        "<row r='1'><c r='A1'><v>9</v></c></row>|the row “1” behind row 2",
        "<row r='x'><c r='A3'><v>9</v></c></row>|the row “x” behind row 2",
        "<row r='1048577'><c><v>9</v></c></row>|the row “1048577” behind row 2",
        "<row r='3'><c r='B3'><v>9</v></c><c r='A3'><v>8</v></c></row>|the cell “A3” in row 3",
        "<row r='3'><c r='A3'><v>9</v></c><c r='A3'><v>8</v></c></row>|the cell “A3” in row 3",
        "<row r='3'><c r='ZZZZZZ3'><v>9</v></c></row>|the cell “ZZZZZZ3” in row 3",
        "<row r='3'><c r='XFE3'><v>9</v></c></row>|the cell “XFE3” in row 3",
      })
  void rowsAndCellsOutOfPlaceAreNotLostInSilence(String row, String message) throws IOException {
    Payloads.Result result = rows(A + "<row r='2'><c r='A2'><v>2</v></c></row>" + row);

    assertThat(result.texts()).containsExactly("{\"a\":2}");
    assertThat(result.bad().getFirst())
        .hasMessageStartingWith("The sheet Orders has " + message)
        .message()
        .endsWith(".");
    assertThat(result.bad().getFirst().code()).isEqualTo(ReadCodes.BAD_SHEET);
  }

  @Test
  void rowsAndCellsWithoutPlacesStandOneAfterAnother() throws IOException {
    assertThat(
            rows("<row><c t='inlineStr'><is><t>a</t></is></c><c t='inlineStr'><is><t>b</t></is></c>"
                    + "</row><row><c><v>1</v></c><c><v>2</v></c></row>")
                .texts())
        .containsExactly("{\"a\":1,\"b\":2}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"sheet\":\"Orders\"}|{\"a\":1}",
        "{\"sheet\":\"orders\"}|{\"a\":1}",
        "{\"sheet\":\"Hidden one\"}|{\"b\":2}",
        "{}|{\"a\":1}",
      })
  void theSheetIsTheOneNamedElseTheFirstThatIsShown(String options, String record)
      throws IOException {
    byte[] book = Workbooks.of(A + "<row r='2'><c r='A2'><v>1</v></c></row>").bytes();

    assertThat(read(spec("xlsx", options), book).texts()).containsExactly(record);
  }

  @Test
  void namesAndRecordsStandInTheRowsThatTheOptionsSay() throws IOException {
    String rows =
        texts(1, "Stock of January")
            + texts(3, "a", "b")
            + texts(4, "(text)", "(text)")
            + texts(6, "x", "y");

    assertThat(
            read(spec("xlsx", "{\"headerRow\":3,\"firstRow\":5}"), Workbooks.of(rows).bytes())
                .texts())
        .containsExactly("{\"a\":\"x\",\"b\":\"y\"}");
    assertThat(read(spec("xlsx", "{\"headerRow\":3}"), Workbooks.of(rows).bytes()).values())
        .hasSize(2);
    assertThatThrownBy(() -> read(spec("xlsx", "{\"headerRow\":2}"), Workbooks.of(rows).bytes()))
        .hasMessage(
            "The sheet Orders of order has no names of columns in row 2; set the option headerRow to"
                + " the row that has them.");
  }

  @Test
  void namesAreOnALineEachAnotherAndColumnsWithoutAreToldOf() throws IOException {
    Payloads.Result result =
        rows(
            texts(1, " unit&#10;price ", "b", "b", "", "b_2")
                + texts(2, "1", "2", "3", "4", "5", "6")
                + texts(3, "1", "", "", "x"));

    assertThat(result.texts().getFirst())
        .isEqualTo("{\"unit price\":\"1\",\"b\":\"2\",\"b_3\":\"3\",\"b_2\":\"5\"}");
    assertThat(result.warnings())
        .containsExactly(
            "Column C of the sheet Orders has the name “b” of another one; it is read as “b_3”.",
            "Column D of the sheet Orders has no name and is not read, though row 2 has something"
                + " there.",
            "Column F of the sheet Orders has no name and is not read, though row 2 has something"
                + " there.");
  }

  private static final String GROUPED =
      texts(1, "no", "Address", "", "Price", "", "note")
          + texts(2, "", "Street", "City", "net", "gross")
          + texts(3, "7", "Dock St.", "Hafen", "1", "2", "n");

  private static final String MERGED =
      "<mergeCells><mergeCell ref='A1:A2'/><mergeCell ref='B1:C1'/><mergeCell ref=\"D1:E1\"/>"
          + "<mergeCell ref='F1:F2'/><mergeCell ref='A9:C9'/></mergeCells>";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{}|{\"no\":\"7\",\"Address\":{\"Street\":\"Dock St.\",\"City\":\"Hafen\"},\"Price\":"
            + "{\"net\":\"1\",\"gross\":\"2\"},\"note\":\"n\"}",
        "{\"firstRow\":3}|{\"no\":\"7\",\"Address\":{\"Street\":\"Dock St.\",\"City\":\"Hafen\"},"
            + "\"Price\":{\"net\":\"1\",\"gross\":\"2\"},\"note\":\"n\"}",
        "{\"firstRow\":2}|{\"Address\":\"Street\",\"Address_2\":\"City\",\"Price\":\"net\",\"Price_2\":"
            + "\"gross\"}",
      })
  void aHeaderMergedOverColumnsNamesAnObjectOfThem(String options, String record)
      throws IOException {
    byte[] book = Workbooks.of(GROUPED, MERGED).bytes();

    assertThat(read(spec("xlsx", options), book).texts().getFirst()).isEqualTo(record);
  }

  @Test
  void aMergedHeaderOverDataNamesItsColumnsOneByOne() throws IOException {
    byte[] book =
        Workbooks.of(
                texts(1, "no", "Phone", "") + texts(2, "7", "123", "456") + texts(3, "8", "", "9"),
                "<mergeCells><mergeCell ref='B1:C1'/></mergeCells>")
            .bytes();

    assertThat(read(XLSX, book).texts())
        .containsExactly(
            "{\"no\":\"7\",\"Phone\":\"123\",\"Phone_2\":\"456\"}",
            "{\"no\":\"8\",\"Phone_2\":\"9\"}");
  }

  private static SchemaNode node(String name, FieldType type, @Nullable String title) {
    return SchemaNode.builder(name, type).title(title).build();
  }

  @Test
  void headersMayBeTheTitlesOfTheSchemaAndPathsOfItsObjects() throws IOException {
    SchemaNode address =
        SchemaNode.builder("address", FieldType.OBJECT)
            .children(List.of(node("city", FieldType.STRING, "城市")))
            .build();
    SchemaNode root =
        SchemaNode.builder("row", FieldType.OBJECT)
            .children(
                List.of(
                    node("FBillNo", FieldType.STRING, "单据编号"),
                    node("qty", FieldType.INTEGER, "数量"),
                    node("note", FieldType.STRING, "qty"),
                    address))
            .build();
    PayloadSpec spec = new PayloadSpec("order", "xlsx", null, new SchemaTree(null, root));
    String row = texts(1, "单据编号", "qty", "address.city", "x.y");

    assertThat(read(spec, Workbooks.of(row + texts(2, "1", "2", "3", "4")).bytes()).texts())
        .containsExactly(
            "{\"FBillNo\":\"1\",\"qty\":\"2\",\"address\":{\"city\":\"3\"},\"x.y\":\"4\"}");
    assertThat(
            read(
                    spec,
                    Workbooks.of(
                            row
                                + "<row r='2'><c r='A2' t='inlineStr'><is><t/></is></c>"
                                + "<c r='B2' t='inlineStr'><is><t/></is></c></row>")
                        .bytes())
                .texts())
        .containsExactly("{\"FBillNo\":\"\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"sheet\":\"Nope\"}|The workbook of order has no sheet “Nope”; it has Hidden one, Orders",
        "{\"sheet\":7}|The option sheet of order is 7, but it must be a text",
        "{\"headerRow\":0}|The option headerRow of order is 0, but it must be a whole number from 1",
        "{\"headerRow\":3,\"firstRow\":3}|The option firstRow of order is 3, but it must be a whole"
            + " number from 4",
        "{\"headerRow\":1048576}|The option headerRow of order is 1048576",
        "{\"titles\":1}|The option titles of order is 1",
      })
  void optionsThatCannotBeUsedAreNamed(String options, String message) throws IOException {
    byte[] book = Workbooks.of(A).bytes();

    assertThatThrownBy(() -> read(spec("xlsx", options), book))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining(message)
        .message()
        .endsWith(".");
  }

  @Test
  void anEmptySheetHasNoRecordsAndAnErrorInTheHeaderIsNamed() throws IOException {
    assertThat(rows("").values()).isEmpty();
    assertThat(rows("<row r='1'/><row r='2'/>").values()).isEmpty();
    assertThat(rows(A).values()).isEmpty();
    assertThatThrownBy(() -> rows("<row r='1'><c r='A1' t='e'><v>#REF!</v></c></row>"))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "The names of the columns of order cannot be read: The cell Orders!A1 holds the error"
                + " #REF!; correct it in the workbook.");
  }
}
