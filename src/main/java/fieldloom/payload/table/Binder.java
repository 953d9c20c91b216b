package fieldloom.payload.table;

import fieldloom.database.ColumnType;
import fieldloom.database.DatabaseKind;
import fieldloom.database.Storage;
import fieldloom.model.value.Null;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.UUID;

/** Hands values that {@link CellValues} made to statements. */
final class Binder {
  private final DatabaseKind kind;

  Binder(DatabaseKind kind) {
    this.kind = kind;
  }

  /** What stands for the value in a statement. */
  String mark(ColumnType type) {
    return kind == DatabaseKind.H2 && type.storage() == Storage.JSON ? "? FORMAT JSON" : "?";
  }

  void set(PreparedStatement statement, int at, ColumnType type, Object value) throws SQLException {
    switch (value) {
      case Null none -> statement.setNull(at, Types.NULL);
      case Long whole -> statement.setLong(at, whole);
      case BigDecimal number -> statement.setBigDecimal(at, number);
      case Float single -> statement.setFloat(at, single);
      case Double fraction -> statement.setDouble(at, fraction);
      case Boolean flag -> statement.setBoolean(at, flag);
      case byte[] bytes -> statement.setBytes(at, bytes);
      case UUID uuid -> statement.setObject(at, uuid);
      case Temporal time -> statement.setObject(at, time);
      case List<?> items -> setArray(statement, at, type, items);
      case String text -> setText(statement, at, text);
      default -> throw new IllegalStateException("no value of a column: " + value.getClass());
    }
  }

  /** PostgreSQL is left to find the type, as it does of what is written in quotes. */
  private void setText(PreparedStatement statement, int at, String text) throws SQLException {
    if (kind == DatabaseKind.POSTGRESQL) {
      statement.setObject(at, text, Types.OTHER);
    } else {
      statement.setString(at, text);
    }
  }

  private void setArray(PreparedStatement statement, int at, ColumnType type, List<?> items)
      throws SQLException {
    ColumnType item = type.item();
    String name = item == null ? "varchar" : item.name();
    // The driver of PostgreSQL takes bytes in an array of such only.
    Object[] values =
        items.stream()
            .map(one -> one instanceof Null ? null : one)
            .toArray(
                item != null && item.storage() == Storage.BYTES ? byte[][]::new : Object[]::new);
    statement.setArray(at, statement.getConnection().createArrayOf(name, values));
  }
}
