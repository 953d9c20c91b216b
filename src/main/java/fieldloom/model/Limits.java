package fieldloom.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a schema says of a field's values that is not shown in its row.
 *
 * @param minLength shortest text, in characters (code points); null where there is no limit
 * @param minItems fewest items of a list; null where there is no limit
 * @param maxItems most items of a list; null where there is no limit
 * @param format of a text, as JSON Schema names it: {@code email}; null where it has none
 * @param step what a number is a multiple of; null where it may be any
 * @param openMinimum whether a number must be larger than the minimum
 * @param openMaximum whether a number must be smaller than the maximum
 */
public record Limits(
    @Nullable Integer minLength,
    @Nullable Integer minItems,
    @Nullable Integer maxItems,
    @Nullable String format,
    @Nullable BigDecimal step,
    boolean openMinimum,
    boolean openMaximum) {

  /** No limit at all. */
  public static final Limits NONE = new Limits(null, null, null, null, null, false, false);
}
