package fieldloom.payload.table;

import fieldloom.database.Column;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one table or query in their place: what is read of them, and which rows stand in them.
 */
final class ReadLevel {
  private final String label;
  private final String from;
  private final List<Field> fields;
  private final List<Column> order;
  private final Loader loader;
  private @Nullable List<Child> children;

  /**
   * A field of a record.
   *
   * @param name in the record
   * @param column it is read from
   */
  record Field(String name, Column column) {}

  /**
   * Rows that stand in a row.
   *
   * @param name of the list in the record
   * @param own the child's columns of the foreign key by which they belong to it
   * @param refers the parent's columns, one for each
   */
  record Child(String name, List<Column> own, List<Column> refers, ReadLevel level) {}

  /** Finds the children, once there is a row that may have some. */
  interface Loader {
    List<Child> load() throws SQLException;
  }

  /**
   * @param label what messages call it: {@code the table orders}
   * @param from a quoted table, or a query
   * @param order the columns that tell rows apart and order them; empty where there are none
   * @param loader finds the children
   */
  ReadLevel(String label, String from, List<Field> fields, List<Column> order, Loader loader) {
    this.label = label;
    this.from = from;
    this.fields = List.copyOf(fields);
    this.order = List.copyOf(order);
    this.loader = loader;
  }

  String label() {
    return label;
  }

  String from() {
    return from;
  }

  List<Field> fields() {
    return fields;
  }

  List<Column> order() {
    return order;
  }

  /** The lists that stand in a row; a table that belongs to itself has no last level. */
  List<Child> children() throws SQLException {
    List<Child> known = children;
    if (known == null) {
      known = loader.load();
      children = known;
    }
    return known;
  }

  /** All columns that are read: those of the fields, then others that rows are known by. */
  List<Column> columns() throws SQLException {
    List<Column> all = new ArrayList<>();
    fields.forEach(field -> all.add(field.column()));
    List<Column> more = new ArrayList<>(order);
    for (Child child : children()) {
      more.addAll(child.refers());
    }
    for (Column column : more) {
      if (all.stream().noneMatch(it -> it.name().equals(column.name()))) {
        all.add(column);
      }
    }
    return all;
  }
}
