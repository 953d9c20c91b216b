package fieldloom.payload.xlsx;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.payload.FormatException;
import fieldloom.payload.text.Options;
import org.jspecify.annotations.Nullable;

/**
 * Where in a workbook the records are.
 *
 * @param sheet its name; null for the first one
 * @param headerRow row of the columns' names, from 1
 * @param firstRow row of the first record, from 1; null for the one behind the names
 * @param titles whether columns are written with the schema's titles rather than its names
 */
record XlsxOptions(
    @Nullable String sheet, int headerRow, @Nullable Integer firstRow, boolean titles) {
  private static final int NAME_CHARS = 31;

  static XlsxOptions read(String owner, @Nullable JsonNode given) throws FormatException {
    Options options = new Options(owner, given);
    Integer headerRow = options.whole("headerRow", 1);
    int header = headerRow == null ? 1 : headerRow;
    Integer firstRow = options.whole("firstRow", header + 1);
    if (Math.max(header, firstRow == null ? 0 : firstRow) >= XlsxLimits.ROWS) {
      String name = firstRow == null ? "headerRow" : "firstRow";
      throw options.wrong(name, options.node(name), "a row that a sheet has");
    }
    return new XlsxOptions(
        options.filled("sheet"), header, firstRow, options.flag("titles", false));
  }

  /**
   * The name of a sheet that is written.
   *
   * @throws FormatException where Excel has no sheet of that name
   */
  String writtenSheet(String owner) throws FormatException {
    if (sheet == null) {
      return "Sheet1";
    }
    boolean allowed =
        sheet.length() <= NAME_CHARS
            && sheet.chars().noneMatch(c -> "[]:*?/\\".indexOf(c) >= 0 || c < ' ')
            && !sheet.startsWith("'")
            && !sheet.endsWith("'");
    if (!allowed) {
      throw new FormatException(
          "The option sheet of "
              + owner
              + " is “"
              + sheet
              + "”, but the name of a sheet has at most 31 characters, none of [ ] : * ? / \\, and"
              + " no apostrophe at its ends.");
    }
    return sheet;
  }
}
