package fieldloom.function.conversion;

import fieldloom.function.ValueException;
import fieldloom.model.value.NumberLimits;
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
      if (picture.indexOf('0') < 0 && picture.indexOf('#') < 0) {
        throw noPicture(picture);
      }
      DecimalFormat format = new DecimalFormat(picture, DecimalFormatSymbols.getInstance(locale));
      format.setRoundingMode(RoundingMode.HALF_UP);
      return format.format(isZero(number, format) ? BigDecimal.ZERO : number);
    } catch (IllegalArgumentException e) {
      throw noPicture(picture);
    }
  }

  /** Whether nothing but zeros would be written: these have no minus before them. */
  private static boolean isZero(BigDecimal number, DecimalFormat format) {
    if (format.toPattern().contains("E0")) {
      return number.signum() == 0;
    }
    int places = Math.min(format.getMaximumFractionDigits(), NumberLimits.MAX_EXPONENT);
    BigDecimal shown = number.multiply(BigDecimal.valueOf(format.getMultiplier()));
    return shown.setScale(places, RoundingMode.HALF_UP).signum() == 0;
  }

  private static ValueException noPicture(String picture) {
    return new ValueException(
        "bad-pattern", "“%s” is no picture of a number such as #,##0.00.".formatted(picture));
  }
}
