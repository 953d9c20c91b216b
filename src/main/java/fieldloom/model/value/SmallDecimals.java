package fieldloom.model.value;

import org.jspecify.annotations.Nullable;

/**
 * Exact arithmetic on numbers that {@link Num#isSmall() are small}, without making a {@link
 * java.math.BigDecimal}. Each gives what BigDecimal gives, scale included, or null where the
 * operands or the result are not small and BigDecimal has to do it.
 */
public final class SmallDecimals {
  static final long[] POWERS = new long[Num.DIGITS + 1];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private SmallDecimals() {}

  /** The sum. */
  public static @Nullable Num add(Num a, Num b) {
    return sum(a, b, 1);
  }

  /** The difference. */
  public static @Nullable Num subtract(Num a, Num b) {
    return sum(a, b, -1);
  }

  private static @Nullable Num sum(Num a, Num b, int sign) {
    if (!a.isSmall() || !b.isSmall()) {
      return null;
    }
    int scale = Math.max(a.scale(), b.scale());
    long x = scaled(a, scale);
    long y = scaled(b, scale);
    if (x == Long.MIN_VALUE || y == Long.MIN_VALUE) {
      return null;
    }
    // Two numbers of 18 digits have a sum that fits.
    long sum = x + sign * y;
    return within(sum) ? Num.of(sum, scale) : null;
  }

  /** The product. */
  public static @Nullable Num multiply(Num a, Num b) {
    if (!a.isSmall() || !b.isSmall() || a.scale() + b.scale() > Num.DIGITS) {
      return null;
    }
    long x = a.unscaled();
    long y = b.unscaled();
    long low = x * y;
    return Math.multiplyHigh(x, y) == low >> 63 && within(low)
        ? Num.of(low, a.scale() + b.scale())
        : null;
  }

  /**
   * Rounds half up, away from zero, to that many digits behind the point, and writes that many.
   *
   * @param digits any number of them
   */
  public static @Nullable Num roundHalfUp(Num a, int digits) {
    if (!a.isSmall() || digits < 0 || digits > Num.DIGITS) {
      return null;
    }
    if (digits >= a.scale()) {
      long more = scaled(a, digits);
      return more == Long.MIN_VALUE ? null : Num.of(more, digits);
    }
    long unit = POWERS[a.scale() - digits];
    long whole = a.unscaled() / unit;
    long rest = Math.abs(a.unscaled() % unit);
    long up = rest >= unit - rest ? a.signum() : 0;
    return Num.of(whole + up, digits);
  }

  /** The digits at a larger scale; the least long where they are too many. */
  static long scaled(Num a, int scale) {
    if (a.scale() == scale) {
      return a.unscaled();
    }
    long power = POWERS[scale - a.scale()];
    long product = a.unscaled() * power;
    boolean fits = Math.multiplyHigh(a.unscaled(), power) == product >> 63 && within(product);
    return fits ? product : Long.MIN_VALUE;
  }

  private static boolean within(long value) {
    return value >= -Num.MOST && value <= Num.MOST;
  }
}
