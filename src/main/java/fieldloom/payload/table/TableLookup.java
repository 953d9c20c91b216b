package fieldloom.payload.table;

import fieldloom.database.Catalog;
import fieldloom.database.Column;
import fieldloom.database.ColumnType;
import fieldloom.database.DatabaseException;
import fieldloom.database.DatabaseKind;
import fieldloom.database.Databases;
import fieldloom.database.Queries;
import fieldloom.database.SqlReasons;
import fieldloom.database.Storage;
import fieldloom.database.TypeNames;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import fieldloom.payload.FormatException;
import fieldloom.payload.TableRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks up rows of one database by key: each query is prepared once, keys go as values only, and
 * what was found last is remembered. Thread-safe.
 */
public final class TableLookup implements AutoCloseable {
  private static final int REMEMBERED = 10_000;

  /** Rows that are fetched at once where all are read. */
  private static final int AT_ONCE = 1_000;

  private final TablePlace place;
  private final Connection connection;
  private final Catalog catalog;
  private final Reading reading;
  private final Map<String, Prepared> prepared = new HashMap<>();

  @SuppressWarnings("serial")
  private final Map<Asked, Object> found =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Object> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record Asked(String query, Object key) {}

  /**
   * A query that is ready.
   *
   * @param key the type of what its key is compared with; null where the database does not say
   */
  private record Prepared(
      PreparedStatement statement, List<Column> columns, @Nullable ColumnType key) {}

  private TableLookup(TablePlace place, Connection connection) throws SQLException {
    this.place = place;
    this.connection = connection;
    this.catalog = new Catalog(connection);
    this.reading = new Reading(connection, catalog, 2);
  }

  /**
   * Connects: one unchanging state of the database is seen until it is closed.
   *
   * @throws FormatException where that fails; one sentence
   */
  public static TableLookup open(TablePlace place) throws FormatException {
    return Opened.at(place, Databases::reading, connection -> new TableLookup(place, connection));
  }

  /**
   * What a query finds.
   *
   * @param query with one {@code ?} for the key
   * @param key neither absent nor null
   * @return the value of the one row, an object where it has several columns; absent where there is
   *     no row
   * @throws FormatException where the query or the key is wrong, or there are several rows
   */
  public synchronized Object find(String query, Object key) throws FormatException {
    Asked asked = new Asked(query, key);
    Object known = found.get(asked);
    if (known == null) {
      known = ask(query, key);
      found.put(asked, known);
    }
    return known;
  }

  /**
   * All rows of a query.
   *
   * @param most bytes of memory that they may take, more or less
   * @param cancelled asked again and again while it reads
   * @return null where it was cancelled
   * @throws FormatException where the query or a value is wrong, or the rows take more memory
   */
  public synchronized @Nullable TableRows rows(String query, long most, BooleanSupplier cancelled)
      throws FormatException {
    try {
      return QueryRows.read(
          new Reading(connection, catalog, AT_ONCE), catalog, query, most, cancelled);
    } catch (DatabaseException e) {
      throw new FormatException(String.valueOf(e.getMessage()));
    } catch (SQLException e) {
      Databases.rollbackQuietly(connection);
      throw failed(e, "correct the query");
    }
  }

  private FormatException failed(SQLException e, String remedy) {
    return new FormatException(
        "The query fails in the database "
            + place.url()
            + ": "
            + SqlReasons.of(e)
            + "; "
            + remedy
            + ".");
  }

  private Object ask(String query, Object key) throws FormatException {
    try {
      Prepared ready = prepared.get(query);
      if (ready == null) {
        ready = prepare(query);
        prepared.put(query, ready);
      }
      bind(ready, key);
      try (ResultSet rows = ready.statement.executeQuery()) {
        return row(ready, rows, key);
      }
    } catch (DatabaseException e) {
      throw new FormatException(String.valueOf(e.getMessage()));
    } catch (UnfitException e) {
      throw new FormatException("What the query compares its key with " + e.getMessage() + ".");
    } catch (SQLException e) {
      Databases.rollbackQuietly(connection);
      throw failed(e, "correct the query or the key");
    }
  }

  private Prepared prepare(String query) throws DatabaseException, SQLException {
    String sql = Queries.keyed(query);
    List<Column> columns = catalog.query(sql);
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setMaxRows(2);
    return new Prepared(statement, columns, keyType(statement));
  }

  /** MariaDB tells the same of every key. */
  private @Nullable ColumnType keyType(PreparedStatement statement) throws SQLException {
    if (reading.kind() == DatabaseKind.MARIADB) {
      return null;
    }
    String name = statement.getParameterMetaData().getParameterTypeName(1);
    return name == null ? null : TypeNames.of(name, null, null);
  }

  private void bind(Prepared ready, Object key) throws SQLException, UnfitException {
    ColumnType type = ready.key;
    if (type != null) {
      reading.binder().set(ready.statement, 1, type, reading.values().of(key, type));
    } else if (key instanceof Num number) {
      ready.statement.setBigDecimal(1, number.value());
    } else {
      ColumnType text = ColumnType.of("varchar", Storage.TEXT);
      reading.binder().set(ready.statement, 1, text, reading.values().of(key, text));
    }
  }

  private Object row(Prepared ready, ResultSet rows, Object key)
      throws SQLException, FormatException {
    if (!rows.next()) {
      return Absent.ABSENT;
    }
    Obj row = new Obj();
    Object first = Absent.ABSENT;
    for (int i = 0; i < ready.columns.size(); i++) {
      Column column = ready.columns.get(i);
      try {
        Object value = reading.cells().read(rows, i + 1, column.type());
        row.put(column.name(), value);
        first = i == 0 ? value : first;
      } catch (UnfitException e) {
        throw new FormatException("The column " + column.name() + " " + e.getMessage() + ".");
      }
    }
    if (rows.next()) {
      throw new FormatException(
          "The query finds several rows for "
              + CellValues.shown(key)
              + "; let it find one, as by a further condition.");
    }
    return ready.columns.size() == 1 ? first : row;
  }

  @Override
  public void close() {
    Databases.closeQuietly(connection);
  }
}
