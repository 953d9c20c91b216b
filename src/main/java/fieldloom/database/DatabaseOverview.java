package fieldloom.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;

/**
 * What a database has for somebody who looks at it for the first time.
 *
 * @param product what runs there: {@code PostgreSQL 14.10}
 * @param tables tables and views that the login may see, the connection's own schema first
 */
public record DatabaseOverview(String product, List<TableEntry> tables) {
  public DatabaseOverview {
    tables = List.copyOf(tables);
  }

  /**
   * Connects and looks. The connection is closed again.
   *
   * @throws DatabaseException where that fails: one sentence
   */
  public static DatabaseOverview of(JdbcUrl url, Login login) throws DatabaseException {
    Connection connection = Databases.browsing(url, login);
    try {
      DatabaseMetaData data = connection.getMetaData();
      String product =
          data.getDatabaseProductName()
              + " "
              + data.getDatabaseMajorVersion()
              + "."
              + data.getDatabaseMinorVersion();
      return new DatabaseOverview(product, new Catalog(connection).entries());
    } catch (SQLException e) {
      throw new DatabaseException(
          "The tables of " + url + " cannot be listed: " + SqlReasons.of(e) + "; correct that.", e);
    } finally {
      Databases.closeQuietly(connection);
    }
  }

  /** How many of them are tables. */
  public long tableCount() {
    return tables.stream().filter(entry -> !entry.view()).count();
  }

  /** How many of them are views. */
  public long viewCount() {
    return tables.size() - tableCount();
  }
}
