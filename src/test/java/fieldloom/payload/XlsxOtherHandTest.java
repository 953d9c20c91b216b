package fieldloom.payload;

import static fieldloom.payload.Payloads.read;
import static fieldloom.payload.Payloads.spec;
import static fieldloom.payload.Payloads.write;
import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** Workbooks of another library are read, and ours by it. */
class XlsxOtherHandTest {
  private static final PayloadSpec XLSX = spec("xlsx", null);

  @Test
  void aWorkbookOfAnotherWriterIsRead() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "other", "1.0")) {
      Worksheet sheet = book.newWorksheet("订单");
      String[] names = {"text", "number", "date", "time", "flag", "group", "", "long"};
      for (int i = 0; i < names.length; i++) {
        if (!names[i].isEmpty()) {
          sheet.value(0, i, names[i]);
        }
      }
      sheet.range(0, 5, 0, 6).merge();
      sheet.value(1, 5, "x");
      sheet.value(1, 6, "y");
      sheet.value(2, 0, "华东 😀 \"<&>\"");
      sheet.value(2, 1, new BigDecimal("19.90"));
      sheet.value(2, 2, LocalDate.of(2026, 1, 5));
      sheet.style(2, 2).format("yyyy-MM-dd").set();
      sheet.value(2, 3, LocalDateTime.of(2026, 1, 5, 9, 30, 15));
      sheet.style(2, 3).format("dd.MM.yyyy HH:mm").set();
      sheet.value(2, 4, true);
      sheet.value(2, 5, 1);
      sheet.inlineString(2, 6, "inline");
      sheet.value(2, 7, 1234567890123L);
      sheet.value(4, 0, "last");
      sheet.formula(4, 1, "A1");
    }

    assertThat(read(XLSX, out.toByteArray()).texts())
        .containsExactly(
            "{\"text\":\"华东 😀 \\\"<&>\\\"\",\"number\":19.90,\"date\":\"2026-01-05\","
                + "\"time\":\"2026-01-05T09:30:15\",\"flag\":true,\"group\":{\"x\":1,\"y\":\"inline\"},"
                + "\"long\":1234567890123}",
            "{\"text\":\"last\"}");
  }

  @Test
  void anotherReaderReadsWhatIsWritten() throws IOException {
    Obj record =
        new Obj()
            .put("text", " 华东 😀 \"<&>\"\n2")
            .put("number", Num.ofText("19.90"))
            .put("digits", Num.ofText("12345678901234567890"))
            .put("date", LocalDate.of(2026, 1, 5))
            .put("time", LocalDateTime.of(2026, 1, 5, 9, 30, 15))
            .put("flag", true)
            .put("formula", "=1+1");
    byte[] file = write(spec("xlsx", "{\"sheet\":\"订单\"}"), List.of(record, record), false);

    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false))) {
      assertThat(book.getFirstSheet().getName()).isEqualTo("订单");
      List<Row> rows = book.getFirstSheet().read();
      assertThat(rows).hasSize(3);
      Row row = rows.get(2);
      assertThat(row.getCellAsString(0)).contains(" 华东 😀 \"<&>\"\n2");
      assertThat(row.getCellAsNumber(1)).contains(new BigDecimal("19.90"));
      assertThat(row.getCellAsString(2)).contains("12345678901234567890");
      assertThat(row.getCellAsDate(3)).contains(LocalDateTime.of(2026, 1, 5, 0, 0));
      assertThat(row.getCell(3).getDataFormatString()).isEqualTo("yyyy\\-mm\\-dd");
      assertThat(row.getCellAsDate(4)).contains(LocalDateTime.of(2026, 1, 5, 9, 30, 15));
      assertThat(row.getCellAsBoolean(5)).contains(true);
      assertThat(row.getCell(6).getType()).isEqualTo(CellType.STRING);
      assertThat(row.getCellAsString(6)).contains("=1+1");
    }
  }
}
