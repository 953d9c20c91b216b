package fieldloom.function;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
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

  /** Digits of a second's fraction. */
  private static final int FRACTION = 9;

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
    int day = day(text);
    return day < 0 ? null : date(day);
  }

  private static LocalDate date(int day) {
    return LocalDate.of(day / 10_000, day / 100 % 100, day % 100);
  }

  /**
   * The day of {@code 2026-01-31} as 20260131; negative where the text is not of that form or no
   * date.
   */
  public static int day(String text) {
    return text.length() == DATE ? dayAt(text) : -1;
  }

  /**
   * The day, as 20260131, of a moment as {@link #moment} reads it; negative where the text is none.
   */
  public static int dayOfMoment(String text) {
    return time(text) < 0 ? -1 : dayAt(text);
  }

  /**
   * {@code 2026-01-31T10:00:00+08:00}, with a fraction of a second or without; null where the text
   * is not of that form or no moment.
   */
  public static @Nullable OffsetDateTime moment(String text) {
    int end = time(text);
    int day = end < 0 ? -1 : dayAt(text);
    if (day < 0) {
      return null;
    }
    int nanos = 0;
    int unit = 100_000_000;
    for (int at = SECONDS + 1; at < end; at++, unit /= 10) {
      nanos += digit(text, at) * unit;
    }
    LocalTime time =
        LocalTime.of(two(text, DATE + 1), two(text, DATE + 4), two(text, DATE + 7), nanos);
    return OffsetDateTime.of(date(day), time, offset(text, end));
  }

  /**
   * Where the time of a moment ends; negative where the text has none of that form with an offset
   * behind it.
   */
  private static int time(String text) {
    int length = text.length();
    if (length < SECONDS + 1 || text.charAt(DATE) != 'T') {
      return -1;
    }
    int hour = two(text, DATE + 1);
    int minute = two(text, DATE + 4);
    int second = two(text, DATE + 7);
    boolean parted = text.charAt(DATE + 3) == ':' && text.charAt(DATE + 6) == ':';
    if (!parted || hour < 0 || minute < 0 || second < 0) {
      return -1;
    }
    if (hour > 23 || minute > 59 || second > 59) {
      return -1;
    }
    int end = SECONDS;
    if (text.charAt(end) == '.') {
      int first = ++end;
      while (end < length && digit(text, end) >= 0 && end - first < FRACTION) {
        end++;
      }
      if (end == first) {
        return -1;
      }
    }
    return endsInOffset(text, end) ? end : -1;
  }

  private static boolean endsInOffset(String text, int at) {
    int left = text.length() - at;
    if (left == 1) {
      return text.charAt(at) == 'Z';
    }
    if (left != 6 || text.charAt(at + 3) != ':') {
      return false;
    }
    char sign = text.charAt(at);
    int hours = two(text, at + 1);
    int minutes = two(text, at + 4);
    boolean well = hours >= 0 && hours <= MOST_HOURS && minutes >= 0 && minutes <= 59;
    return well && (sign == '+' || sign == '-');
  }

  private static ZoneOffset offset(String text, int at) {
    if (text.charAt(at) == 'Z') {
      return ZoneOffset.UTC;
    }
    int hours = two(text, at + 1);
    int minutes = two(text, at + 4);
    return text.charAt(at) == '+'
        ? ZoneOffset.ofHoursMinutes(hours, minutes)
        : ZoneOffset.ofHoursMinutes(-hours, -minutes);
  }

  /** The day that a text of at least that many characters begins with. */
  private static int dayAt(String text) {
    int century = two(text, 0);
    int years = two(text, 2);
    int month = two(text, 5);
    int day = two(text, 8);
    boolean parted = text.charAt(4) == '-' && text.charAt(7) == '-';
    if (!parted || century < 0 || years < 0 || month < 1 || month > 12 || day < 1) {
      return -1;
    }
    int year = century * 100 + years;
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    int last =
        month == 2
            ? leap ? 29 : 28
            : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    return day <= last ? year * 10_000 + month * 100 + day : -1;
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
