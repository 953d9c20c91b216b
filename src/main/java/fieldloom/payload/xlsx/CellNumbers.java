package fieldloom.payload.xlsx;

import fieldloom.model.value.Num;
import fieldloom.model.value.NumberLimits;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** Numbers of cells, exact as their text says. */
final class CellNumbers {
  /** Digits that Excel keeps, and writes one or two more of. */
  private static final int KEPT = 15;

  private static final int WRITTEN = 17;

  private CellNumbers() {}

  /**
   * Reads a number. Excel writes 1.1 as 1.1000000000000001: a text of 16 or 17 digits that is how
   * it writes a binary number is read as the shortest text of that number. Any other is kept.
   *
   * @return null where the text is no number, or one of more digits than are kept exactly
   */
  static @Nullable Num read(String text) {
    if (!isJsonNumber(text)) {
      return odd(text);
    }
    if (!NumberLimits.allows(text)) {
      return null;
    }
    if (text.length() <= KEPT) {
      return Num.ofText(text);
    }
    BigDecimal exact = new BigDecimal(text);
    int digits = exact.stripTrailingZeros().precision();
    return digits > KEPT && digits <= WRITTEN ? shortest(text, exact) : Num.ofText(text);
  }

  private static Num shortest(String text, BigDecimal exact) {
    double binary = exact.doubleValue();
    if (Double.isInfinite(binary)
        || binary == 0
        || new BigDecimal(binary).round(new MathContext(WRITTEN)).compareTo(exact) != 0) {
      return Num.ofText(text);
    }
    BigDecimal shorter = new BigDecimal(Double.toString(binary));
    return shorter.compareTo(exact) == 0
        ? Num.ofText(text)
        : Num.of(
            shorter.stripTrailingZeros().scale() < 0
                ? shorter.setScale(0)
                : shorter.stripTrailingZeros());
  }

  /** A number as other writers write it: +5, .5, 007. */
  private static @Nullable Num odd(String text) {
    if (text.length() > NumberLimits.MAX_DIGITS
        || !text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,5})?")) {
      return null;
    }
    BigDecimal value = new BigDecimal(text);
    return NumberLimits.allows(value) ? Num.of(value) : null;
  }

  private static boolean isJsonNumber(String text) {
    int i = text.startsWith("-") ? 1 : 0;
    int first = i;
    i = digits(text, i);
    if (i == first || text.charAt(first) == '0' && i > first + 1) {
      return false;
    }
    if (i < text.length() && text.charAt(i) == '.') {
      int point = i + 1;
      i = digits(text, point);
      if (i == point) {
        return false;
      }
    }
    if (i < text.length() && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
      i++;
      i += i < text.length() && (text.charAt(i) == '+' || text.charAt(i) == '-') ? 1 : 0;
      int exponent = i;
      i = digits(text, i);
      if (i == exponent) {
        return false;
      }
    }
    return i == text.length();
  }

  private static int digits(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i;
  }
}
