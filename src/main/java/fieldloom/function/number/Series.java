package fieldloom.function.number;

import fieldloom.function.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.IntFunction;

/**
 * Exponential and logarithm of decimal numbers, correctly rounded to 34 digits: computed with guard
 * digits, and again with more of them where these do not decide the last digit.
 */
final class Series {
  private static final int[] GUARDS = {20, 60, 160};
  private static final int SNAP = 120;
  private static final BigDecimal TWO = BigDecimal.TWO;
  private static final BigDecimal NEAR_ONE = new BigDecimal("0.01");
  private static final BigDecimal LN_10 = smallLog(BigDecimal.TEN, new MathContext(240));

  private Series() {}

  static BigDecimal exp(BigDecimal x) {
    return rounded(digits -> exp(x, digits));
  }

  /** The natural logarithm of a number above 0. */
  static BigDecimal ln(BigDecimal x) {
    return rounded(digits -> ln(x, digits));
  }

  /** The logarithm to base 10 of a number above 0. */
  static BigDecimal log10(BigDecimal x) {
    return rounded(digits -> ln(x, digits).divide(LN_10, new MathContext(digits)));
  }

  /** A number above 0 to any power. */
  static BigDecimal power(BigDecimal x, BigDecimal exponent) {
    // An absolute error of the exponent of e becomes a relative one of the result.
    return rounded(digits -> exp(exponent.multiply(ln(x, digits + 8)), digits));
  }

  private static BigDecimal rounded(IntFunction<BigDecimal> toDigits) {
    int wanted = Numbers.PRECISION.getPrecision();
    BigDecimal value = BigDecimal.ZERO;
    for (int guard : GUARDS) {
      value = toDigits.apply(wanted + guard);
      BigDecimal error = value.abs().scaleByPowerOfTen(8 - wanted - guard);
      BigDecimal low = value.subtract(error).round(Numbers.PRECISION);
      if (low.compareTo(value.add(error).round(Numbers.PRECISION)) == 0) {
        return low;
      }
    }
    // So many digits that do not decide can only be the exact middle of two results.
    return value.round(new MathContext(wanted + SNAP)).round(Numbers.PRECISION);
  }

  private static BigDecimal exp(BigDecimal x, int digits) {
    MathContext context = new MathContext(digits + 8);
    BigDecimal tens = x.divide(LN_10, 0, RoundingMode.HALF_EVEN);
    BigDecimal rest = x.subtract(tens.multiply(LN_10));
    return smallExp(rest, context).scaleByPowerOfTen(tens.intValueExact());
  }

  /** Taylor's series of a 256th of the number, then squared eight times. For numbers below 4. */
  private static BigDecimal smallExp(BigDecimal x, MathContext context) {
    MathContext finer = new MathContext(context.getPrecision() + 6);
    BigDecimal part = x.divide(new BigDecimal(256), finer);
    BigDecimal sum = BigDecimal.ONE;
    BigDecimal term = BigDecimal.ONE;
    BigDecimal least = BigDecimal.ONE.scaleByPowerOfTen(-finer.getPrecision() - 1);
    for (int i = 1; term.abs().compareTo(least) > 0; i++) {
      term = term.multiply(part, finer).divide(BigDecimal.valueOf(i), finer);
      sum = sum.add(term, finer);
    }
    for (int i = 0; i < 8; i++) {
      sum = sum.multiply(sum, finer);
    }
    return sum.round(context);
  }

  private static BigDecimal ln(BigDecimal x, int digits) {
    MathContext context = new MathContext(digits + 8);
    // A mantissa around 1, so that the two parts never take digits from each other.
    int tens = x.precision() - x.scale() - 1;
    BigDecimal mantissa = x.scaleByPowerOfTen(-tens);
    if (mantissa.compareTo(new BigDecimal("3.2")) > 0) {
      tens++;
      mantissa = mantissa.scaleByPowerOfTen(-1);
    }
    BigDecimal log = smallLog(mantissa, context);
    return tens == 0 ? log : log.add(LN_10.multiply(BigDecimal.valueOf(tens)), context);
  }

  /** Of numbers from 0.1 to 10. */
  private static BigDecimal smallLog(BigDecimal x, MathContext context) {
    if (x.subtract(BigDecimal.ONE).abs().compareTo(NEAR_ONE) < 0) {
      return logNearOne(x, context);
    }
    BigDecimal guess = new BigDecimal(Math.log(x.doubleValue()));
    BigDecimal left = x.multiply(smallExp(guess.negate(), context), context);
    return guess.add(logNearOne(left, context), context);
  }

  /** ln x = 2 artanh((x - 1) / (x + 1)). */
  private static BigDecimal logNearOne(BigDecimal x, MathContext context) {
    BigDecimal t = x.subtract(BigDecimal.ONE).divide(x.add(BigDecimal.ONE), context);
    BigDecimal square = t.multiply(t, context);
    BigDecimal sum = t;
    BigDecimal power = t;
    BigDecimal least = t.abs().scaleByPowerOfTen(-context.getPrecision() - 1);
    for (int i = 3; power.signum() != 0 && power.abs().compareTo(least) > 0; i += 2) {
      power = power.multiply(square, context);
      sum = sum.add(power.divide(BigDecimal.valueOf(i), context), context);
    }
    return sum.multiply(TWO, context);
  }
}
