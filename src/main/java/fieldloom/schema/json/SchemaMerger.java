package fieldloom.schema.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Makes one schema of two, the same one for the same two. Not thread-safe. */
final class SchemaMerger {
  private final SchemaRefs refs;
  private final Map<JsonNode, Integer> numbers = new IdentityHashMap<>();
  private final Map<Merge, JsonNode> merged = new HashMap<>();
  private final Map<JsonNode, List<JsonNode>> made = new IdentityHashMap<>();

  /** Schemas to merge, told apart by identity. */
  private record Merge(String how, SortedSet<Integer> parts) {}

  SchemaMerger(SchemaRefs refs) {
    this.refs = refs;
  }

  /**
   * One schema that stands for two. It is made of the parts that its own are made of, each once:
   * merging round and round a recursive schema then comes back to the same one.
   */
  JsonNode merge(String how, JsonNode first, JsonNode second) {
    Map<Integer, JsonNode> parts = new LinkedHashMap<>();
    for (JsonNode schema : List.of(first, second)) {
      JsonNode meant = meant(schema);
      List<JsonNode> own = made.getOrDefault(meant, List.of());
      boolean sameKind = !own.isEmpty() && meant.has(how);
      for (JsonNode part : sameKind ? own : List.of(meant)) {
        parts.put(number(part), part);
      }
    }
    if (parts.size() == 1) {
      return parts.values().iterator().next();
    }
    return merged.computeIfAbsent(
        new Merge(how, new TreeSet<>(parts.keySet())),
        key -> {
          ArrayNode branches = JsonNodeFactory.instance.arrayNode();
          parts.values().forEach(branches::add);
          ObjectNode node = object(how, branches);
          made.put(node, List.copyOf(parts.values()));
          return node;
        });
  }

  /** What a schema that is nothing but a reference refers to. */
  private JsonNode meant(JsonNode schema) {
    JsonNode meant = schema;
    while (meant.size() == 1 && meant.path("$ref").isTextual()) {
      meant = refs.known(meant.get("$ref").textValue());
    }
    return meant;
  }

  private int number(JsonNode node) {
    return numbers.computeIfAbsent(node, key -> numbers.size());
  }

  /** {@code {keyword: branches}}. */
  static ObjectNode object(String keyword, ArrayNode branches) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set(keyword, branches);
    return node;
  }
}
