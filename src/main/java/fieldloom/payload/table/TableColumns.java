package fieldloom.payload.table;

import fieldloom.database.Column;
import fieldloom.database.DatabaseException;
import fieldloom.database.Names;
import fieldloom.database.TableInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds columns of tables by the names that people and schemas use. */
final class TableColumns {
  private TableColumns() {}

  static List<String> names(TableInfo table) {
    return table.columns().stream().map(Column::name).toList();
  }

  /** The column of that name, whatever its case where that is unambiguous; null for none. */
  static @Nullable Column find(TableInfo table, String name) {
    String found = Names.match(name, names(table));
    return found == null ? null : table.column(found);
  }

  /** A column that an option names. */
  static Column named(TableInfo table, String name) throws DatabaseException {
    Column column = find(table, name);
    if (column == null) {
      throw new DatabaseException(
          "The table "
              + table.id().name()
              + " has no column “"
              + name
              + "”; name one of "
              + String.join(", ", names(table))
              + ".");
    }
    return column;
  }

  /** A column that the database itself names. */
  static Column known(TableInfo table, String name) {
    Column column = table.column(name);
    if (column == null) {
      throw new IllegalStateException(table.id() + " has no column " + name);
    }
    return column;
  }
}
