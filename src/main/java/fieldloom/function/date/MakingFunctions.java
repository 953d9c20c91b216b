package fieldloom.function.date;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Arguments;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.ValueException;
import fieldloom.function.ValueType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.function.Supplier;

/** Dates and times made of their parts, and taken apart. */
final class MakingFunctions {
  private static final int NANOS_PER_MILLI = 1_000_000;

  private MakingFunctions() {}

  static List<FunctionDef> all() {
    return List.of(date(), time(), dateTime(), dateOf(), timeOf(), isDate());
  }

  private static FunctionDef date() {
    return define(
            "DATE",
            Group.DATE,
            "The date of a year, month and day, or of ISO text or a datetime; one that does not"
                + " exist is refused.",
            "由年、月、日（或 ISO 文本、日期时间）得到日期，不存在的日期会报错。")
        .param("year", Kind.ANY)
        .optional("month", Kind.INTEGER)
        .optional("day", Kind.INTEGER)
        .returns(ValueType.DATE)
        .example("DATE(2024, 2, 29)", "\"2024-02-29\"")
        .example("DATE(\"2024-02-29\")", "\"2024-02-29\"")
        .example("DATE(2023, 2, 29)", "error")
        .example("DATE(2024, 13, 1)", "error")
        .aliases("date-from-parts", "make date")
        .body(
            a ->
                a.size() == 1
                    ? Temporals.dateOf(a.temporal(0))
                    : real(() -> LocalDate.of(a.integer(0), a.integer(1), part(a, 2, "day"))));
  }

  private static FunctionDef time() {
    return define(
            "TIME",
            Group.DATE,
            "The time of an hour, minute, second and thousandth, or of ISO text or a datetime.",
            "由时、分、秒、毫秒（或 ISO 文本、日期时间）得到时间。")
        .param("hour", Kind.ANY)
        .optional("minute", Kind.INTEGER)
        .optional("second", Kind.INTEGER)
        .optional("millis", Kind.INTEGER)
        .returns(ValueType.TIME)
        .example("TIME(9, 5)", "\"09:05:00\"")
        .example("TIME(\"09:05:30\")", "\"09:05:30\"")
        .example("TIME(23, 59, 59, 250)", "\"23:59:59.25\"")
        .example("TIME(24, 0)", "error")
        .aliases("time-from-parts", "make time")
        .body(a -> a.size() == 1 ? Temporals.timeOf(a.temporal(0)) : time(a, 0));
  }

  private static LocalTime time(Arguments a, int from) {
    return real(
        () ->
            LocalTime.of(
                a.integer(from),
                a.integer(from + 1),
                a.has(from + 2) ? a.integer(from + 2) : 0,
                a.has(from + 3) ? Math.multiplyExact(a.integer(from + 3), NANOS_PER_MILLI) : 0));
  }

  private static FunctionDef dateTime() {
    return define(
            "DATETIME",
            Group.DATE,
            "The datetime of a date and a time in the zone given, else in the mapping's; of ISO"
                + " text; or of year, month, day, hour, minute and second.",
            "由日期和时间（或 ISO 文本，或年月日时分秒）得到日期时间，时区默认用映射的。")
        .param("date", Kind.ANY)
        .optional("time", Kind.ANY)
        .optional("zone", Kind.ANY)
        .optional("hour", Kind.INTEGER)
        .optional("minute", Kind.INTEGER)
        .optional("second", Kind.INTEGER)
        .returns(ValueType.DATETIME)
        .example(
            "DATETIME(DATE(2024, 7, 1), TIME(8, 30), \"Asia/Shanghai\")",
            "\"2024-07-01T08:30:00+08:00\"")
        .example("DATETIME(\"2024-07-01\", \"08:30:00\", \"UTC\")", "\"2024-07-01T08:30:00Z\"")
        .example("DATETIME(\"2024-07-01T08:30:00Z\")", "\"2024-07-01T08:30:00Z\"")
        .example("DATETIME(2024, 7, 1, 8, 30, 0) == DATETIME(\"2024-07-01T08:30:00\")", "true")
        .example("DATETIME(\"2024-03-31\", \"02:30:00\", \"Europe/Berlin\")", "error")
        .aliases("datetime-from-date-and-time", "datetime-from-parts", "make datetime")
        .body(
            a -> {
              ZoneId own = a.context().zone();
              if (a.size() == 1) {
                return switch (a.temporal(0)) {
                  case LocalDate d -> Temporals.strictly(d.atStartOfDay(), own);
                  case LocalTime t -> throw Temporals.wrongKind(t, "datetime");
                  case Temporal t -> t;
                };
              }
              if (a.size() > 3) {
                return Temporals.strictly(fromParts(a), own);
              }
              ZoneId zone = a.has(2) ? Temporals.zone(a.text(2)) : own;
              return Temporals.strictly(LocalDateTime.of(a.date(0), a.time(1)), zone);
            });
  }

  private static LocalDateTime fromParts(Arguments a) {
    LocalDate date = real(() -> LocalDate.of(a.integer(0), a.integer(1), a.integer(2)));
    int minute = part(a, 4, "minute");
    return date.atTime(real(() -> LocalTime.of(a.integer(3), minute, a.has(5) ? a.integer(5) : 0)));
  }

  private static int part(Arguments a, int index, String name) {
    if (!a.has(index)) {
      throw new ValueException("bad-argument", "The " + name + " is missing.");
    }
    return a.integer(index);
  }

  private static <T> T real(Supplier<T> maker) {
    try {
      return maker.get();
    } catch (DateTimeException | ArithmeticException e) {
      throw new ValueException("not-a-date", e.getMessage() + ".");
    }
  }

  private static FunctionDef dateOf() {
    return define(
            "DATE_OF",
            Group.DATE,
            "The date that a datetime shows in its own zone.",
            "日期时间在其自身时区中的日期。")
        .param("value", Kind.DATE_OR_DATETIME)
        .returns(ValueType.DATE)
        .example("DATE_OF(\"2024-07-01T23:30:00-03:00\")", "\"2024-07-01\"")
        .example("DATE_OF(\"2024-07-01\")", "\"2024-07-01\"")
        .example("DATE_OF(\"soon\")", "error")
        .aliases("date-from-datetime", "truncate to date")
        .body(a -> Temporals.dateOf(a.temporal(0)));
  }

  private static FunctionDef timeOf() {
    return define(
            "TIME_OF",
            Group.DATE,
            "The time of day that a datetime shows in its own zone.",
            "日期时间在其自身时区中的时间。")
        .param("value", Kind.TEMPORAL)
        .returns(ValueType.TIME)
        .example("TIME_OF(\"2024-07-01T23:30:00-03:00\")", "\"23:30:00\"")
        .example("TIME_OF(TIME(9, 5))", "\"09:05:00\"")
        .example("TIME_OF(\"2024-07-01\")", "error")
        .aliases("time-from-datetime")
        .body(a -> Temporals.timeOf(a.temporal(0)));
  }

  private static FunctionDef isDate() {
    return define(
            "IS_DATE",
            Group.DATE,
            "Whether a value is a date or datetime, or text that is one in ISO form or in a"
                + " pattern.",
            "是否为日期或日期时间，或为 ISO 格式（或给定模式）的日期文本。")
        .param("value", Kind.ANY)
        .optional("pattern", Kind.TEXT)
        .returns(ValueType.BOOLEAN)
        .example("IS_DATE(\"2024-02-29\")", "true")
        .example("IS_DATE(\"2023-02-29\")", "false")
        .example("IS_DATE(\"29/02/2024\", \"dd/MM/yyyy\")", "true")
        .example("IS_DATE(\"20211417\", \"yyyyMMdd\")", "false")
        .example("IS_DATE(20240101)", "false")
        .aliases("isdate", "is valid date")
        .body(MakingFunctions::isDate);
  }

  private static boolean isDate(Arguments a) {
    return switch (a.value(0)) {
      case Temporal t -> !(t instanceof LocalTime);
      case String _ when a.has(1) -> ParsingFunctions.isDate(a);
      case String _ -> readsAsDate(a);
      default -> false;
    };
  }

  private static boolean readsAsDate(Arguments a) {
    try {
      return !(a.temporal(0) instanceof LocalTime);
    } catch (ValueException e) {
      return false;
    }
  }
}
