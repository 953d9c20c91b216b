package fieldloom.schema.avro;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.schema.SchemaException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The named types of a file, all of them checked: what is made of them later cannot fail. */
final class AvroTypes {
  private static final Set<String> PRIMITIVES =
      Set.of("null", "boolean", "int", "long", "float", "double", "bytes", "string");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

  private final String label;
  private final JsonNode document;
  private final Map<String, Definition> named = new LinkedHashMap<>();
  private final Set<String> used = new HashSet<>();

  /**
   * A named type.
   *
   * @param fullName with its namespace
   * @param namespace in which names within it are looked up; "" for none
   */
  record Definition(String fullName, String namespace, JsonNode schema) {}

  private AvroTypes(String label, JsonNode document) {
    this.label = label;
    this.document = document;
  }

  /**
   * Collects and checks them.
   *
   * @param label what people know the file by
   */
  static AvroTypes read(String label, JsonNode document) throws SchemaException {
    AvroTypes types = new AvroTypes(label, document);
    if (document.path("protocol").isTextual()) {
      types.protocol();
    } else {
      types.define(document, "", "");
      types.check(document, "", "");
    }
    return types;
  }

  /** Types of a protocol may name those that come later. */
  private void protocol() throws SchemaException {
    String namespace = document.path("namespace").asText("");
    JsonNode types = document.path("types");
    for (int i = 0; i < types.size(); i++) {
      define(types.get(i), namespace, "/types/" + i);
    }
    for (int i = 0; i < types.size(); i++) {
      check(types.get(i), namespace, "/types/" + i);
    }
  }

  /** What the file is about: one type, or several. */
  JsonNode document() {
    return document;
  }

  String label() {
    return label;
  }

  /** Full names of the records in the order in which they are defined. */
  List<String> records() {
    return named.values().stream()
        .filter(type -> isRecord(type.schema()))
        .map(Definition::fullName)
        .toList();
  }

  /** The first record that no other uses; else the first one. */
  @Nullable String main() {
    List<String> all = records();
    return all.stream()
        .filter(name -> !used.contains(name))
        .findFirst()
        .orElse(all.isEmpty() ? null : all.getFirst());
  }

  /** The type that a name means in a namespace; null where there is none. */
  @Nullable Definition find(String name, String namespace) {
    boolean plain = name.indexOf('.') < 0 && !namespace.isEmpty();
    Definition near = plain ? named.get(namespace + "." + name) : null;
    return near == null ? named.get(name) : near;
  }

  static boolean isRecord(JsonNode schema) {
    String type = schema.path("type").asText();
    return type.equals("record") || type.equals("error");
  }

  static boolean isNamed(JsonNode schema) {
    return isRecord(schema) || Set.of("enum", "fixed").contains(schema.path("type").asText());
  }

  /** The definition that a schema with a name is. */
  static Definition definition(JsonNode schema, String around) {
    String name = schema.path("name").asText();
    int dot = name.lastIndexOf('.');
    String namespace = dot >= 0 ? name.substring(0, dot) : schema.path("namespace").asText(around);
    String full = dot >= 0 || namespace.isEmpty() ? name : namespace + "." + name;
    return new Definition(full, namespace, schema);
  }

  private void define(JsonNode schema, String namespace, String pointer) throws SchemaException {
    if (schema.isArray()) {
      for (int i = 0; i < schema.size(); i++) {
        define(schema.get(i), namespace, pointer + "/" + i);
      }
      return;
    }
    if (!schema.isObject()) {
      return;
    }
    String inside = namespace;
    if (isNamed(schema)) {
      Definition type = named(schema, namespace, pointer);
      inside = type.namespace();
      JsonNode fields = schema.path("fields");
      for (int i = 0; i < fields.size(); i++) {
        define(fields.get(i).path("type"), inside, pointer + "/fields/" + i + "/type");
      }
    } else if (schema.path("type").isContainerNode()) {
      define(schema.get("type"), inside, pointer + "/type");
    }
    define(schema.path("items"), inside, pointer + "/items");
    define(schema.path("values"), inside, pointer + "/values");
  }

  private Definition named(JsonNode schema, String namespace, String pointer)
      throws SchemaException {
    String name = schema.path("name").asText();
    String last = name.substring(name.lastIndexOf('.') + 1);
    if (!schema.path("name").isTextual() || !NAME.matcher(last).matches()) {
      throw wrong(pointer + "/name", "must be the name of the type");
    }
    Definition type = definition(schema, namespace);
    if (named.putIfAbsent(type.fullName(), type) != null) {
      throw wrong(pointer, "defines the type “" + type.fullName() + "” a second time");
    }
    return type;
  }

  private void check(JsonNode schema, String namespace, String pointer) throws SchemaException {
    if (schema.isTextual()) {
      checkName(schema.textValue(), namespace, pointer);
    } else if (schema.isArray()) {
      for (int i = 0; i < schema.size(); i++) {
        check(schema.get(i), namespace, pointer + "/" + i);
      }
    } else if (schema.isObject()) {
      checkObject(schema, namespace, pointer);
    } else {
      throw wrong(pointer, "must be a type: its name, an object or a list of types");
    }
  }

  private void checkName(String name, String namespace, String pointer) throws SchemaException {
    if (PRIMITIVES.contains(name)) {
      return;
    }
    Definition type = find(name, namespace);
    if (type == null) {
      throw wrong(
          pointer,
          "names the type “" + name + "”, which the file does not define; define it there");
    }
    used.add(type.fullName());
  }

  private void checkObject(JsonNode schema, String namespace, String pointer)
      throws SchemaException {
    JsonNode type = schema.path("type");
    if (type.isContainerNode()) {
      check(type, namespace, pointer + "/type");
      return;
    }
    switch (type.asText()) {
      case "record", "error" -> checkFields(schema, definition(schema, namespace), pointer);
      case "enum" -> {
        if (!schema.path("symbols").isArray()) {
          throw wrong(pointer, "is an enum without a list of symbols");
        }
      }
      case "fixed" -> {
        if (!schema.path("size").canConvertToInt()) {
          throw wrong(pointer, "is a fixed without a size");
        }
      }
      case "array" -> check(schema.path("items"), namespace, pointer + "/items");
      case "map" -> check(schema.path("values"), namespace, pointer + "/values");
      default -> check(type, namespace, pointer + "/type");
    }
  }

  private void checkFields(JsonNode schema, Definition record, String pointer)
      throws SchemaException {
    JsonNode fields = schema.path("fields");
    if (!fields.isArray()) {
      throw wrong(pointer, "is a record without a list of fields");
    }
    List<String> taken = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      String at = pointer + "/fields/" + i;
      JsonNode name = fields.get(i).path("name");
      if (!name.isTextual() || name.textValue().isEmpty()) {
        throw wrong(at + "/name", "must be the name of the field");
      }
      if (taken.contains(name.textValue())) {
        throw wrong(at, "is a second field “" + name.textValue() + "”");
      }
      taken.add(name.textValue());
      check(fields.get(i).path("type"), record.namespace(), at + "/type");
    }
  }

  private SchemaException wrong(String pointer, String what) {
    String place = pointer.isEmpty() ? "The outermost value" : "What stands at " + pointer;
    String remedy = what.contains("; ") ? "" : "; correct it";
    return new SchemaException(place + " of the Avro schema " + label + " " + what + remedy + ".");
  }
}
