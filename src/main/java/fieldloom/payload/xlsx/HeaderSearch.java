package fieldloom.payload.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the row of a sheet that names its columns: the first that has nothing but texts and is
 * nearly as wide as the rows behind it, which titles above are not.
 */
final class HeaderSearch {
  private static final int LOOKED_AT = 30;
  private static final double NEARLY = 0.6;

  private HeaderSearch() {}

  /** The number of the row, from 1; 1 where none looks like it. */
  static int row(Book book, Book.Sheet sheet) throws IOException {
    List<Row> rows = first(book, sheet);
    int widest = rows.stream().mapToInt(Row::filled).max().orElse(0);
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (row.isTexts() && row.filled() >= widest * NEARLY) {
        boolean below = i > 0 && isBelowGroups(book, sheet, rows.get(i - 1), row);
        return below ? rows.get(i - 1).number() : row.number();
      }
    }
    return rows.isEmpty() ? 1 : rows.getFirst().number();
  }

  private static List<Row> first(Book book, Book.Sheet sheet) throws IOException {
    CellValues values = new CellValues(book);
    List<Row> found = new ArrayList<>();
    try (PartXml xml = book.open(sheet)) {
      SheetRows rows = new SheetRows(xml);
      while (found.size() < LOOKED_AT && rows.next()) {
        Row row = new Row(values);
        row.take(rows, sheet.name());
        if (!row.isEmpty()) {
          found.add(row);
        }
      }
    }
    return found;
  }

  /** Whether the row above has headers merged over several columns, but is no title. */
  private static boolean isBelowGroups(Book book, Book.Sheet sheet, Row above, Row row)
      throws IOException {
    if (!above.isTexts() || above.filled() < 2 || above.number() != row.number() - 1) {
      return false;
    }
    return SheetHeader.isSub(row, Merges.of(book.bytes(sheet), above.number()));
  }
}
