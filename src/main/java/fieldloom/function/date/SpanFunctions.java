package fieldloom.function.date;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Arguments;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.ValueType;
import fieldloom.function.Values;
import fieldloom.model.value.Num;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How far two dates are apart. */
final class SpanFunctions {
  private SpanFunctions() {}

  static List<FunctionDef> all() {
    return List.of(dateDiff(), age(), workdays());
  }

  private static FunctionDef dateDiff() {
    return define(
            "DATE_DIFF",
            Group.DATE,
            "How much later the second is than the first, in whole units toward zero: years,"
                + " quarters, months, weeks, days by the calendar, hours, minutes, seconds, millis"
                + " by the clock.",
            "第二个比第一个晚多少个整单位：年、季、月、周、日按日历计，时、分、秒、毫秒按时刻计。")
        .param("from", Kind.TEMPORAL)
        .param("to", Kind.TEMPORAL)
        .param("unit", Kind.TEXT)
        .returns(ValueType.INTEGER)
        .example("DATE_DIFF(\"2024-01-31\", \"2024-03-01\", \"days\")", "30")
        .example("DATE_DIFF(\"2024-01-31\", \"2024-02-29\", \"months\")", "0")
        .example(
            "DATE_DIFF(\"2024-03-30T12:00:00+01:00\", \"2024-03-31T12:00:00+02:00\", \"days\")",
            "1")
        .example(
            "DATE_DIFF(\"2024-03-30T12:00:00+01:00\", \"2024-03-31T12:00:00+02:00\", \"hours\")",
            "23")
        .aliases("datedif", "datediff", "duration-between", "days-between")
        .body(a -> Num.of(difference(a, Unit.of(a.text(2)))));
  }

  private static long difference(Arguments a, Unit unit) {
    Temporal from = a.temporal(0);
    Temporal to = a.temporal(1);
    if (unit.ofCalendar()) {
      // By the date each one shows: the change to summer time must not make a day shorter.
      long units = unit.chrono().between(Temporals.dateOf(from), Temporals.dateOf(to));
      return units / unit.times();
    }
    return Temporals.within(() -> unit.chrono().between(onClock(from, to), onClock(to, from)));
  }

  /** A date stands for the start of its day, where the other value is. */
  private static Temporal onClock(Temporal value, Temporal other) {
    return switch (value) {
      case LocalDate d when other instanceof LocalDate -> d.atStartOfDay();
      case LocalDate d -> d.atStartOfDay(Temporals.zoned(other).getZone());
      case LocalTime t when other instanceof LocalTime -> t;
      case LocalTime t -> throw Temporals.wrongKind(t, "datetime");
      default -> Temporals.zoned(value);
    };
  }

  private static FunctionDef age() {
    return define(
            "AGE",
            Group.DATE,
            "The whole years from a date to today, or to another date.",
            "从某日到今天（或另一日期）的整年数。")
        .param("born", Kind.DATE_OR_DATETIME)
        .optional("on", Kind.DATE_OR_DATETIME)
        .returns(ValueType.INTEGER)
        .example("AGE(\"2000-05-20\", \"2024-05-19\")", "23")
        .example("AGE(\"2000-05-20\", \"2024-05-20\")", "24")
        .example("AGE(TODAY())", "0")
        .aliases("years since")
        .body(
            a -> {
              LocalDate on = a.has(1) ? Temporals.dateOf(a.temporal(1)) : MomentFunctions.today(a);
              return Num.of(ChronoUnit.YEARS.between(Temporals.dateOf(a.temporal(0)), on));
            });
  }

  private static FunctionDef workdays() {
    return define(
            "WORKDAYS",
            Group.DATE,
            "How many days from Monday to Friday lie between two dates, both included, less the"
                + " holidays in a list; negative where the second is the earlier one.",
            "两个日期之间（含两端）周一至周五的天数，减去列表中的节假日；第二个更早则为负数。")
        .param("from", Kind.DATE_OR_DATETIME)
        .param("to", Kind.DATE_OR_DATETIME)
        .optional("holidays", Kind.LIST)
        .returns(ValueType.INTEGER)
        .example("WORKDAYS(\"2024-07-01\", \"2024-07-07\")", "5")
        .example("WORKDAYS(\"2024-07-06\", \"2024-07-07\")", "0")
        .example("WORKDAYS(\"2024-07-05\", \"2024-07-01\")", "-5")
        .example("WORKDAYS(\"2024-10-01\", \"2024-10-07\", [\"2024-10-01\"])", "4")
        .aliases("networkdays", "business days", "working days")
        .body(SpanFunctions::workdays);
  }

  private static Num workdays(Arguments a) {
    LocalDate from = Temporals.dateOf(a.temporal(0));
    LocalDate to = Temporals.dateOf(a.temporal(1));
    LocalDate first = from.isAfter(to) ? to : from;
    LocalDate last = from.isAfter(to) ? from : to;
    long days = weekdays(first, last);
    Set<LocalDate> holidays = a.has(2) ? dates(a.list(2)) : Set.of();
    days -=
        holidays.stream()
            .filter(d -> !d.isBefore(first) && !d.isAfter(last) && isWeekday(d))
            .count();
    return Num.of(from.isAfter(to) ? -days : days);
  }

  private static long weekdays(LocalDate first, LocalDate last) {
    long all = ChronoUnit.DAYS.between(first, last) + 1;
    long days = all / 7 * 5;
    for (long i = 0; i < all % 7; i++) {
      days += isWeekday(first.plusDays(i)) ? 1 : 0;
    }
    return days;
  }

  private static boolean isWeekday(LocalDate date) {
    return date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
  }

  private static Set<LocalDate> dates(List<Object> list) {
    Set<LocalDate> dates = new HashSet<>();
    for (Object item : list) {
      if (Values.isValue(item)) {
        dates.add(Temporals.date(item));
      }
    }
    return dates;
  }
}
