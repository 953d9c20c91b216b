package fieldloom.function.date;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Arguments;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.ValueType;
import fieldloom.model.value.Num;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.List;

/** How far two dates are apart. */
final class SpanFunctions {
  private SpanFunctions() {}

  static List<FunctionDef> all() {
    return List.of(dateDiff(), age());
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
              LocalDate on = a.has(1) ? Temporals.dateOf(a.temporal(1)) : a.context().today();
              return Num.of(ChronoUnit.YEARS.between(Temporals.dateOf(a.temporal(0)), on));
            });
  }
}
