package fieldloom.schema.json;

import com.fasterxml.jackson.databind.JsonNode;
import fieldloom.model.Facets;
import fieldloom.model.FieldType;
import fieldloom.model.Limits;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Facets of a flattened schema. */
final class SchemaFacets {
  private SchemaFacets() {}

  static Facets of(FlatSchema flat, FieldType type) {
    return new Facets(
        count(flat, "maxLength"),
        count(flat, "x-digits"),
        scale(flat),
        text(flat, "pattern"),
        values(flat),
        bound(flat, "minimum", "exclusiveMinimum", type == FieldType.INTEGER ? 1 : 0),
        bound(flat, "maximum", "exclusiveMaximum", type == FieldType.INTEGER ? -1 : 0),
        flat.facet("default") == null ? null : String.valueOf(flat.facet("default")),
        text(flat, "description"),
        flat.facet("x-key") != null && flat.facets.get("x-key").booleanValue(),
        limits(flat, type));
  }

  private static Limits limits(FlatSchema flat, FieldType type) {
    JsonNode step = flat.facet("multipleOf");
    // Bounds of whole numbers have been moved.
    boolean moved = type == FieldType.INTEGER;
    return new Limits(
        count(flat, "minLength"),
        count(flat, "minItems"),
        count(flat, "maxItems"),
        type == FieldType.STRING ? text(flat, "format") : null,
        step == null ? null : step.decimalValue(),
        excludes(flat, "minimum", "exclusiveMinimum", moved),
        excludes(flat, "maximum", "exclusiveMaximum", moved));
  }

  /** Whether a number must differ from its bound; older drafts say it by true beside the bound. */
  private static boolean excludes(
      FlatSchema flat, String keyword, String exclusive, boolean moved) {
    JsonNode open = flat.facet(exclusive);
    if (open == null) {
      return false;
    }
    return open.isBoolean() ? open.booleanValue() : !moved && flat.facet(keyword) == null;
  }

  static @Nullable String text(FlatSchema flat, String keyword) {
    JsonNode value = flat.facet(keyword);
    return value == null ? null : value.textValue();
  }

  private static @Nullable Integer count(FlatSchema flat, String keyword) {
    JsonNode value = flat.facet(keyword);
    return value == null || !value.canConvertToInt() ? null : (Integer) value.intValue();
  }

  /** {@code x-scale}, or the digits after the point of {@code multipleOf}. */
  private static @Nullable Integer scale(FlatSchema flat) {
    Integer given = count(flat, "x-scale");
    JsonNode step = flat.facet("multipleOf");
    if (given != null || step == null) {
      return given;
    }
    return Math.max(0, step.decimalValue().stripTrailingZeros().scale());
  }

  private static List<String> values(FlatSchema flat) {
    Set<String> values = new LinkedHashSet<>();
    JsonNode constant = flat.facet("const");
    JsonNode list = flat.facet("enum");
    if (constant != null) {
      add(values, constant);
    } else if (list != null) {
      list.forEach(value -> add(values, value));
    }
    return List.copyOf(values);
  }

  private static void add(Set<String> values, JsonNode value) {
    if (!value.isNull()) {
      values.add(value.isValueNode() ? value.asText() : value.toString());
    }
  }

  /** A bound; one that excludes itself moves by one for whole numbers and is kept for others. */
  private static @Nullable BigDecimal bound(
      FlatSchema flat, String keyword, String exclusive, int step) {
    JsonNode value = flat.facet(keyword);
    if (value != null) {
      return value.decimalValue();
    }
    JsonNode open = flat.facet(exclusive);
    return open == null || !open.isNumber()
        ? null
        : open.decimalValue().add(BigDecimal.valueOf(step));
  }
}
