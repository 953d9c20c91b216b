package fieldloom.payload.table;

import fieldloom.database.Catalog;
import fieldloom.database.DatabaseException;
import fieldloom.database.DatabaseKind;
import fieldloom.database.Databases;
import fieldloom.database.SqlReasons;
import fieldloom.payload.FormatException;
import fieldloom.payload.PayloadSpec;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A database that is written to. Whatever its writers write is one transaction: it lasts from
 * {@link #commit} on, and none of it where that is not called. Not thread-safe.
 */
public final class TableSession implements AutoCloseable {
  private final TablePlace place;
  private final Connection connection;
  private final Catalog catalog;
  private final Statements statements;
  private @Nullable Savepoint mark;

  private TableSession(TablePlace place, Connection connection) throws SQLException {
    this.place = place;
    this.connection = connection;
    this.catalog = new Catalog(connection);
    this.statements = new Statements(connection);
    if (catalog.kind() == DatabaseKind.POSTGRESQL) {
      try (Statement statement = connection.createStatement()) {
        // What is only checked at the end could not be told of the record that it is about.
        statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
      }
    }
  }

  /**
   * Connects.
   *
   * @throws FormatException where that fails; one sentence
   */
  public static TableSession open(TablePlace place) throws FormatException {
    return Opened.at(place, Databases::writing, connection -> new TableSession(place, connection));
  }

  /** Where it writes to. */
  public TablePlace place() {
    return place;
  }

  /**
   * A writer of rows as the options of a target say.
   *
   * @throws FormatException where the table or an option cannot be used; one sentence
   */
  public TableWriter writer(PayloadSpec spec) throws FormatException {
    TableOptions options = TableOptions.read(spec);
    if (options.table() == null) {
      throw new FormatException(
          "A query is only read; give the target " + spec.name() + " the option table.");
    }
    try {
      CellValues values = new CellValues(catalog.kind(), place.zone());
      return new TableWriter(
          WriteLevel.of(catalog, options),
          new RowMaker(values),
          new RowWriter(new RowCommands(catalog, statements, values)));
    } catch (DatabaseException e) {
      throw new FormatException(String.valueOf(e.getMessage()));
    } catch (SQLException e) {
      throw new FormatException(
          "The table of " + spec.name() + " cannot be used: " + SqlReasons.of(e) + ".");
    }
  }

  /** Notes the state to which {@link #back} leads. */
  public void mark() throws IOException {
    try {
      Savepoint earlier = mark;
      if (earlier != null) {
        connection.releaseSavepoint(earlier);
      }
      mark = connection.setSavepoint();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Takes back all that was written since {@link #mark}. */
  public void back() throws IOException {
    Savepoint to = mark;
    if (to == null) {
      throw new IllegalStateException("nothing was marked");
    }
    try {
      connection.rollback(to);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Makes all that was written last. */
  public void commit() throws IOException {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private IOException failed(SQLException e) {
    return RowFaults.failed(e);
  }

  /** Drops what has not been committed. */
  @Override
  public void close() {
    statements.close();
    Databases.closeQuietly(connection);
  }
}
