package fieldloom.database;

import fieldloom.model.Fault;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Connects to databases. */
public final class Databases {
  private static final int CONNECT_SECONDS = 10;
  private static final int LOOK_SECONDS = 30;

  private Databases() {}

  /**
   * Connects for reading: one unchanging state of the database is seen until the connection is
   * closed, and nothing can be changed where the database can hold to that.
   *
   * @throws DatabaseException where that fails: one sentence
   */
  public static Connection reading(JdbcUrl url, Login login) throws DatabaseException {
    return open(url, login, true);
  }

  /**
   * Connects for a look at what is there: as for reading, and no statement lasts longer than half a
   * minute, so that nobody waits for a query that was given up.
   */
  public static Connection browsing(JdbcUrl url, Login login) throws DatabaseException {
    Connection connection = open(url, login, true);
    boolean ready = false;
    try (Statement statement = connection.createStatement()) {
      boolean mysql = connection.getMetaData().getDatabaseProductName().equals("MySQL");
      statement.execute(
          switch (url.kind()) {
            case H2 -> "SET QUERY_TIMEOUT " + 1000 * LOOK_SECONDS;
            case POSTGRESQL -> "SET statement_timeout = " + 1000 * LOOK_SECONDS;
            case MARIADB ->
                mysql
                    ? "SET SESSION max_execution_time = " + 1000 * LOOK_SECONDS
                    : "SET SESSION max_statement_time = " + LOOK_SECONDS;
            case OTHER -> throw new IllegalStateException("no URL names it");
          });
      ready = true;
      return connection;
    } catch (SQLException e) {
      throw failed(url, login, e);
    } finally {
      if (!ready) {
        closeQuietly(connection);
      }
    }
  }

  /** Connects for writing: nothing lasts before it is committed. */
  public static Connection writing(JdbcUrl url, Login login) throws DatabaseException {
    return open(url, login, false);
  }

  private static Connection open(JdbcUrl url, Login login, boolean reading)
      throws DatabaseException {
    checkLogin(url, login);
    String place = url.filePlace();
    if (place != null) {
      H2Files.refuseActive(place);
    }
    Connection connection = null;
    boolean ready = false;
    try {
      connection = DriverManager.getConnection(text(url), properties(url, login, reading));
      if (url.kind() == DatabaseKind.MARIADB) {
        strict(connection);
      }
      connection.setAutoCommit(false);
      if (reading) {
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      }
      ready = true;
      return connection;
    } catch (SQLException e) {
      throw failed(url, login, e);
    } finally {
      if (!ready) {
        closeQuietly(connection);
      }
    }
  }

  /** A login that is for one database must not be told to another. */
  private static void checkLogin(JdbcUrl url, Login login) throws DatabaseException {
    String only = login.only();
    if (only != null && !JdbcUrl.parse(only).isSamePlace(url)) {
      throw new DatabaseException(
          "The login in the environment is for the database that "
              + Login.URL_VARIABLE
              + " names, not for "
              + url
              + "; set the variables for this one.");
    }
  }

  private static String text(JdbcUrl url) {
    if (url.kind() != DatabaseKind.H2) {
      return url.base();
    }
    StringBuilder text = new StringBuilder(url.base()).append(";IFEXISTS=TRUE");
    url.parameters().forEach((name, value) -> text.append(';').append(name + "=" + value));
    return text.toString();
  }

  private static Properties properties(JdbcUrl url, Login login, boolean reading) {
    Properties all = new Properties();
    switch (url.kind()) {
      case H2 -> all.setProperty("user", "sa");
      case POSTGRESQL -> {
        all.setProperty("connectTimeout", String.valueOf(CONNECT_SECONDS));
        all.setProperty("loginTimeout", String.valueOf(2 * CONNECT_SECONDS));
        all.setProperty("ApplicationName", "Fieldloom");
        all.setProperty("reWriteBatchedInserts", "true");
      }
      case MARIADB -> {
        all.setProperty("connectTimeout", String.valueOf(1000 * CONNECT_SECONDS));
        // Moments are handed out in UTC, whatever the machine's zone is.
        all.setProperty("connectionTimeZone", "UTC");
        all.setProperty("forceConnectionTimeZoneToSession", "true");
        all.setProperty("yearIsDateType", "false");
        // As text, a FLOAT has six digits only.
        all.setProperty("useServerPrepStmts", String.valueOf(reading));
        // A server could ask for files of this machine in answer to anything.
        all.setProperty("allowLocalInfile", "false");
      }
      case OTHER -> throw new IllegalStateException("no URL names it");
    }
    if (url.kind() != DatabaseKind.H2) {
      url.parameters().forEach(all::setProperty);
    }
    set(all, "user", login.user());
    set(all, "password", login.password());
    return all;
  }

  private static void set(Properties all, String name, @Nullable String value) {
    if (value != null) {
      all.setProperty(name, value);
    }
  }

  /** MySQL and MariaDB can be set to cut values that do not fit; then a run would lose data. */
  private static void strict(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET SESSION sql_mode = CONCAT(@@sql_mode, ',STRICT_ALL_TABLES')");
    }
  }

  private static DatabaseException failed(JdbcUrl url, Login login, SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    String reason = SqlReasons.of(e);
    if (state.startsWith("28") || e.getErrorCode() == 1045) {
      String user = login.user() == null ? "" : " of " + login.user();
      return new DatabaseException(
          "The database "
              + url
              + " refuses the login"
              + user
              + "; set "
              + Login.USER_VARIABLE
              + " and "
              + Login.PASSWORD_VARIABLE
              + " to a user that it knows.",
          e,
          true);
    }
    boolean missing = state.equals("3D000") || state.equals("90146") || e.getErrorCode() == 1049;
    if (missing) {
      return new DatabaseException(
          "There is no database " + url + "; check its name.",
          e,
          Fault.of(Fault.Kind.DATABASE_MISSING, url));
    }
    if (state.equals("90020")) {
      return new DatabaseException(
          "The database " + url + " is open in another program; close it there and try again.",
          e,
          Fault.of(Fault.Kind.DATABASE_IN_USE, url));
    }
    if (state.startsWith("08")) {
      String told = reason.split("[.] ")[0];
      return new DatabaseException(
          "The database "
              + url
              + " cannot be reached: "
              + told
              + "; check host and port, and that it runs.",
          e,
          Fault.of(Fault.Kind.DATABASE_UNREACHABLE, url, told));
    }
    return new DatabaseException(
        "The database " + url + " cannot be used: " + reason + ".",
        e,
        Fault.of(Fault.Kind.DATABASE_UNUSABLE, url, reason));
  }

  /** Ends what failed, so that the connection can be asked again. */
  public static void rollbackQuietly(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      // The connection is lost; whatever is asked next says so.
      return;
    }
  }

  /** Closes a connection that is not needed any more; what was not committed is dropped. */
  public static void closeQuietly(@Nullable Connection connection) {
    if (connection == null) {
      return;
    }
    try (connection) {
      if (!connection.isClosed() && !connection.getAutoCommit()) {
        connection.rollback();
      }
    } catch (SQLException e) {
      // It is given up; whatever mattered has been committed before.
      return;
    }
  }
}
