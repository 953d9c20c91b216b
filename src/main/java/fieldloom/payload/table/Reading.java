package fieldloom.payload.table;

import fieldloom.database.Catalog;
import fieldloom.database.Column;
import fieldloom.database.DatabaseKind;
import fieldloom.database.Names;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;

/**
 * What all that reads from one connection shares.
 *
 * @param fetchSize rows that are fetched at once
 */
record Reading(
    Connection connection,
    DatabaseKind kind,
    Names names,
    CellReader cells,
    CellValues values,
    Binder binder,
    int fetchSize) {

  Reading(Connection connection, Catalog catalog, int fetchSize) {
    this(
        connection,
        catalog.kind(),
        catalog.names(),
        new CellReader(catalog.kind()),
        new CellValues(catalog.kind(), ZoneOffset.UTC),
        new Binder(catalog.kind()),
        fetchSize);
  }

  /** A column's value in the current row, as what tells rows apart. */
  Object key(ResultSet rows, int at, Column column) throws SQLException {
    try {
      return cells.read(rows, at, column.type());
    } catch (UnfitException e) {
      throw new SQLException("the column " + column.name() + " " + e.getMessage(), e);
    }
  }

  /** Hands a value that was read back to a statement. */
  void set(PreparedStatement statement, int at, Column column, Object value) throws SQLException {
    try {
      binder.set(statement, at, column.type(), values.of(value, column.type()));
    } catch (UnfitException e) {
      throw new SQLException("the column " + column.name() + " " + e.getMessage(), e);
    }
  }
}
