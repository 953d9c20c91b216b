package fieldloom.model.difference;

import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which fields of a schema are new, other or gone. */
final class SchemaDifference {
  private static final int AT_MOST = 50_000;
  private static final int MOST_ARRAYS = 8;

  private final Map<String, String> fields = new LinkedHashMap<>();
  private final Deque<SchemaNode> way = new ArrayDeque<>();

  private SchemaDifference() {}

  /** Under a field that is new or gone its own fields are not told of. */
  static List<Change> of(boolean source, String document, SchemaTree before, SchemaTree after) {
    Map<String, String> old = fields(before);
    Map<String, String> now = fields(after);
    Set<String> paths = new LinkedHashSet<>(now.keySet());
    paths.addAll(old.keySet());
    List<Change> found = new ArrayList<>();
    String told = null;
    for (String path : paths) {
      String a = old.get(path);
      String b = now.get(path);
      boolean whole = a == null || b == null;
      boolean inTold = told != null && path.startsWith(told + ".");
      if (whole && !inTold) {
        told = path;
        found.add(new Change.OfSchema(source, document, path, true, a, b));
      } else if (!whole && !a.equals(b)) {
        found.add(new Change.OfSchema(source, document, path, false, a, b));
      }
    }
    return found;
  }

  private static Map<String, String> fields(SchemaTree tree) {
    SchemaDifference all = new SchemaDifference();
    all.add(tree.root(), "");
    return all.fields;
  }

  private void add(SchemaNode node, String at) {
    if (way.contains(node)) {
      return;
    }
    way.push(node);
    for (SchemaNode child : node.children()) {
      if (fields.size() >= AT_MOST) {
        break;
      }
      SchemaNode inner = child;
      String path = at.isEmpty() ? child.name() : at + "." + child.name();
      for (int i = 0; i < MOST_ARRAYS && inner.type() == FieldType.ARRAY; i++) {
        inner = inner.item();
        path += "[]";
      }
      fields.put(path, words(child, inner));
      add(inner, path);
    }
    way.pop();
  }

  /** Type and limits, in the language of schemas. */
  private static String words(SchemaNode field, SchemaNode inner) {
    StringBuilder words = new StringBuilder(inner.type().name().toLowerCase(Locale.ROOT));
    if (inner.facets().maxLength() != null) {
      words.append('(').append(inner.facets().maxLength()).append(')');
    } else if (inner.facets().digits() != null) {
      words.append('(').append(inner.facets().digits());
      words.append(inner.facets().scale() == null ? "" : "," + inner.facets().scale()).append(')');
    }
    words.append(field.required() ? ", required" : "");
    words.append(field.nullable() ? ", null" : "");
    if (!inner.facets().enumeration().isEmpty()) {
      words.append(", one of ").append(String.join(" ", inner.facets().enumeration()));
    }
    if (inner.facets().pattern() != null) {
      words.append(", pattern ").append(inner.facets().pattern());
    }
    return words.toString();
  }
}
