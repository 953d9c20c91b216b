package fieldloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs over files of fixed width and of Excel. */
class FormatRunsTest {
  private static final Charset GB18030 = Charset.forName("GB18030");

  /** A header of an order and its lines, with an implied point in the price. */
  private static final String BANK_OPTIONS =
      """
      {"header": "HEAD", %s "records": [
        {"name": "HEAD", "type": {"at": 1, "text": "H"}, "fields": [
          {"name": "no", "at": 2, "length": 8},
          {"name": "customer", "at": 10, "length": 12},
          {"name": "day", "at": 22, "length": 10, "type": "date"}]},
        {"name": "LINE", "type": {"at": 1, "text": "L"}, "fields": [
          {"name": "sku", "at": 2, "length": 6},
          {"name": "qty", "at": 8, "length": 5, "pad": "0", "align": "right", "type": "integer"},
          {"name": "price", "at": 13, "length": 9, "pad": "0", "align": "right",
           "type": "decimal", "scale": 2}]}]}
      """;

  private static final String BANK_SCHEMA =
      """
      {"type": "object", "properties": {
        "HEAD": {"type": "object", "properties": {"no": {"type": "string"},
          "customer": {"type": "string"}, "day": {"type": "string", "format": "date"}}},
        "LINE": {"type": "array", "items": {"type": "object", "properties": {
          "sku": {"type": "string"}, "qty": {"type": "integer"}, "price": {"type": "number"}}}}}}
      """;

  private static final String ORDER_SCHEMA =
      """
      {"type": "object", "properties": {"no": {"type": "string"}, "customer": {"type": "string"},
        "day": {"type": "string", "format": "date"}, "total": {"type": "number"},
        "lines": {"type": "array", "items": {"type": "object", "properties": {
          "sku": {"type": "string"}, "qty": {"type": "integer"}, "price": {"type": "number"}}}}}}
      """;

  private final Commands commands = new Commands();
  private final Captured terminal = Captured.unattended();
  @TempDir private Path folder = Path.of("");
  private Orders files = new Orders(Path.of(""));

  @BeforeEach
  void layOut() {
    files = new Orders(folder);
  }

  private void mapping(String source, String target, String rules) throws IOException {
    files.write(
        "m.flmap",
        """
        {"fieldloom": 1, "name": "formats", "sources": [%s], "target": %s, "rules": [%s]}
        """
            .formatted(source, target, rules));
  }

  private int run(String... more) {
    List<String> words = new ArrayList<>(List.of("run", files.path("m.flmap")));
    words.addAll(List.of(more));
    return commands.run(terminal, words.toArray(String[]::new));
  }

  private void fixedToJson() throws IOException {
    mapping(
        "{\"name\": \"bank\", \"format\": \"fixed\", \"options\": "
            + BANK_OPTIONS.formatted("")
            + ", \"schema\": "
            + BANK_SCHEMA
            + "}",
        "{\"name\": \"order\", \"format\": \"json\", \"schema\": " + ORDER_SCHEMA + "}",
        """
        {"to": "no", "from": "bank.HEAD.no"},
        {"to": "customer", "from": "bank.HEAD.customer"},
        {"to": "day", "from": "bank.HEAD.day"},
        {"to": "lines[]", "each": "bank.LINE[]", "as": "line"},
        {"to": "lines[].sku", "from": "line.sku"},
        {"to": "lines[].qty", "from": "line.qty"},
        {"to": "lines[].price", "from": "line.price"},
        {"to": "total", "formula": "SUM(bank.LINE[].price)"}
        """);
  }

  @Test
  void headersAndTheirLinesOfFixedWidthBecomeRecordsOfJson() throws IOException {
    fixedToJson();
    files.write(
        "in.txt",
        """
        HSO-1    华东甲         2026-11-05
        LA-1   00002000001990
        LA-2   0001-000000050
        HSO-2    华南          2026-11-06
        """);

    int status = run("--in", "bank=" + files.path("in.txt"), "--out", files.path("out.json"));

    assertThat(status).as(terminal.err()).isEqualTo(Exit.OK);
    assertThat(files.read("out.json"))
        .isEqualToIgnoringWhitespace(
            """
            [
             {"no":"SO-1","customer":"华东甲","day":"2026-11-05","total":20.40,
              "lines":[{"sku":"A-1","qty":2,"price":19.90},{"sku":"A-2","qty":-1,"price":0.50}]},
             {"no":"SO-2","customer":"华南","day":"2026-11-06","total":0}
            ]
            """);
    assertThat(terminal.errLines().getLast()).startsWith("2 read, 2 written, 0 failed in ");
  }

  @Test
  void aLineThatCannotBeReadLosesItsRecordOnlyAndIsNamedWithItsPositions() throws IOException {
    fixedToJson();
    files.write(
        "in.txt",
        """
        HSO-1    华东甲         2026-11-05
        LA-1   0000x000001990
        HSO-2    华南          2026-11-06
        """);

    int status =
        run(
            "--in",
            "bank=" + files.path("in.txt"),
            "--out",
            files.path("out.json"),
            "--on-error",
            "skip",
            "--errors",
            files.path("errors.ndjson"));

    assertThat(status).isEqualTo(Exit.FAILED);
    assertThat(files.read("out.json")).contains("SO-2").doesNotContain("SO-1");
    assertThat(files.read("errors.ndjson").lines())
        .singleElement()
        .asString()
        .contains("Line 2, positions 8 to 12", "qty", "“0000x”", "\"record\":1");
  }

  @Test
  void jsonBecomesFixedWidthCountedInBytesOfItsEncoding() throws IOException {
    mapping(
        "{\"name\": \"order\", \"format\": \"json\", \"schema\": " + ORDER_SCHEMA + "}",
        "{\"name\": \"bank\", \"format\": \"fixed\", \"options\": "
            + BANK_OPTIONS.formatted(
                "\"encoding\": \"GB18030\", \"unit\": \"byte\", \"lineEnd\": \"\\r\\n\",")
            + ", \"schema\": "
            + BANK_SCHEMA
            + "}",
        """
        {"to": "HEAD.no", "from": "order.no"},
        {"to": "HEAD.customer", "from": "order.customer"},
        {"to": "HEAD.day", "from": "order.day"},
        {"to": "LINE[]", "each": "order.lines[]", "as": "line"},
        {"to": "LINE[].sku", "from": "line.sku"},
        {"to": "LINE[].qty", "from": "line.qty"},
        {"to": "LINE[].price", "from": "line.price"}
        """);
    files.write(
        "in.json",
        """
        [{"no": "SO-1", "customer": "华东甲", "day": "2026-11-05",
          "lines": [{"sku": "A-1", "qty": 2, "price": 19.9}, {"sku": "乙", "qty": -1, "price": 0.5}]}]
        """);

    int status = run("--in", "order=" + files.path("in.json"), "--out", files.path("out.txt"));

    assertThat(status).as(terminal.err()).isEqualTo(Exit.OK);
    byte[] written = Files.readAllBytes(folder.resolve("out.txt"));
    // Each of the Chinese characters takes two bytes: the fields behind them stand where they must.
    assertThat(new String(written, GB18030))
        .isEqualTo(
            "HSO-1    华东甲      2026-11-05\r\n"
                + "LA-1   00002000001990\r\n"
                + "L乙    -0001000000050\r\n");
    assertThat(written).hasSize(33 + 23 + 23);
  }

  @Test
  void anAmountThatDoesNotFitItsFieldIsNamedAndNothingIsWritten() throws IOException {
    mapping(
        "{\"name\": \"order\", \"format\": \"ndjson\"}",
        """
        {"name": "bank", "format": "fixed", "options": {"records": [{"fields": [
          {"name": "price", "at": 1, "length": 4, "type": "decimal", "scale": 2}]}]}}
        """,
        "{\"to\": \"price\", \"from\": \"order.price\"}");
    files.write("in.ndjson", "{\"price\": 19.99}\n{\"price\": 199.999}\n");

    assertThat(run("--in", "order=" + files.path("in.ndjson"), "--out", files.path("out.txt")))
        .isEqualTo(Exit.FAILED);
    assertThat(terminal.errLines().getFirst())
        .contains("price", "199.999", "more than 2 digits after the point");
    assertThat(files.has("out.txt")).isFalse();
  }

  private void book() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "test", "1.0")) {
      book.newWorksheet("说明").value(0, 0, "read the other sheet");
      Worksheet sheet = book.newWorksheet("订单");
      String[] top = {"单号", "客户", "", "日期", "时间", "数量", "单价"};
      for (int i = 0; i < top.length; i++) {
        if (!top[i].isEmpty()) {
          sheet.value(0, i, top[i]);
        }
      }
      sheet.range(0, 1, 0, 2).merge();
      sheet.value(1, 1, "编码");
      sheet.value(1, 2, "名称");
      sheet.value(2, 0, "SO-1");
      sheet.value(2, 1, "C001");
      sheet.value(2, 2, "华东甲");
      sheet.value(2, 3, LocalDate.of(2026, 11, 5));
      sheet.style(2, 3).format("yyyy-mm-dd").set();
      sheet.value(2, 4, LocalDateTime.of(2026, 11, 5, 9, 30, 15));
      sheet.style(2, 4).format("yyyy/m/d h:mm:ss").set();
      sheet.value(2, 5, 3);
      sheet.value(2, 6, new BigDecimal("19.90"));
      sheet.value(3, 0, "SO-2");
      sheet.value(3, 5, 1.1);
    }
    Files.write(folder.resolve("in.xlsx"), out.toByteArray());
  }

  @Test
  void aSheetWithMergedHeadersBecomesJsonWithItsDatesAndExactNumbers() throws IOException {
    book();
    mapping(
        "{\"name\": \"book\", \"format\": \"xlsx\", \"options\": {\"sheet\": \"订单\"}}",
        "{\"name\": \"order\", \"format\": \"ndjson\"}",
        """
        {"to": "no", "from": "book.单号"},
        {"to": "customer.code", "from": "book.客户.编码"},
        {"to": "customer.name", "from": "book.客户.名称"},
        {"to": "day", "from": "book.日期"},
        {"to": "time", "from": "book.时间"},
        {"to": "qty", "from": "book.数量"},
        {"to": "price", "from": "book.单价"},
        {"to": "amount", "formula": "book.数量 * book.单价"}
        """);

    int status = run("--in", "book=" + files.path("in.xlsx"), "--out", files.path("out.ndjson"));

    assertThat(status).as(terminal.err()).isEqualTo(Exit.OK);
    assertThat(files.read("out.ndjson").lines())
        .containsExactly(
            "{\"no\":\"SO-1\",\"customer\":{\"code\":\"C001\",\"name\":\"华东甲\"},"
                + "\"day\":\"2026-11-05\",\"time\":\"2026-11-05T09:30:15\",\"qty\":3,"
                + "\"price\":19.90,\"amount\":59.70}",
            "{\"no\":\"SO-2\",\"qty\":1.1}");
  }

  @Test
  void aSheetThatIsNotThereIsNamedBesideThoseThatAre() throws IOException {
    book();
    mapping(
        "{\"name\": \"book\", \"format\": \"xlsx\", \"options\": {\"sheet\": \"发票\"}}",
        "{\"name\": \"order\", \"format\": \"ndjson\"}",
        "{\"to\": \"no\", \"from\": \"book.单号\"}");

    assertThat(run("--in", "book=" + files.path("in.xlsx"), "--out", files.path("out.ndjson")))
        .isEqualTo(Exit.UNUSABLE);
    assertThat(terminal.err()).contains("发票", "说明, 订单");
  }

  @Test
  void jsonBecomesASheetRowForRowWithTextThatLooksLikeAFormulaAsText() throws IOException {
    int rows = 20_000;
    StringBuilder in = new StringBuilder();
    for (int i = 1; i <= rows; i++) {
      in.append("{\"no\": ")
          .append(i)
          .append(", \"price\": ")
          .append(i)
          .append(".10, \"note\": \"");
      in.append(i % 2 == 0 ? "=1+1" : "华东 <" + i + ">").append("\"}\n");
    }
    files.write("in.ndjson", in.toString());
    mapping(
        "{\"name\": \"order\", \"format\": \"ndjson\"}",
        "{\"name\": \"book\", \"format\": \"xlsx\", \"options\": {\"sheet\": \"订单\"}}",
        """
        {"to": "no", "from": "order.no"},
        {"to": "price", "from": "order.price"},
        {"to": "note", "from": "order.note"}
        """);

    int status = run("--in", "order=" + files.path("in.ndjson"), "--out", files.path("out.xlsx"));

    assertThat(status).as(terminal.err()).isEqualTo(Exit.OK);
    try (InputStream file = Files.newInputStream(folder.resolve("out.xlsx"));
        ReadableWorkbook book = new ReadableWorkbook(file)) {
      assertThat(book.getFirstSheet().getName()).isEqualTo("订单");
      List<Row> read = book.getFirstSheet().read();
      assertThat(read).hasSize(rows + 1);
      for (int i = 1; i <= rows; i++) {
        Cell note = read.get(i).getCell(2);
        assertThat(read.get(i).getCellAsNumber(1)).contains(new BigDecimal(i + ".10"));
        assertThat(note.getType()).isEqualTo(CellType.STRING);
        assertThat(note.getText()).isEqualTo(i % 2 == 0 ? "=1+1" : "华东 <" + i + ">");
      }
    }
  }

  @Test
  void aMappingOfFixedWidthAndOneOfExcelAreDrawnAndValidated() throws IOException {
    fixedToJson();
    assertThat(commands.run(terminal, "validate", files.path("m.flmap")))
        .as(terminal.out())
        .isEqualTo(Exit.OK);
    assertThat(
            commands.run(
                terminal, "render", files.path("m.flmap"), "--out", files.path("canvas.png")))
        .as(terminal.err())
        .isEqualTo(Exit.OK);
    assertThat(commands.asked()).startsWith("formats ").endsWith("canvas.png");
  }

  @Test
  void theFieldsOfASheetAreShownWithTheTypesOfTheirCells() throws IOException {
    book();

    int status =
        commands.run(terminal, "schema", files.path("in.xlsx"), "--root", "订单", "--as", "tsv");

    assertThat(status).as(terminal.err()).isEqualTo(Exit.OK);
    assertThat(terminal.out())
        .contains("客户.名称\tstring")
        .contains("日期\tdate\t")
        .contains("时间\tdatetime\t")
        .contains("数量\tdecimal\t");
  }
}
