package fieldloom.model;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a schema says of a field beyond its type.
 *
 * @param maxLength longest text, in characters (code points); null where there is no limit
 * @param digits most significant digits of a number; null where there is no limit
 * @param scale digits after the point; null where the schema sets none
 * @param pattern a regular expression that the text must match
 * @param enumeration the values allowed, as text; empty where any is
 * @param minimum smallest number allowed
 * @param maximum largest number allowed
 * @param defaultValue the schema's default as raw JSON text; null where there is none
 * @param documentation what the schema's author wrote about the field
 * @param key whether the field is (part of) its record's key
 * @param limits what generated values have to keep to beside these
 */
public record Facets(
    @Nullable Integer maxLength,
    @Nullable Integer digits,
    @Nullable Integer scale,
    @Nullable String pattern,
    List<String> enumeration,
    @Nullable BigDecimal minimum,
    @Nullable BigDecimal maximum,
    @Nullable String defaultValue,
    @Nullable String documentation,
    boolean key,
    Limits limits) {

  /** Facets of a schema that says no more than these. */
  public Facets(
      @Nullable Integer maxLength,
      @Nullable Integer digits,
      @Nullable Integer scale,
      @Nullable String pattern,
      List<String> enumeration,
      @Nullable BigDecimal minimum,
      @Nullable BigDecimal maximum,
      @Nullable String defaultValue,
      @Nullable String documentation,
      boolean key) {
    this(
        maxLength,
        digits,
        scale,
        pattern,
        enumeration,
        minimum,
        maximum,
        defaultValue,
        documentation,
        key,
        Limits.NONE);
  }

  /** No facet at all. */
  public static final Facets NONE =
      new Facets(null, null, null, null, List.of(), null, null, null, null, false);

  public Facets {
    enumeration = List.copyOf(enumeration);
  }
}
