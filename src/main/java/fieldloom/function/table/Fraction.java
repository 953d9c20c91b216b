package fieldloom.function.table;

import fieldloom.function.Numbers;
import fieldloom.model.value.Num;
import java.math.BigDecimal;

/** A factor that need not be a decimal number: a pound in ounces is 16, an ounce in pounds 1/16. */
record Fraction(BigDecimal numerator, BigDecimal denominator) {
  static final Fraction ONE = new Fraction(BigDecimal.ONE, BigDecimal.ONE);

  static Fraction of(BigDecimal factor) {
    return new Fraction(factor, BigDecimal.ONE);
  }

  Fraction inverse() {
    return new Fraction(denominator, numerator);
  }

  Fraction times(Fraction other) {
    return new Fraction(
        Numbers.checked(numerator.multiply(other.numerator)).value(),
        Numbers.checked(denominator.multiply(other.denominator)).value());
  }

  /** The amount times the factor: exact where it is a decimal number, else to 34 digits. */
  Num of(Num amount) {
    BigDecimal whole = amount.value().multiply(numerator);
    if (denominator.compareTo(BigDecimal.ONE) == 0) {
      return Numbers.checked(whole);
    }
    try {
      return Numbers.stripped(whole.divide(denominator));
    } catch (ArithmeticException e) {
      // Digits without end.
      return Numbers.divide(Num.of(whole), Num.of(denominator));
    }
  }
}
