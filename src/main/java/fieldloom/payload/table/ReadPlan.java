package fieldloom.payload.table;

import fieldloom.database.Catalog;
import fieldloom.database.ChildNames;
import fieldloom.database.Column;
import fieldloom.database.DatabaseException;
import fieldloom.database.ForeignKey;
import fieldloom.database.Names;
import fieldloom.database.Queries;
import fieldloom.database.TableInfo;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the columns and the rows within rows that a schema's fields are read from. Names of a
 * schema that differ from the database's in case only mean the same; without a schema everything is
 * read under the database's own names.
 */
final class ReadPlan {
  private final Catalog catalog;
  private final List<String> notes;

  /**
   * @param notes takes a sentence for each field that nothing is read for
   */
  ReadPlan(Catalog catalog, List<String> notes) {
    this.catalog = catalog;
    this.notes = notes;
  }

  ReadLevel query(String query, @Nullable SchemaNode schema)
      throws DatabaseException, SQLException {
    String checked = Queries.checked(query);
    List<Column> columns = catalog.query(checked);
    if (columns.isEmpty()) {
      throw new DatabaseException("The query gives no columns; write one that selects some.");
    }
    // All columns, since a query is run as it is written and they are read by their numbers.
    List<ReadLevel.Field> fields = new ArrayList<>();
    List<String> names = columns.stream().map(Column::name).toList();
    Map<String, String> spelt = schema == null ? Map.of() : spellings(schema, names);
    columns.forEach(
        column ->
            fields.add(
                new ReadLevel.Field(spelt.getOrDefault(column.name(), column.name()), column)));
    if (schema != null) {
      schema.children().stream()
          .filter(node -> !spelt.containsValue(node.name()))
          .forEach(node -> note("The query", node.name(), names));
    }
    return new ReadLevel("the query", checked, fields, List.of(), List::of);
  }

  /** What the schema calls the columns it has. */
  private static Map<String, String> spellings(SchemaNode schema, List<String> names) {
    return schema.children().stream()
        .filter(node -> Names.match(node.name(), names) != null)
        .collect(
            Collectors.toMap(
                node -> String.valueOf(Names.match(node.name(), names)),
                SchemaNode::name,
                (first, second) -> first));
  }

  /**
   * Rows of a table or view.
   *
   * @param key columns that tell rows apart; empty for the primary key
   * @param depth how many levels of rows may stand in a row
   */
  ReadLevel table(String given, @Nullable SchemaNode schema, List<String> key, int depth)
      throws DatabaseException, SQLException {
    TableInfo table = catalog.table(catalog.find(given));
    List<Column> order = new ArrayList<>();
    for (String name : key.isEmpty() ? table.key() : key) {
      order.add(TableColumns.named(table, name));
    }
    if (order.stream().anyMatch(Column::nullable)) {
      throw new DatabaseException(
          "The key of the table "
              + table.id().name()
              + " has a column that may be empty; name columns in key that tell its rows apart.");
    }
    return level(table, order, null, schema, depth);
  }

  private ReadLevel level(
      TableInfo table,
      List<Column> order,
      @Nullable ForeignKey via,
      @Nullable SchemaNode schema,
      int depth)
      throws SQLException {
    Map<String, ForeignKey> named = depth > 0 ? children(table) : Map.of();
    List<ReadLevel.Field> fields = new ArrayList<>();
    List<Named> lists = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    if (schema != null) {
      for (SchemaNode node : schema.children()) {
        Column column = TableColumns.find(table, node.name());
        String child = Names.match(node.name(), named.keySet());
        ForeignKey key = child == null ? null : named.get(child);
        if (column != null) {
          taken.add(column.name());
          fields.add(new ReadLevel.Field(node.name(), column));
        } else if (key != null && node.type() == FieldType.ARRAY) {
          lists.add(new Named(node.name(), key, node.item()));
        } else if (depth > 0 || node.type() != FieldType.ARRAY) {
          List<String> names = new ArrayList<>(TableColumns.names(table));
          names.addAll(named.keySet());
          note("The table " + table.id().name(), node.name(), names);
        }
      }
    }
    if (schema == null || schema.open()) {
      for (Column column : table.columns()) {
        boolean pointsBack = via != null && via.columns().contains(column.name());
        if (!pointsBack && taken.add(column.name())) {
          fields.add(new ReadLevel.Field(column.name(), column));
        }
      }
    }
    if (schema == null) {
      named.forEach((name, key) -> lists.add(new Named(name, key, null)));
    }
    int below = depth == Integer.MAX_VALUE ? depth : depth - 1;
    return new ReadLevel(
        "the table " + table.id().name(),
        catalog.names().quoted(table.id()),
        fields,
        order,
        () -> children(table, lists, below));
  }

  private List<ReadLevel.Child> children(TableInfo parent, List<Named> lists, int depth)
      throws SQLException {
    List<ReadLevel.Child> children = new ArrayList<>();
    for (Named list : lists) {
      children.add(child(parent, list, depth));
    }
    return children;
  }

  /** A list of rows; without a node everything in them is read. */
  private record Named(String name, ForeignKey key, @Nullable SchemaNode item) {}

  private Map<String, ForeignKey> children(TableInfo table) throws SQLException {
    return ChildNames.of(table, catalog.children(table.id()));
  }

  private ReadLevel.Child child(TableInfo parent, Named list, int depth) throws SQLException {
    TableInfo table = catalog.table(list.key().child());
    List<Column> order = table.key().stream().map(name -> TableColumns.known(table, name)).toList();
    SchemaNode item = list.item() == null || list.item().children().isEmpty() ? null : list.item();
    return new ReadLevel.Child(
        list.name(),
        list.key().columns().stream().map(name -> TableColumns.known(table, name)).toList(),
        list.key().refers().stream().map(name -> TableColumns.known(parent, name)).toList(),
        level(table, order, list.key(), item, depth));
  }

  private void note(String owner, String field, List<String> names) {
    notes.add(
        owner
            + " has no column “"
            + field
            + "”, so that the field is absent; it has "
            + names.stream().limit(20).collect(Collectors.joining(", "))
            + ".");
  }
}
