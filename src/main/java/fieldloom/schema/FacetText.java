package fieldloom.schema;

import fieldloom.model.Facets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facets of a row by name. */
final class FacetText {
  private FacetText() {}

  /** Numbers, texts, lists of texts and {@code true}, in a fixed order. */
  static Map<String, Object> of(SchemaRows.Row row) {
    Facets facets = row.item().facets();
    Map<String, Object> all = new LinkedHashMap<>();
    put(all, "maxLength", facets.maxLength());
    put(all, "digits", facets.digits());
    put(all, "scale", facets.scale());
    put(all, "pattern", facets.pattern());
    put(all, "enum", facets.enumeration().isEmpty() ? null : facets.enumeration());
    put(all, "minimum", facets.minimum());
    put(all, "maximum", facets.maximum());
    put(all, "default", facets.defaultValue());
    put(all, "key", facets.key() ? true : null);
    put(all, "nullable", row.node().nullable() ? true : null);
    put(all, "recursive", row.recursive());
    return all;
  }

  private static void put(Map<String, Object> all, String name, @Nullable Object value) {
    if (value != null) {
      all.put(name, value);
    }
  }

  /** {@code maxLength=80}, {@code enum=a|b}, {@code key}. */
  static String shown(String name, Object value) {
    return switch (value) {
      case Boolean flag -> name;
      case List<?> values ->
          name + "=" + String.join("|", values.stream().map(String::valueOf).toList());
      case java.math.BigDecimal number -> name + "=" + number.toPlainString();
      default -> name + "=" + value;
    };
  }
}
