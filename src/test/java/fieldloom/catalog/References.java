package fieldloom.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The numbers by which documents refer to each other. A field of a schema says with {@code
 * x-entity} what its value is the number of, and with {@code x-key} that its document is the one
 * that has the number.
 */
final class References {
  private final Map<String, TreeSet<String>> defined = new TreeMap<>();
  private final List<Use> used = new ArrayList<>();

  /**
   * A reference.
   *
   * @param entity what it is the number of
   * @param number the value
   * @param place file and field
   */
  record Use(String entity, String number, String place) {}

  /** Collects the numbers of a record. */
  void collect(JsonNode schema, JsonNode value, String place) {
    JsonNode entity = schema.path("x-entity");
    if (entity.isTextual() && value.isValueNode() && !value.asText().isEmpty() && !value.isNull()) {
      if (schema.path("x-key").asBoolean()) {
        defined.computeIfAbsent(entity.asText(), e -> new TreeSet<>()).add(value.asText());
      } else {
        used.add(new Use(entity.asText(), value.asText(), place));
      }
    }
    if (value.isObject()) {
      value
          .properties()
          .forEach(
              field ->
                  collect(
                      schema.path("properties").path(field.getKey()),
                      field.getValue(),
                      place + "." + field.getKey()));
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        JsonNode tuple = schema.path("prefixItems").path(i);
        collect(
            tuple.isMissingNode() ? schema.path("items") : tuple,
            value.get(i),
            place + "[" + (i + 1) + "]");
      }
    }
  }

  /** The numbers that some document has, by what they are numbers of. */
  Map<String, TreeSet<String>> defined() {
    return defined;
  }

  List<Use> used() {
    return used;
  }

  /** The references to numbers that no document has. */
  List<Use> undefined() {
    return used.stream()
        .filter(use -> !defined.getOrDefault(use.entity(), new TreeSet<>()).contains(use.number()))
        .toList();
  }
}
