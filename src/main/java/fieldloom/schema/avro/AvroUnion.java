package fieldloom.schema.avro;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.FieldType;
import java.util.ArrayList;
import java.util.List;

/**
 * A type as the types that it may be.
 *
 * @param nullable whether null is one of them
 * @param branches the others
 */
record AvroUnion(JsonNode type, boolean nullable, List<JsonNode> branches) {

  static AvroUnion of(JsonNode type) {
    List<JsonNode> branches = new ArrayList<>();
    boolean nullable = false;
    if (!type.isArray()) {
      nullable = isNull(type);
      branches.add(type);
      return new AvroUnion(type, nullable, branches);
    }
    for (JsonNode branch : type) {
      if (isNull(branch)) {
        nullable = true;
      } else {
        branches.add(branch);
      }
    }
    return new AvroUnion(type, nullable, branches);
  }

  private static boolean isNull(JsonNode type) {
    return type.asText().equals("null") || type.path("type").asText().equals("null");
  }

  /** The type that holds the values of both. */
  static FieldType wider(FieldType a, FieldType b) {
    if (a == b) {
      return a;
    }
    return a.isNumber() && b.isNumber() ? FieldType.DECIMAL : FieldType.ANY;
  }
}
