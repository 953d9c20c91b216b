package fieldloom.payload.edi;

import fieldloom.model.value.Binary;
import fieldloom.model.value.Num;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.regex.Pattern;

/** Values as the texts of elements. */
final class ElementTexts {
  private static final DateTimeFormatter LONG_DATE = formatter("uuuuMMdd");
  private static final DateTimeFormatter SHORT_DATE = formatter("uuMMdd");
  private static final DateTimeFormatter MINUTES = formatter("HHmm");
  private static final DateTimeFormatter SECONDS = formatter("HHmmss");
  private static final DateTimeFormatter HUNDREDTHS = formatter("HHmmssSS");
  private static final DateTimeFormatter DATE_AND_TIME = formatter("uuuuMMddHHmmss");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,1000}(\\.\\d{1,1000})?");

  private ElementTexts() {}

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }

  /**
   * The text of a value.
   *
   * @param mark the decimal mark
   */
  static String text(EdiType type, Object value, char mark) throws UnfitException {
    return switch (type.kind()) {
      case TEXT -> plain(value, mark);
      case BINARY -> throw new UnfitException("holds bytes, which this version does not write");
      case NUMBER -> number(type, value);
      case DECIMAL -> decimal(type, value, mark);
      case DATE -> date(type, value);
      case TIME -> time(type, value);
    };
  }

  private static String plain(Object value, char mark) throws UnfitException {
    return switch (value) {
      case String text -> text;
      case Num number -> marked(number.value().toPlainString(), mark);
      case Boolean flag -> flag.toString();
      case Binary bytes -> bytes.base64();
      case LocalDate date -> LONG_DATE.format(date);
      case LocalTime time -> SECONDS.format(time);
      case LocalDateTime time -> DATE_AND_TIME.format(time);
      case OffsetDateTime time -> DATE_AND_TIME.format(time);
      case ZonedDateTime time -> DATE_AND_TIME.format(time);
      default -> throw new UnfitException("has a value that no element can hold");
    };
  }

  private static String marked(String number, char mark) {
    return mark == '.' ? number : number.replace('.', mark);
  }

  private static String number(EdiType type, Object value) throws UnfitException {
    BigDecimal number = exact(value);
    BigDecimal whole = number.movePointRight(type.scale()).stripTrailingZeros();
    if (whole.scale() > 0) {
      throw new UnfitException(
          type.scale() == 0
              ? "holds a whole number, but the value is " + number.toPlainString() + "; ROUND it"
              : "keeps "
                  + type.scale()
                  + " digits behind the point, but the value is "
                  + number.toPlainString()
                  + "; ROUND it");
    }
    return padded(type, whole.toPlainString());
  }

  private static String decimal(EdiType type, Object value, char mark) throws UnfitException {
    String text = value instanceof Num number ? number.text() : String.valueOf(value);
    BigDecimal number = exact(value);
    String plain = NUMBER.matcher(text).matches() ? text : number.toPlainString();
    return padded(type, marked(plain, mark));
  }

  private static BigDecimal exact(Object value) throws UnfitException {
    if (value instanceof Num number) {
      return number.value();
    }
    if (value instanceof String text && NUMBER.matcher(text).matches()) {
      return new BigDecimal(text);
    }
    throw new UnfitException("holds a number, but the value is " + shown(value));
  }

  /** Zeros before the digits until there are as many as there must be. */
  private static String padded(EdiType type, String number) {
    int digits = (int) number.chars().filter(c -> c >= '0' && c <= '9').count();
    if (digits >= type.minLength() || type.minLength() > 1_000) {
      return number;
    }
    String zeros = "0".repeat((int) type.minLength() - digits);
    return number.startsWith("-") ? "-" + zeros + number.substring(1) : zeros + number;
  }

  private static String date(EdiType type, Object value) throws UnfitException {
    LocalDate date = asDate(value);
    if (type.maxLength() == 0 || type.maxLength() >= 8) {
      if (date.getYear() < 0 || date.getYear() > 9_999) {
        throw new UnfitException(
            "holds a date with four digits of the year, but the value is " + date);
      }
      return LONG_DATE.format(date);
    }
    int oldest = 1900 + ElementReader.FIRST_YEAR;
    if (date.getYear() < oldest || date.getYear() >= oldest + 100) {
      throw new UnfitException(
          "holds a date with two digits of the year, "
              + oldest
              + " to "
              + (oldest + 99)
              + ", but the value is "
              + date);
    }
    return SHORT_DATE.format(date);
  }

  private static LocalDate asDate(Object value) throws UnfitException {
    try {
      return switch (value) {
        case LocalDate date -> date;
        case LocalDateTime time -> time.toLocalDate();
        case OffsetDateTime time -> time.toLocalDate();
        case ZonedDateTime time -> time.toLocalDate();
        case String text ->
            text.length() == 8
                ? LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE)
                : LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        default -> throw new UnfitException("holds a date, but the value is " + shown(value));
      };
    } catch (DateTimeParseException e) {
      throw new UnfitException("holds a date, but the value is " + shown(value));
    }
  }

  private static String time(EdiType type, Object value) throws UnfitException {
    LocalTime time = asTime(value);
    boolean fraction = time.getNano() != 0;
    boolean seconds = fraction || time.getSecond() != 0 || type.minLength() > 4;
    long most = type.maxLength() == 0 ? 8 : type.maxLength();
    if (fraction && time.getNano() % 10_000_000 != 0
        || seconds && most < 6
        || fraction && most < 7) {
      throw new UnfitException(
          "holds a time of " + most + " digits, but the value is " + time + "; leave the rest out");
    }
    if (!seconds) {
      return MINUTES.format(time);
    }
    if (!fraction && type.minLength() <= 6) {
      return SECONDS.format(time);
    }
    String text = HUNDREDTHS.format(time);
    return most == 7 && time.get(ChronoField.MILLI_OF_SECOND) % 100 == 0
        ? text.substring(0, 7)
        : text;
  }

  private static LocalTime asTime(Object value) throws UnfitException {
    try {
      return switch (value) {
        case LocalTime time -> time;
        case LocalDateTime time -> time.toLocalTime();
        case OffsetDateTime time -> time.toLocalTime();
        case ZonedDateTime time -> time.toLocalTime();
        case String text -> LocalTime.parse(text);
        default -> throw new UnfitException("holds a time, but the value is " + shown(value));
      };
    } catch (DateTimeParseException e) {
      throw new UnfitException("holds a time, but the value is " + shown(value));
    }
  }

  private static String shown(Object value) {
    String text = value instanceof Temporal time ? time.toString() : String.valueOf(value);
    return "“" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "”";
  }
}
