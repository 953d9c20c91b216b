package fieldloom.function.table;

import fieldloom.function.CallContext.LookupTable;
import fieldloom.function.IsoDates;
import fieldloom.function.ValueException;
import fieldloom.function.Values;
import fieldloom.model.value.Absent;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which days a plant works: Monday to Friday, but for what a table says of single days and of days
 * of the week. A row is {@code [day, kind]}: the day a date or a weekday ({@code saturday}, {@code
 * 周六}), the kind {@code free} ({@code 休}) or {@code work} ({@code 班}); further columns are for
 * people.
 */
public final class PlantCalendar {
  /** A plant that rests longer than this is taken for one that never works. */
  private static final int LONGEST_REST = 3_660;

  private static final int MOST_DAYS = 100_000;
  private static final Set<String> FREE = Set.of("free", "holiday", "off", "休", "假");
  private static final Set<String> WORK = Set.of("work", "workday", "on", "班", "上班");
  private static final Map<String, DayOfWeek> WEEKDAYS = weekdays();

  private final String name;
  private final Set<DayOfWeek> week = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  private final NavigableMap<LocalDate, Boolean> special = new TreeMap<>();

  private PlantCalendar(String name) {
    this.name = name;
  }

  /**
   * The calendar that a table holds.
   *
   * @throws ValueException where a row is none of a calendar
   */
  public static PlantCalendar of(LookupTable table) {
    return table.derived(PlantCalendar.class, PlantCalendar::read);
  }

  /** Monday to Friday without some days. */
  public static PlantCalendar without(Collection<LocalDate> holidays) {
    PlantCalendar calendar = new PlantCalendar("");
    holidays.forEach(day -> calendar.special.put(day, false));
    return calendar;
  }

  private static PlantCalendar read(LookupTable table) {
    PlantCalendar calendar = new PlantCalendar(table.name());
    Columns columns = new Columns(table, 2, "day", "kind");
    int number = 0;
    for (Object[] row : table.rows()) {
      number++;
      if (!columns.isEmpty(row)) {
        calendar.add(columns, row, number);
      }
    }
    return calendar;
  }

  private void add(Columns columns, Object[] row, int number) {
    String kind = columns.name(row, number, 1);
    boolean work = WORK.contains(kind);
    if (!work && !FREE.contains(kind)) {
      throw columns.wrong(number, "has the kind “" + kind + "”, neither free nor work");
    }
    Object day = columns.cell(row, 0);
    DayOfWeek weekday = day instanceof String s ? WEEKDAYS.get(Columns.key(s)) : null;
    if (weekday != null) {
      if (work) {
        week.add(weekday);
      } else {
        week.remove(weekday);
      }
      return;
    }
    LocalDate date = date(day);
    if (date == null) {
      String shown = day == Absent.ABSENT ? "no day" : Values.shown(day) + ", no date or weekday";
      throw columns.wrong(number, "has " + shown);
    }
    special.put(date, work);
  }

  private static @Nullable LocalDate date(Object value) {
    try {
      return IsoDates.of(value instanceof String s ? s.strip() : value);
    } catch (ValueException e) {
      return null;
    }
  }

  public boolean isWorkday(LocalDate day) {
    Boolean said = special.get(day);
    return said == null ? week.contains(day.getDayOfWeek()) : said;
  }

  /** How many days are worked from one day to another that is not earlier, both included. */
  public long workdays(LocalDate first, LocalDate last) {
    long all = ChronoUnit.DAYS.between(first, last) + 1;
    long days = all / 7 * week.size();
    for (long i = 0; i < all % 7; i++) {
      days += week.contains(first.plusDays(i).getDayOfWeek()) ? 1 : 0;
    }
    for (Map.Entry<LocalDate, Boolean> day : special.subMap(first, true, last, true).entrySet()) {
      boolean usual = week.contains(day.getKey().getDayOfWeek());
      days += usual == day.getValue() ? 0 : usual ? -1 : 1;
    }
    return days;
  }

  /**
   * The working day so many later, the day itself not counted; earlier where the number is
   * negative, the day itself where it is 0.
   *
   * @throws ValueException where the number is beyond ±100,000 or the plant never works
   */
  public LocalDate add(LocalDate from, int days) {
    if (Math.abs((long) days) > MOST_DAYS) {
      throw new ValueException(
          "out-of-range",
          "%,d working days are too many: give at most %,d.".formatted(days, MOST_DAYS));
    }
    int step = Integer.signum(days);
    int rest = 0;
    LocalDate day = from;
    for (int left = Math.abs(days); left > 0; ) {
      day = day.plusDays(step);
      if (isWorkday(day)) {
        left--;
        rest = 0;
      } else if (++rest > LONGEST_REST) {
        throw new ValueException(
            "bad-table", "The calendar " + name + " has no working day for ten years.");
      }
    }
    return day;
  }

  private static Map<String, DayOfWeek> weekdays() {
    Map<String, DayOfWeek> names = new HashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
        for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
          names.put(Columns.key(day.getDisplayName(style, language)), day);
        }
      }
    }
    return names;
  }
}
