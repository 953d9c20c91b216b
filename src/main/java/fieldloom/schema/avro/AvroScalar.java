package fieldloom.schema.avro;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.Facets;
import fieldloom.model.FieldType;
import fieldloom.schema.TitleText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a type without named parts means: a primitive, a logical type, an enum, a container. */
record AvroScalar(FieldType type, JsonNode schema) {
  static AvroScalar of(JsonNode schema) {
    String name = schema.isTextual() ? schema.textValue() : schema.path("type").asText();
    FieldType plain =
        switch (name) {
          case "boolean" -> FieldType.BOOLEAN;
          case "int", "long" -> FieldType.INTEGER;
          case "float", "double" -> FieldType.DECIMAL;
          case "bytes", "fixed" -> FieldType.BINARY;
          case "string", "enum" -> FieldType.STRING;
          case "array" -> FieldType.ARRAY;
          case "map", "record", "error" -> FieldType.OBJECT;
          default -> FieldType.ANY;
        };
    return new AvroScalar(logical(schema.path("logicalType").asText(), plain), schema);
  }

  /** A logical type that does not fit its type is none, as Avro has it. */
  private static FieldType logical(String logical, FieldType plain) {
    boolean whole = plain == FieldType.INTEGER;
    return switch (logical) {
      case "decimal", "big-decimal" -> plain == FieldType.BINARY ? FieldType.DECIMAL : plain;
      case "date" -> whole ? FieldType.DATE : plain;
      case "time-millis", "time-micros" -> whole ? FieldType.TIME : plain;
      case "timestamp-millis",
          "timestamp-micros",
          "timestamp-nanos",
          "local-timestamp-millis",
          "local-timestamp-micros",
          "local-timestamp-nanos" ->
          whole ? FieldType.DATETIME : plain;
      default -> plain;
    };
  }

  /**
   * The type's facets.
   *
   * @param defaultValue of the field, as JSON; null where it has none
   */
  Facets facets(@Nullable String defaultValue, @Nullable String doc) {
    boolean decimal = type == FieldType.DECIMAL && schema.path("precision").canConvertToInt();
    BigDecimal limit = limit();
    return new Facets(
        maxLength(),
        decimal ? schema.get("precision").intValue() : null,
        decimal ? schema.path("scale").asInt(0) : null,
        null,
        symbols(),
        limit == null ? null : limit.add(BigDecimal.ONE).negate(),
        limit,
        defaultValue,
        TitleText.documentation(doc),
        false);
  }

  private @Nullable Integer maxLength() {
    boolean uuid = schema.path("logicalType").asText().equals("uuid");
    if (uuid && type == FieldType.STRING) {
      return 36;
    }
    boolean fixed = type == FieldType.BINARY && schema.path("size").canConvertToInt();
    return fixed ? Integer.valueOf(schema.get("size").intValue()) : null;
  }

  private @Nullable BigDecimal limit() {
    if (type != FieldType.INTEGER) {
      return null;
    }
    boolean small = schema.asText().equals("int") || schema.path("type").asText().equals("int");
    return BigDecimal.valueOf(small ? Integer.MAX_VALUE : Long.MAX_VALUE);
  }

  private List<String> symbols() {
    List<String> symbols = new ArrayList<>();
    schema.path("symbols").forEach(symbol -> symbols.add(symbol.asText()));
    return symbols;
  }

  static @Nullable String text(JsonNode node, String member) {
    JsonNode value = node.path(member);
    return value.isTextual() && !value.textValue().isBlank() ? value.textValue().strip() : null;
  }
}
