package fieldloom.catalog;

import fieldloom.model.FieldType;
import fieldloom.model.Path;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A field of a document, a group or one without parts.
 *
 * @param path from the record down: {@code FEntity[].FMaterialId.FNumber}
 * @param node of a list the field itself, not its item
 */
public record CatalogField(Path path, SchemaNode node) {

  /** The fields of a schema in its order, a group before its parts. */
  static List<CatalogField> of(SchemaTree schema) {
    List<CatalogField> found = new ArrayList<>();
    add(schema.root(), Path.EMPTY, new ArrayDeque<>(), found);
    return found;
  }

  /** A node that contains itself is gone into once. */
  private static void add(
      SchemaNode node, Path at, Deque<SchemaNode> way, List<CatalogField> found) {
    if (way.contains(node)) {
      return;
    }
    way.push(node);
    for (SchemaNode child : node.children()) {
      SchemaNode inner = child;
      int arrays = 0;
      while (inner.type() == FieldType.ARRAY) {
        inner = inner.item();
        arrays++;
      }
      Path path = at.child(child.name(), arrays);
      found.add(new CatalogField(path, child));
      add(inner, path, way, found);
    }
    way.pop();
  }

  /** Whether it has values of its own rather than parts. */
  public boolean isLeaf() {
    SchemaNode inner = node;
    while (inner.type() == FieldType.ARRAY) {
      inner = inner.item();
    }
    return inner.children().isEmpty();
  }
}
