package fieldloom.payload.edi;

import fieldloom.model.value.Num;
import fieldloom.model.value.NumberLimits;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * Texts of elements as values: exact numbers, dates and times in ISO form. A text that is not what
 * its type says stays as it is; what checks the message says so.
 */
final class ElementReader {
  /** Years of two digits from here on are of the last century, those before of this one. */
  static final int FIRST_YEAR = 70;

  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,1000}");
  private static final Pattern DECIMAL =
      Pattern.compile("-?(\\d{1,1000}(\\.\\d{0,1000})?|\\.\\d{1,1000})(E-?\\d{1,4})?");
  private static final Pattern DIGITS = Pattern.compile("\\d{4,8}");

  private ElementReader() {}

  /**
   * The value of a text.
   *
   * @param standard whose decimal mark numbers have
   */
  static Object value(EdiType type, String text, EdiStandard standard) {
    return switch (type.kind()) {
      case TEXT, BINARY -> text;
      case NUMBER -> number(text, type.scale());
      case DECIMAL -> decimal(text, standard);
      case DATE -> date(text);
      case TIME -> time(text);
    };
  }

  private static Object number(String text, int scale) {
    if (!WHOLE.matcher(text).matches()) {
      return text;
    }
    return Num.of(new BigDecimal(text).movePointLeft(scale));
  }

  private static Object decimal(String text, EdiStandard standard) {
    String plain = standard == EdiStandard.EDIFACT ? text.replace(',', '.') : text;
    if (!DECIMAL.matcher(plain).matches()) {
      return text;
    }
    BigDecimal value = new BigDecimal(plain);
    if (!NumberLimits.allows(value)) {
      return text;
    }
    // "19.90" stays as it is written; ".5", "007" and "5." become what others write.
    return value.toPlainString().equals(plain) ? Num.ofText(plain) : Num.of(value);
  }

  private static Object date(String text) {
    if (!DIGITS.matcher(text).matches() || text.length() != 6 && text.length() != 8) {
      return text;
    }
    String full = text.length() == 8 ? text : century(text) + text;
    try {
      return LocalDate.parse(full, DateTimeFormatter.BASIC_ISO_DATE).toString();
    } catch (DateTimeException e) {
      return text;
    }
  }

  private static String century(String yearMonthDay) {
    return Integer.parseInt(yearMonthDay.substring(0, 2)) < FIRST_YEAR ? "20" : "19";
  }

  private static Object time(String text) {
    if (!DIGITS.matcher(text).matches() || text.length() == 5) {
      return text;
    }
    try {
      LocalTime time =
          LocalTime.of(
              Integer.parseInt(text.substring(0, 2)),
              Integer.parseInt(text.substring(2, 4)),
              text.length() < 6 ? 0 : Integer.parseInt(text.substring(4, 6)),
              fraction(text));
      return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
    } catch (DateTimeException e) {
      return text;
    }
  }

  /** Nanoseconds of the tenths or hundredths behind the seconds. */
  private static int fraction(String text) {
    return switch (text.length()) {
      case 7 -> Integer.parseInt(text.substring(6)) * 100_000_000;
      case 8 -> Integer.parseInt(text.substring(6)) * 10_000_000;
      default -> 0;
    };
  }
}
