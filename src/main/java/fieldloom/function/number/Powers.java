package fieldloom.function.number;

import fieldloom.function.Numbers;
import fieldloom.function.ValueException;
import fieldloom.model.value.Num;
import fieldloom.model.value.NumberLimits;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Powers that stay within the limits of numbers; what would not is refused before it is computed.
 */
final class Powers {
  private static final double LOG10_E = Math.log10(Math.E);

  private Powers() {}

  static Num power(Num base, Num exponent) {
    if (exponent.isWhole()) {
      return wholePower(base, exponent.value().toBigInteger());
    }
    BigDecimal x = base.value();
    if (x.signum() < 0) {
      throw new ValueException(
          "out-of-range", base + " is below 0 and has no power with a fraction.");
    }
    if (x.signum() == 0) {
      return zeroTo(exponent.value().signum());
    }
    checkExponent(exponent.value().doubleValue() * log10Of(x));
    return Numbers.stripped(Series.power(x, exponent.value()));
  }

  private static Num zeroTo(int sign) {
    if (sign < 0) {
      throw new ValueException("division-by-zero", "0 has no negative power.");
    }
    return Num.of(0);
  }

  private static Num wholePower(Num base, BigInteger exponent) {
    BigDecimal x = base.value();
    if (exponent.signum() == 0) {
      return Num.of(1);
    }
    if (x.signum() == 0) {
      return zeroTo(exponent.signum());
    }
    BigDecimal plain = x.stripTrailingZeros();
    if (plain.abs().compareTo(BigDecimal.ONE) == 0) {
      return Num.of(plain.signum() < 0 && exponent.testBit(0) ? -1 : 1);
    }
    double times = exponent.abs().doubleValue();
    checkExponent(times * log10Of(x.abs()));
    if (plain.unscaledValue().abs().equals(BigInteger.ONE)) {
      BigDecimal ten = BigDecimal.ONE.scaleByPowerOfTen(-plain.scale() * exponent.intValueExact());
      boolean negative = plain.signum() < 0 && exponent.testBit(0);
      return Numbers.stripped(negative ? ten.negate() : ten);
    }
    if (times * log10Of(new BigDecimal(plain.unscaledValue().abs()))
        > NumberLimits.MAX_DIGITS + 1) {
      if (exponent.signum() < 0) {
        // The quotient has 34 digits however many its divisor has.
        BigDecimal quotient = Series.power(x.abs(), new BigDecimal(exponent));
        return Numbers.stripped(
            x.signum() < 0 && exponent.testBit(0) ? quotient.negate() : quotient);
      }
      throw tooLarge();
    }
    // Zeros at the end are kept where they are few: 1.50 squared is 2.2500.
    BigDecimal factor = x.precision() * times > 2 * NumberLimits.MAX_DIGITS ? plain : x;
    BigDecimal power = factor.pow(exponent.abs().intValueExact());
    return exponent.signum() > 0
        ? Numbers.checked(power)
        : Numbers.divide(Num.of(1), Num.of(power));
  }

  static Num exp(Num exponent) {
    checkExponent(exponent.value().doubleValue() * LOG10_E);
    return Numbers.stripped(Series.exp(exponent.value()));
  }

  static Num log10(Num number) {
    BigDecimal plain = number.value().stripTrailingZeros();
    if (plain.unscaledValue().equals(BigInteger.ONE)) {
      return Num.of(-plain.scale());
    }
    return Numbers.stripped(Series.log10(plain));
  }

  /** About: for estimates of how large a result would be. */
  private static double log10Of(BigDecimal x) {
    int tens = x.precision() - x.scale() - 1;
    return Math.log10(x.scaleByPowerOfTen(-tens).doubleValue()) + tens;
  }

  private static void checkExponent(double log10OfResult) {
    if (!(Math.abs(log10OfResult) <= NumberLimits.MAX_EXPONENT + 1)) {
      throw tooLarge();
    }
  }

  private static ValueException tooLarge() {
    return new ValueException(
        "number-too-large",
        "The power has more than %,d digits or an exponent beyond ±%,d."
            .formatted(NumberLimits.MAX_DIGITS, NumberLimits.MAX_EXPONENT));
  }
}
