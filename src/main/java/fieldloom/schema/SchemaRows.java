package fieldloom.schema;

import fieldloom.model.FieldType;
import fieldloom.model.Path;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A schema as a list of rows, a field each, parents before their parts. */
final class SchemaRows {
  /** A schema whose types refer to each other crosswise has no end of paths. */
  static final int MAX_ROWS = 100_000;

  /** Of the paths of all rows together: fields a hundred levels deep have long ones. */
  private static final long MAX_CHARS = 10_000_000;

  /** Deeper than any schema that people wrote; only merged recursive ones lead there. */
  private static final int MAX_DEPTH = 500;

  private final List<Row> rows = new ArrayList<>();
  private long chars;
  private final Map<SchemaNode, String> open = new IdentityHashMap<>();

  /**
   * A field.
   *
   * @param node the field; of a repeating one, its array
   * @param item the field, or what the innermost array holds
   * @param recursive path of the field that contains this one and is the same; null where none is
   */
  record Row(String path, SchemaNode node, SchemaNode item, @Nullable String recursive) {}

  private SchemaRows() {}

  static List<Row> of(SchemaTree tree) {
    SchemaRows walk = new SchemaRows();
    walk.children(tree.root(), "");
    if (walk.isFull()) {
      String many = walk.rows.size() >= MAX_ROWS ? MAX_ROWS + " fields" : "can be shown at once";
      walk.end("…", "more than " + many + "; name one of them as the root");
    }
    return walk.rows;
  }

  private boolean isFull() {
    return rows.size() >= MAX_ROWS || chars >= MAX_CHARS;
  }

  /** Says that more follows, and how to see it. */
  private void end(String path, String title) {
    SchemaNode end = SchemaNode.builder("…", FieldType.ANY).title(title).build();
    rows.add(new Row(path, end, end, null));
  }

  private void children(SchemaNode parent, String prefix) {
    for (SchemaNode child : parent.children()) {
      if (isFull()) {
        return;
      }
      field(child, prefix + Path.quote(child.name()));
    }
  }

  private void field(SchemaNode node, String name) {
    StringBuilder path = new StringBuilder(name);
    SchemaNode item = node;
    for (int i = 0; item.type() == FieldType.ARRAY && i < 8; i++) {
      path.append("[]");
      item = item.item();
    }
    String same = open.get(node);
    rows.add(new Row(path.toString(), node, item, same));
    chars += path.length();
    if (same != null) {
      return;
    }
    if (open.size() < MAX_DEPTH) {
      open.put(node, path.toString());
      children(item, path + ".");
      open.remove(node);
    } else if (!item.children().isEmpty()) {
      end(path + ".…", "more than " + MAX_DEPTH + " levels; name this field as the root");
    }
  }
}
