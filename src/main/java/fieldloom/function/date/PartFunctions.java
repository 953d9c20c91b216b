package fieldloom.function.date;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.FunctionBuilder;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.ValueType;
import fieldloom.model.value.Num;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalField;
import java.util.List;

/** Parts of dates and times, as the value itself shows them: in its own zone. */
final class PartFunctions {
  private static final String DAY = "\"2024-12-31\"";
  private static final String TIME = "\"2024-07-01T09:05:07.250Z\"";

  private PartFunctions() {}

  static List<FunctionDef> all() {
    return List.of(
        year(),
        quarter(),
        month(),
        week(),
        day(),
        weekday(),
        dayOfYear(),
        hour(),
        minute(),
        second(),
        millis());
  }

  private static FunctionBuilder of(String name, Kind kind, String english, String chinese) {
    return define(name, Group.DATE, english, chinese)
        .param("value", kind)
        .returns(ValueType.INTEGER);
  }

  private static FunctionBuilder ofDate(
      String name, String english, String chinese, String example) {
    return of(name, Kind.DATE_OR_DATETIME, english, chinese)
        .example(name + "(" + DAY + ")", example)
        .example(name + "(NULL)", "null")
        .example(name + "(\"2023-02-29\")", "error");
  }

  private static FunctionDef.Body date(TemporalField field) {
    return a -> Num.of(Temporals.dateOf(a.temporal(0)).getLong(field));
  }

  private static FunctionDef year() {
    return ofDate("YEAR", "The year.", "年份。", "2024")
        .aliases("year-from-date", "year-from-datetime")
        .body(date(ChronoField.YEAR));
  }

  private static FunctionDef quarter() {
    return ofDate("QUARTER", "The quarter, 1 to 4.", "季度，1 到 4。", "4")
        .aliases("quarter of year")
        .body(date(IsoFields.QUARTER_OF_YEAR));
  }

  private static FunctionDef month() {
    return ofDate("MONTH", "The month, 1 to 12.", "月份，1 到 12。", "12")
        .aliases("month-from-date", "month-from-datetime")
        .body(date(ChronoField.MONTH_OF_YEAR));
  }

  private static FunctionDef week() {
    return ofDate("WEEK", "The week of ISO 8601, 1 to 53.", "ISO 8601 周数，1 到 53。", "1")
        .example("WEEK(\"2021-01-03\")", "53")
        .aliases("weeknumber", "weeknum", "isoweeknum")
        .body(date(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  private static FunctionDef day() {
    return ofDate("DAY", "The day of the month, 1 to 31.", "日，1 到 31。", "31")
        .aliases("day-from-date", "day-from-datetime", "day of month")
        .body(date(ChronoField.DAY_OF_MONTH));
  }

  private static FunctionDef weekday() {
    return ofDate(
            "WEEKDAY", "The day of the week, 1 Monday to 7 Sunday.", "星期几，1 为星期一，7 为星期日。", "2")
        .example("WEEKDAY(\"2024-07-07\")", "7")
        .aliases("day of week", "dayofweek")
        .body(date(ChronoField.DAY_OF_WEEK));
  }

  private static FunctionDef dayOfYear() {
    return ofDate("DAY_OF_YEAR", "The day of the year, 1 to 366.", "一年中的第几天，1 到 366。", "366")
        .aliases("dayofyear", "ordinal date")
        .body(date(ChronoField.DAY_OF_YEAR));
  }

  private static FunctionBuilder ofTime(
      String name, String english, String chinese, String example) {
    return of(name, Kind.TEMPORAL, english, chinese)
        .example(name + "(" + TIME + ")", example)
        .example(name + "(NULL)", "null")
        .example(name + "(\"2024-07-01\")", "error");
  }

  private static FunctionDef.Body time(TemporalField field) {
    return a -> Num.of(Temporals.timeOf(a.temporal(0)).getLong(field));
  }

  private static FunctionDef hour() {
    return ofTime("HOUR", "The hour, 0 to 23.", "小时，0 到 23。", "9")
        .example("HOUR(\"2024-07-01T23:05:00+08:00\")", "23")
        .aliases("hour-from-datetime", "hour-from-time")
        .body(time(ChronoField.HOUR_OF_DAY));
  }

  private static FunctionDef minute() {
    return ofTime("MINUTE", "The minute, 0 to 59.", "分钟，0 到 59。", "5")
        .aliases("minute-from-datetime", "minute-from-time")
        .body(time(ChronoField.MINUTE_OF_HOUR));
  }

  private static FunctionDef second() {
    return ofTime("SECOND", "The second, 0 to 59.", "秒，0 到 59。", "7")
        .aliases("second-from-datetime", "second-from-time")
        .body(time(ChronoField.SECOND_OF_MINUTE));
  }

  private static FunctionDef millis() {
    return ofTime("MILLIS", "The thousandths of the second, 0 to 999.", "毫秒，0 到 999。", "250")
        .aliases("millisecond-from-datetime", "millisecond")
        .body(time(ChronoField.MILLI_OF_SECOND));
  }
}
