package fieldloom.payload;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.payload.csv.CsvTable;
import fieldloom.payload.xlsx.XlsxTable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a lookup table that is kept in a file of its own.
 *
 * @param names of the columns as the first row has them; empty where the options say that there is
 *     no header
 * @param rows texts, from Excel numbers and truths as well; an empty cell is absent, of a CSV what
 *     {@code emptyIs} says
 */
public record TableRows(List<String> names, List<List<Object>> rows) {

  /**
   * Reads a CSV.
   *
   * @param options CSV options; other members are ignored; null where none are given
   * @param label what the table is called in messages: {@code table customers}
   * @throws IOException where any row cannot be read: one sentence with its line
   */
  public static TableRows csv(byte[] content, @Nullable JsonNode options, String label)
      throws IOException {
    CsvTable table = CsvTable.read(content, options, label);
    return new TableRows(table.names(), table.rows());
  }

  /**
   * Reads a sheet of an Excel workbook.
   *
   * @param options sheet, headerRow and firstRow; other members are ignored; null where none are
   *     given
   * @param label what the table is called in messages: {@code table customers}
   * @throws IOException where any row cannot be read: one sentence with its cell
   */
  public static TableRows xlsx(byte[] content, @Nullable JsonNode options, String label)
      throws IOException {
    XlsxTable table = XlsxTable.read(content, options, label);
    return new TableRows(table.names(), table.rows());
  }
}
