package fieldloom.model.value;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An exact number. One that was read keeps the text it was read from until it is computed with, so
 * that {@code 1E+2}, {@code -0} and {@code 19.90} pass through as they came. Equal by value: {@code
 * 1.0} equals {@code 1}. Immutable.
 */
public final class Num implements Comparable<Num> {
  private final @Nullable String text;
  private @Nullable BigDecimal value;

  private Num(@Nullable String text, @Nullable BigDecimal value) {
    this.text = text;
    this.value = value;
  }

  /** A computed number; it is written plain, with the scale it has. */
  public static Num of(BigDecimal value) {
    return new Num(null, value);
  }

  public static Num of(long value) {
    return new Num(null, BigDecimal.valueOf(value));
  }

  /**
   * A number as it was read. The caller has checked that the text is a JSON number ({@code -0},
   * {@code 1E+2}) within the limits of {@link NumberLimits}.
   */
  public static Num ofText(String text) {
    return new Num(text, null);
  }

  /** The exact value. */
  public BigDecimal value() {
    BigDecimal known = value;
    if (known == null) {
      known = new BigDecimal(Objects.requireNonNull(text));
      value = known;
    }
    return known;
  }

  /** The number as it is written: the text it was read from, else the plain value. */
  public String text() {
    return text != null ? text : value().toPlainString();
  }

  /** Whether the value has no fraction: true of {@code 12.0} and {@code 1E+2}. */
  public boolean isWhole() {
    BigDecimal v = value();
    return v.scale() <= 0 || v.signum() == 0 || v.stripTrailingZeros().scale() <= 0;
  }

  @Override
  public int compareTo(Num other) {
    return value().compareTo(other.value());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Num n && value().compareTo(n.value()) == 0;
  }

  @Override
  public int hashCode() {
    return value().stripTrailingZeros().hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
