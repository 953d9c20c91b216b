package fieldloom.model.value;

import java.math.BigDecimal;

/** How large an exact number may be: 1,000 significant digits, exponents within ±9,999. */
public final class NumberLimits {
  public static final int MAX_DIGITS = 1_000;
  public static final int MAX_EXPONENT = 9_999;

  private NumberLimits() {}

  /** Whether a JSON number's text stays within the limits, found without building the number. */
  public static boolean allows(String text) {
    int digits = 0;
    int zeros = 0;
    int i = 0;
    long exponent = 0;
    int fraction = 0;
    boolean point = false;
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 'e' || c == 'E') {
        String tail = text.substring(i + 1);
        if (tail.length() > 7) {
          return false;
        }
        exponent = Long.parseLong(tail.startsWith("+") ? tail.substring(1) : tail);
        break;
      }
      if (c == '.') {
        point = true;
      } else if (c >= '0' && c <= '9') {
        fraction += point ? 1 : 0;
        if (c == '0' && digits == 0) {
          continue;
        }
        zeros = c == '0' ? zeros + 1 : 0;
        digits++;
      }
    }
    if (digits == 0) {
      return Math.abs(exponent) <= MAX_EXPONENT;
    }
    long adjusted = exponent - fraction + digits - 1L;
    return digits - zeros <= MAX_DIGITS && Math.abs(adjusted) <= MAX_EXPONENT;
  }

  /** Whether a computed value stays within the limits. */
  public static boolean allows(BigDecimal value) {
    if (value.signum() == 0) {
      return Math.abs((long) value.scale()) <= MAX_EXPONENT + MAX_DIGITS;
    }
    long adjusted = (long) value.precision() - value.scale() - 1;
    if (Math.abs(adjusted) > MAX_EXPONENT) {
      return false;
    }
    return value.precision() <= MAX_DIGITS || value.stripTrailingZeros().precision() <= MAX_DIGITS;
  }
}
