package fieldloom.function.date;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of nothing but years, months, days, hours, minutes and seconds with all their digits,
 * and what stands between them: written without a formatter, which takes many times as long.
 */
public final class PlainPattern {
  private static final int DATE_FIELDS = 3;
  private static final int LAST_YEAR = 9_999;

  private final int[] fields;
  private final int[] places;
  private final char[] template;
  private final boolean needsTime;
  private final boolean needsDate;

  /**
   * Of a pattern.
   *
   * @param fields what is written, by its number
   * @param places where in the text
   * @param template the text with what stands between the fields
   */
  private PlainPattern(int[] fields, int[] places, char[] template) {
    this.fields = fields;
    this.places = places;
    this.template = template;
    boolean time = false;
    boolean date = false;
    for (int field : fields) {
      time |= field >= DATE_FIELDS;
      date |= field < DATE_FIELDS;
    }
    this.needsTime = time;
    this.needsDate = date;
  }

  /** The pattern; null where it has anything else in it. */
  public static @Nullable PlainPattern of(String pattern) {
    List<Integer> fields = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    StringBuilder template = new StringBuilder();
    int i = 0;
    while (i < pattern.length()) {
      char c = pattern.charAt(i);
      int end = i;
      while (end < pattern.length() && pattern.charAt(end) == c) {
        end++;
      }
      int field = field(c, end - i);
      if (field >= 0) {
        places.add(template.length());
        template.append(pattern, i, end);
        fields.add(field);
        i = end;
      } else if (Character.isLetter(c) && c < 0x80 || "'[]{}#".indexOf(c) >= 0) {
        return null;
      } else {
        template.append(c);
        i++;
      }
    }
    return new PlainPattern(
        fields.stream().mapToInt(Integer::intValue).toArray(),
        places.stream().mapToInt(Integer::intValue).toArray(),
        template.toString().toCharArray());
  }

  private static int field(char c, int count) {
    if (count == 4) {
      return c == 'y' || c == 'u' ? 0 : -1;
    }
    return count == 2 ? "-MdHms".indexOf(c) : -1;
  }

  /** Whether it has nothing but parts of a day. */
  public boolean isOfDays() {
    return needsDate && !needsTime;
  }

  /**
   * A day by a pattern of days.
   *
   * @param day 31 January 2026 as 20260131
   */
  public String day(int day) {
    char[] out = template.clone();
    for (int i = 0; i < fields.length; i++) {
      int at = places[i];
      if (fields[i] == 0) {
        two(out, at, day / 1_000_000);
        two(out, at + 2, day / 10_000 % 100);
      } else {
        two(out, at, fields[i] == 1 ? day / 100 % 100 : day % 100);
      }
    }
    return new String(out);
  }

  /** A value by the pattern; null where a formatter has to write it. */
  @Nullable String written(Temporal value) {
    LocalDate date;
    LocalTime time;
    switch (value) {
      case LocalDate d -> {
        date = d;
        time = null;
      }
      case OffsetDateTime t -> {
        date = t.toLocalDate();
        time = t.toLocalTime();
      }
      case ZonedDateTime t -> {
        date = t.toLocalDate();
        time = t.toLocalTime();
      }
      case LocalTime t -> {
        date = null;
        time = t;
      }
      default -> {
        return null;
      }
    }
    if (needsTime && time == null || needsDate && date == null) {
      return null;
    }
    if (date != null && (date.getYear() < 0 || date.getYear() > LAST_YEAR)) {
      return null;
    }
    return written(date, time);
  }

  private String written(@Nullable LocalDate date, @Nullable LocalTime time) {
    char[] out = template.clone();
    for (int i = 0; i < fields.length; i++) {
      int value = value(fields[i], date, time);
      int at = places[i];
      if (fields[i] == 0) {
        two(out, at, value / 100);
        at += 2;
      }
      two(out, at, value % 100);
    }
    return new String(out);
  }

  private static int value(int field, @Nullable LocalDate date, @Nullable LocalTime time) {
    if (field < DATE_FIELDS && date != null) {
      return field == 0 ? date.getYear() : field == 1 ? date.getMonthValue() : date.getDayOfMonth();
    }
    if (time == null) {
      throw new IllegalStateException("the pattern asks for a time");
    }
    return field == 3 ? time.getHour() : field == 4 ? time.getMinute() : time.getSecond();
  }

  private static void two(char[] out, int at, int value) {
    out[at] = (char) ('0' + value / 10);
    out[at + 1] = (char) ('0' + value % 10);
  }
}
