package fieldloom.bench;

import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Fastexcel's reader and writer. */
final class XlsxPeer implements FormatCase.Peer {
  private static final List<String> NAMES =
      List.of("no", "item", "name", "unit", "due", "qty", "price", "tax", "city", "note");

  /** Column of the dates, which are numbers that a format shows as days. */
  private static final int DUE = 4;

  private static final String DAY = "yyyy-mm-dd";

  @Override
  public byte[] data(int records) throws IOException {
    Random random = new Random(20261128);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "bench", "1.0")) {
      Worksheet sheet = begin(book);
      for (int row = 1; row <= records; row++) {
        sheet.value(row, 0, "SO-2026-" + (100000 + row));
        sheet.value(row, 1, "A100-" + random.nextInt(1000));
        sheet.value(row, 2, "直线推杆 " + random.nextInt(100));
        sheet.value(row, 3, "Pcs");
        day(sheet, row, LocalDate.of(2026, 11, 10 + random.nextInt(20)));
        sheet.value(row, 5, 1 + random.nextInt(500));
        sheet.value(row, 6, random.nextInt(100_000) / 100.0);
        sheet.value(row, 7, 0.13);
        sheet.value(row, 8, "苏州");
        sheet.value(row, 9, row % 5 == 0 ? "this <side> up" : "none");
      }
    }
    return out.toByteArray();
  }

  private static Worksheet begin(Workbook book) {
    Worksheet sheet = book.newWorksheet("orders");
    for (int i = 0; i < NAMES.size(); i++) {
      sheet.value(0, i, NAMES.get(i));
    }
    return sheet;
  }

  private static void day(Worksheet sheet, int row, LocalDate day) {
    sheet.value(row, DUE, day);
    sheet.style(row, DUE).format(DAY).set();
  }

  @Override
  public String options() {
    return "{}";
  }

  @Override
  public long read(byte[] data) throws IOException {
    long seen = 0;
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(data));
        Stream<Row> rows = book.getFirstSheet().openStream()) {
      for (Iterator<Row> all = rows.iterator(); all.hasNext(); ) {
        Row row = all.next();
        for (int i = 0; i < row.getCellCount(); i++) {
          seen += text(row.getCell(i), i).length();
        }
      }
    }
    return seen;
  }

  private static String text(Cell cell, int column) {
    if (cell.getType() != CellType.NUMBER) {
      return cell.getText();
    }
    return column == DUE ? cell.asDate().toLocalDate().toString() : cell.getRawValue();
  }

  @Override
  public long characters(List<Object> records) {
    return Characters.ofValues(records) + String.join("", NAMES).length();
  }

  @Override
  public void write(List<Object> records, OutputStream out) throws IOException {
    try (Workbook book = new Workbook(out, "bench", "1.0")) {
      Worksheet sheet = begin(book);
      int row = 0;
      for (Object record : records) {
        Obj fields = (Obj) record;
        row++;
        for (int i = 0; i < fields.size(); i++) {
          Object value = fields.value(i);
          if (i == DUE) {
            day(sheet, row, LocalDate.parse(value.toString()));
          } else if (value instanceof Num number) {
            sheet.value(row, i, number.value());
          } else {
            sheet.value(row, i, value.toString());
          }
        }
      }
    }
  }
}
