package fieldloom.payload.xlsx;

import fieldloom.payload.BadRecordException;
import fieldloom.payload.FormatException;
import fieldloom.payload.ReadCodes;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A sheet as a table: named columns and rows that are not empty. Not thread-safe. */
final class SheetTable implements AutoCloseable {
  private final String owner;
  private final Book book;
  private final Book.Sheet sheet;
  private final XlsxOptions options;
  private final SheetRows rows;
  private final Row header;
  private final Row row;
  private int firstRow;
  private boolean waiting;
  private @Nullable WorkbookFault broken;
  private boolean ended;

  private SheetTable(
      String owner, Book book, Book.Sheet sheet, XlsxOptions options, SheetRows rows) {
    this.owner = owner;
    this.book = book;
    this.sheet = sheet;
    this.options = options;
    this.rows = rows;
    CellValues values = new CellValues(book);
    this.header = new Row(values);
    this.row = new Row(values);
    this.firstRow = options.firstRow() == null ? options.headerRow() + 1 : options.firstRow();
  }

  /** Opens the sheet that the options name. The stream is closed. */
  static SheetTable open(InputStream in, String owner, XlsxOptions options) throws IOException {
    return open(in, UnaryOperator.identity(), owner, options);
  }

  /**
   * Opens the sheet that the options name. The stream is closed.
   *
   * @param pieces puts something around the bytes of each part that is read
   */
  static SheetTable open(
      InputStream in, UnaryOperator<InputStream> pieces, String owner, XlsxOptions options)
      throws IOException {
    try {
      Book book = Book.open(in, pieces);
      SheetTable table = null;
      try {
        Book.Sheet sheet = book.sheet(owner, options.sheet());
        table = new SheetTable(owner, book, sheet, options, new SheetRows(book.open(sheet)));
        return table;
      } finally {
        if (table == null) {
          book.close();
        }
      }
    } catch (WorkbookFault e) {
      throw new IOException(e.sentence(owner));
    }
  }

  /** The name of the sheet. */
  String sheet() {
    return sheet.name();
  }

  /**
   * Reads the names of the columns; none where the sheet is empty.
   *
   * @throws IOException where there are rows but no names, or the names cannot be read
   */
  List<Column> columns(Consumer<String> warnings) throws IOException {
    try {
      ended = !advance(header, options.headerRow());
    } catch (WorkbookFault e) {
      throw new IOException(e.sentence(owner));
    }
    if (ended) {
      return List.of();
    }
    lookAhead();
    boolean named = header.number() == options.headerRow() && !header.isEmpty();
    if (!named && header.isEmpty() && !waiting && broken == null) {
      ended = true;
      return List.of();
    }
    if (!named) {
      throw new FormatException(
          "The sheet "
              + sheet.name()
              + " of "
              + owner
              + " has no names of columns in row "
              + options.headerRow()
              + "; set the option headerRow to the row that has them.");
    }
    try {
      header.check();
      boolean next = waiting && row.number() == options.headerRow() + 1;
      Merges merges =
          next && SheetHeader.mayBeMerged(header, row)
              ? Merges.of(book.bytes(sheet), options.headerRow())
              : Merges.none();
      boolean sub = next && hasSub(merges);
      int width = Math.max(header.width(), next ? row.width() : 0);
      List<Column> columns =
          new SheetHeader(header, sub ? row : null, merges, width, sheet.name()).columns(warnings);
      if (sub && options.firstRow() == null) {
        firstRow = options.headerRow() + 2;
      }
      return columns;
    } catch (BadRecordException e) {
      throw new IOException(
          "The names of the columns of " + owner + " cannot be read: " + e.getMessage());
    } catch (WorkbookFault e) {
      throw new IOException(e.sentence(owner));
    }
  }

  /** Reads the row behind the header; what is wrong with the sheet there is told of later. */
  private void lookAhead() throws IOException {
    try {
      waiting = advance(row, options.headerRow() + 1);
    } catch (WorkbookFault e) {
      broken = e;
    }
  }

  private boolean hasSub(Merges merges) {
    if (merges.isEmpty()) {
      return false;
    }
    return options.firstRow() == null ? SheetHeader.isSub(row, merges) : firstRow > row.number();
  }

  /** Goes to the first row that is not empty from a number on; false at the end. */
  private boolean advance(Row into, int from) throws IOException {
    while (rows.next()) {
      if (rows.number() >= from) {
        into.take(rows, sheet.name());
        if (!into.isEmpty() || rows.number() == options.headerRow()) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The next row of a record; null at the end. It is good until the next call.
   *
   * @throws BadRecordException where the row is none, or the sheet cannot be read further
   */
  @Nullable Row next() throws IOException, BadRecordException {
    while (!ended) {
      boolean more = waiting;
      waiting = false;
      if (!more && !step()) {
        ended = true;
      } else if (row.number() >= firstRow && !row.isEmpty()) {
        row.check();
        return row;
      }
    }
    return null;
  }

  private boolean step() throws IOException, BadRecordException {
    try {
      if (broken != null) {
        throw broken;
      }
      if (!rows.next()) {
        return false;
      }
      row.take(rows, sheet.name());
      return true;
    } catch (WorkbookFault e) {
      ended = true;
      String message =
          "The sheet %s cannot be read behind row %d: the workbook %s."
              .formatted(sheet.name(), rows.number(), e.getMessage());
      throw new BadRecordException(ReadCodes.CUT_OFF, message, rows.number() + 1, null, true);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      rows.close();
    } finally {
      book.close();
    }
  }
}
