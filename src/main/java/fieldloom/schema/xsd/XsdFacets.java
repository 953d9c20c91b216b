package fieldloom.schema.xsd;

import com.sun.xml.xsom.XmlString;
import fieldloom.model.Facets;
import fieldloom.model.FieldType;
import fieldloom.payload.JsonValues;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a schema says of a field beyond its type. */
final class XsdFacets {
  private XsdFacets() {}

  /**
   * Facets of a field of a simple type.
   *
   * @param fixed the one value it may have; null where it may have others
   */
  static Facets of(
      XsdTypes.Simple simple,
      @Nullable XmlString given,
      @Nullable XmlString fixed,
      @Nullable String documentation) {
    Facets facets = simple.facets();
    String value = fixed != null ? fixed.value : given == null ? null : given.value;
    return new Facets(
        facets.maxLength(),
        facets.digits(),
        facets.scale(),
        facets.pattern(),
        fixed == null ? facets.enumeration() : List.of(fixed.value),
        facets.minimum(),
        facets.maximum(),
        value == null ? null : json(value, simple.type()),
        documentation,
        false,
        facets.limits());
  }

  /** Facets of a field that has parts. */
  static Facets documented(@Nullable String documentation) {
    return documentation == null
        ? Facets.NONE
        : new Facets(null, null, null, null, List.of(), null, null, null, documentation, false);
  }

  /** Facets of a field that has one of a few values. */
  static Facets oneOf(List<String> values) {
    return new Facets(null, null, null, null, values, null, null, null, null, false);
  }

  /** A value as JSON has it. */
  private static String json(String text, FieldType type) {
    String plain = text.strip();
    if (type == FieldType.BOOLEAN && (plain.equals("1") || plain.equals("0"))) {
      return plain.equals("1") ? "true" : "false";
    }
    if (type == FieldType.BOOLEAN) {
      return plain;
    }
    if (type.isNumber()) {
      try {
        return new BigDecimal(plain).toPlainString();
      } catch (NumberFormatException e) {
        // INF and its like are texts to JSON.
        return JsonValues.toJson(plain);
      }
    }
    return JsonValues.toJson(type == FieldType.STRING ? text : plain);
  }
}
