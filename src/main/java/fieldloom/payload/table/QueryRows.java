package fieldloom.payload.table;

import fieldloom.database.Catalog;
import fieldloom.database.DatabaseException;
import fieldloom.model.value.Obj;
import fieldloom.payload.FormatException;
import fieldloom.payload.TableRows;
import fieldloom.spill.RecordWeight;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Reads all that a query selects, for a lookup table. */
final class QueryRows {
  private QueryRows() {}

  /** See {@link TableLookup#rows}. */
  static @Nullable TableRows read(
      Reading reading, Catalog catalog, String query, long most, BooleanSupplier cancelled)
      throws SQLException, DatabaseException, FormatException {
    ReadLevel level = new ReadPlan(catalog, new ArrayList<>()).query(query, null);
    List<List<Object>> all = new ArrayList<>();
    long weight = 0;
    try (RowCursor cursor = new RowCursor(reading, level, true)) {
      for (List<ReadRow> next = cursor.next(); !next.isEmpty(); next = cursor.next()) {
        for (ReadRow row : next) {
          List<Object> values = values(row);
          weight += RecordWeight.of(values) + RecordWeight.INDEXED;
          all.add(values);
        }
        if (weight > most) {
          throw new FormatException(
              "The query gives more than %,d rows, which take more memory than a table may (%,d MB); let it select fewer, or ask for single rows with LOOKUP_DB."
                  .formatted(all.size(), most >> 20));
        }
        if (cancelled.getAsBoolean()) {
          return null;
        }
      }
    }
    return new TableRows(level.fields().stream().map(ReadLevel.Field::name).toList(), all);
  }

  private static List<Object> values(ReadRow row) throws FormatException {
    String fault = row.fault();
    if (fault != null) {
      throw new FormatException(fault);
    }
    Obj record = row.record();
    List<Object> values = new ArrayList<>(record.size());
    for (int i = 0; i < record.size(); i++) {
      values.add(record.value(i));
    }
    return values;
  }
}
