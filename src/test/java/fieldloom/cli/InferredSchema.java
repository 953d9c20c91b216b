package fieldloom.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;

/** The JSON Schema that an analyst would write for some records. */
final class InferredSchema {
  private InferredSchema() {}

  /** The schema of values that stand for the same field. */
  static ObjectNode of(Iterable<JsonNode> values) {
    ObjectNode schema = ContractCase.JSON.createObjectNode();
    Set<String> types = new TreeSet<>();
    ArrayNode items = ContractCase.JSON.createArrayNode();
    ObjectNode members = ContractCase.JSON.createObjectNode();
    for (JsonNode value : values) {
      types.add(type(value));
      if (value.isArray()) {
        value.forEach(items::add);
      }
      value
          .properties()
          .forEach(member -> members.withArray(member.getKey()).add(member.getValue()));
    }
    if (types.contains("number")) {
      types.remove("integer");
    }
    // Null alone says nothing about a field.
    if (types.equals(Set.of("null"))) {
      return schema;
    }
    if (types.size() == 1) {
      schema.put("type", types.iterator().next());
    } else {
      types.forEach(schema.putArray("type")::add);
    }
    if (types.contains("array") && !items.isEmpty()) {
      schema.set("items", of(items));
    }
    if (types.contains("object")) {
      ObjectNode properties = schema.putObject("properties");
      members.properties().forEach(m -> properties.set(m.getKey(), of(m.getValue())));
    }
    return schema;
  }

  private static String type(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "array";
      case BOOLEAN -> "boolean";
      case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
      case OBJECT -> "object";
      case STRING -> "string";
      case BINARY, MISSING, NULL, POJO -> "null";
    };
  }
}
