package fieldloom.schema.jdbc;

import fieldloom.database.ChildNames;
import fieldloom.database.Column;
import fieldloom.database.ColumnType;
import fieldloom.database.ForeignKey;
import fieldloom.database.Storage;
import fieldloom.database.TableId;
import fieldloom.database.TableInfo;
import fieldloom.model.Facets;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.schema.TitleText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes schemas of tables: a row is a record, and the rows of tables whose foreign keys point to it
 * are arrays in it, without the columns that point back. A table under one foreign key is one node,
 * so that tables which point to each other in a circle are a node that contains itself.
 * Thread-safe.
 */
public final class TableTrees {
  /** As deep as the foreign keys lead, which may be without end. */
  public static final int ALL = Integer.MAX_VALUE;

  private final Tables tables;
  private final Map<Use, SchemaNode> known = new HashMap<>();

  /**
   * A table in a place.
   *
   * @param via the foreign key by which it belongs to the row around it; null where it stands alone
   * @param depth how many levels of rows may stand in it
   */
  private record Use(TableId table, @Nullable ForeignKey via, String name, int depth) {}

  /**
   * @param tables filled already, with every table that the depth leads to
   */
  public TableTrees(Tables tables) {
    this.tables = tables;
  }

  /**
   * A row of a table.
   *
   * @param depth how many levels of rows that belong to it stand in it: 0 for its columns only
   */
  public SchemaTree table(TableInfo table, int depth) {
    SchemaNode root =
        SchemaNode.builder(table.id().name(), FieldType.OBJECT)
            .required(true)
            .title(TitleText.title(table.remarks()))
            .facets(documented(table.remarks()))
            .children(() -> fields(table, null, depth))
            .build();
    return new SchemaTree(root.title(), root);
  }

  /**
   * Several tables side by side, each an array of its rows.
   *
   * @param name of the record that holds them
   * @param wanted the tables, in their order
   */
  public SchemaTree tables(String name, List<TableInfo> wanted, int depth) {
    Set<String> taken = new HashSet<>();
    List<SchemaNode> arrays = new ArrayList<>();
    for (TableInfo table : wanted) {
      boolean alone = taken.add(table.id().name());
      String array = alone ? table.id().name() : table.id().toString();
      arrays.add(array(array, table, null, depth));
    }
    SchemaNode root =
        SchemaNode.builder(name, FieldType.OBJECT).required(true).children(arrays).build();
    return new SchemaTree(null, root);
  }

  /** A row of a query. */
  public static SchemaTree query(String name, List<Column> columns) {
    List<SchemaNode> fields = columns.stream().map(column -> field(column, false)).toList();
    return new SchemaTree(
        null, SchemaNode.builder(name, FieldType.OBJECT).required(true).children(fields).build());
  }

  private SchemaNode array(String name, TableInfo table, @Nullable ForeignKey via, int depth) {
    return SchemaNode.builder(name, FieldType.ARRAY)
        .title(TitleText.title(table.remarks()))
        .item(() -> row(name, table, via, depth))
        .build();
  }

  private synchronized SchemaNode row(
      String name, TableInfo table, @Nullable ForeignKey via, int depth) {
    return known.computeIfAbsent(
        new Use(table.id(), via, name, depth),
        use ->
            SchemaNode.builder(name, FieldType.OBJECT)
                .required(true)
                .title(TitleText.title(table.remarks()))
                .facets(documented(table.remarks()))
                .children(() -> fields(table, via, depth))
                .build());
  }

  private List<SchemaNode> fields(TableInfo table, @Nullable ForeignKey via, int depth) {
    List<SchemaNode> fields = new ArrayList<>();
    for (Column column : table.columns()) {
      if (via == null || !via.columns().contains(column.name())) {
        fields.add(field(column, table.key().contains(column.name())));
      }
    }
    if (depth > 0) {
      int below = depth == ALL ? ALL : depth - 1;
      ChildNames.of(table, tables.children(table.id()))
          .forEach(
              (name, key) -> {
                TableInfo child = tables.get(key.child());
                if (child != null) {
                  fields.add(array(name, child, key, below));
                }
              });
    }
    return fields;
  }

  private static SchemaNode field(Column column, boolean key) {
    ColumnType type = column.type();
    SchemaNode.Builder field =
        SchemaNode.builder(column.name(), type.storage().fieldType())
            .required(!column.nullable() && !column.filled())
            .nullable(column.nullable())
            .open(type.storage() == Storage.JSON)
            .title(TitleText.title(column.remarks()))
            .facets(facets(column, key));
    ColumnType item = type.item();
    if (item != null) {
      Column one = new Column(column.name(), item, true, false, false, null, null);
      field.item(() -> field(one, false));
    }
    return field.build();
  }

  private static Facets facets(Column column, boolean key) {
    ColumnType type = column.type();
    boolean number = type.storage().fieldType().isNumber();
    return new Facets(
        type.maxLength(),
        number ? type.digits() : null,
        number && type.storage() != Storage.WHOLE ? type.scale() : null,
        null,
        type.values(),
        type.minimum(),
        type.maximum(),
        column.defaultValue(),
        TitleText.documentation(column.remarks()),
        key);
  }

  private static Facets documented(@Nullable String remarks) {
    return new Facets(
        null,
        null,
        null,
        null,
        List.of(),
        null,
        null,
        null,
        TitleText.documentation(remarks),
        false);
  }
}
