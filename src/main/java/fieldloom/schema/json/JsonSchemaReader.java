package fieldloom.schema.json;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.schema.SchemaContent;
import fieldloom.schema.SchemaException;
import fieldloom.schema.SchemaFile;
import fieldloom.schema.SchemaReader;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * JSON Schema, draft 7 to 2020-12, of one record. References stay within the file. Of its own it
 * knows {@code x-digits}, {@code x-scale} and {@code x-key}.
 */
public final class JsonSchemaReader implements SchemaReader {
  private static final Set<String> KEYWORDS =
      Set.of(
          "$id",
          "$schema",
          "$ref",
          "$defs",
          "$comment",
          "$anchor",
          "$vocabulary",
          "id",
          "title",
          "description",
          "type",
          "properties",
          "required",
          "items",
          "prefixItems",
          "allOf",
          "anyOf",
          "oneOf",
          "not",
          "if",
          "then",
          "else",
          "enum",
          "const",
          "default",
          "examples",
          "format",
          "additionalProperties",
          "patternProperties",
          "propertyNames",
          "minProperties",
          "maxProperties",
          "minItems",
          "maxItems",
          "uniqueItems",
          "contains",
          "minLength",
          "maxLength",
          "pattern",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "definitions",
          "dependentRequired",
          "dependentSchemas",
          "readOnly",
          "writeOnly",
          "deprecated",
          "contentEncoding",
          "contentMediaType",
          "unevaluatedProperties",
          "unevaluatedItems",
          "dependencies",
          "additionalItems");

  @Override
  public String name() {
    return "json-schema";
  }

  @Override
  public List<String> extensions() {
    return List.of("json", "yaml", "yml");
  }

  @Override
  public List<String> formats() {
    return List.of("json", "ndjson", "csv", "xlsx", "table");
  }

  @Override
  public boolean accepts(SchemaFile file) {
    if (YamlTrees.isNamed(file)) {
      // What is malformed, or no schema, says so as YAML and not as text of another kind.
      return true;
    }
    if (!SchemaContent.glance(file.content()).stripLeading().startsWith("{")) {
      return false;
    }
    JsonNode tree = JsonTrees.readOrNull(told(file));
    return tree != null && isSchema(tree);
  }

  /** What of a file tells whether it is a schema: of one that is too large the beginning. */
  private static String told(SchemaFile file) {
    if (!file.isBeginning()) {
      return SchemaContent.textOrNone(file.content());
    }
    String start = SchemaContent.glance(file.content());
    JsonBeginning.Cut cut = JsonBeginning.of(new StringReader(start), start.length()).all();
    return cut == null ? "" : start.substring(0, cut.end()) + cut.closing();
  }

  @Override
  public SchemaTree read(SchemaFile file) throws SchemaException {
    JsonNode tree = JsonTrees.read(file);
    if (tree.isObject() && !tree.isEmpty() && isStrange(tree)) {
      throw new SchemaException(
          "The file "
              + file.label()
              + " is no JSON Schema: it has none of its keywords, such as type, properties or $ref;"
              + " give one that has, or an OpenAPI description with openapi and paths.");
    }
    return read(file, SchemaContent.baseName(file.label()), tree);
  }

  private static boolean isStrange(JsonNode tree) {
    for (Map.Entry<String, JsonNode> member : tree.properties()) {
      if (KEYWORDS.contains(member.getKey()) || member.getKey().startsWith("x-")) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads a schema that is a tree already.
   *
   * @param file where it stands
   * @param name the name of the record
   */
  public static SchemaTree read(SchemaFile file, String name, JsonNode schema)
      throws SchemaException {
    SchemaNode root = new JsonSchemas(file, schema, part -> {}).node(name, schema, "", true);
    String title = root.title();
    // A list of records is one record an item; a list with places of its own is a record itself.
    if (root.type() == FieldType.ARRAY && !schema.path("prefixItems").isArray()) {
      root = root.item();
      title = title == null ? root.title() : title;
    }
    return new SchemaTree(title, root);
  }

  /** Whether an object is a schema rather than a sample, told by its keywords. */
  private static boolean isSchema(JsonNode tree) {
    if (tree.path("$schema").isTextual()) {
      return true;
    }
    boolean definitions = tree.path("$defs").isObject() || tree.path("definitions").isObject();
    if (tree.path("$ref").isTextual() && (definitions || tree.size() <= 2)) {
      return true;
    }
    return hasKeywordsOnly(tree) && (definitions || hasType(tree) || hasParts(tree));
  }

  private static boolean hasKeywordsOnly(JsonNode tree) {
    for (Map.Entry<String, JsonNode> member : tree.properties()) {
      if (!KEYWORDS.contains(member.getKey()) && !member.getKey().startsWith("x-")) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasType(JsonNode tree) {
    JsonNode type = tree.path("type");
    return type.isTextual()
        ? JsonType.of(type.textValue()) != null
        : type.isArray() && !type.isEmpty();
  }

  /** A schema whose type is misspelt is still one if its parts are. */
  private static boolean hasParts(JsonNode tree) {
    for (String keyword : List.of("properties", "allOf", "anyOf", "oneOf")) {
      JsonNode parts = tree.path(keyword);
      boolean schemas = parts.isContainerNode() && !parts.isEmpty();
      for (JsonNode part : parts) {
        schemas &= part.isBoolean() || part.isObject() && hasKeywordsOnly(part);
      }
      if (schemas) {
        return true;
      }
    }
    return tree.path("items").isObject() && hasKeywordsOnly(tree.get("items"));
  }
}
