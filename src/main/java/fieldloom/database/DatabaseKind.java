package fieldloom.database;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;

/** Databases that differ in more than the standard allows for. */
public enum DatabaseKind {
  H2("H2"),
  POSTGRESQL("PostgreSQL"),
  /** MySQL too, which speaks the same protocol. */
  MARIADB("MariaDB"),
  OTHER("the database");

  private final String label;

  DatabaseKind(String label) {
    this.label = label;
  }

  /** What people call it. */
  public String label() {
    return label;
  }

  /** What is connected to. */
  public static DatabaseKind of(DatabaseMetaData metaData) throws SQLException {
    String product = metaData.getDatabaseProductName().toLowerCase(Locale.ROOT);
    return switch (product) {
      case "h2" -> H2;
      case "postgresql" -> POSTGRESQL;
      case "mariadb", "mysql" -> MARIADB;
      default -> OTHER;
    };
  }
}
