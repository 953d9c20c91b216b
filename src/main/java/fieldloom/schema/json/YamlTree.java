package fieldloom.schema.json;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import fieldloom.model.value.NumberLimits;
import fieldloom.schema.SchemaException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds a tree of YAML's tokens. An alias stands for a copy of what its anchor marks, as long as
 * the whole stays below a bound; {@code <<} merges a mapping into another one; a key that stands
 * twice is an error.
 */
final class YamlTree {
  private static final long MOST_NODES = 5_000_000;

  /** With sign, point and exponent. */
  private static final int MOST_DIGITS = NumberLimits.MAX_DIGITS + 10;

  private final YAMLParser parser;
  private final String label;
  private final Map<String, JsonNode> anchors = new HashMap<>();
  private final Map<String, Long> sizes = new HashMap<>();
  private long nodes;

  YamlTree(YAMLParser parser, String label) {
    this.parser = parser;
    this.label = label;
  }

  /** The first document; null where there is none. */
  @Nullable JsonNode read() throws IOException, SchemaException {
    if (parser.nextToken() == null) {
      return null;
    }
    JsonNode first = value();
    if (parser.nextToken() != null) {
      throw wrong("has a second document", "give one document alone");
    }
    return first;
  }

  private JsonNode value() throws IOException, SchemaException {
    if (parser.isCurrentAlias()) {
      return alias(parser.getText());
    }
    String anchor = parser.getObjectId() == null ? null : parser.getObjectId().toString();
    long before = nodes;
    count(1);
    JsonNode value =
        switch (parser.currentToken()) {
          case START_OBJECT -> object();
          case START_ARRAY -> array();
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
          case VALUE_TRUE -> JsonNodeFactory.instance.booleanNode(true);
          case VALUE_FALSE -> JsonNodeFactory.instance.booleanNode(false);
          case VALUE_NULL -> JsonNodeFactory.instance.nullNode();
          default -> JsonNodeFactory.instance.textNode(parser.getText());
        };
    if (anchor != null) {
      anchors.put(anchor, value);
      sizes.put(anchor, nodes - before);
    }
    return value;
  }

  private JsonNode number() throws IOException, SchemaException {
    String text = parser.getText();
    if (text.length() > MOST_DIGITS || !NumberLimits.allows(text)) {
      throw wrong(
          "has a number of more than 1,000 digits or with an exponent beyond ±9,999",
          "write a smaller one");
    }
    return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        ? JsonNodeFactory.instance.numberNode(parser.getBigIntegerValue())
        : DecimalNode.valueOf(parser.getDecimalValue());
  }

  private JsonNode alias(String name) throws SchemaException {
    JsonNode marked = anchors.get(name);
    if (marked == null) {
      throw wrong(
          "has the alias *" + name + " inside or before what it stands for", "write it out");
    }
    count(sizes.getOrDefault(name, 1L));
    return marked.deepCopy();
  }

  private ObjectNode object() throws IOException, SchemaException {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    ObjectNode merged = JsonNodeFactory.instance.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      JsonNode value = value();
      if (key.equals("<<")) {
        merge(value, merged);
      } else if (object.has(key)) {
        throw wrong("has the key " + key + " twice in one object", "keep one of them");
      } else {
        object.set(key, value);
      }
    }
    merge(merged, object);
    return object;
  }

  private static void merge(JsonNode from, ObjectNode into) {
    if (from.isArray()) {
      from.forEach(one -> merge(one, into));
    }
    from.properties().forEach(member -> into.putIfAbsent(member.getKey(), member.getValue()));
  }

  private ArrayNode array() throws IOException, SchemaException {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value());
    }
    return array;
  }

  private void count(long more) throws SchemaException {
    nodes += more;
    if (nodes > MOST_NODES) {
      throw wrong(
          "has more than 5,000,000 parts, aliases counted in full", "give one without so many");
    }
  }

  private SchemaException wrong(String what, String remedy) {
    return new SchemaException(
        "The YAML file "
            + label
            + " "
            + what
            + ", at line "
            + Math.max(1, parser.currentLocation().getLineNr())
            + ", column "
            + Math.max(1, parser.currentLocation().getColumnNr())
            + "; "
            + remedy
            + ".");
  }
}
