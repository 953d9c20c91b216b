package fieldloom.schema.jdbc;

import fieldloom.database.Catalog;
import fieldloom.database.Column;
import fieldloom.database.DatabaseException;
import fieldloom.database.ForeignKey;
import fieldloom.database.Queries;
import fieldloom.database.SqlReasons;
import fieldloom.database.TableId;
import fieldloom.database.TableInfo;
import fieldloom.model.Fault;
import fieldloom.model.SchemaTree;
import fieldloom.schema.SchemaException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Reads the schemas of a database's tables and queries. What is read is complete when a method
 * returns; the connection is not needed any more then, and stays open.
 */
public final class JdbcSchemas {
  private JdbcSchemas() {}

  /**
   * A row of a table with the rows that belong to it.
   *
   * @param table as people write it: {@code orders}, {@code sales.orders}
   * @param depth how many levels of rows stand in it: 0 for its columns only, {@link
   *     TableTrees#ALL} for as many as there are
   * @throws SchemaException where there is no such table, or the database fails; one sentence
   */
  public static SchemaTree table(Connection connection, String table, int depth)
      throws SchemaException {
    return reading(
        connection,
        catalog -> {
          TableId id = catalog.find(table);
          Tables tables = tables(catalog, List.of(id), depth);
          return new TableTrees(tables).table(catalog.table(id), depth);
        });
  }

  /**
   * Several tables side by side, each an array of its rows.
   *
   * @param name of the record that holds them
   * @param wanted names of tables; none for all of the connection's own schema
   * @param depth as for one table
   */
  public static SchemaTree tables(
      Connection connection, String name, List<String> wanted, int depth) throws SchemaException {
    return reading(
        connection,
        catalog -> {
          List<TableId> ids = new ArrayList<>();
          for (String one : wanted) {
            ids.add(catalog.find(one));
          }
          List<TableId> roots = wanted.isEmpty() ? catalog.all() : ids;
          Tables tables = tables(catalog, roots, depth);
          List<TableInfo> all = new ArrayList<>();
          for (TableId root : roots) {
            all.add(catalog.table(root));
          }
          return new TableTrees(tables).tables(name, all, depth);
        });
  }

  /**
   * A row of a query, which is not run.
   *
   * @param name of the record
   */
  public static SchemaTree query(Connection connection, String name, String query)
      throws SchemaException {
    return reading(
        connection,
        catalog -> {
          List<Column> columns = catalog.query(Queries.checked(query));
          if (columns.isEmpty()) {
            throw new DatabaseException("The query gives no columns; write one that selects some.");
          }
          return TableTrees.query(name, columns);
        });
  }

  private static Tables tables(Catalog catalog, List<TableId> roots, int depth)
      throws SQLException {
    Tables tables = new Tables();
    Deque<TableId> level = new ArrayDeque<>(roots);
    for (int left = depth; !level.isEmpty(); left--) {
      Deque<TableId> next = new ArrayDeque<>();
      for (TableId id : level) {
        if (tables.has(id)) {
          continue;
        }
        tables.add(catalog.table(id));
        if (left > 0) {
          for (ForeignKey key : catalog.children(id)) {
            tables.add(key);
            next.add(key.child());
          }
        }
      }
      level = next;
    }
    return tables;
  }

  /** Something that is read from the metadata. */
  private interface Reading {
    SchemaTree of(Catalog catalog) throws SQLException, DatabaseException;
  }

  private static SchemaTree reading(Connection connection, Reading reading) throws SchemaException {
    try {
      return reading.of(new Catalog(connection));
    } catch (DatabaseException e) {
      throw new SchemaException(String.valueOf(e.getMessage()), e.fault());
    } catch (SQLException e) {
      throw new SchemaException(
          "The database's schema cannot be read: " + SqlReasons.of(e) + "; correct that.",
          Fault.of(Fault.Kind.QUERY_WRONG, SqlReasons.of(e)));
    }
  }
}
