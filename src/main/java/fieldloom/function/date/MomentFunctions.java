package fieldloom.function.date;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Arguments;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.ValueType;
import fieldloom.model.value.Num;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.List;

/** The run's moment, zones, and how far two moments are apart. */
final class MomentFunctions {
  private MomentFunctions() {}

  static List<FunctionDef> all() {
    return List.of(today(), now(), dateDiff(), age(), toZone(), toUtc());
  }

  private static LocalDate today(Arguments a) {
    return a.context().now().withZoneSameInstant(a.context().zone()).toLocalDate();
  }

  private static FunctionDef today() {
    return define("TODAY", Group.DATE, "The date of the run in the mapping's zone.", "运行当天的日期（映射的时区）。")
        .returns(ValueType.DATE)
        .example("DATE_DIFF(TODAY(), TODAY(), \"days\")", "0")
        .example("TODAY() == DATE_OF(NOW())", "true")
        .example("TODAY() > \"2020-01-01\"", "error")
        .aliases("current-date", "sysdate")
        .body(MomentFunctions::today);
  }

  private static FunctionDef now() {
    return define(
            "NOW",
            Group.DATE,
            "The moment of the run, the same for all its records.",
            "运行的时刻，对本次运行的所有记录都相同。")
        .returns(ValueType.DATETIME)
        .example("NOW() == NOW()", "true")
        .example("DATE_DIFF(NOW(), NOW(), \"millis\")", "0")
        .example("YEAR(NOW()) == YEAR(TODAY())", "true")
        .aliases("current-datetime", "current timestamp")
        .body(a -> a.context().now().withZoneSameInstant(a.context().zone()));
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
              LocalDate on = a.has(1) ? Temporals.dateOf(a.temporal(1)) : today(a);
              return Num.of(ChronoUnit.YEARS.between(Temporals.dateOf(a.temporal(0)), on));
            });
  }

  private static FunctionDef toZone() {
    return define(
            "TO_ZONE",
            Group.DATE,
            "The same moment as the clocks of another zone show it.",
            "同一时刻在另一时区的表示。")
        .param("value", Kind.DATE_OR_DATETIME)
        .param("zone", Kind.TEXT)
        .returns(ValueType.DATETIME)
        .example(
            "TO_ZONE(\"2024-07-01T00:00:00Z\", \"Asia/Shanghai\")",
            "\"2024-07-01T08:00:00+08:00\"")
        .example("TO_ZONE(\"2024-07-01T00:00:00Z\", \"-03:00\")", "\"2024-06-30T21:00:00-03:00\"")
        .example("TO_ZONE(\"2024-07-01T00:00:00Z\", \"Mars/Base\")", "error")
        .aliases("adjust-datetime-to-timezone", "convert time zone", "at time zone")
        .body(a -> inZone(a, Temporals.zone(a.text(1))));
  }

  private static FunctionDef toUtc() {
    return define("TO_UTC", Group.DATE, "The same moment in UTC.", "同一时刻的 UTC 表示。")
        .param("value", Kind.DATE_OR_DATETIME)
        .returns(ValueType.DATETIME)
        .example("TO_UTC(\"2024-07-01T08:00:00+08:00\")", "\"2024-07-01T00:00:00Z\"")
        .example("TO_UTC(\"2024-07-01T08:00:00Z\")", "\"2024-07-01T08:00:00Z\"")
        .example("TO_UTC(NULL)", "null")
        .aliases("convert to utc", "gmt")
        .body(a -> inZone(a, ZoneOffset.UTC));
  }

  private static ZonedDateTime inZone(Arguments a, ZoneId zone) {
    return Temporals.within(() -> Temporals.moment(a, 0).withZoneSameInstant(zone));
  }
}
