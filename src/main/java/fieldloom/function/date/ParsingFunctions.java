package fieldloom.function.date;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Arguments;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.ValueException;
import fieldloom.function.ValueType;
import fieldloom.function.Values;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;

/** Text into dates by pattern, and back. */
final class ParsingFunctions {
  private ParsingFunctions() {}

  static List<FunctionDef> all() {
    return List.of(parseDate(), parseTime(), parseDateTime(), formatDate());
  }

  private static FunctionDef parseDate() {
    return define(
            "PARSEDATE",
            Group.DATE,
            "Reads a date by a java.time pattern; a date that does not exist is refused.",
            "按 java.time 模式读取日期，不存在的日期会报错。")
        .param("text", Kind.TEXT)
        .param("pattern", Kind.TEXT)
        .optional("locale", Kind.TEXT)
        .returns(ValueType.DATE)
        .example("PARSEDATE(\"20240229\", \"yyyyMMdd\")", "\"2024-02-29\"")
        .example("PARSEDATE(\"31.01.2023\", \"dd.MM.yyyy\")", "\"2023-01-31\"")
        .example("PARSEDATE(\"20211417\", \"yyyyMMdd\")", "error")
        .example("PARSEDATE(\"5 mars 2024\", \"d MMMM yyyy\", \"fr\")", "\"2024-03-05\"")
        .aliases("parse-date", "to date", "string to date")
        .body(
            a -> {
              TemporalAccessor parsed = parsed(a, locale(a, 2));
              LocalDate date = parsed.query(TemporalQueries.localDate());
              return date == null ? incomplete(a, "date") : date;
            });
  }

  private static FunctionDef parseTime() {
    return define(
            "PARSETIME",
            Group.DATE,
            "Reads a time of day by a java.time pattern.",
            "按 java.time 模式读取时间。")
        .param("text", Kind.TEXT)
        .param("pattern", Kind.TEXT)
        .returns(ValueType.TIME)
        .example("PARSETIME(\"0905\", \"HHmm\")", "\"09:05:00\"")
        .example("PARSETIME(\"9:05 pm\", \"h:mm a\")", "\"21:05:00\"")
        .example("PARSETIME(\"25:00\", \"HH:mm\")", "error")
        .aliases("parse-time", "to time")
        .body(
            a -> {
              LocalTime time = parsed(a, a.context().locale()).query(TemporalQueries.localTime());
              return time == null ? incomplete(a, "time") : time;
            });
  }

  private static FunctionDef parseDateTime() {
    return define(
            "PARSEDATETIME",
            Group.DATE,
            "Reads a datetime by a java.time pattern; one without a zone is in the zone given, else"
                + " in the mapping's. A local time that the clocks skip is refused.",
            "按 java.time 模式读取日期时间；文本不带时区时用给定的时区，否则用映射的时区。")
        .param("text", Kind.TEXT)
        .param("pattern", Kind.TEXT)
        .optional("zone", Kind.TEXT)
        .returns(ValueType.DATETIME)
        .example(
            "PARSEDATETIME(\"3/4/2025 7:08\", \"d/M/uuuu H:mm\", \"Asia/Shanghai\")",
            "\"2025-04-03T07:08:00+08:00\"")
        .example(
            "PARSEDATETIME(\"2024-03-31 02:30\", \"yyyy-MM-dd HH:mm\", \"Europe/Berlin\")", "error")
        .example(
            "PARSEDATETIME(\"2024-10-27 02:30\", \"yyyy-MM-dd HH:mm\", \"Europe/Berlin\")",
            "\"2024-10-27T02:30:00+02:00\"")
        .aliases("parse-datetime", "to datetime", "string to datetime")
        .body(ParsingFunctions::readDateTime);
  }

  private static Object readDateTime(Arguments a) {
    TemporalAccessor parsed = parsed(a, a.context().locale());
    LocalDate date = parsed.query(TemporalQueries.localDate());
    LocalTime time = parsed.query(TemporalQueries.localTime());
    if (date == null) {
      return incomplete(a, "date");
    }
    LocalDateTime local = date.atTime(time == null ? LocalTime.MIDNIGHT : time);
    ZoneId own = parsed.query(TemporalQueries.zone());
    if (own instanceof ZoneOffset offset) {
      return local.atOffset(offset);
    }
    if (own != null) {
      return parsed.isSupported(ChronoField.OFFSET_SECONDS)
          ? Temporals.within(() -> ZonedDateTime.ofStrict(local, ZoneOffset.from(parsed), own))
          : Temporals.strictly(local, own);
    }
    ZoneId zone = a.has(2) ? Temporals.zone(a.text(2)) : a.context().zone();
    return Temporals.strictly(local, zone);
  }

  private static TemporalAccessor parsed(Arguments a, Locale locale) {
    DateTimeFormatter formatter = DatePatterns.of(a.text(1), locale);
    try {
      return formatter.parse(a.text(0));
    } catch (DateTimeException e) {
      throw new ValueException(
          "not-a-date",
          "%s is no date or time in the form %s.".formatted(Values.shown(a.text(0)), a.text(1)));
    }
  }

  /** Whether the first argument is a date in the form of the second. */
  static boolean isDate(Arguments a) {
    DateTimeFormatter formatter = DatePatterns.of(a.text(1), a.context().locale());
    try {
      return formatter.parse(a.text(0)).query(TemporalQueries.localDate()) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static Temporal incomplete(Arguments a, String wanted) {
    throw new ValueException(
        "bad-pattern", "The pattern “%s” gives no whole %s.".formatted(a.text(1), wanted));
  }

  private static FunctionDef formatDate() {
    return define(
            "FORMATDATE",
            Group.DATE,
            "Writes a date, time or datetime by a java.time pattern, in the value's own zone and"
                + " the mapping's locale unless another is given.",
            "按 java.time 模式写出日期或时间，使用值自身的时区；语言默认用映射的。")
        .param("value", Kind.TEMPORAL)
        .param("pattern", Kind.TEXT)
        .optional("locale", Kind.TEXT)
        .returns(ValueType.STRING)
        .example("FORMATDATE(\"2024-12-31\", \"yyyy年M月d日\")", "\"2024年12月31日\"")
        .example("FORMATDATE(\"2024-07-01T08:00:00-03:00\", \"HH:mmXXX\")", "\"08:00-03:00\"")
        .example("FORMATDATE(\"2024-07-01\", \"EEEE\", \"zh-CN\")", "\"星期一\"")
        .example("FORMATDATE(\"2024-07-01\", \"qqqqqqq\")", "error")
        .aliases("format-date", "format-datetime", "date to string")
        .body(
            a -> DatePatterns.written(a.temporal(0), a.text(1), locale(a, 2), a.context().zone()));
  }

  private static Locale locale(Arguments a, int i) {
    return a.has(i) ? DatePatterns.locale(a.text(i)) : a.context().locale();
  }
}
