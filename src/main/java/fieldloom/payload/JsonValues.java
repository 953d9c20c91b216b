package fieldloom.payload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fieldloom.model.value.Binary;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import fieldloom.payload.json.JsonText;
import fieldloom.payload.text.IsoText;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Values of records from JSON trees and text, and back; numbers stay exact. */
public final class JsonValues {
  private JsonValues() {}

  /** The value that a JSON tree stands for. */
  public static Object of(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> {
        Obj object = new Obj();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
          object.put(field.getKey(), of(field.getValue()));
        }
        yield object;
      }
      case ARRAY -> {
        List<Object> list = new ArrayList<>(node.size());
        for (JsonNode item : node) {
          list.add(of(item));
        }
        yield list;
      }
      case STRING -> node.textValue();
      case NUMBER -> Num.ofText(node.asText());
      case BOOLEAN -> node.booleanValue();
      case NULL, MISSING -> Null.NULL;
      case BINARY, POJO ->
          throw new IllegalStateException("no JSON that was read: " + node.getNodeType());
    };
  }

  /** A JSON tree of a value: {@code java.time} values as ISO text, bytes as Base64. */
  public static JsonNode toNode(Object value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (value) {
      case String text -> nodes.textNode(text);
      case Num number -> DecimalNode.valueOf(number.value());
      case Boolean flag -> nodes.booleanNode(flag);
      case Null nothing -> nodes.nullNode();
      case Obj object -> {
        ObjectNode node = nodes.objectNode();
        object.fields().forEach((name, field) -> node.set(name, toNode(field)));
        yield node;
      }
      case List<?> list -> {
        ArrayNode node = nodes.arrayNode(list.size());
        list.forEach(item -> node.add(toNode(item)));
        yield node;
      }
      case Temporal time -> nodes.textNode(IsoText.of(time));
      case Binary bytes -> nodes.textNode(bytes.base64());
      default ->
          throw new IllegalStateException("no value of a record: " + value.getClass().getName());
    };
  }

  /** Compact JSON: {@code java.time} values as ISO text, bytes as Base64, numbers as their text. */
  public static String toJson(Object value) {
    return JsonText.of(value);
  }

  /** JSON indented by two spaces. */
  public static String toPrettyJson(Object value) {
    return JsonText.of(value, true);
  }

  /**
   * Reads one JSON value as strictly as a payload is read.
   *
   * @throws FormatException where it is none, with line and column
   */
  public static Object parse(String json) throws FormatException {
    return JsonText.parse(json);
  }
}
