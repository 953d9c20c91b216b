package fieldloom.function;

import fieldloom.model.value.Absent;
import fieldloom.model.value.Num;
import fieldloom.model.value.NumberLimits;
import fieldloom.model.value.SmallDecimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Arithmetic on exact numbers, for functions and for the operators of formulas. Sums, differences
 * and products are exact; divisions have 34 significant digits, half even, and no trailing zeros.
 * Whatever leaves the limits of {@link NumberLimits} is a {@link ValueException}.
 */
public final class Numbers {
  /** 34 significant digits, half even. */
  public static final MathContext PRECISION = MathContext.DECIMAL128;

  private static final int LONGEST_TEXT = 20_000;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,7})?");

  private Numbers() {}

  public static Num add(Num a, Num b) {
    Num small = SmallDecimals.add(a, b);
    return small != null ? small : checked(a.value().add(b.value()));
  }

  public static Num subtract(Num a, Num b) {
    Num small = SmallDecimals.subtract(a, b);
    return small != null ? small : checked(a.value().subtract(b.value()));
  }

  public static Num multiply(Num a, Num b) {
    Num small = SmallDecimals.multiply(a, b);
    return small != null ? small : checked(a.value().multiply(b.value()));
  }

  public static Num negate(Num a) {
    return Num.of(a.value().negate());
  }

  /** The quotient to 34 significant digits. */
  public static Num divide(Num a, Num b) {
    return stripped(a.value().divide(divisor(a, b), PRECISION));
  }

  /**
   * The quotient to {@code scale} digits after the point, rounded half up away from zero, and
   * written with that many; a negative scale rounds before the point.
   */
  public static Num divide(Num a, Num b, int scale) {
    checkScale(scale);
    return plain(a.value().divide(divisor(a, b), scale, RoundingMode.HALF_UP));
  }

  /** The quotient without its fraction, toward zero. */
  public static Num intDivide(Num a, Num b) {
    return plain(a.value().divideToIntegralValue(divisor(a, b)).setScale(0, RoundingMode.DOWN));
  }

  /** What the division without fraction leaves; it has the sign of the dividend. */
  public static Num mod(Num a, Num b) {
    return checked(a.value().remainder(divisor(a, b)));
  }

  /**
   * Rounds half up away from zero (-2.5 → -3) and writes that many digits after the point; a
   * negative number of digits rounds before the point.
   */
  public static Num round(Num a, int digits) {
    return round(a, digits, RoundingMode.HALF_UP);
  }

  public static Num round(Num a, int digits, RoundingMode mode) {
    Num small = mode == RoundingMode.HALF_UP ? SmallDecimals.roundHalfUp(a, digits) : null;
    if (small != null) {
      return small;
    }
    checkScale(digits);
    return plain(a.value().setScale(digits, mode));
  }

  /** The sum of the numbers in a list, absent and null skipped; 0 of none. */
  public static Num sum(List<Object> list) {
    Num sum = Num.of(0);
    for (Object item : list) {
      sum = Values.isValue(item) ? add(sum, of(item)) : sum;
    }
    return sum;
  }

  /** The average of a list to 34 digits, absent and null skipped; absent of none. */
  public static Object average(List<Object> list) {
    long count = count(list);
    return count == 0 ? Absent.ABSENT : divide(sum(list), Num.of(count));
  }

  /** The average of a list as {@link #divide(Num, Num, int)} rounds it; absent of none. */
  public static Object average(List<Object> list, int scale) {
    long count = count(list);
    return count == 0 ? Absent.ABSENT : divide(sum(list), Num.of(count), scale);
  }

  private static long count(List<Object> list) {
    return list.stream().filter(Values::isValue).count();
  }

  /**
   * A value as a number: a number, or text that is nothing but one ({@code 007}, {@code -1.50},
   * {@code 1e3}).
   *
   * @throws ValueException for anything else, absent and null included
   */
  public static Num of(Object value) {
    if (value instanceof Num n) {
      return n;
    }
    if (value instanceof String s
        && s.length() <= LONGEST_TEXT
        && NUMBER.matcher(s).matches()
        && NumberLimits.allows(s)) {
      return Num.of(new BigDecimal(s));
    }
    throw new ValueException("not-a-number", Values.shown(value) + " is not a number.");
  }

  /**
   * The number, if it is within the limits.
   *
   * @throws ValueException where it has more than 1,000 significant digits or an exponent beyond
   *     ±9,999
   */
  public static Num checked(BigDecimal value) {
    if (!NumberLimits.allows(value)) {
      throw new ValueException(
          "number-too-large",
          "The result has more than %,d digits or an exponent beyond ±%,d."
              .formatted(NumberLimits.MAX_DIGITS, NumberLimits.MAX_EXPONENT));
    }
    return Num.of(value);
  }

  /** The number without trailing zeros after the point, within the limits. */
  public static Num stripped(BigDecimal value) {
    return plain(value.stripTrailingZeros());
  }

  /**
   * Gives 1E+2 as 100, so that later sums and products do not lose their digits after the point.
   */
  private static Num plain(BigDecimal value) {
    Num within = checked(value);
    return value.scale() < 0 ? Num.of(value.setScale(0)) : within;
  }

  private static BigDecimal divisor(Num a, Num b) {
    if (b.value().signum() == 0) {
      throw new ValueException("division-by-zero", Values.shown(a) + " cannot be divided by zero.");
    }
    return b.value();
  }

  private static void checkScale(int digits) {
    if (Math.abs((long) digits) > NumberLimits.MAX_EXPONENT) {
      throw new ValueException(
          "out-of-range",
          "%d digits are too many: give a number from -%d to %d."
              .formatted(digits, NumberLimits.MAX_EXPONENT, NumberLimits.MAX_EXPONENT));
    }
  }
}
