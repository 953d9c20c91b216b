package fieldloom.engine.internal;

import fieldloom.model.Facets;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of all the values that a formula can give, before it runs; null where nothing is.
 *
 * @param length most characters (code points)
 * @param whole most digits before the point
 * @param scale most digits after the point
 * @param least smallest number
 * @param most largest number
 * @param values all of them as texts; empty where they are not known
 */
record Extent(
    @Nullable Integer length,
    @Nullable Integer whole,
    @Nullable Integer scale,
    @Nullable BigDecimal least,
    @Nullable BigDecimal most,
    List<String> values) {

  static final Extent UNKNOWN = new Extent(null, null, null, null, null, List.of());

  static Extent ofText(String value) {
    int length = value.codePointCount(0, value.length());
    return new Extent(length, null, null, null, null, List.of(value));
  }

  static Extent ofNumber(BigDecimal value) {
    BigDecimal bare = value.stripTrailingZeros();
    String text = value.toPlainString();
    return new Extent(
        text.length(),
        Math.max(bare.precision() - bare.scale(), 0),
        Math.max(bare.scale(), 0),
        value,
        value,
        List.of(text));
  }

  static Extent ofLength(@Nullable Integer length) {
    return length == null ? UNKNOWN : new Extent(length, null, null, null, null, List.of());
  }

  static Extent ofScale(@Nullable Integer scale) {
    return scale == null ? UNKNOWN : new Extent(null, null, scale, null, null, List.of());
  }

  /** What a schema says of a field's values. */
  static Extent of(Facets facets) {
    Integer digits = facets.digits();
    Integer scale = facets.scale();
    Integer whole = digits == null ? null : digits - (scale == null ? 0 : scale);
    return new Extent(
        facets.maxLength(), whole, scale, facets.minimum(), facets.maximum(), facets.enumeration());
  }

  /** What holds where it may be a value of either. */
  Extent or(Extent other) {
    List<String> all = new ArrayList<>(values);
    all.addAll(other.values);
    return new Extent(
        larger(length, other.length),
        larger(whole, other.whole),
        larger(scale, other.scale),
        least == null || other.least == null ? null : least.min(other.least),
        most == null || other.most == null ? null : most.max(other.most),
        values.isEmpty() || other.values.isEmpty() ? List.of() : all.stream().distinct().toList());
  }

  static @Nullable Integer larger(@Nullable Integer a, @Nullable Integer b) {
    return a == null || b == null ? null : Integer.valueOf(Math.max(a, b));
  }

  static @Nullable Integer sum(@Nullable Integer a, @Nullable Integer b) {
    return a == null || b == null ? null : Integer.valueOf(Math.addExact(a, b));
  }
}
