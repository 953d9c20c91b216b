package fieldloom.payload.xlsx;

import fieldloom.model.value.Absent;
import fieldloom.payload.BadRecordException;
import fieldloom.payload.ReadCodes;
import fieldloom.payload.text.IsoText;
import java.io.IOException;
import java.time.temporal.Temporal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The values of one row by column. Reused from row to row. */
final class Row {
  private final CellValues values;
  private Object[] cells = new Object[16];
  private int width;
  private int number;
  private @Nullable BadRecordException fault;

  Row(CellValues values) {
    this.values = values;
  }

  /** Takes the row that the rows are at. */
  void take(SheetRows rows, String sheet) throws IOException {
    number = rows.number();
    width = 0;
    fault = null;
    if (rows.fault() != null) {
      fault = bad(ReadCodes.BAD_SHEET, "The sheet " + sheet + " " + rows.fault() + "; correct it.");
      return;
    }
    for (int i = 0; i < rows.count(); i++) {
      Cell cell = rows.cell(i);
      try {
        put(cell.column, values.of(cell));
      } catch (CellValues.Fault e) {
        String place = Places.of(sheet, cell.column, number);
        put(
            cell.column,
            new Failed(bad(e.code(), "The cell " + place + " " + e.getMessage() + ".")));
      }
    }
  }

  /** A cell that holds no value. */
  record Failed(BadRecordException why) {}

  private BadRecordException bad(String code, String message) {
    return new BadRecordException(code, message, number, null, false);
  }

  private void put(int column, Object value) {
    if (column >= cells.length) {
      cells = Arrays.copyOf(cells, Math.max(column + 1, cells.length * 2));
    }
    Arrays.fill(cells, width, Math.max(width, column), Absent.ABSENT);
    cells[column] = value;
    width = column + 1;
  }

  /** The row's number, from 1. */
  int number() {
    return number;
  }

  /** One more than its last column. */
  int width() {
    return width;
  }

  /** Whether no cell holds anything. */
  boolean isEmpty() {
    return fault == null && width == 0;
  }

  /** What a column holds, a {@link Failed} among them; {@link Absent#ABSENT} where nothing. */
  Object get(int column) {
    return column < width ? cells[column] : Absent.ABSENT;
  }

  /** The value of a column as records have it: days and times as ISO 8601 text. */
  Object value(int column) throws BadRecordException {
    return switch (get(column)) {
      case Failed failed -> throw failed.why();
      case Temporal time -> IsoText.of(time);
      case Object value -> value;
    };
  }

  /** How many cells hold something. */
  int filled() {
    int filled = 0;
    for (int column = 0; column < width; column++) {
      filled += cells[column] == Absent.ABSENT ? 0 : 1;
    }
    return filled;
  }

  /** Whether all that the row holds is text, which names are. */
  boolean isTexts() {
    for (int column = 0; column < width; column++) {
      if (!(cells[column] instanceof String) && cells[column] != Absent.ABSENT) {
        return false;
      }
    }
    return fault == null;
  }

  /**
   * Looks whether the row is one.
   *
   * @throws BadRecordException where it is not
   */
  void check() throws BadRecordException {
    if (fault != null) {
      throw fault;
    }
  }
}
