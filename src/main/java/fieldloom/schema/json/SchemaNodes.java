package fieldloom.schema.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fieldloom.model.Facets;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.Titles;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes schema nodes of flattened schemas, children when they are asked for. A schema under one
 * name is one node, so that a recursive schema is a node that contains itself. Thread-safe.
 */
final class SchemaNodes {
  private final SchemaFlattener flattener;
  private final Map<JsonNode, Map<Use, SchemaNode>> known = new IdentityHashMap<>();

  /** How a schema is used: two uses of one schema are two nodes. */
  private record Use(String name, boolean required) {}

  SchemaNodes(SchemaFlattener flattener) {
    this.flattener = flattener;
  }

  synchronized SchemaNode node(String name, JsonNode schema, boolean required) {
    Map<Use, SchemaNode> uses = known.computeIfAbsent(schema, key -> new HashMap<>());
    Use use = new Use(name, required);
    SchemaNode node = uses.get(use);
    if (node == null) {
      node = make(name, schema, required);
      uses.put(use, node);
    }
    return node;
  }

  private SchemaNode make(String name, JsonNode schema, boolean required) {
    FlatSchema flat = flattener.flatten(schema);
    FieldType type = type(flat);
    SchemaNode.Builder node =
        SchemaNode.builder(name, type)
            .required(required)
            .nullable(nullable(flat))
            .open(!flat.closed)
            .titles(
                new Titles(SchemaFacets.text(flat, "title"), SchemaFacets.text(flat, "x-title-zh")))
            .facets(facets(flat, type));
    if (type == FieldType.OBJECT || type == FieldType.ANY && mayBeObject(flat)) {
      node.children(() -> children(flat));
    } else if (type == FieldType.ARRAY) {
      JsonNode items = flat.items == null ? JsonNodeFactory.instance.objectNode() : flat.items;
      node.item(() -> node(name, items, true));
      if (!flat.places.isEmpty()) {
        node.places(() -> places(flat.places));
      }
    }
    return node.build();
  }

  /** What is an object or something else has fields where it is one. */
  private static boolean mayBeObject(FlatSchema flat) {
    return !flat.properties.isEmpty()
        && (flat.types == null || flat.types.contains(JsonType.OBJECT));
  }

  private List<SchemaNode> children(FlatSchema flat) {
    List<SchemaNode> children = new ArrayList<>(flat.properties.size());
    flat.properties.forEach(
        (name, schema) -> children.add(node(name, schema, flat.required.contains(name))));
    return children;
  }

  /** Places are called by their number, from 1. */
  private List<SchemaNode> places(List<JsonNode> schemas) {
    List<SchemaNode> places = new ArrayList<>(schemas.size());
    for (JsonNode schema : schemas) {
      places.add(node(String.valueOf(places.size() + 1), schema, false));
    }
    return places;
  }

  private static Facets facets(FlatSchema flat, FieldType type) {
    return flat.facets.isEmpty() ? Facets.NONE : SchemaFacets.of(flat, type);
  }

  private static boolean nullable(FlatSchema flat) {
    if (flat.types != null && !flat.types.contains(JsonType.NULL)) {
      return false;
    }
    JsonNode constant = flat.facet("const");
    if (constant != null) {
      return constant.isNull();
    }
    JsonNode values = flat.facet("enum");
    if (values == null) {
      return true;
    }
    for (JsonNode value : values) {
      if (value.isNull()) {
        return true;
      }
    }
    return false;
  }

  static FieldType type(FlatSchema flat) {
    Set<JsonType> types = EnumSet.noneOf(JsonType.class);
    types.addAll(flat.types == null ? guessed(flat) : flat.types);
    types.remove(JsonType.NULL);
    if (types.equals(Set.of(JsonType.INTEGER, JsonType.NUMBER))) {
      return FieldType.DECIMAL;
    }
    if (types.size() != 1) {
      return FieldType.ANY;
    }
    return switch (types.iterator().next()) {
      case BOOLEAN -> FieldType.BOOLEAN;
      case OBJECT -> FieldType.OBJECT;
      case ARRAY -> FieldType.ARRAY;
      case NUMBER -> FieldType.DECIMAL;
      case INTEGER -> FieldType.INTEGER;
      case STRING -> text(flat);
      case NULL -> FieldType.ANY;
    };
  }

  private static FieldType text(FlatSchema flat) {
    if ("base64".equals(SchemaFacets.text(flat, "contentEncoding"))) {
      return FieldType.BINARY;
    }
    String format = SchemaFacets.text(flat, "format");
    return switch (format == null ? "" : format) {
      case "date" -> FieldType.DATE;
      case "time" -> FieldType.TIME;
      case "date-time" -> FieldType.DATETIME;
      case "byte" -> FieldType.BINARY;
      default -> FieldType.STRING;
    };
  }

  /** The type that other keywords tell of, where the schema leaves it out. */
  private static Set<JsonType> guessed(FlatSchema flat) {
    EnumSet<JsonType> types = EnumSet.noneOf(JsonType.class);
    if (!flat.properties.isEmpty() || flat.closed) {
      types.add(JsonType.OBJECT);
    }
    if (flat.items != null) {
      types.add(JsonType.ARRAY);
    }
    JsonNode values = flat.facet("enum");
    if (values != null) {
      values.forEach(value -> types.add(JsonType.of(value)));
    } else if (flat.facet("const") != null) {
      types.add(JsonType.of(flat.facet("const")));
    }
    return types;
  }
}
