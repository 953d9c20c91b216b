package fieldloom.database;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the columns of tables and queries with their types. */
final class ColumnReader {
  private final Connection connection;
  private final DatabaseKind kind;
  private final Names names;

  ColumnReader(Connection connection, DatabaseKind kind, Names names) {
    this.connection = connection;
    this.kind = kind;
    this.names = names;
  }

  /**
   * The columns of a table.
   *
   * @param pattern the table's name as a pattern
   */
  List<Column> of(TableId table, @Nullable String pattern) throws SQLException {
    List<Column> columns = new ArrayList<>();
    boolean domains = false;
    DatabaseMetaData metaData = connection.getMetaData();
    try (ResultSet rows = metaData.getColumns(table.catalog(), table.schema(), pattern, null)) {
      while (rows.next()) {
        if (table.name().equals(rows.getString("TABLE_NAME"))) {
          domains |= rows.getInt("DATA_TYPE") == Types.DISTINCT;
          columns.add(column(rows));
        }
      }
    }
    if (domains) {
      columns = withBaseTypes(table, columns);
    }
    Map<String, List<String>> values = EnumValues.of(connection, kind, table);
    columns.replaceAll(
        column -> {
          List<String> listed = values.get(column.name());
          return listed == null ? column : column.withType(column.type().withValues(listed));
        });
    return columns;
  }

  /** How many columns each table and view has. */
  Map<TableId, Integer> counts() throws SQLException {
    Map<TableId, Integer> counts = new HashMap<>();
    String catalog = kind == DatabaseKind.MARIADB ? null : connection.getCatalog();
    try (ResultSet rows = connection.getMetaData().getColumns(catalog, null, "%", "%")) {
      while (rows.next()) {
        TableId id =
            new TableId(
                rows.getString("TABLE_CAT"),
                rows.getString("TABLE_SCHEM"),
                rows.getString("TABLE_NAME"));
        counts.merge(id, 1, Integer::sum);
      }
    }
    return counts;
  }

  private Column column(ResultSet row) throws SQLException {
    Integer size = integer(row, "COLUMN_SIZE");
    ColumnType type =
        type(
            row.getString("TYPE_NAME"),
            row.getInt("DATA_TYPE"),
            size,
            integer(row, "DECIMAL_DIGITS"));
    boolean computed = "YES".equals(row.getString("IS_GENERATEDCOLUMN"));
    boolean counted = "YES".equals(row.getString("IS_AUTOINCREMENT"));
    String given = row.getString("COLUMN_DEF");
    // MariaDB says NULL where there is no default.
    String defaultValue = given == null || given.equalsIgnoreCase("NULL") ? null : given;
    return new Column(
        row.getString("COLUMN_NAME"),
        type,
        row.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls,
        computed || counted || defaultValue != null,
        computed,
        computed || counted ? null : SqlDefaults.json(defaultValue, type.storage()),
        Catalog.text(row.getString("REMARKS")));
  }

  /** What metadata of tables calls by a name of the analyst's own, metadata of rows resolves. */
  private List<Column> withBaseTypes(TableId table, List<Column> columns) throws SQLException {
    List<Column> resolved = new ArrayList<>();
    List<Column> rows = query("SELECT * FROM " + names.quoted(table));
    for (Column column : columns) {
      boolean named = column.type().storage() == Storage.OTHER;
      Column row =
          rows.stream().filter(it -> it.name().equals(column.name())).findFirst().orElse(column);
      resolved.add(named ? column.withType(row.type()) : column);
    }
    return resolved;
  }

  /** The columns of a query, which is not run; a name that was there before gets a number. */
  List<Column> query(String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      ResultSetMetaData rows = statement.getMetaData();
      return rows == null ? List.of() : of(rows);
    }
  }

  private List<Column> of(ResultSetMetaData rows) throws SQLException {
    Set<String> taken = new HashSet<>();
    List<Column> columns = new ArrayList<>();
    for (int i = 1; i <= rows.getColumnCount(); i++) {
      String label = rows.getColumnLabel(i);
      String name = label;
      for (int number = 2; !taken.add(name); number++) {
        name = label + "_" + number;
      }
      ColumnType type =
          type(
              rows.getColumnTypeName(i),
              rows.getColumnType(i),
              rows.getPrecision(i),
              rows.getScale(i));
      boolean nullable = rows.isNullable(i) != ResultSetMetaData.columnNoNulls;
      columns.add(new Column(name, type, nullable, false, false, null, null));
    }
    return columns;
  }

  private ColumnType type(String name, int code, @Nullable Integer size, @Nullable Integer scale) {
    Integer fraction = scale;
    if (kind == DatabaseKind.MARIADB && code == Types.TIMESTAMP && size != null) {
      // 2024-01-31 23:59:59 has 19 characters, and 20 more the point.
      fraction = size <= 19 ? 0 : size - 20;
    }
    // Of arrays without limits the driver tells how wide they are shown.
    boolean array = kind == DatabaseKind.POSTGRESQL && name.startsWith("_");
    Integer room = array && size != null && size > 1_000 ? Integer.valueOf(0) : size;
    ColumnType special = special(name, room, fraction);
    ColumnType named = special == null ? TypeNames.of(name, room, fraction) : special;
    return named == null ? byCode(name, code, size, scale) : named;
  }

  /** Names that mean something else in this database than in most. */
  private @Nullable ColumnType special(
      String given, @Nullable Integer size, @Nullable Integer fraction) {
    String name = given.toLowerCase(Locale.ROOT);
    return switch (kind) {
      case POSTGRESQL ->
          switch (name) {
            case "bit", "varbit", "money" -> ColumnType.of(given, Storage.OTHER);
            case "float8", "float4" -> TypeNames.of(name, null, null);
            default -> null;
          };
      case MARIADB ->
          switch (name) {
            case "timestamp" -> ColumnType.time(given, Storage.MOMENT, fraction);
            case "integer unsigned" -> TypeNames.of("int unsigned", null, null);
            case "tinyint" ->
                ColumnType.range(given, BigDecimal.valueOf(-128), BigDecimal.valueOf(127));
            default -> null;
          };
      case H2 ->
          name.equals("tinyint")
              ? ColumnType.range(given, BigDecimal.valueOf(-128), BigDecimal.valueOf(127))
              : null;
      case OTHER -> null;
    };
  }

  private static ColumnType byCode(
      String name, int code, @Nullable Integer size, @Nullable Integer scale) {
    ColumnType like =
        switch (code) {
          case Types.TINYINT -> TypeNames.of("tinyint", null, null);
          case Types.SMALLINT -> TypeNames.of("smallint", null, null);
          case Types.INTEGER -> TypeNames.of("integer", null, null);
          case Types.BIGINT -> TypeNames.of("bigint", null, null);
          case Types.NUMERIC, Types.DECIMAL -> TypeNames.of("numeric", size, scale);
          case Types.REAL -> TypeNames.of("real", null, null);
          case Types.FLOAT, Types.DOUBLE -> TypeNames.of("double", null, null);
          case Types.BOOLEAN, Types.BIT -> TypeNames.of("boolean", null, null);
          case Types.DATE -> TypeNames.of("date", null, null);
          case Types.TIME -> TypeNames.of("time", null, scale);
          case Types.TIMESTAMP -> TypeNames.of("timestamp", null, scale);
          case Types.TIMESTAMP_WITH_TIMEZONE -> TypeNames.of("timestamptz", null, scale);
          case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
              TypeNames.of("blob", null, null);
          default -> null;
        };
    return like == null ? ColumnType.of(name, Storage.OTHER) : like;
  }

  private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : Integer.valueOf(value);
  }
}
