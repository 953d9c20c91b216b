package fieldloom.schema.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Where Swagger 2 and OpenAPI 3.0 say something in other words than JSON Schema: {@code nullable},
 * exclusive bounds that are true or false, {@code discriminator} texts.
 */
final class Dialect {
  private Dialect() {}

  /** Rewrites every schema of a document, in place. */
  static void toJsonSchema(JsonNode document) {
    Deque<JsonNode> open = new ArrayDeque<>();
    open.add(document);
    while (!open.isEmpty()) {
      JsonNode node = open.removeLast();
      if (node instanceof ObjectNode object) {
        rewrite(object);
      }
      for (JsonNode part : node) {
        if (part.isContainerNode()) {
          open.addLast(part);
        }
      }
    }
  }

  private static void rewrite(ObjectNode schema) {
    if (schema.path("nullable").asBoolean() || schema.path("x-nullable").asBoolean()) {
      nullable(schema);
    }
    exclusive(schema, "exclusiveMinimum", "minimum");
    exclusive(schema, "exclusiveMaximum", "maximum");
    JsonNode format = schema.path("format");
    if (format.isTextual() && format.textValue().equals("binary")) {
      schema.put("contentEncoding", "base64");
    }
  }

  private static void nullable(ObjectNode schema) {
    JsonNode type = schema.path("type");
    if (type.isTextual()) {
      ArrayNode types = schema.putArray("type");
      types.add(type).add("null");
    }
    if (schema.path("enum") instanceof ArrayNode values) {
      boolean there = false;
      for (JsonNode value : values) {
        there |= value.isNull();
      }
      if (!there) {
        values.addNull();
      }
    }
  }

  private static void exclusive(ObjectNode schema, String flag, String bound) {
    if (!schema.path(flag).isBoolean()) {
      return;
    }
    boolean on = schema.path(flag).booleanValue();
    schema.remove(flag);
    if (on && schema.path(bound).isNumber()) {
      schema.set(flag, schema.get(bound));
      schema.remove(bound);
    }
  }
}
