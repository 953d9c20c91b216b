package fieldloom.schema;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.model.FieldType;
import fieldloom.model.Path;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.payload.JsonValues;
import java.util.List;
import java.util.stream.Collectors;

/** A schema as people and scripts read it: one row a field. */
public final class SchemaText {
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private SchemaText() {}

  /**
   * Tab-separated: path, type, cardinality, title, facets. A repeating field's path ends in {@code
   * []} and its type is its items'. A field that contains itself is printed once and marked {@code
   * recursive=} with the path it is the same as.
   */
  public static String tsv(SchemaTree tree) {
    StringBuilder out = new StringBuilder();
    List<SchemaRows.Row> rows = SchemaRows.of(tree);
    for (SchemaRows.Row row : rows) {
      out.append(row.path())
          .append('\t')
          .append(row.item().type().label())
          .append('\t')
          .append(row.node().cardinality())
          .append('\t')
          .append(cell(title(row)))
          .append('\t')
          .append(
              FacetText.of(row).entrySet().stream()
                  .map(facet -> cell(FacetText.shown(facet.getKey(), facet.getValue())))
                  .collect(Collectors.joining("; ")))
          .append('\n');
    }
    return out.toString();
  }

  /** The same as a JSON array of objects, facets as an object. */
  public static String json(SchemaTree tree) {
    ArrayNode all = MAPPER.createArrayNode();
    for (SchemaRows.Row row : SchemaRows.of(tree)) {
      ObjectNode one = all.addObject();
      one.put("path", row.path());
      one.put("type", row.item().type().label());
      one.put("cardinality", row.node().cardinality());
      one.put("title", title(row));
      if (row.item().facets().documentation() != null) {
        one.put("documentation", row.item().facets().documentation());
      }
      one.set("facets", MAPPER.valueToTree(FacetText.of(row)));
    }
    return JsonValues.toPrettyJson(JsonValues.of(all)) + "\n";
  }

  /**
   * The part of a schema under a path; the path's own node becomes the root.
   *
   * @throws SchemaException where the schema has no such field
   */
  public static SchemaTree under(SchemaTree tree, String path) throws SchemaException {
    SchemaNode node;
    try {
      node = tree.find(Path.parse(path));
    } catch (IllegalArgumentException e) {
      throw new SchemaException(e.getMessage());
    }
    if (node == null) {
      throw new SchemaException(
          "The schema " + tree.root().name() + " has no field " + path + "; name one of its own.");
    }
    return new SchemaTree(node.title(), node.type() == FieldType.ARRAY ? node.item() : node);
  }

  private static String title(SchemaRows.Row row) {
    String own = row.node().title();
    String title = own == null ? row.item().title() : own;
    return title == null ? "" : title;
  }

  private static String cell(String text) {
    return text.replaceAll("[\\t\\r\\n]+", " ");
  }
}
