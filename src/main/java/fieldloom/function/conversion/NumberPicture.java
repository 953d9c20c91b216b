package fieldloom.function.conversion;

import fieldloom.function.ValueException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers by pictures of {@link DecimalFormat}, exactly, rounded half up. */
final class NumberPicture {
  private static final int LONGEST = 200;

  private NumberPicture() {}

  static String written(BigDecimal number, String picture, Locale locale) {
    if (picture.length() > LONGEST) {
      throw new ValueException("bad-pattern", "A picture has at most " + LONGEST + " characters.");
    }
    try {
      DecimalFormat format = new DecimalFormat(picture, DecimalFormatSymbols.getInstance(locale));
      format.setRoundingMode(RoundingMode.HALF_UP);
      return format.format(number);
    } catch (IllegalArgumentException e) {
      throw new ValueException(
          "bad-pattern", "“%s” is no picture of a number such as #,##0.00.".formatted(picture));
    }
  }
}
