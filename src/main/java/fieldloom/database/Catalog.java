package fieldloom.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tables, columns and keys of a database as its metadata has them, each asked for once. Not
 * thread-safe; good as long as the connection is open.
 */
public final class Catalog {
  /** What metadata lists beside tables and views. */
  private static final Set<String> NO_TABLES =
      Set.of(
          "INDEX",
          "PARTITIONED INDEX",
          "SEQUENCE",
          "SYSTEM INDEX",
          "SYSTEM TABLE",
          "SYSTEM TOAST INDEX",
          "SYSTEM TOAST TABLE",
          "SYSTEM VIEW",
          "TYPE",
          "TEMPORARY INDEX",
          "TEMPORARY SEQUENCE");

  /** What a server of MariaDB or MySQL keeps for itself. */
  private static final Set<String> SERVERS_OWN = Set.of("mysql", "performance_schema", "sys");

  private final Connection connection;
  private final DatabaseMetaData metaData;
  private final DatabaseKind kind;
  private final Names names;
  private final ColumnReader columns;
  private final Map<TableId, TableInfo> tables = new HashMap<>();
  private final Map<TableId, @Nullable String> remarks = new HashMap<>();
  private final Set<TableId> views = new HashSet<>();
  private final Map<TableId, List<ForeignKey>> children = new HashMap<>();
  private final Map<TableId, List<Constraint>> constraints = new HashMap<>();

  public Catalog(Connection connection) throws SQLException {
    this.connection = connection;
    this.metaData = connection.getMetaData();
    this.kind = DatabaseKind.of(metaData);
    this.names = new Names(metaData);
    this.columns = new ColumnReader(connection, kind, names);
  }

  public DatabaseKind kind() {
    return kind;
  }

  public Names names() {
    return names;
  }

  /**
   * The table that people mean by a name: in the connection's own schema, else the only one so
   * called; as it is spelt, else in upper or lower case.
   *
   * @throws DatabaseException where there is none, or several
   */
  public TableId find(String given) throws DatabaseException, SQLException {
    List<String> parts = Names.parts(given);
    String name = parts.getLast();
    String owner = parts.size() > 1 ? parts.get(parts.size() - 2) : null;
    for (String wanted : owner == null ? List.of(own()) : Names.spellings(owner)) {
      for (String spelling : Names.spellings(name)) {
        List<TableId> found = list(wanted, spelling);
        if (!found.isEmpty()) {
          return found.getFirst();
        }
      }
    }
    List<TableId> elsewhere = new ArrayList<>();
    if (owner == null) {
      for (String spelling : Names.spellings(name)) {
        elsewhere.addAll(list(null, spelling));
      }
    }
    if (elsewhere.size() == 1) {
      return elsewhere.getFirst();
    }
    throw elsewhere.isEmpty() ? missing(given, owner) : several(given, elsewhere);
  }

  private DatabaseException missing(String given, @Nullable String owner) throws SQLException {
    List<String> there =
        list(owner == null ? own() : owner, null).stream().map(TableId::name).limit(20).toList();
    return new DatabaseException(
        "The database has no table or view “"
            + given
            + "”; "
            + (there.isEmpty()
                ? "name one of another schema as schema.table."
                : "name one such as " + String.join(", ", there) + "."));
  }

  private static DatabaseException several(String given, List<TableId> found) {
    return new DatabaseException(
        "The database has several tables “"
            + given
            + "”; name one of "
            + found.stream().map(TableId::toString).collect(Collectors.joining(", "))
            + ".");
  }

  /**
   * Tables and views of all schemas that are not the database's own, the connection's own schema
   * first.
   */
  List<TableEntry> entries() throws SQLException {
    String own = own();
    Map<TableId, Integer> counts = columns.counts();
    List<TableEntry> found = new ArrayList<>();
    for (TableId id : list(null, null)) {
      String owner = kind == DatabaseKind.MARIADB ? id.catalog() : id.schema();
      String name = Names.written(id.name());
      boolean isOwn = own.equals(owner);
      found.add(
          new TableEntry(
              isOwn || owner == null ? name : Names.written(owner) + "." + name,
              owner == null ? "" : owner,
              id.name(),
              isOwn,
              views.contains(id),
              counts.getOrDefault(id, 0),
              remarks.get(id)));
    }
    found.sort(
        Comparator.comparing((TableEntry entry) -> !entry.own())
            .thenComparing(TableEntry::schema)
            .thenComparing(TableEntry::table));
    return List.copyOf(found);
  }

  /** Tables and views of the connection's own schema, by name. */
  public List<TableId> all() throws SQLException {
    return list(own(), null);
  }

  private String own() throws SQLException {
    String own = kind == DatabaseKind.MARIADB ? connection.getCatalog() : connection.getSchema();
    return own == null ? "" : own;
  }

  /**
   * @param owner schema, or catalog where there are no schemas; null for any
   * @param name null for any
   */
  private List<TableId> list(@Nullable String owner, @Nullable String name) throws SQLException {
    boolean catalogs = kind == DatabaseKind.MARIADB;
    String catalog = catalogs ? owner : connection.getCatalog();
    String schema = catalogs ? null : owner;
    Map<String, TableId> found = new TreeMap<>();
    try (ResultSet rows =
        metaData.getTables(catalog, pattern(schema), name == null ? "%" : pattern(name), null)) {
      while (rows.next()) {
        String of = rows.getString("TABLE_SCHEM");
        String in = of == null ? rows.getString("TABLE_CAT") : of;
        boolean internal = isInternal(in) || owner == null && isServers(in);
        String type = rows.getString("TABLE_TYPE");
        if (internal || type != null && NO_TABLES.contains(type)) {
          continue;
        }
        TableId id = new TableId(rows.getString("TABLE_CAT"), of, rows.getString("TABLE_NAME"));
        if (name == null || name.equals(id.name())) {
          found.put(id.toString(), id);
          if (type != null && type.contains("VIEW")) {
            views.add(id);
          }
          remarks.put(id, text(rows.getString("REMARKS")));
        }
      }
    }
    return List.copyOf(found.values());
  }

  private static boolean isInternal(@Nullable String owner) {
    return "information_schema".equalsIgnoreCase(owner) || "pg_catalog".equals(owner);
  }

  private boolean isServers(@Nullable String owner) {
    return kind == DatabaseKind.MARIADB && owner != null && SERVERS_OWN.contains(owner);
  }

  /** A name as a pattern that only it matches. */
  private @Nullable String pattern(@Nullable String name) throws SQLException {
    if (name == null) {
      return null;
    }
    String escape = metaData.getSearchStringEscape();
    return name.replace(escape, escape + escape)
        .replace("_", escape + "_")
        .replace("%", escape + "%");
  }

  /** A table's columns and key. */
  public TableInfo table(TableId id) throws SQLException {
    TableInfo known = tables.get(id);
    if (known == null) {
      if (!remarks.containsKey(id)) {
        list(kind == DatabaseKind.MARIADB ? id.catalog() : id.schema(), id.name());
      }
      known = new TableInfo(id, remarks.get(id), columns.of(id, pattern(id.name())), key(id));
      tables.put(id, known);
    }
    return known;
  }

  /** The columns of a query, which is not run; a name that was there before gets a number. */
  public List<Column> query(String query) throws SQLException {
    return columns.query(query);
  }

  private List<String> key(TableId id) throws SQLException {
    Map<Short, String> key = new TreeMap<>();
    try (ResultSet rows = metaData.getPrimaryKeys(id.catalog(), id.schema(), id.name())) {
      while (rows.next()) {
        key.put(rows.getShort("KEY_SEQ"), rows.getString("COLUMN_NAME"));
      }
    }
    return List.copyOf(key.values());
  }

  /** The foreign keys that point to a table, by the child's name. */
  public List<ForeignKey> children(TableId id) throws SQLException {
    List<ForeignKey> known = children.get(id);
    if (known == null) {
      known = read(id);
      children.put(id, known);
    }
    return known;
  }

  private List<ForeignKey> read(TableId parent) throws SQLException {
    Map<String, List<String[]>> pairs = new LinkedHashMap<>();
    Map<String, TableId> owners = new HashMap<>();
    int unnamed = 0;
    try (ResultSet rows =
        metaData.getExportedKeys(parent.catalog(), parent.schema(), parent.name())) {
      while (rows.next()) {
        TableId child =
            new TableId(
                rows.getString("FKTABLE_CAT"),
                rows.getString("FKTABLE_SCHEM"),
                rows.getString("FKTABLE_NAME"));
        unnamed += rows.getShort("KEY_SEQ") == 1 ? 1 : 0;
        String name = rows.getString("FK_NAME");
        String key = child + "\n" + (name == null ? unnamed : name);
        owners.put(key, child);
        pairs
            .computeIfAbsent(key, k -> new ArrayList<>())
            .add(new String[] {rows.getString("FKCOLUMN_NAME"), rows.getString("PKCOLUMN_NAME")});
      }
    }
    List<ForeignKey> keys = new ArrayList<>();
    pairs.forEach(
        (key, both) ->
            keys.add(
                new ForeignKey(
                    owners.getOrDefault(key, parent),
                    parent,
                    both.stream().map(pair -> pair[0]).toList(),
                    both.stream().map(pair -> pair[1]).toList())));
    return List.copyOf(keys);
  }

  /** Whether each row differs from the others in these columns: a key or unique index has them. */
  public boolean unique(TableId id, Set<String> of) throws SQLException {
    if (of.equals(Set.copyOf(table(id).key()))) {
      return true;
    }
    Map<String, List<String>> indexes = new HashMap<>();
    try (ResultSet rows = metaData.getIndexInfo(id.catalog(), id.schema(), id.name(), true, true)) {
      while (rows.next()) {
        String column = rows.getString("COLUMN_NAME");
        if (column != null && rows.getString("FILTER_CONDITION") == null) {
          indexes
              .computeIfAbsent(rows.getString("INDEX_NAME"), name -> new ArrayList<>())
              .add(column);
        }
      }
    }
    return indexes.values().stream().anyMatch(columns -> of.equals(Set.copyOf(columns)));
  }

  /** The keys, unique indexes and foreign keys of a table. */
  public List<Constraint> constraints(TableId id) throws SQLException {
    List<Constraint> known = constraints.get(id);
    if (known == null) {
      Map<String, List<String>> columns = new LinkedHashMap<>();
      Map<String, String> refers = new HashMap<>();
      try (ResultSet rows =
          metaData.getIndexInfo(id.catalog(), id.schema(), id.name(), true, true)) {
        collect(rows, "INDEX_NAME", "COLUMN_NAME", columns);
      }
      try (ResultSet rows = metaData.getPrimaryKeys(id.catalog(), id.schema(), id.name())) {
        collect(rows, "PK_NAME", "COLUMN_NAME", columns);
      }
      try (ResultSet rows = metaData.getImportedKeys(id.catalog(), id.schema(), id.name())) {
        while (rows.next()) {
          String name = rows.getString("FK_NAME");
          if (name != null) {
            refers.put(name, rows.getString("PKTABLE_NAME"));
            add(columns, name, rows.getString("FKCOLUMN_NAME"));
          }
        }
      }
      known =
          columns.entrySet().stream()
              .map(one -> new Constraint(one.getKey(), one.getValue(), refers.get(one.getKey())))
              .toList();
      constraints.put(id, known);
    }
    return known;
  }

  private static void collect(
      ResultSet rows, String name, String column, Map<String, List<String>> columns)
      throws SQLException {
    while (rows.next()) {
      if (rows.getString(name) != null && rows.getString(column) != null) {
        add(columns, rows.getString(name), rows.getString(column));
      }
    }
  }

  private static void add(Map<String, List<String>> columns, String name, String column) {
    List<String> of = columns.computeIfAbsent(name, key -> new ArrayList<>());
    if (!of.contains(column)) {
      of.add(column);
    }
  }

  static @Nullable String text(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
