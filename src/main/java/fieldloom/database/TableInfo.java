package fieldloom.database;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table or view.
 *
 * @param remarks what its author wrote about it
 * @param columns in their order
 * @param key names of the primary key's columns in the key's order; empty where it has none
 */
public record TableInfo(
    TableId id, @Nullable String remarks, List<Column> columns, List<String> key) {

  public TableInfo {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
  }

  /** The column of that name; null where there is none. */
  public @Nullable Column column(String name) {
    for (Column column : columns) {
      if (column.name().equals(name)) {
        return column;
      }
    }
    return null;
  }
}
