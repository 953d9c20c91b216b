package fieldloom.payload.xlsx;

import fieldloom.model.value.Obj;
import fieldloom.payload.FormatException;
import fieldloom.payload.PayloadSpec;
import fieldloom.payload.RecordWriter;
import fieldloom.payload.UnwritableRecordException;
import fieldloom.payload.text.CellText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes a workbook of one sheet, a row a record. */
final class XlsxWriter implements RecordWriter {
  private static final int LEVEL = 3;
  private static final int CHUNK_CHARS = 1 << 15;

  private final String owner;
  private final XlsxOptions options;
  private final String sheet;
  private final WrittenColumns columns;
  private final ZipOutputStream zip;
  private final StringBuilder xml = new StringBuilder();
  private String[] letters = new String[0];
  private long records;
  private int row;
  private boolean begun;

  XlsxWriter(OutputStream out, PayloadSpec spec, XlsxOptions options) throws FormatException {
    this.owner = spec.name();
    this.options = options;
    this.sheet = options.writtenSheet(owner);
    this.columns = new WrittenColumns(spec.schema().root(), options.titles());
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    zip.setLevel(LEVEL);
  }

  /** Writes the whole row or, where that cannot be, nothing of it. */
  @Override
  public void write(Object value) throws IOException {
    records++;
    if (!(value instanceof Obj record)) {
      throw unwritable(" is no object, and a row of a sheet can hold nothing else.");
    }
    if (!begun) {
      begin(record);
    }
    String left = columns.without(record);
    if (left != null) {
      throw unwritable(
          " has the field “"
              + left
              + "”, for which the sheet has no column; add it to the schema.");
    }
    if (row >= XlsxLimits.ROWS) {
      throw unwritable(" comes behind row 1,048,576, the last one that a sheet can have.");
    }
    int mark = xml.length();
    boolean done = false;
    try {
      append(record, row + 1);
      done = true;
    } finally {
      if (!done) {
        xml.setLength(mark);
      }
    }
    row++;
    if (xml.length() > CHUNK_CHARS) {
      flush();
    }
  }

  private void append(Obj record, int number) throws UnwritableRecordException {
    xml.append("<row r=\"").append(number).append("\">");
    List<WrittenColumns.Written> all = columns.all();
    for (int i = 0; i < all.size(); i++) {
      WrittenColumns.Written column = all.get(i);
      Object value = WrittenColumns.value(column, record);
      String nested = CellText.nested(value);
      if (nested != null) {
        throw unwritable(
            " has "
                + nested
                + " in the field “"
                + shown(column)
                + "”, and a sheet has one value a cell; map its parts to columns.");
      }
      try {
        CellWriter.append(xml, letters[i] + number, value, column.type());
      } catch (CellWriter.Fault e) {
        throw unwritable(": the field “" + shown(column) + "” " + e.getMessage() + ".");
      }
    }
    xml.append("</row>");
  }

  private static String shown(WrittenColumns.Written column) {
    return column.group() == null ? column.name() : column.group() + "." + column.name();
  }

  private void begin(@Nullable Obj first) throws IOException {
    begun = true;
    if (first != null) {
      columns.extend(first);
    }
    List<WrittenColumns.Written> all = columns.all();
    if (all.size() > XlsxLimits.COLUMNS) {
      throw new IOException(
          "The sheet of " + owner + " would have more than 16,384 columns, which none can have.");
    }
    letters = new String[all.size()];
    WorkbookParts.write(zip, sheet);
    head(all);
    xml.append("<sheetData>");
    if (!all.isEmpty()) {
      xml.append("<row r=\"").append(options.headerRow()).append("\">");
      for (int i = 0; i < all.size(); i++) {
        letters[i] = Places.letters(i);
        title(letters[i] + options.headerRow(), all.get(i).title());
      }
      xml.append("</row>");
    }
    Integer firstRow = options.firstRow();
    row = firstRow == null ? options.headerRow() : firstRow - 1;
  }

  private void title(String place, String title) throws IOException {
    try {
      CellWriter.text(xml, place, title, CellStyles.HEADER);
    } catch (CellWriter.Fault e) {
      throw new IOException("The header of " + owner + " " + e.getMessage() + ".");
    }
  }

  /** Names stay in sight, and columns are as wide as their names. */
  private void head(List<WrittenColumns.Written> all) {
    int behind = options.headerRow() + 1;
    xml.append("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"")
        .append(options.headerRow())
        .append("\" topLeftCell=\"A")
        .append(behind)
        .append("\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>");
    if (all.isEmpty()) {
      return;
    }
    xml.append("<cols>");
    for (int i = 0; i < all.size(); i++) {
      xml.append("<col min=\"")
          .append(i + 1)
          .append("\" max=\"")
          .append(i + 1)
          .append("\" width=\"")
          .append(width(all.get(i)))
          .append("\" customWidth=\"1\"/>");
    }
    xml.append("</cols>");
  }

  private static int width(WrittenColumns.Written column) {
    int title = column.title().codePoints().map(c -> c > 0x1100 ? 2 : 1).sum() + 2;
    int least =
        switch (column.type()) {
          case DATETIME -> 20;
          case DATE, TIME -> 12;
          case STRING, INTEGER, DECIMAL, BOOLEAN, BINARY, OBJECT, ARRAY, ANY -> 10;
        };
    return Math.min(60, Math.max(least, title));
  }

  private UnwritableRecordException unwritable(String what) {
    return new UnwritableRecordException("Record " + records + " of " + owner + what);
  }

  private void flush() throws IOException {
    zip.write(xml.toString().getBytes(StandardCharsets.UTF_8));
    xml.setLength(0);
  }

  @Override
  public void finish() throws IOException {
    if (!begun) {
      begin(null);
    }
    xml.append("</sheetData></worksheet>");
    flush();
    zip.closeEntry();
    zip.finish();
    zip.flush();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
