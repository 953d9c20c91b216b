package fieldloom.function;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.function.date.DatePatterns;
import fieldloom.payload.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates, times, zones. The run's zone is Asia/Shanghai; see {@link Cases}. */
class DateCasesTest {

  @ParameterizedTest(name = "{0} by {1} is {2}")
  @CsvSource({
    "20211417, yyyyMMdd, error",
    "20240229, yyyyMMdd, 2024-02-29",
    "20230229, yyyyMMdd, error",
    "202402291, yyyyMMdd, error",
    "2023-02-29, yyyy-MM-dd, error",
    "2024-2-9, yyyy-MM-dd, error",
    "2024-2-9, yyyy-M-d, 2024-02-09",
    "31/04/2024, dd/MM/uuuu, error",
    "240229, yyMMdd, 2024-02-29",
    "14-JAN-2024, dd-MMM-yyyy, 2024-01-14",
    "2024年2月9日, yyyy年M月d日, 2024-02-09",
    "2024366, yyyyDDD, 2024-12-31",
    "2023366, yyyyDDD, error",
    "5 AD 03 01, y G MM dd, 0005-03-01",
    "202402, yyyyMM, error",
    "' 2024-02-29', yyyy-MM-dd, error",
    "2024-02-29, yyyy-MM-ddfoo, error",
  })
  void a_date_is_read_strictly(String text, String pattern, String result) throws FormatException {
    String formula = "PARSEDATE(\"" + text + "\", \"" + pattern + "\")";
    Cases.check(formula, result.equals("error") ? result : "\"" + result + "\"");
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "PARSETIME(\"12:00 AM\", \"hh:mm a\") | \"00:00:00\"",
        "PARSETIME(\"24:00\", \"HH:mm\") | error",
        "PARSEDATETIME(\"2024-07-01 08:00\", \"yyyy-MM-dd HH:mm\")"
            + " | \"2024-07-01T08:00:00+08:00\"",
        "PARSEDATETIME(\"2024-07-01T10:00:00+02:00\", \"yyyy-MM-dd'T'HH:mm:ssXXX\", \"UTC\")"
            + " | \"2024-07-01T10:00:00+02:00\"",
        "PARSEDATETIME(\"2024-03-31 02:30\", \"yyyy-MM-dd HH:mm\", \"Europe/Berlin\")"
            + " | error time-in-gap",
        "PARSEDATETIME(\"2024-10-27 02:30\", \"yyyy-MM-dd HH:mm\", \"Europe/Berlin\")"
            + " | \"2024-10-27T02:30:00+02:00\"",
        "PARSEDATETIME(\"2024-10-27T02:30+01:00[Europe/Berlin]\","
            + " \"yyyy-MM-dd'T'HH:mmXXX'['VV']'\") | \"2024-10-27T02:30:00+01:00\"",
        "PARSEDATETIME(\"2024-07-01\", \"yyyy-MM-dd\", \"UTC\") | \"2024-07-01T00:00:00Z\"",
        "PARSEDATETIME(\"10:00\", \"HH:mm\") | error bad-pattern",
        "PARSEDATETIME(\"2024-07-01 08:00\", \"yyyy-MM-dd HH:mm\", \"Nowhere/City\")"
            + " | error unknown-zone",
        "FORMATDATE(\"2024-07-01T08:00:00\", \"HH:mmXXX\") | \"08:00+08:00\"",
        "FORMATDATE(\"2024-07-01T08:00:00-03:00\", \"HH:mmXXX\") | \"08:00-03:00\"",
        "FORMATDATE(\"2024-07-01\", \"EEEE\") | \"Monday\"",
        "FORMATDATE(\"2024-07-01\", \"MMMM\", \"fr\") | \"juillet\"",
        "FORMATDATE(\"2024-07-01\", \"EEEE\", \"zh_CN\") | \"星期一\"",
        "FORMATDATE(\"2024-07-01\", \"yyyy-MM-dd HH:mm:ss\") | \"2024-07-01 00:00:00\"",
        "FORMATDATE(TIME(8, 5), \"yyyy\") | error bad-pattern",
        "FORMATDATE(\"20240701\", \"yyyy\") | error",
      })
  void datetimes_are_read_and_written_in_their_zones(String formula, String result)
      throws FormatException {
    Cases.check(formula, result);
  }

  private static final String BERLIN = "\"yyyy-MM-dd HH:mm\", \"Europe/Berlin\"), ";

  @ParameterizedTest(name = "{0} of {1} and {2} is {3}")
  @CsvSource({
    // The clocks go forward from 02:00 to 03:00.
    "ADD_DAYS, 2024-03-30 02:30, 1, 2024-03-31T03:30:00+02:00",
    "ADD_DAYS, 2024-03-30 12:00, 1, 2024-03-31T12:00:00+02:00",
    "ADD_DAYS, 2024-10-26 02:30, 1, 2024-10-27T02:30:00+02:00",
    "ADD_MONTHS, 2024-02-29 02:30, 1, 2024-03-29T02:30:00+01:00",
    "ADD_MONTHS, 2024-01-31 02:30, 2, 2024-03-31T03:30:00+02:00",
    "ADD_YEARS, 2023-03-31 02:30, 1, 2024-03-31T03:30:00+02:00",
    "ADD_HOURS, 2024-03-31 01:30, 1, 2024-03-31T03:30:00+02:00",
    "ADD_HOURS, 2024-10-27 02:30, 1, 2024-10-27T02:30:00+01:00",
    "ADD_MINUTES, 2024-03-31 01:59, 1, 2024-03-31T03:00:00+02:00",
    "ADD_SECONDS, 2024-03-31 01:59, -60, 2024-03-31T01:58:00+01:00",
  })
  void days_keep_the_local_time_and_hours_pass(
      String function, String local, String amount, String result) throws FormatException {
    String moment = "PARSEDATETIME(\"" + local + "\", " + BERLIN;
    Cases.check(function + "(" + moment + amount + ")", "\"" + result + "\"");
  }

  @ParameterizedTest(name = "from {0} to {1} {3} {2}")
  @CsvSource({
    "2024-01-31, 2024-02-29, months, 0",
    "2024-01-31, 2024-03-31, months, 2",
    "2024-03-31, 2024-01-31, months, -2",
    "2024-02-29, 2023-02-28, years, -1",
    "2023-03-01, 2024-02-29, years, 0",
    "2024-01-01, 2024-12-31, quarters, 3",
    "2024-01-01, 2024-01-14, weeks, 1",
    "2024-03-30, 2024-04-01, days, 2",
    "2024-03-30T23:30:00+01:00, 2024-04-01T00:30:00+02:00, days, 2",
    "2024-10-26T00:30:00+02:00, 2024-10-28T00:30:00+01:00, days, 2",
    "2024-10-26T12:00:00+02:00, 2024-10-27T12:00:00+01:00, hours, 25",
    "2024-01-01T23:00:00Z, 2024-01-02T01:00:00Z, days, 1",
    "2024-01-01T23:00:00Z, 2024-01-02T01:00:00Z, hours, 2",
    "2024-01-01T00:00:01Z, 2024-01-01T00:00:00Z, minutes, 0",
    "2024-01-01T00:00:00Z, 2024-01-01T00:00:01.5Z, millis, 1500",
    "2024-01-01, 2024-01-03, hours, 48",
    "2024-01-01, 2024-01-02T12:00:00Z, hours, 36",
    "10:00:00, 12:30:00, minutes, 150",
    "10:00:00, 12:30:00, days, error",
    "2024-01-01, 2024-01-03, fortnights, error",
  })
  void differences_are_whole_and_know_nothing_of_summer_time(
      String from, String to, String unit, String result) throws FormatException {
    Cases.check("DATE_DIFF(\"%s\", \"%s\", \"%s\")".formatted(from, to, unit), result);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "TODAY() | \"2024-07-02\"",
        "NOW() | \"2024-07-02T04:30:00+08:00\"",
        "AGE(\"2000-07-02\") | 24",
        "WEEK(\"2021-01-03\") | 53",
        "WEEK(\"2024-12-30\") | 1",
        "WEEKDAY(\"2024-07-01\") | 1",
        "YEAR(\"2024-12-31T23:00:00-05:00\") | 2024",
        "START_OF(\"2024-07-07T10:00:00Z\", \"weeks\") | \"2024-07-01T00:00:00Z\"",
        "START_OF(\"2024-12-31\", \"year\") | \"2024-01-01\"",
        "START_OF(TIME(10, 59, 59), \"hours\") | \"10:00:00\"",
        "END_OF(\"2024-05-15\", \"quarters\") | \"2024-06-30\"",
        "END_OF(\"2024-05-15T10:20:30Z\", \"hours\") | \"2024-05-15T10:59:59.999Z\"",
        "END_OF(PARSEDATETIME(\"2024-03-31 12:00\", \"yyyy-MM-dd HH:mm\", \"Europe/Berlin\"),"
            + " \"months\") | \"2024-03-31T23:59:59.999+02:00\"",
        "TO_UTC(\"2024-07-01T00:00:00\") | \"2024-06-30T16:00:00Z\"",
        "TO_UTC(\"2024-07-01\") | \"2024-06-30T16:00:00Z\"",
        "TO_EPOCH(FROM_EPOCH(1719792000.123456789)) | 1719792000",
        "FROM_EPOCH(0.0000000001) | error would-lose",
        "WORKDAYS(\"2024-01-01\", \"2024-12-31\") | 262",
        "WORKDAYS(\"2024-10-05\", \"2024-10-06\", [\"2024-10-05\"]) | 0",
        "IS_DATE(\"10:00:00\") | false",
        "IS_DATE(\"2024-07-01T10:00:00Z\") | true",
        "IS_DATE(\"2024-13-01\") | false",
        "IS_DATE(20240701) | false",
        "DATE(2024, 2, 30) | error",
        "TIME(23, 60) | error",
        "DATETIME(\"2024-07-01\", \"08:00:00\") | \"2024-07-01T08:00:00+08:00\"",
        "TODAY() == DATE_OF(NOW()) | true",
      })
  void parts_periods_and_moments(String formula, String result) throws FormatException {
    Cases.check(formula, result);
  }

  @Test
  void a_pattern_can_be_checked_before_anything_runs() {
    assertThat(DatePatterns.problem("yyyy-MM-dd")).isNull();
    assertThat(DatePatterns.problem("yyyy-bb")).contains("yyyy-bb");
  }
}
