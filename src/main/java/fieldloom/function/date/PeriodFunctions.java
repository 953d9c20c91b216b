package fieldloom.function.date;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.Types;
import fieldloom.function.ValueType;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.List;

/** First and last moment of the year, month, hour … that a value lies in. */
final class PeriodFunctions {
  private PeriodFunctions() {}

  static List<FunctionDef> all() {
    return List.of(startOf(), endOf());
  }

  private static ValueType sameKind(List<ValueType> types) {
    ValueType type = Types.at(types, 0);
    return type.type().isTemporal() ? type : ValueType.ANY;
  }

  private static FunctionDef startOf() {
    return define(
            "START_OF",
            Group.DATE,
            "The first day or moment of the year, quarter, month, week (Monday), day, hour … of a"
                + " value.",
            "所在年、季、月、周（周一）、日、时等的第一天或起始时刻。")
        .param("value", Kind.TEMPORAL)
        .param("unit", Kind.TEXT)
        .typing(PeriodFunctions::sameKind)
        .example("START_OF(\"2024-08-15\", \"quarters\")", "\"2024-07-01\"")
        .example("START_OF(\"2024-07-07\", \"weeks\")", "\"2024-07-01\"")
        .example(
            "START_OF(\"2024-07-01T08:45:10+08:00\", \"hours\")", "\"2024-07-01T08:00:00+08:00\"")
        .example("START_OF(\"2024-07-01\", \"hours\")", "error")
        .aliases("trunc date", "date trunc", "first day of month")
        .body(a -> start(a.temporal(0), Unit.of(a.text(1))));
  }

  private static FunctionDef endOf() {
    return define(
            "END_OF",
            Group.DATE,
            "The last day of the year, quarter, month or week (Sunday) of a date; of a datetime its"
                + " last millisecond.",
            "日期所在年、季、月、周（周日）的最后一天；日期时间则为该时段的最后一毫秒。")
        .param("value", Kind.TEMPORAL)
        .param("unit", Kind.TEXT)
        .typing(PeriodFunctions::sameKind)
        .example("END_OF(\"2024-02-10\", \"months\")", "\"2024-02-29\"")
        .example("END_OF(\"2024-07-01\", \"weeks\")", "\"2024-07-07\"")
        .example(
            "END_OF(\"2024-07-01T08:45:10+08:00\", \"days\")", "\"2024-07-01T23:59:59.999+08:00\"")
        .example("END_OF(\"2024-07-01\", \"minutes\")", "error")
        .aliases("eomonth", "last day of month")
        .body(a -> Temporals.within(() -> end(a.temporal(0), Unit.of(a.text(1)))));
  }

  private static Temporal start(Temporal value, Unit unit) {
    return switch (value) {
      case LocalDate d when unit.ofCalendar() -> startOfDate(d, unit);
      case LocalTime t when !unit.ofCalendar() -> t.truncatedTo(unit.chrono());
      case LocalDate d -> throw Temporals.wrongKind(d, "datetime");
      case LocalTime t -> throw Temporals.wrongKind(t, "date");
      default -> Temporals.like(value, startOfMoment(Temporals.zoned(value), unit));
    };
  }

  private static Temporal end(Temporal value, Unit unit) {
    Temporal start = start(value, unit);
    return switch (start) {
      case LocalDate d -> d.plus(unit.times(), unit.chrono()).minusDays(1);
      case LocalTime t -> t.plus(1, unit.chrono()).minus(1, ChronoUnit.MILLIS);
      default -> {
        ZonedDateTime first = Temporals.zoned(start);
        ZonedDateTime next =
            unit.ofCalendar()
                ? first
                    .toLocalDate()
                    .plus(unit.times(), unit.chrono())
                    .atStartOfDay(first.getZone())
                : first.plus(1, unit.chrono());
        yield Temporals.like(value, next.minus(1, ChronoUnit.MILLIS));
      }
    };
  }

  private static LocalDate startOfDate(LocalDate date, Unit unit) {
    return switch (unit) {
      case YEARS -> date.withDayOfYear(1);
      case QUARTERS -> date.withDayOfMonth(1).withMonth((date.getMonthValue() - 1) / 3 * 3 + 1);
      case MONTHS -> date.withDayOfMonth(1);
      case WEEKS -> date.minusDays(date.getDayOfWeek().getValue() - 1L);
      case DAYS, HOURS, MINUTES, SECONDS, MILLIS -> date;
    };
  }

  private static ZonedDateTime startOfMoment(ZonedDateTime value, Unit unit) {
    return unit.ofCalendar()
        ? startOfDate(value.toLocalDate(), unit).atStartOfDay(value.getZone())
        : value.truncatedTo(unit.chrono());
  }
}
