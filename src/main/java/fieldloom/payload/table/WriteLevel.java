package fieldloom.payload.table;

import fieldloom.database.Catalog;
import fieldloom.database.ChildNames;
import fieldloom.database.Column;
import fieldloom.database.DatabaseException;
import fieldloom.database.ForeignKey;
import fieldloom.database.Names;
import fieldloom.database.TableInfo;
import fieldloom.payload.table.TableOptions.Mode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of one table in their place: what can be written of them, and how they are told apart. */
final class WriteLevel {
  private final Catalog catalog;
  private final TableInfo table;
  private final @Nullable ForeignKey via;
  private final Mode mode;
  private final int[] key;
  private final Map<String, Integer> columns = new HashMap<>();
  private final Map<String, @Nullable Child> children = new HashMap<>();
  private @Nullable Map<String, ForeignKey> named;

  /**
   * Rows that stand in a row.
   *
   * @param own numbers of the child's columns of the foreign key
   * @param refers numbers of the parent's columns, one for each
   */
  record Child(WriteLevel level, int[] own, int[] refers) {}

  private WriteLevel(
      Catalog catalog, TableInfo table, @Nullable ForeignKey via, Mode mode, int[] key)
      throws SQLException {
    // Asked for now: once it has refused a row, PostgreSQL answers nothing.
    catalog.constraints(table.id());
    this.catalog = catalog;
    this.table = table;
    this.via = via;
    this.mode = mode;
    this.key = key;
  }

  /**
   * The level of a target's records.
   *
   * @throws DatabaseException where there is no such table, or its rows cannot be told apart
   */
  static WriteLevel of(Catalog catalog, TableOptions options)
      throws DatabaseException, SQLException {
    TableInfo table = catalog.table(catalog.find(String.valueOf(options.table())));
    List<String> key = new ArrayList<>();
    for (String name : options.key()) {
      key.add(TableColumns.named(table, name).name());
    }
    if (key.isEmpty()) {
      key.addAll(table.key());
    }
    if (key.isEmpty() && options.mode() != Mode.INSERT) {
      throw new DatabaseException(
          "The table "
              + table.id().name()
              + " has no primary key, so that "
              + options.mode().word()
              + " cannot tell its rows apart; name columns that do in the option key.");
    }
    if (options.mode() != Mode.INSERT && !catalog.unique(table.id(), Set.copyOf(key))) {
      throw new DatabaseException(
          "The columns "
              + String.join(", ", key)
              + " of the table "
              + table.id().name()
              + " have no key or unique index, so that "
              + options.mode().word()
              + " could reach several rows; name columns in the option key that have one.");
    }
    return new WriteLevel(catalog, table, null, options.mode(), numbers(table, key));
  }

  private static int[] numbers(TableInfo table, List<String> names) {
    List<String> all = TableColumns.names(table);
    return names.stream().mapToInt(all::indexOf).toArray();
  }

  TableInfo table() {
    return table;
  }

  String name() {
    return table.id().name();
  }

  Mode mode() {
    return mode;
  }

  /** Numbers of the columns that tell rows apart. */
  int[] key() {
    return key;
  }

  Column column(int number) {
    return table.columns().get(number);
  }

  int size() {
    return table.columns().size();
  }

  /** Whether its rows stand in rows of another level. */
  boolean isChild() {
    return via != null;
  }

  /** Whether the row that it stands in gives the column its value. */
  boolean isGiven(int column) {
    return via != null && via.columns().contains(column(column).name());
  }

  /** The number of a field's column; -1 where there is none. */
  int number(String field) {
    return columns.computeIfAbsent(
        field,
        name -> {
          Column found = TableColumns.find(table, name);
          return found == null ? -1 : table.columns().indexOf(found);
        });
  }

  /** The rows that a field stands for; null where it stands for none. */
  @Nullable Child child(String field) throws SQLException {
    if (!children.containsKey(field)) {
      String name = Names.match(field, named().keySet());
      ForeignKey foreign = name == null ? null : named().get(name);
      children.put(field, foreign == null ? null : child(foreign));
    }
    return children.get(field);
  }

  private Child child(ForeignKey foreign) throws SQLException {
    TableInfo of = catalog.table(foreign.child());
    // Of a row that is changed, the rows in it may be new.
    Mode below = mode == Mode.UPDATE ? Mode.UPSERT : mode;
    WriteLevel level = new WriteLevel(catalog, of, foreign, below, numbers(of, of.key()));
    return new Child(level, numbers(of, foreign.columns()), numbers(table, foreign.refers()));
  }

  private Map<String, ForeignKey> named() throws SQLException {
    Map<String, ForeignKey> known = named;
    if (known == null) {
      known = ChildNames.of(table, catalog.children(table.id()));
      named = known;
    }
    return known;
  }

  /** What a row may have, for messages. */
  String offers() throws SQLException {
    List<String> all = new ArrayList<>(TableColumns.names(table));
    all.addAll(named().keySet());
    return all.stream().limit(20).collect(Collectors.joining(", "));
  }
}
