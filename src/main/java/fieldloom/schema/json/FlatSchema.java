package fieldloom.schema.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a schema says of one value once its references, {@code allOf} and alternatives are merged:
 * one set of types, of properties and of facets. Filled by {@link SchemaFlattener}, then left
 * alone.
 */
final class FlatSchema {
  /** Null where any type is allowed. */
  @Nullable Set<JsonType> types;

  final Map<String, JsonNode> properties = new LinkedHashMap<>();
  final Set<String> required = new LinkedHashSet<>();
  @Nullable JsonNode items;

  /** What stands at each place of a tuple, in order; empty where the array is none. */
  List<JsonNode> places = List.of();

  boolean closed;

  /** Keywords about the value itself, such as {@code maxLength}, by name. */
  final Map<String, JsonNode> facets = new LinkedHashMap<>();

  @Nullable JsonNode facet(String keyword) {
    return facets.get(keyword);
  }

  /** Whether nothing but null is allowed. */
  boolean isNullOnly() {
    if (types != null) {
      return types.equals(Set.of(JsonType.NULL));
    }
    JsonNode constant = facets.get("const");
    JsonNode list = facets.get("enum");
    return constant != null && constant.isNull()
        || list != null && list.size() == 1 && list.get(0).isNull();
  }
}
