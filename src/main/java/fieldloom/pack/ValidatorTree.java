package fieldloom.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The same JSON in the nodes of Jackson 3, which the schema validator reads. */
final class ValidatorTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ValidatorTree() {}

  static tools.jackson.databind.JsonNode of(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> object(node);
      case ARRAY -> array(node);
      case STRING -> NODES.stringNode(node.asText());
      case NUMBER ->
          node.isIntegralNumber()
              ? NODES.numberNode(node.bigIntegerValue())
              : NODES.numberNode(node.decimalValue());
      case BOOLEAN -> NODES.booleanNode(node.booleanValue());
      case NULL -> NODES.nullNode();
      case BINARY, MISSING, POJO -> throw new IllegalStateException("no JSON read: " + node);
    };
  }

  private static ObjectNode object(JsonNode node) {
    ObjectNode out = NODES.objectNode();
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      out.set(member.getKey(), of(member.getValue()));
    }
    return out;
  }

  private static ArrayNode array(JsonNode node) {
    ArrayNode out = NODES.arrayNode(node.size());
    node.forEach(item -> out.add(of(item)));
    return out;
  }
}
