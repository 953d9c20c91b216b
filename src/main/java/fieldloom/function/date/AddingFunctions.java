package fieldloom.function.date;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Arguments;
import fieldloom.function.FunctionBuilder;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.Types;
import fieldloom.function.ValueType;
import fieldloom.model.FieldType;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.List;

/**
 * Adding to dates and times. Days, months and years keep the local time; where the clocks skip it,
 * it moves forward by as much as they do. Hours, minutes and seconds are time that passes.
 */
final class AddingFunctions {
  private AddingFunctions() {}

  static List<FunctionDef> all() {
    return List.of(addDays(), addMonths(), addYears(), addHours(), addMinutes(), addSeconds());
  }

  private static FunctionBuilder adding(String name, String unit, String chinese, Kind kind) {
    return define(
            name,
            Group.DATE,
            "A date or datetime so many %s later, or earlier where the number is negative."
                .formatted(unit),
            "加若干%s，负数则为更早。".formatted(chinese))
        .param("value", kind)
        .param(unit, Kind.INTEGER)
        .typing(AddingFunctions::sameKind);
  }

  static ValueType sameKind(List<ValueType> types) {
    ValueType type = Types.at(types, 0);
    return type.type().isTemporal() ? type : ValueType.of(FieldType.ANY);
  }

  private static FunctionDef addDays() {
    return adding("ADD_DAYS", "days", "天", Kind.DATE_OR_DATETIME)
        .example("ADD_DAYS(\"2024-02-28\", 2)", "\"2024-03-01\"")
        .example("ADD_DAYS(\"2024-01-01\", -1)", "\"2023-12-31\"")
        .example("ADD_DAYS(NULL, 1)", "null")
        .example(
            "ADD_DAYS(PARSEDATETIME(\"2024-03-30 02:30\", \"yyyy-MM-dd HH:mm\", \"Europe/Berlin\"),"
                + " 1)",
            "\"2024-03-31T03:30:00+02:00\"")
        .aliases("dateadd", "add days", "plus days")
        .body(a -> onCalendar(a, ChronoUnit.DAYS));
  }

  private static FunctionDef addMonths() {
    return adding("ADD_MONTHS", "months", "个月", Kind.DATE_OR_DATETIME)
        .example("ADD_MONTHS(\"2023-01-31\", 1)", "\"2023-02-28\"")
        .example("ADD_MONTHS(\"2024-03-31\", -1)", "\"2024-02-29\"")
        .example("ADD_MONTHS(\"2023-02-30\", 1)", "error")
        .aliases("edate", "add months", "plus months")
        .body(a -> onCalendar(a, ChronoUnit.MONTHS));
  }

  private static FunctionDef addYears() {
    return adding("ADD_YEARS", "years", "年", Kind.DATE_OR_DATETIME)
        .example("ADD_YEARS(\"2024-02-29\", 1)", "\"2025-02-28\"")
        .example("ADD_YEARS(\"2024-02-29\", 4)", "\"2028-02-29\"")
        .example("ADD_YEARS(\"2024-01-01\", -24)", "\"2000-01-01\"")
        .aliases("add years", "plus years")
        .body(a -> onCalendar(a, ChronoUnit.YEARS));
  }

  private static Temporal onCalendar(Arguments a, ChronoUnit unit) {
    return onCalendar(a.temporal(0), a.integer(1), unit);
  }

  /** So many days, months or years later by the calendar, at the same local time. */
  static Temporal onCalendar(Temporal value, long amount, ChronoUnit unit) {
    return Temporals.within(
        () ->
            switch (value) {
              case LocalDate d -> d.plus(amount, unit);
              case OffsetDateTime o -> o.plus(amount, unit);
              case ZonedDateTime z when amount == 0 -> z;
              case ZonedDateTime z ->
                  ZonedDateTime.ofLocal(z.toLocalDateTime().plus(amount, unit), z.getZone(), null);
              default -> throw Temporals.wrongKind(value, "date");
            });
  }

  private static FunctionDef addHours() {
    return adding("ADD_HOURS", "hours", "小时", Kind.TEMPORAL)
        .example("ADD_HOURS(\"2024-01-01T23:30:00Z\", 1)", "\"2024-01-02T00:30:00Z\"")
        .example("ADD_HOURS(\"2024-01-01T00:00:00Z\", -1)", "\"2023-12-31T23:00:00Z\"")
        .example("ADD_HOURS(\"2024-01-01\", 1)", "error")
        .aliases("add hours", "plus hours")
        .body(a -> onClock(a, ChronoUnit.HOURS));
  }

  private static FunctionDef addMinutes() {
    return adding("ADD_MINUTES", "minutes", "分钟", Kind.TEMPORAL)
        .example("ADD_MINUTES(\"2024-01-01T23:30:00Z\", 45)", "\"2024-01-02T00:15:00Z\"")
        .example("ADD_MINUTES(\"2024-01-01T00:00:00+08:00\", -1)", "\"2023-12-31T23:59:00+08:00\"")
        .example("ADD_MINUTES(NULL, 1)", "null")
        .aliases("add minutes", "plus minutes")
        .body(a -> onClock(a, ChronoUnit.MINUTES));
  }

  private static FunctionDef addSeconds() {
    return adding("ADD_SECONDS", "seconds", "秒", Kind.TEMPORAL)
        .example("ADD_SECONDS(\"2024-01-01T23:59:59Z\", 1)", "\"2024-01-02T00:00:00Z\"")
        .example("ADD_SECONDS(\"2024-01-01T00:00:00Z\", -1)", "\"2023-12-31T23:59:59Z\"")
        .example("ADD_SECONDS(\"2024-01-01T00:00:00Z\", 86400)", "\"2024-01-02T00:00:00Z\"")
        .aliases("add seconds", "plus seconds")
        .body(a -> onClock(a, ChronoUnit.SECONDS));
  }

  private static Temporal onClock(Arguments a, ChronoUnit unit) {
    Temporal value = a.temporal(0);
    Duration passed = Duration.of(a.integer(1), unit);
    return Temporals.within(
        () ->
            switch (value) {
              case LocalTime t -> t.plus(passed);
              case LocalDate d -> throw Temporals.wrongKind(d, "datetime");
              default -> Temporals.like(value, Temporals.zoned(value).plus(passed));
            });
  }
}
