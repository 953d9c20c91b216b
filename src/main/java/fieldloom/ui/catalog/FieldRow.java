package fieldloom.ui.catalog;

import fieldloom.model.FieldType;
import fieldloom.model.Path;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.model.Titles;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A line of a document's fields. A group of one field shares the field's line, as base data does:
 * {@code FCustId.FNumber}.
 *
 * @param label name with {@code []} where it repeats
 * @param node what has the values: of a list its item
 * @param type of the field itself: array where it repeats
 * @param titles the group's where a line is shared
 */
record FieldRow(
    String label,
    Path path,
    SchemaNode node,
    FieldType type,
    boolean required,
    Titles titles,
    List<FieldRow> children) {

  /** The lines of a schema. */
  static List<FieldRow> of(SchemaTree schema) {
    return children(schema.root(), Path.EMPTY, new ArrayDeque<>());
  }

  /** A schema that contains itself is gone into once. */
  private static List<FieldRow> children(SchemaNode group, Path at, Deque<SchemaNode> way) {
    if (way.contains(group)) {
      return List.of();
    }
    way.push(group);
    List<FieldRow> rows = new ArrayList<>();
    int number = 0;
    for (SchemaNode place : group.places()) {
      rows.add(place(place, ++number, at, way));
    }
    for (SchemaNode child : group.children()) {
      rows.add(row(child, at, way));
    }
    way.pop();
    return rows;
  }

  private static FieldRow row(SchemaNode field, Path at, Deque<SchemaNode> way) {
    SchemaNode inner = field;
    Path path = step(field, at);
    StringBuilder label = new StringBuilder(label(path));
    boolean required = field.required();
    Titles titles = field.titles();
    while (inner.type() == FieldType.OBJECT
        && inner.children().size() == 1
        && !way.contains(inner)) {
      inner = inner.children().getFirst();
      path = step(inner, path);
      label.append('.').append(label(path));
      required &= inner.required();
      titles = titles.equals(Titles.NONE) ? inner.titles() : titles;
    }
    FieldType type = inner.type();
    inner = inner.innermost();
    return new FieldRow(
        label.toString(), path, inner, type, required, titles, children(inner, path, way));
  }

  /** A place of a tuple, called by its number; it is no path of its own. */
  private static FieldRow place(SchemaNode place, int number, Path at, Deque<SchemaNode> way) {
    SchemaNode inner = place.innermost();
    return new FieldRow(
        number + "[]".repeat(place.arrays()),
        at,
        inner,
        place.type(),
        place.required(),
        place.titles(),
        children(inner, at, way));
  }

  private static Path step(SchemaNode field, Path at) {
    return at.child(field.name(), field.arrays());
  }

  private static String label(Path path) {
    return path.last().name() + "[]".repeat(path.last().arrays());
  }

  /** Whether it is (part of) its record's key. */
  boolean key() {
    return node.facets().key();
  }
}
