package fieldloom.ui.session;

import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The fields of a schema with their references, a schema that contains itself once round. */
public final class SchemaFields {
  private static final int AT_MOST = 50_000;

  private final List<Field> found = new ArrayList<>();
  private final Deque<SchemaNode> way = new ArrayDeque<>();

  private SchemaFields() {}

  /**
   * A field.
   *
   * @param own the field itself
   * @param node the field; of an array what its items are
   */
  public record Field(FieldRef ref, SchemaNode own, SchemaNode node) {
    public FieldType type() {
      return node.type();
    }
  }

  /** All fields in the schema's order, at most 50,000. */
  public static List<Field> of(String document, SchemaTree tree) {
    SchemaFields fields = new SchemaFields();
    fields.add(tree.root(), FieldRef.root(document));
    return fields.found;
  }

  /** Which fields are lists whose places are fields of their own. */
  static Predicate<FieldRef> tuples(Map<String, SchemaTree> schemas) {
    return field -> {
      SchemaTree tree = schemas.get(field.document());
      SchemaNode node = tree == null ? null : tree.find(field.path());
      return node != null && node.isTuple();
    };
  }

  private void add(SchemaNode node, FieldRef at) {
    if (way.contains(node)) {
      return;
    }
    way.push(node);
    for (SchemaNode child : node.children()) {
      if (found.size() >= AT_MOST) {
        break;
      }
      FieldRef ref = LinkPlanner.ref(at, child);
      SchemaNode inner = LinkPlanner.item(child);
      found.add(new Field(ref, child, inner));
      add(inner, ref);
    }
    way.pop();
  }
}
