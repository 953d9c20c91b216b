package fieldloom.schema.avro;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.Facets;
import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.schema.SchemaException;
import fieldloom.schema.TitleText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes schema nodes of Avro types, children when they are asked for. A type under one name is one
 * node, so that a record that holds itself is a node that contains itself. Thread-safe.
 */
final class AvroNodes {
  private final AvroTypes types;
  private final Map<JsonNode, Map<Use, SchemaNode>> known = new IdentityHashMap<>();

  /** How a type is used: two uses of one are two nodes. */
  private record Use(
      String name, boolean required, boolean nullable, @Nullable String doc, String defaultValue) {

    static Use of(String name, boolean required, boolean nullable, @Nullable JsonNode field) {
      String doc = field == null ? null : AvroScalar.text(field, "doc");
      String given = field == null ? "" : field.path("default").toString();
      return new Use(name, required, nullable, doc, given);
    }
  }

  AvroNodes(AvroTypes types) {
    this.types = types;
  }

  /**
   * The record.
   *
   * @param wanted full or last name of a record; null where the file is to say
   */
  SchemaNode root(@Nullable String wanted) throws SchemaException {
    JsonNode document = types.document();
    boolean several = document.isArray() || document.path("protocol").isTextual();
    if (wanted == null && !several) {
      String name = document.path("name").asText("record");
      SchemaNode root = node(name.substring(name.lastIndexOf('.') + 1), document, "", null, true);
      return root.type() == FieldType.ARRAY ? root.item() : root;
    }
    String name = wanted == null ? types.main() : named(wanted);
    if (name == null) {
      throw new SchemaException(
          "The Avro schema "
              + types.label()
              + (wanted == null
                  ? " has no record; give one that has."
                  : " has no record “"
                      + wanted
                      + "”; name one of "
                      + String.join(", ", types.records().stream().limit(20).toList())
                      + "."));
    }
    AvroTypes.Definition type = types.find(name, "");
    if (type == null) {
      throw new IllegalStateException("a record that is not defined: " + name);
    }
    return definition(type.schema().path("name").asText(), type, null, true, false);
  }

  private @Nullable String named(String wanted) {
    String found = null;
    for (String record : types.records()) {
      if (record.equals(wanted)) {
        return record;
      }
      found = record.endsWith("." + wanted) && found == null ? record : found;
    }
    return found;
  }

  /**
   * The node of a type.
   *
   * @param namespace in which names in it are looked up
   * @param field that is of the type; null where none is
   */
  private SchemaNode node(
      String name, JsonNode type, String namespace, @Nullable JsonNode field, boolean required) {
    AvroUnion union = AvroUnion.of(type);
    boolean must = required && !union.nullable();
    if (union.branches().size() != 1) {
      return several(name, union, namespace, field, must);
    }
    JsonNode only = union.branches().getFirst();
    AvroTypes.Definition named = only.isTextual() ? types.find(only.textValue(), namespace) : null;
    if (named == null && AvroTypes.isNamed(only)) {
      named = AvroTypes.definition(only, namespace);
    }
    if (named != null) {
      return definition(name, named, field, must, union.nullable());
    }
    JsonNode inner = only.path("type");
    if (inner.isContainerNode()) {
      return node(name, inner, namespace, field, required);
    }
    return plain(name, only, namespace, field, must, union.nullable());
  }

  private synchronized SchemaNode definition(
      String name,
      AvroTypes.Definition type,
      @Nullable JsonNode field,
      boolean required,
      boolean nullable) {
    Map<Use, SchemaNode> uses = known.computeIfAbsent(type.schema(), key -> new HashMap<>());
    return uses.computeIfAbsent(
        Use.of(name, required, nullable, field),
        use -> {
          if (!AvroTypes.isRecord(type.schema())) {
            return plain(name, type.schema(), type.namespace(), field, required, nullable);
          }
          return builder(name, FieldType.OBJECT, type.schema(), field, required, nullable)
              .children(() -> fields(type.schema(), type.namespace()))
              .build();
        });
  }

  private List<SchemaNode> fields(JsonNode record, String namespace) {
    List<SchemaNode> fields = new ArrayList<>();
    for (JsonNode field : record.path("fields")) {
      fields.add(
          node(
              field.path("name").asText(),
              field.path("type"),
              namespace,
              field,
              !field.has("default")));
    }
    return fields;
  }

  private SchemaNode plain(
      String name,
      JsonNode type,
      String namespace,
      @Nullable JsonNode field,
      boolean required,
      boolean nullable) {
    AvroScalar scalar = AvroScalar.of(type);
    SchemaNode.Builder node = builder(name, scalar.type(), type, field, required, nullable);
    return switch (scalar.type()) {
      case ARRAY -> node.item(() -> node(name, type.path("items"), namespace, null, true)).build();
      case OBJECT, ANY -> node.open(true).build();
      default -> node.build();
    };
  }

  /** One of several types: records are merged, numbers widened, all else may be anything. */
  private SchemaNode several(
      String name, AvroUnion union, String namespace, @Nullable JsonNode field, boolean required) {
    List<AvroTypes.Definition> records = new ArrayList<>();
    FieldType wider = union.branches().isEmpty() ? FieldType.ANY : null;
    for (JsonNode branch : union.branches()) {
      AvroTypes.Definition named =
          branch.isTextual()
              ? types.find(branch.textValue(), namespace)
              : AvroTypes.isNamed(branch) ? AvroTypes.definition(branch, namespace) : null;
      if (named != null && AvroTypes.isRecord(named.schema())) {
        records.add(named);
      }
      FieldType type = named == null ? AvroScalar.of(branch).type() : FieldType.ANY;
      wider = wider == null ? type : AvroUnion.wider(wider, type);
    }
    if (!records.isEmpty() && records.size() == union.branches().size()) {
      return builder(name, FieldType.OBJECT, union.type(), field, required, union.nullable())
          .children(() -> merged(records))
          .build();
    }
    FieldType type = wider == null || !wider.isNumber() ? FieldType.ANY : wider;
    return builder(name, type, union.type(), field, required, union.nullable())
        .open(type == FieldType.ANY)
        .build();
  }

  /** The fields of any of the records; none of them is sure to be there. */
  private List<SchemaNode> merged(List<AvroTypes.Definition> records) {
    Map<String, SchemaNode> fields = new LinkedHashMap<>();
    for (AvroTypes.Definition record : records) {
      for (JsonNode field : record.schema().path("fields")) {
        String name = field.path("name").asText();
        SchemaNode node = node(name, field.path("type"), record.namespace(), field, false);
        SchemaNode other = fields.putIfAbsent(name, node);
        if (other != null && other.type() != node.type()) {
          fields.put(name, SchemaNode.any(name));
        }
      }
    }
    return List.copyOf(fields.values());
  }

  private static SchemaNode.Builder builder(
      String name,
      FieldType fieldType,
      JsonNode type,
      @Nullable JsonNode field,
      boolean required,
      boolean nullable) {
    String said = field == null ? null : AvroScalar.text(field, "doc");
    String doc = said == null ? AvroScalar.text(type, "doc") : said;
    JsonNode given = field == null ? null : field.get("default");
    boolean none = given == null || given.isNull();
    Facets facets = AvroScalar.of(type).facets(none ? null : given.toString(), doc);
    return SchemaNode.builder(name, fieldType)
        .required(required)
        .nullable(nullable)
        .title(TitleText.title(doc))
        .facets(facets);
  }
}
