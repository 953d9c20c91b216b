package fieldloom.payload.xlsx;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.value.Absent;
import fieldloom.payload.BadRecordException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sheet read whole, as a table of values. */
public record XlsxTable(List<String> names, List<List<Object>> rows) {

  /**
   * Reads it.
   *
   * @param given options of a sheet: sheet, headerRow, firstRow; null where none are given
   * @param label what the content is called in messages: {@code table customers}
   * @throws IOException where any row cannot be read, with its cell
   */
  public static XlsxTable read(byte[] content, @Nullable JsonNode given, String label)
      throws IOException {
    XlsxOptions options = XlsxOptions.read(label, given);
    try (SheetTable table = SheetTable.open(new ByteArrayInputStream(content), label, options)) {
      List<Column> columns = table.columns(text -> {});
      List<List<Object>> rows = new ArrayList<>();
      for (Row row = table.next(); row != null; row = table.next()) {
        List<Object> cells = new ArrayList<>(columns.size());
        for (Column column : columns) {
          cells.add(row.value(column.index()));
        }
        if (cells.stream().anyMatch(cell -> cell != Absent.ABSENT)) {
          rows.add(cells);
        }
      }
      return new XlsxTable(columns.stream().map(Column::shown).toList(), rows);
    } catch (BadRecordException e) {
      throw new IOException("The rows of " + label + " cannot be read: " + e.getMessage());
    }
  }
}
