package fieldloom.model.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An exact number. One that was read keeps the text it was read from until it is computed with, so
 * that {@code 1E+2}, {@code -0} and {@code 19.90} pass through as they came. Equal by value: {@code
 * 1.0} equals {@code 1}. Immutable.
 *
 * <p>Most numbers of business have few digits: one of up to 18 with up to 18 of them behind the
 * point is held as a {@code long} and a scale, and computed with so; a {@link BigDecimal} is made
 * only where one is asked for.
 */
public final class Num implements Comparable<Num> {
  /** The largest value a small number has, and the number of its digits. */
  static final long MOST = 999_999_999_999_999_999L;

  static final int DIGITS = 18;
  private static final int LARGE = -1;
  private static final Num[] SMALL = new Num[256];
  private static final int BELOW_ZERO = 16;

  static {
    for (int i = 0; i < SMALL.length; i++) {
      SMALL[i] = new Num(null, null, i - BELOW_ZERO, 0);
    }
  }

  private final @Nullable String text;
  private @Nullable BigDecimal value;
  private final long unscaled;

  /** Digits behind the point; {@link #LARGE} where the number is not a small one. */
  private final int scale;

  private Num(@Nullable String text, @Nullable BigDecimal value, long unscaled, int scale) {
    this.text = text;
    this.value = value;
    this.unscaled = unscaled;
    this.scale = scale;
  }

  /** A computed number; it is written plain, with the scale it has. */
  public static Num of(BigDecimal value) {
    if (value.scale() >= 0 && value.scale() <= DIGITS && value.precision() <= DIGITS) {
      return new Num(null, value, value.unscaledValue().longValue(), value.scale());
    }
    return new Num(null, value, 0, LARGE);
  }

  public static Num of(long value) {
    long place = value + BELOW_ZERO;
    if (place >= 0 && place < SMALL.length) {
      return SMALL[(int) place];
    }
    return value >= -MOST && value <= MOST
        ? new Num(null, null, value, 0)
        : new Num(null, BigDecimal.valueOf(value), 0, LARGE);
  }

  /**
   * A computed number from its digits.
   *
   * @param unscaled from -999,999,999,999,999,999 to 999,999,999,999,999,999
   * @param scale digits of it that are behind the point, 0 to 18
   */
  public static Num of(long unscaled, int scale) {
    return scale == 0 ? of(unscaled) : new Num(null, null, unscaled, scale);
  }

  /**
   * A number as it was read. The caller has checked that the text is a JSON number ({@code -0},
   * {@code 1E+2}) within the limits of {@link NumberLimits}.
   */
  public static Num ofText(String text) {
    Num plain = ofPlain(text);
    return plain == null ? new Num(text, null, 0, LARGE) : plain;
  }

  /**
   * A number as it was read, from a text that may be any.
   *
   * @return null where the text is not that of a JSON number, has more than 18 digits, or an
   *     exponent
   */
  public static @Nullable Num ofPlain(String text) {
    int length = text.length();
    int first = length > 0 && text.charAt(0) == '-' ? 1 : 0;
    if (length == first || length - first > DIGITS + 1) {
      return null;
    }
    long digits = 0;
    int point = -1;
    for (int i = first; i < length; i++) {
      int digit = text.charAt(i) - '0';
      if (digit >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
      } else if (digit == '.' - '0' && point < 0 && i > first && i < length - 1) {
        point = i;
      } else {
        return null;
      }
    }
    int whole = (point < 0 ? length : point) - first;
    if (whole > 1 && text.charAt(first) == '0' || point < 0 && whole > DIGITS) {
      return null;
    }
    return new Num(text, null, first == 1 ? -digits : digits, point < 0 ? 0 : length - 1 - point);
  }

  /** Whether {@link #unscaled} and {@link #scale} hold the value. */
  public boolean isSmall() {
    return scale >= 0;
  }

  /** Whether it is written as it was read, and not as its value is. */
  public boolean hasText() {
    return text != null;
  }

  /** The digits of a small number, from -999,999,999,999,999,999 to 999,999,999,999,999,999. */
  public long unscaled() {
    return unscaled;
  }

  /** How many digits of a small number are behind the point: 0 to 18. */
  public int scale() {
    return scale;
  }

  /** The exact value. */
  public BigDecimal value() {
    BigDecimal known = value;
    if (known == null) {
      known =
          scale >= 0
              ? BigDecimal.valueOf(unscaled, scale)
              : new BigDecimal(Objects.requireNonNull(text));
      value = known;
    }
    return known;
  }

  /** The number as it is written: the text it was read from, else the plain value. */
  public String text() {
    if (text != null) {
      return text;
    }
    return scale == 0 ? Long.toString(unscaled) : value().toPlainString();
  }

  /** Whether the value has no fraction: true of {@code 12.0} and {@code 1E+2}. */
  public boolean isWhole() {
    if (scale >= 0) {
      return scale == 0 || unscaled % power(scale) == 0;
    }
    BigDecimal v = value();
    return v.scale() <= 0 || v.signum() == 0 || v.stripTrailingZeros().scale() <= 0;
  }

  /** -1, 0 or 1. */
  public int signum() {
    return scale >= 0 ? Long.signum(unscaled) : value().signum();
  }

  @Override
  public int compareTo(Num other) {
    if (scale >= 0 && scale == other.scale) {
      return Long.compare(unscaled, other.unscaled);
    }
    if (scale >= 0 && other.scale >= 0) {
      int places = Math.max(scale, other.scale);
      long a = SmallDecimals.scaled(this, places);
      long b = SmallDecimals.scaled(other, places);
      if (a != Long.MIN_VALUE && b != Long.MIN_VALUE) {
        return Long.compare(a, b);
      }
    }
    return value().compareTo(other.value());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Num n && compareTo(n) == 0;
  }

  @Override
  public int hashCode() {
    long digits = unscaled;
    int places = scale;
    if (scale < 0) {
      BigDecimal stripped = value().stripTrailingZeros();
      BigInteger all = stripped.unscaledValue();
      if (all.bitLength() > Long.SIZE - 1) {
        return stripped.hashCode();
      }
      digits = all.longValue();
      places = stripped.scale();
    }
    if (digits == 0) {
      return 0;
    }
    while (digits % 10 == 0) {
      digits /= 10;
      places--;
    }
    return Long.hashCode(digits) * 31 + places;
  }

  /**
   * A power of ten.
   *
   * @param exponent 0 to 18
   */
  static long power(int exponent) {
    return SmallDecimals.POWERS[exponent];
  }

  @Override
  public String toString() {
    return text();
  }
}
