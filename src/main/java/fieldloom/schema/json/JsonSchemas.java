package fieldloom.schema.json;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.SchemaNode;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import java.util.function.Consumer;

/**
 * The JSON Schemas of one document: each is checked before it becomes a node, so that nodes made
 * later, when somebody opens them, cannot fail. Thread-safe once made.
 */
public final class JsonSchemas {
  private final SchemaRefs refs;
  private final SchemaFile file;
  private SchemaChecker checker;
  private final SchemaNodes nodes;

  /**
   * @param document the document in which the schemas stand
   * @param prepare makes a JSON Schema of each further file that references lead to
   */
  public JsonSchemas(SchemaFile file, JsonNode document, Consumer<JsonNode> prepare) {
    this.file = file;
    refs = new SchemaRefs(file, document, prepare);
    checker = new SchemaChecker(file.label(), refs);
    nodes = new SchemaNodes(new SchemaFlattener(refs));
  }

  /** Reads a file that holds one JSON or YAML value, as its name or content says. */
  public static JsonNode tree(SchemaFile file) throws SchemaException {
    return JsonTrees.read(file);
  }

  /**
   * The node of a schema of the document.
   *
   * @param name of the field
   * @param pointer where the schema stands, for messages
   * @throws SchemaException where the schema or one it refers to is wrong; one sentence
   */
  public synchronized SchemaNode node(
      String name, JsonNode schema, String pointer, boolean required) throws SchemaException {
    try {
      checker.check(schema, pointer);
    } catch (SchemaException e) {
      // What it has seen on the way must not pass for right the next time.
      checker = new SchemaChecker(file.label(), refs);
      throw e;
    }
    return nodes.node(name, schema, required);
  }

  /**
   * What an object of the document is: itself, or what its {@code $ref} names.
   *
   * @param pointer where it stands
   */
  public synchronized JsonNode resolved(JsonNode object, String pointer) throws SchemaException {
    JsonNode found = object;
    for (int i = 0; i < 32 && found.path("$ref").isTextual(); i++) {
      found = refs.resolve(found.get("$ref").textValue(), pointer + "/$ref");
    }
    return found;
  }
}
