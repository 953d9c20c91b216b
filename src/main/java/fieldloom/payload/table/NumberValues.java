package fieldloom.payload.table;

import fieldloom.database.ColumnType;
import fieldloom.database.Storage;
import fieldloom.model.value.Num;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Makes numbers for columns; one that would be rounded is refused. */
final class NumberValues {
  private static final BigDecimal LEAST_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal MOST_LONG = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9]\\d{0,999})(?:\\.\\d{1,999})?(?:[eE][+-]?\\d{1,4})?");

  private NumberValues() {}

  static Object of(Object value, ColumnType type) throws UnfitException {
    BigDecimal number =
        switch (value) {
          case Num own -> own.value();
          case String text when NUMBER.matcher(text).matches() -> new BigDecimal(text);
          case Object other -> throw CellValues.unfit(other, "a number");
        };
    if (type.storage() == Storage.SINGLE) {
      float single = number.floatValue();
      checkBinary(number, Float.isInfinite(single) ? "Infinity" : Float.toString(single), 7);
      return single;
    }
    if (type.storage() == Storage.DOUBLE) {
      double fraction = number.doubleValue();
      checkBinary(number, Double.isInfinite(fraction) ? "Infinity" : Double.toString(fraction), 15);
      return fraction;
    }
    return exact(number, type);
  }

  private static void checkBinary(BigDecimal number, String text, int digits)
      throws UnfitException {
    if (text.equals("Infinity") || new BigDecimal(text).compareTo(number) != 0) {
      throw new UnfitException(
          "is a binary fraction, which cannot hold "
              + CellValues.shown(Num.of(number))
              + " as it is; round it to "
              + digits
              + " digits in its rule");
    }
  }

  private static Object exact(BigDecimal number, ColumnType type) throws UnfitException {
    BigDecimal plain = number;
    Integer scale = type.scale();
    Integer digits = type.digits();
    if (scale == null && type.storage() == Storage.WHOLE) {
      scale = 0;
    }
    if (scale != null && plain.scale() > scale) {
      if (plain.stripTrailingZeros().scale() > scale) {
        throw new UnfitException(
            "has "
                + (scale == 0 ? "no" : scale)
                + " digits after the point, the value "
                + CellValues.shown(Num.of(number))
                + " has more; round it in its rule");
      }
      plain = plain.setScale(scale, RoundingMode.UNNECESSARY);
    }
    int before = plain.signum() == 0 ? 0 : plain.precision() - plain.scale();
    if (digits != null && before > digits - (scale == null ? 0 : scale)) {
      throw tooLarge(number, "up to " + (digits - (scale == null ? 0 : scale)) + " digits before");
    }
    BigDecimal least = type.minimum();
    BigDecimal most = type.maximum();
    if (least != null && plain.compareTo(least) < 0 || most != null && plain.compareTo(most) > 0) {
      throw new UnfitException(
          "takes numbers from "
              + least
              + " to "
              + most
              + ", not "
              + CellValues.shown(Num.of(number))
              + "; correct it");
    }
    boolean small = plain.compareTo(LEAST_LONG) >= 0 && plain.compareTo(MOST_LONG) <= 0;
    return type.storage() == Storage.WHOLE && small ? (Object) plain.longValueExact() : plain;
  }

  private static UnfitException tooLarge(BigDecimal number, String room) {
    return new UnfitException(
        "has room for "
            + room
            + " the point, the value "
            + CellValues.shown(Num.of(number))
            + " has more; correct it");
  }
}
