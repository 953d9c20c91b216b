package fieldloom.schema.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Merges what a schema, its {@code $ref}, {@code allOf} and alternatives say. Each schema is
 * flattened once, and schemas made by merging are made once, so that a recursive schema leads back
 * to the very same objects. The schema was checked before. Thread-safe.
 */
final class SchemaFlattener {
  private static final List<String> FACETS =
      List.of(
          "minLength",
          "maxLength",
          "minItems",
          "maxItems",
          "pattern",
          "enum",
          "const",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "default",
          "title",
          "x-title-zh",
          "description",
          "format",
          "contentEncoding",
          "x-digits",
          "x-scale",
          "x-key");

  /** What a schema says of itself and its alternatives do not. */
  private static final Set<String> OWN =
      Set.of("title", "x-title-zh", "description", "default", "x-key");

  private final SchemaRefs refs;
  private final Map<JsonNode, FlatSchema> known = new IdentityHashMap<>();
  private final SchemaMerger merger;

  SchemaFlattener(SchemaRefs refs) {
    this.refs = refs;
    this.merger = new SchemaMerger(refs);
  }

  synchronized FlatSchema flatten(JsonNode schema) {
    FlatSchema flat = known.get(schema);
    if (flat == null) {
      flat = make(schema);
      known.put(schema, flat);
    }
    return flat;
  }

  private FlatSchema make(JsonNode schema) {
    FlatSchema flat = new FlatSchema();
    if (!schema.isObject()) {
      return flat;
    }
    own(flat, schema);
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      JsonNode value = keyword.getValue();
      switch (keyword.getKey()) {
        case "properties" ->
            value.properties().forEach(p -> addProperty(flat, p.getKey(), p.getValue()));
        case "$ref", "$dynamicRef", "$recursiveRef" ->
            and(flat, flatten(refs.known(value.textValue())));
        case "allOf" -> value.forEach(branch -> and(flat, flatten(branch)));
        case "anyOf", "oneOf" -> and(flat, or(value));
        case "if" -> {
          optional(flat, schema.path("then"));
          optional(flat, schema.path("else"));
        }
        default -> {}
      }
    }
    return flat;
  }

  private void own(FlatSchema flat, JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isTextual()) {
      flat.types = EnumSet.of(known(type));
    } else if (type.isArray()) {
      EnumSet<JsonType> types = EnumSet.noneOf(JsonType.class);
      type.forEach(one -> types.add(known(one)));
      flat.types = types;
    }
    for (String keyword : FACETS) {
      if (schema.has(keyword)) {
        flat.facets.put(keyword, schema.get(keyword));
      }
    }
    schema.path("required").forEach(name -> flat.required.add(name.textValue()));
    boolean patterns = schema.path("patternProperties").size() > 0;
    flat.closed =
        !patterns
            && (isFalse(schema, "additionalProperties")
                || isFalse(schema, "unevaluatedProperties"));
    JsonNode items = schema.path("items");
    JsonNode tuple = items.isArray() ? items : schema.path("prefixItems");
    if (tuple.isArray() && !tuple.isEmpty()) {
      ArrayNode all = JsonNodeFactory.instance.arrayNode();
      tuple.forEach(all::add);
      flat.places = StreamSupport.stream(tuple.spliterator(), false).toList();
      if (items.isObject()) {
        all.add(items);
      }
      flat.items = all.size() == 1 ? all.get(0) : SchemaMerger.object("anyOf", all);
    } else if (items.isObject()) {
      flat.items = items;
    }
  }

  private static JsonType known(JsonNode name) {
    JsonType type = JsonType.of(name.textValue());
    if (type == null) {
      throw new IllegalStateException("a type that was checked: " + name);
    }
    return type;
  }

  private static boolean isFalse(JsonNode schema, String keyword) {
    return schema.path(keyword).isBoolean() && !schema.get(keyword).booleanValue();
  }

  private void addProperty(FlatSchema flat, String name, JsonNode schema) {
    JsonNode there = flat.properties.get(name);
    flat.properties.put(name, there == null ? schema : merger.merge("allOf", there, schema));
  }

  /** Fields that stand under a condition may be there. */
  private void optional(FlatSchema flat, JsonNode schema) {
    if (schema.isObject()) {
      flatten(schema)
          .properties
          .forEach(
              (name, part) -> {
                if (!flat.properties.containsKey(name)) {
                  flat.properties.put(name, part);
                }
              });
    }
  }

  private void and(FlatSchema flat, FlatSchema other) {
    if (flat.types == null) {
      flat.types = other.types;
    } else if (other.types != null) {
      flat.types = JsonType.both(flat.types, other.types);
    }
    other.properties.forEach((name, schema) -> addProperty(flat, name, schema));
    flat.required.addAll(other.required);
    flat.closed |= other.closed;
    if (other.items != null) {
      // Places that two schemas say something of are not merged: the first one's count.
      flat.places = flat.places.isEmpty() ? other.places : flat.places;
      flat.items =
          flat.items == null ? other.items : merger.merge("allOf", flat.items, other.items);
    }
    other.facets.forEach(flat.facets::putIfAbsent);
  }

  private FlatSchema or(JsonNode branches) {
    List<FlatSchema> choices = new ArrayList<>();
    boolean orNull = false;
    for (JsonNode branch : branches) {
      FlatSchema flat = flatten(branch);
      if (flat.isNullOnly()) {
        orNull = true;
      } else {
        choices.add(flat);
      }
    }
    FlatSchema union = new FlatSchema();
    if (!choices.isEmpty()) {
      and(union, choices.getFirst());
      for (FlatSchema choice : choices.subList(1, choices.size())) {
        widen(union, choice);
      }
    } else {
      union.types = EnumSet.of(JsonType.NULL);
    }
    if (orNull && union.types != null) {
      EnumSet<JsonType> types = EnumSet.of(JsonType.NULL);
      types.addAll(union.types);
      union.types = types;
    }
    if (orNull && union.facets.containsKey("enum")) {
      ArrayNode values = JsonNodeFactory.instance.arrayNode();
      union.facets.get("enum").forEach(values::add);
      values.addNull();
      union.facets.put("enum", values);
    }
    return union;
  }

  private void widen(FlatSchema union, FlatSchema other) {
    if (union.types == null || other.types == null) {
      union.types = null;
    } else {
      EnumSet<JsonType> types = EnumSet.copyOf(union.types);
      types.addAll(other.types);
      union.types = types;
    }
    other.properties.forEach(
        (name, schema) -> {
          JsonNode there = union.properties.get(name);
          union.properties.put(name, there == null ? schema : merger.merge("anyOf", there, schema));
        });
    union.required.retainAll(other.required);
    union.closed &= other.closed;
    if (!union.places.equals(other.places)) {
      union.places = List.of();
    }
    if (other.items != null) {
      union.items =
          union.items == null ? other.items : merger.merge("anyOf", union.items, other.items);
    }
    ArrayNode values = values(union, other);
    union.facets.entrySet().removeIf(e -> !e.getValue().equals(other.facets.get(e.getKey())));
    union.facets.keySet().removeAll(OWN);
    if (values != null) {
      union.facets.remove("const");
      union.facets.put("enum", values);
    }
  }

  /** The values that either of two choices allows; null where one does not list its own. */
  private static @Nullable ArrayNode values(FlatSchema a, FlatSchema b) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (FlatSchema choice : List.of(a, b)) {
      JsonNode list = choice.facet("enum");
      JsonNode constant = choice.facet("const");
      if (list != null) {
        list.forEach(all::add);
      } else if (constant != null) {
        all.add(constant);
      } else {
        return null;
      }
    }
    return all;
  }
}
