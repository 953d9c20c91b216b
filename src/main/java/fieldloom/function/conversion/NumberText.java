package fieldloom.function.conversion;

import fieldloom.function.ValueException;
import fieldloom.function.Values;
import fieldloom.model.value.Num;
import fieldloom.model.value.NumberLimits;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers as people and systems write them, with a decimal mark and a grouping mark. */
final class NumberText {
  private static final int LONGEST = 25_000;

  private final String text;
  private final String decimal;
  private final String grouping;

  private NumberText(String text, String decimal, String grouping) {
    this.text = text;
    this.decimal = decimal;
    this.grouping = grouping;
  }

  /**
   * Reads a number; white space around it is let pass.
   *
   * @param decimal one character
   * @param grouping one character, or none
   */
  static Num parse(String text, String decimal, String grouping) {
    if (decimal.length() != 1 || grouping.length() > 1 || decimal.equals(grouping)) {
      throw new ValueException(
          "bad-argument", "Decimal and grouping mark are one character each, and not the same.");
    }
    return new NumberText(text.strip(), decimal, grouping).parse();
  }

  private Num parse() {
    int e = Math.max(text.indexOf('e'), text.indexOf('E'));
    String mantissa = e < 0 ? text : text.substring(0, e);
    String exponent = e < 0 ? "" : text.substring(e);
    int signs = mantissa.startsWith("-") || mantissa.startsWith("+") ? 1 : 0;
    int point = mantissa.indexOf(decimal);
    String whole = mantissa.substring(signs, point < 0 ? mantissa.length() : point);
    String fraction = point < 0 ? "" : mantissa.substring(point + 1);
    String digits = ungrouped(whole);
    boolean fits = text.length() <= LONGEST && exponent.length() <= 8;
    boolean isNumber =
        fits
            && isDigits(digits)
            && isDigits(fraction)
            && (point < 0 || !fraction.isEmpty())
            && !(digits.isEmpty() && fraction.isEmpty())
            && exponent.matches("([eE][+-]?[0-9]+)?");
    if (!isNumber) {
      throw notANumber();
    }
    String sign = mantissa.startsWith("-") ? "-" : "";
    String plain =
        sign + (digits.isEmpty() ? "0" : digits) + (point < 0 ? "" : "." + fraction) + exponent;
    if (!NumberLimits.allows(plain)) {
      throw new ValueException("number-too-large", Values.shown(text) + " has too many digits.");
    }
    return Num.of(new BigDecimal(plain));
  }

  /**
   * The digits without grouping marks. The last group has three digits, those before two, three or
   * four, so that a comma meant as a decimal mark is not taken for a grouping mark.
   */
  private String ungrouped(String whole) {
    if (grouping.isEmpty() || !whole.contains(grouping)) {
      return whole;
    }
    String[] groups = whole.split(Pattern.quote(grouping), -1);
    int last = groups.length - 1;
    for (int i = 0; i <= last; i++) {
      int length = groups[i].length();
      boolean right = i == 0 ? length >= 1 && length <= 4 : length >= 2 && length <= 4;
      if (!right || i == last && length < 3) {
        throw notANumber();
      }
    }
    return String.join("", groups);
  }

  private static boolean isDigits(String part) {
    return part.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private ValueException notANumber() {
    return new ValueException("not-a-number", Values.shown(text) + " is not a number.");
  }
}
