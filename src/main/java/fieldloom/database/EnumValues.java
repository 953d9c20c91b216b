package fieldloom.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of enumerated columns, which metadata of JDBC does not tell. */
final class EnumValues {
  private static final String POSTGRESQL =
      "SELECT a.attname, e.enumlabel FROM pg_catalog.pg_enum e"
          + " JOIN pg_catalog.pg_attribute a ON a.atttypid = e.enumtypid"
          + " JOIN pg_catalog.pg_class c ON c.oid = a.attrelid"
          + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
          + " WHERE n.nspname = ? AND c.relname = ? AND NOT a.attisdropped"
          + " ORDER BY a.attnum, e.enumsortorder";
  private static final String MARIADB =
      "SELECT COLUMN_NAME, COLUMN_TYPE FROM information_schema.COLUMNS"
          + " WHERE DATA_TYPE = 'enum' AND TABLE_SCHEMA = ? AND TABLE_NAME = ?";

  private EnumValues() {}

  /** For each enumerated column its values in their order. */
  static Map<String, List<String>> of(Connection connection, DatabaseKind kind, TableId table)
      throws SQLException {
    return switch (kind) {
      case POSTGRESQL -> read(connection, POSTGRESQL, table.schema(), table.name());
      case MARIADB -> {
        Map<String, List<String>> all = new LinkedHashMap<>();
        read(connection, MARIADB, table.catalog(), table.name())
            .forEach((name, type) -> all.put(name, TypeNames.values(type.getFirst())));
        yield all;
      }
      // H2 has them in the type's name; of other databases nothing is known.
      case H2, OTHER -> Map.of();
    };
  }

  private static Map<String, List<String>> read(
      Connection connection, String query, @Nullable String owner, String table)
      throws SQLException {
    Map<String, List<String>> values = new LinkedHashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, owner);
      statement.setString(2, table);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          values
              .computeIfAbsent(rows.getString(1), name -> new ArrayList<>())
              .add(rows.getString(2));
        }
      }
    }
    return values;
  }
}
