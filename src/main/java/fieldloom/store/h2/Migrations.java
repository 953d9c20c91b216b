package fieldloom.store.h2;

import fieldloom.store.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;

/** Lays out a store and brings an older one up to date. */
final class Migrations {
  /** The newest migration this Fieldloom has. */
  static final int NEWEST = 2;

  static final String LOCATION = "classpath:fieldloom/store/h2/migration";

  private Migrations() {}

  /** Runs what a store lacks; each migration is a transaction of its own. */
  static void run(Path folder, String url) throws StoreException {
    TrackedFile.register();
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(url);
    source.setUser("sa");
    source.setPassword("");
    try {
      Flyway.configure(Migrations.class.getClassLoader())
          .loggers(QuietFlywayLogs.class.getName())
          .dataSource(source)
          .locations(LOCATION)
          .failOnMissingLocations(true)
          .validateMigrationNaming(true)
          .cleanDisabled(true)
          .load()
          .migrate();
    } catch (FlywayException e) {
      if (Reasons.sqlCause(e) != null) {
        throw Reasons.translate(folder, e);
      }
      throw new StoreException(
          "The store in "
              + folder
              + " cannot be brought up to date: "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
              + "; install the newest Fieldloom.",
          e);
    }
  }

  /**
   * The version of a store.
   *
   * @throws StoreException where the database is no store
   */
  static int version(Path folder, Connection connection) throws StoreException, SQLException {
    String sql = "SELECT MAX(CAST(\"version\" AS INTEGER)) FROM \"flyway_schema_history\"";
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      int version = rows.next() ? rows.getInt(1) : 0;
      if (version == 0) {
        throw Reasons.damaged(folder, null);
      }
      return version;
    } catch (SQLException e) {
      switch (e.getErrorCode()) {
        case ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1,
            ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1,
            ErrorCode.TABLE_OR_VIEW_NOT_FOUND_WITH_CANDIDATES_2,
            ErrorCode.COLUMN_NOT_FOUND_1,
            ErrorCode.DATA_CONVERSION_ERROR_1 ->
            throw Reasons.damaged(folder, e);
        default -> throw e;
      }
    }
  }
}
