package fieldloom.cli;

import fieldloom.database.DatabaseException;
import fieldloom.database.Databases;
import fieldloom.database.JdbcUrl;
import fieldloom.database.Login;
import fieldloom.model.SchemaTree;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaText;
import fieldloom.schema.jdbc.JdbcSchemas;
import java.sql.Connection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables of a database as {@code fieldloom schema} prints them. */
final class DatabaseTree {
  private DatabaseTree() {}

  /**
   * Connects and reads.
   *
   * @param root a table, or a path that starts with one; null for all tables side by side
   * @param depth how many levels of rows that belong to a row stand in it
   */
  static SchemaTree read(String url, @Nullable String root, int depth) throws SchemaException {
    Connection connection = null;
    try {
      JdbcUrl place = JdbcUrl.parse(url);
      connection = Databases.reading(place, Login.of(System.getenv()));
      return root == null
          ? JdbcSchemas.tables(connection, name(place), List.of(), depth)
          : below(connection, root, depth);
    } catch (DatabaseException e) {
      throw new SchemaException(String.valueOf(e.getMessage()));
    } finally {
      Databases.closeQuietly(connection);
    }
  }

  private static SchemaTree below(Connection connection, String root, int depth)
      throws SchemaException {
    int dot = root.indexOf("[].");
    return dot < 0
        ? JdbcSchemas.table(connection, root, depth)
        : SchemaText.under(
            JdbcSchemas.table(connection, root.substring(0, dot), depth), root.substring(dot + 3));
  }

  private static String name(JdbcUrl place) {
    String base = place.base();
    String last = base.substring(Math.max(base.lastIndexOf('/'), base.lastIndexOf(':')) + 1);
    return last.isEmpty() ? "database" : last;
  }
}
