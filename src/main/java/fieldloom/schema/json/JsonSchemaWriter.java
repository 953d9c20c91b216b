package fieldloom.schema.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.model.Facets;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.payload.FormatException;
import fieldloom.payload.JsonValues;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a schema as JSON Schema 2020-12 that {@link JsonSchemaReader} reads as the same schema.
 * What is used in several places, or contains itself, is written once. What only XML or EDI know of
 * a field is not written.
 */
public final class JsonSchemaWriter {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Map<SchemaNode, Integer> uses = new IdentityHashMap<>();
  private final Map<SchemaNode, String> names = new IdentityHashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final ObjectNode definitions = NODES.objectNode();

  private JsonSchemaWriter() {}

  /** The schema as a file's content, UTF-8. */
  public static byte[] write(SchemaTree tree) {
    JsonSchemaWriter writer = new JsonSchemaWriter();
    writer.count(tree.root());
    ObjectNode schema = NODES.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.setAll(writer.use(tree.root()));
    if (!writer.definitions.isEmpty()) {
      schema.set("$defs", writer.definitions);
    }
    return (JsonValues.toPrettyJson(JsonValues.of(schema)) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private void count(SchemaNode node) {
    if (uses.merge(node, 1, Integer::sum) > 1) {
      return;
    }
    if (node.type() == FieldType.ARRAY) {
      count(node.item());
    }
    node.children().forEach(this::count);
    node.places().forEach(this::count);
  }

  /** The schema itself, or a reference to where it stands. */
  private ObjectNode use(SchemaNode node) {
    if (uses.getOrDefault(node, 0) < 2) {
      return schema(node);
    }
    String name = names.get(node);
    if (name == null) {
      name = free(node.name());
      names.put(node, name);
      definitions.set(name, schema(node));
    }
    return NODES.objectNode().put("$ref", "#/$defs/" + name);
  }

  /** Only what needs no escaping in a reference. */
  private String free(String wanted) {
    String plain = wanted.replaceAll("[^A-Za-z0-9_]", "_");
    String name = plain;
    for (int n = 2; !taken.add(name); n++) {
      name = plain + "-" + n;
    }
    return name;
  }

  private ObjectNode schema(SchemaNode node) {
    ObjectNode schema = NODES.objectNode();
    put(schema, "title", node.titles().plain());
    put(schema, "x-title-zh", node.titles().chinese());
    put(schema, "description", node.facets().documentation());
    type(schema, node);
    facets(schema, node);
    switch (node.type()) {
      case ARRAY -> items(schema, node);
      case OBJECT, ANY -> properties(schema, node);
      case STRING, INTEGER, DECIMAL, BOOLEAN, DATE, TIME, DATETIME, BINARY -> {}
    }
    return schema;
  }

  private static void type(ObjectNode schema, SchemaNode node) {
    switch (node.type()) {
      case OBJECT -> type(schema, node, "object");
      case ARRAY -> type(schema, node, "array");
      case INTEGER -> type(schema, node, "integer");
      case DECIMAL -> type(schema, node, "number");
      case BOOLEAN -> type(schema, node, "boolean");
      case STRING -> type(schema, node, "string");
      case DATE -> type(schema, node, "string").put("format", "date");
      case TIME -> type(schema, node, "string").put("format", "time");
      case DATETIME -> type(schema, node, "string").put("format", "date-time");
      case BINARY -> type(schema, node, "string").put("contentEncoding", "base64");
      case ANY -> {
        if (!node.nullable()) {
          schema.putArray("type").add("object").add("array").add("string").add("number");
          schema.withArray("type").add("boolean");
        }
      }
    }
  }

  private static ObjectNode type(ObjectNode schema, SchemaNode node, String type) {
    if (node.nullable()) {
      schema.putArray("type").add(type).add("null");
    } else {
      schema.put("type", type);
    }
    return schema;
  }

  private static void facets(ObjectNode schema, SchemaNode node) {
    Facets facets = node.facets();
    put(schema, "maxLength", facets.maxLength());
    put(schema, "x-digits", facets.digits());
    put(schema, "x-scale", facets.scale());
    put(schema, "pattern", facets.pattern());
    if (facets.minimum() != null) {
      schema.put("minimum", facets.minimum());
    }
    if (facets.maximum() != null) {
      schema.put("maximum", facets.maximum());
    }
    if (!facets.enumeration().isEmpty()) {
      ArrayNode values = schema.putArray("enum");
      facets.enumeration().forEach(value -> values.add(value(node.type(), value)));
      if (node.nullable()) {
        values.addNull();
      }
    }
    if (facets.defaultValue() != null) {
      schema.set("default", json(facets.defaultValue()));
    }
    if (facets.key()) {
      schema.put("x-key", true);
    }
  }

  /** Values of enumerations are kept as text, whatever they are. */
  private static JsonNode value(FieldType type, String text) {
    return type.isNumber() || type == FieldType.BOOLEAN ? json(text) : NODES.textNode(text);
  }

  private static JsonNode json(String text) {
    try {
      return JsonValues.toNode(JsonValues.parse(text));
    } catch (FormatException e) {
      return NODES.textNode(text);
    }
  }

  private void items(ObjectNode schema, SchemaNode node) {
    if (node.isTuple()) {
      ArrayNode places = schema.putArray("prefixItems");
      node.places().forEach(place -> places.add(use(place)));
    }
    schema.set("items", use(node.item()));
  }

  private void properties(ObjectNode schema, SchemaNode node) {
    if (node.type() == FieldType.OBJECT || !node.children().isEmpty()) {
      ObjectNode properties = schema.putObject("properties");
      ArrayNode required = NODES.arrayNode();
      for (SchemaNode child : node.children()) {
        properties.set(child.name(), use(child));
        if (child.required()) {
          required.add(child.name());
        }
      }
      if (!required.isEmpty()) {
        schema.set("required", required);
      }
    }
    if (!node.open()) {
      schema.put("additionalProperties", false);
    }
  }

  private static void put(ObjectNode schema, String name, @Nullable String value) {
    if (value != null) {
      schema.put(name, value);
    }
  }

  private static void put(ObjectNode schema, String name, @Nullable Integer value) {
    if (value != null) {
      schema.put(name, value);
    }
  }
}
