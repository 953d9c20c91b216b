package fieldloom.function;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads the common forms of ISO 8601 without a formatter. Only what is right is read; whatever else
 * is left to {@code java.time}, which says what is wrong with it.
 */
public final class IsoDates {
  private static final int DATE = 10;
  private static final int SECONDS = 19;
  private static final int MOST_HOURS = 17;

  private IsoDates() {}

  /**
   * A value as a date: a date, the date a datetime shows, or text in ISO form.
   *
   * @throws ValueException where it is none
   */
  public static LocalDate of(Object value) {
    try {
      return switch (value) {
        case LocalDate d -> d;
        case OffsetDateTime t -> t.toLocalDate();
        case ZonedDateTime t -> t.toLocalDate();
        case String s -> LocalDate.parse(s);
        default -> throw notADate(value);
      };
    } catch (DateTimeException e) {
      throw notADate(value);
    }
  }

  private static ValueException notADate(Object value) {
    return new ValueException("not-a-date", Values.shown(value) + " is not a date.");
  }

  /** {@code 2026-01-31}; null where the text is not of that form or no date. */
  public static @Nullable LocalDate date(String text) {
    return text.length() == DATE ? dateAt(text) : null;
  }

  /**
   * {@code 2026-01-31T10:00:00+08:00}, with a fraction of a second or without; null where the text
   * is not of that form or no moment.
   */
  public static @Nullable OffsetDateTime moment(String text) {
    int length = text.length();
    if (length < SECONDS + 1 || text.charAt(DATE) != 'T') {
      return null;
    }
    LocalDate date = dateAt(text);
    int hour = two(text, DATE + 1);
    int minute = two(text, DATE + 4);
    int second = two(text, DATE + 7);
    boolean parted = text.charAt(DATE + 3) == ':' && text.charAt(DATE + 6) == ':';
    if (date == null || !parted || hour > 23 || minute > 59 || second > 59) {
      return null;
    }
    if (hour < 0 || minute < 0 || second < 0) {
      return null;
    }
    int at = SECONDS;
    int nanos = 0;
    if (text.charAt(at) == '.') {
      int unit = 100_000_000;
      int first = ++at;
      for (; at < length && digit(text, at) >= 0 && unit > 0; at++, unit /= 10) {
        nanos += digit(text, at) * unit;
      }
      if (at == first) {
        return null;
      }
    }
    ZoneOffset offset = offset(text, at);
    if (offset == null) {
      return null;
    }
    return OffsetDateTime.of(
        LocalDateTime.of(date, java.time.LocalTime.of(hour, minute, second, nanos)), offset);
  }

  private static @Nullable ZoneOffset offset(String text, int at) {
    int left = text.length() - at;
    if (left == 1 && text.charAt(at) == 'Z') {
      return ZoneOffset.UTC;
    }
    if (left != 6 || text.charAt(at + 3) != ':') {
      return null;
    }
    char sign = text.charAt(at);
    int hours = two(text, at + 1);
    int minutes = two(text, at + 4);
    boolean well = hours >= 0 && hours <= MOST_HOURS && minutes >= 0 && minutes <= 59;
    if (!well || sign != '+' && sign != '-') {
      return null;
    }
    return sign == '+'
        ? ZoneOffset.ofHoursMinutes(hours, minutes)
        : ZoneOffset.ofHoursMinutes(-hours, -minutes);
  }

  private static @Nullable LocalDate dateAt(String text) {
    int century = two(text, 0);
    int years = two(text, 2);
    int month = two(text, 5);
    int day = two(text, 8);
    boolean parted = text.charAt(4) == '-' && text.charAt(7) == '-';
    if (!parted || century < 0 || years < 0 || month < 1 || month > 12 || day < 1) {
      return null;
    }
    int year = century * 100 + years;
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    int last =
        month == 2
            ? leap ? 29 : 28
            : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    return day <= last ? LocalDate.of(year, month, day) : null;
  }

  /** Two digits; negative where they are none. */
  private static int two(String text, int at) {
    int tens = digit(text, at);
    int ones = digit(text, at + 1);
    return tens < 0 || ones < 0 ? -1 : tens * 10 + ones;
  }

  private static int digit(String text, int at) {
    int digit = text.charAt(at) - '0';
    return digit >= 0 && digit <= 9 ? digit : -1;
  }
}
