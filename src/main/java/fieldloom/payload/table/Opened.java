package fieldloom.payload.table;

import fieldloom.database.DatabaseException;
import fieldloom.database.Databases;
import fieldloom.database.JdbcUrl;
import fieldloom.database.Login;
import fieldloom.database.SqlReasons;
import fieldloom.payload.FormatException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What works on a connection of its own, from the moment that it connects. */
final class Opened {
  private Opened() {}

  /** Connects to a database. */
  @FunctionalInterface
  interface Connector {
    Connection open(JdbcUrl url, Login login) throws DatabaseException;
  }

  /** Makes what works on a connection and closes it from then on. */
  @FunctionalInterface
  interface Maker<T> {
    T on(Connection connection) throws SQLException;
  }

  /**
   * Connects.
   *
   * @throws FormatException where that fails; one sentence, and the connection is closed
   */
  static <T> T at(TablePlace place, Connector connector, Maker<T> maker) throws FormatException {
    Connection connection = null;
    @Nullable T made = null;
    try {
      connection = connector.open(place.url(), place.login());
      made = maker.on(connection);
      return made;
    } catch (DatabaseException e) {
      throw new FormatException(String.valueOf(e.getMessage()));
    } catch (SQLException e) {
      throw new FormatException(
          "The database " + place.url() + " cannot be used: " + SqlReasons.of(e) + ".");
    } finally {
      if (made == null) {
        Databases.closeQuietly(connection);
      }
    }
  }
}
