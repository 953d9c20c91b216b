package fieldloom.payload.table;

import fieldloom.database.Column;
import fieldloom.model.value.Obj;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row that was read, while what belongs to it is looked for. */
final class ReadRow {
  private final Obj record = new Obj();
  private final Map<String, Object> known = new HashMap<>();
  private final @Nullable ReadRow parent;
  private @Nullable String fault;

  private ReadRow(@Nullable ReadRow parent) {
    this.parent = parent;
  }

  /**
   * Takes the current row.
   *
   * @param columns in the order in which the statement has them
   * @param first number of the first of them in the statement, from 1
   * @param parent the row it belongs to; null for none
   */
  static ReadRow of(
      Reading reading,
      ReadLevel level,
      List<Column> columns,
      ResultSet rows,
      int first,
      @Nullable ReadRow parent)
      throws SQLException {
    ReadRow row = new ReadRow(parent);
    int fields = level.fields().size();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      try {
        Object value = reading.cells().read(rows, first + i, column.type());
        if (i < fields) {
          row.record.put(level.fields().get(i).name(), value);
        }
        row.known.put(column.name(), value);
      } catch (UnfitException e) {
        row.fail("The column " + column.name() + " of " + level.label() + " " + e.getMessage());
      }
    }
    return row;
  }

  Obj record() {
    return record;
  }

  /** The value of a column that was read; null where it could not be. */
  @Nullable Object known(Column column) {
    return known.get(column.name());
  }

  /** Why the record is none; null where it is one. */
  @Nullable String fault() {
    return fault;
  }

  /** A row that cannot be read spoils the record that it belongs to. */
  private void fail(String why) {
    if (fault == null) {
      fault = why + ".";
    }
    if (parent != null) {
      parent.fail(why);
    }
  }
}
