package fieldloom.payload;

import static fieldloom.payload.Payloads.read;
import static fieldloom.payload.Payloads.spec;
import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.value.Absent;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workbooks that Excel itself saved, of several years. */
class XlsxOfExcelTest {

  private static byte[] file(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            XlsxOfExcelTest.class.getResourceAsStream("excel/" + name + ".xlsx"), name)) {
      return in.readAllBytes();
    }
  }

  private static Payloads.Result sheet(String name, String options) throws IOException {
    return read(spec("xlsx", options.replace('\'', '"')), file(name));
  }

  @Test
  void theFirstSheetIsReadWhereNoneIsNamedAndAnotherByItsName() throws IOException {
    assertThat(sheet("SampleSS", "{}").texts())
        .containsExactly(
            "{\"Test spreadsheet\":\"2nd row\"}", "{\"Test spreadsheet\":\"This one is red\"}");
    assertThat(sheet("SampleSS", "{'sheet':'Sheet Number 2','headerRow':6}").texts())
        .first()
        .isEqualTo("{\"cb=1\":1,\"cb=10\":10,\"cb=2\":2,\"cb=sum\":13}");
  }

  @Test
  void theStrictFormIsReadAsTheOther() throws IOException {
    for (String options : List.of("{}", "{'sheet':'Sheet Number 2','headerRow':6}")) {
      assertThat(sheet("SampleSS.strict", options).texts())
          .isNotEmpty()
          .isEqualTo(sheet("SampleSS", options).texts());
    }
  }

  @Test
  void whatFormulasGaveIsReadAndTrueAndFalseAreThemselves() throws IOException {
    assertThat(sheet("Booleans", "{'headerRow':2}").bad()).isEmpty();
    assertThat(sheet("ExcelTables", "{}").texts().getFirst())
        .startsWith("{\"Name\":\"Anton\",\"Age\":44,\"AgeGroup\":4");
    assertThat(sheet("62834", "{}").texts())
        .containsExactly(
            "{\"a value\":\"a value\"}",
            "{\"a value\":\"a value\"}",
            "{\"a value\":\"another value\"}",
            "{\"a value\":\"another value\"}");
  }

  @Test
  void aHiddenSheetIsReadByItsNameOnly() throws IOException {
    assertThat(sheet("TwoSheetsOneHidden", "{}").texts()).isEmpty();
    assertThat(sheet("WithVariousData", "{}").texts().getFirst())
        .isEqualTo(
            "{\"A1\":22.3,\"B1\":\"Foo\","
                + "\"C1\":\"This is a really long cell, with lots of text in it\"}");
  }

  @Test
  void anErrorOfAFormulaIsABadRecordWithItsCellAndTheRowsBesideAreRead() throws IOException {
    Payloads.Result result = sheet("VLookupFullColumn", "{'headerRow':4}");

    assertThat(result.bad())
        .isNotEmpty()
        .first()
        .satisfies(e -> assertThat(e).hasMessageContaining("Sheet1!B5", "#N/A"));
  }

  /** Every cell that has a name above it, beside what another reader says that it holds. */
  @ParameterizedTest
  @CsvSource({
    "SampleSS, First Sheet",
    "TablesWithDifferentHeaders, IntHeaders",
    "TablesWithDifferentHeaders, FloatHeaders",
    "TablesWithDifferentHeaders, NoExplicitHeaders",
    "ExcelTables, ExcelTable",
    "62834, problem",
    "WithVariousData, Sheet1",
    "DateFormatNumberTests, Tests"
  })
  void anotherReaderFindsTheSameInEveryCell(String name, String sheet) throws IOException {
    byte[] file = file(name);
    Payloads.Result result = sheet(name, "{'sheet':'" + sheet + "'}");
    assertThat(result.bad()).isEmpty();
    Map<Integer, Obj> byRow = new HashMap<>();
    result.records().forEach(one -> byRow.put((int) one.line(), (Obj) one.value()));

    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      Sheet other = book.findSheet(sheet).orElseThrow();
      List<Row> rows = other.read();
      List<String> names =
          rows.getFirst().stream().map(cell -> cell == null ? "" : cell.getText()).toList();
      int compared = 0;
      for (Row row : rows.subList(1, rows.size())) {
        Obj record = byRow.getOrDefault(row.getRowNum(), new Obj());
        for (int i = 0; i < names.size(); i++) {
          // A name that is there twice has another one.
          if (!names.get(i).isEmpty() && names.indexOf(names.get(i)) == i) {
            Optional<Cell> cell = row.getOptionalCell(i);
            assertThat(shown(record.get(names.get(i))))
                .as("row %d, column %s", row.getRowNum(), names.get(i))
                .isEqualTo(cell.map(XlsxOfExcelTest::shown).orElse(""));
            compared++;
          }
        }
      }
      assertThat(compared).isPositive();
    }
  }

  private static String shown(Object value) {
    return switch (value) {
      case Absent nothing -> "";
      case Num number -> "" + number.value().doubleValue();
      default -> value.toString();
    };
  }

  private static String shown(Cell cell) {
    return switch (cell.getType()) {
      case NUMBER -> "" + cell.asNumber().doubleValue();
      case FORMULA -> cell.getValue() instanceof Number n ? "" + n.doubleValue() : cell.getText();
      default -> cell.getText();
    };
  }
}
