package fieldloom.function.date;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Arguments;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.ValueException;
import fieldloom.function.ValueType;
import fieldloom.function.Values;
import fieldloom.model.value.Num;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

/** Zones, and moments counted from 1970. */
final class ZoneFunctions {
  private static final BigInteger NANOS_PER_SECOND = BigInteger.valueOf(1_000_000_000);

  private ZoneFunctions() {}

  static List<FunctionDef> all() {
    return List.of(toZone(), toUtc(), fromEpoch(), toEpoch());
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
            "TO_ZONE(\"2024-07-01T00:00:00Z\", \"Asia/Shanghai\")", "\"2024-07-01T08:00:00+08:00\"")
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

  private static FunctionDef fromEpoch() {
    return define(
            "FROM_EPOCH",
            Group.DATE,
            "The moment so many seconds, millis … after the start of 1970, in UTC.",
            "1970 年初之后若干秒、毫秒等的时刻（UTC）。")
        .param("number", Kind.NUMBER)
        .optional("unit", Kind.TEXT)
        .returns(ValueType.DATETIME)
        .example("FROM_EPOCH(0, \"seconds\")", "\"1970-01-01T00:00:00Z\"")
        .example("FROM_EPOCH(1719792000250, \"millis\")", "\"2024-07-01T00:00:00.25Z\"")
        .example("FROM_EPOCH(-1, \"days\")", "\"1969-12-31T00:00:00Z\"")
        .example("FROM_EPOCH(1, \"years\")", "error")
        .aliases("unix timestamp to date", "from timestamp", "epoch to datetime")
        .body(ZoneFunctions::fromEpoch);
  }

  private static Object fromEpoch(Arguments a) {
    BigDecimal nanos = a.number(0).value().multiply(nanosPerUnit(a));
    if (nanos.stripTrailingZeros().scale() > 0) {
      throw new ValueException("would-lose", "A datetime holds no parts of a nanosecond.");
    }
    BigInteger[] parts = nanos.toBigIntegerExact().divideAndRemainder(NANOS_PER_SECOND);
    return Temporals.within(
        () ->
            Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValue())
                .atOffset(ZoneOffset.UTC));
  }

  private static FunctionDef toEpoch() {
    return define(
            "TO_EPOCH",
            Group.DATE,
            "How many whole seconds, millis … a moment lies after the start of 1970 in UTC.",
            "某时刻距 1970 年初（UTC）的整秒数、毫秒数等。")
        .param("value", Kind.DATE_OR_DATETIME)
        .optional("unit", Kind.TEXT)
        .returns(ValueType.INTEGER)
        .example("TO_EPOCH(\"1970-01-02T00:00:00Z\", \"seconds\")", "86400")
        .example("TO_EPOCH(\"2024-07-01T08:00:00+08:00\", \"millis\")", "1719792000000")
        .example("TO_EPOCH(\"1969-12-31T23:59:59.5Z\")", "-1")
        .aliases("date to unix timestamp", "to timestamp")
        .body(
            a -> {
              Instant moment = Temporals.moment(a, 0).toInstant();
              BigDecimal nanos =
                  new BigDecimal(moment.getEpochSecond())
                      .multiply(new BigDecimal(NANOS_PER_SECOND))
                      .add(new BigDecimal(moment.getNano()));
              return Num.of(nanos.divide(nanosPerUnit(a), 0, RoundingMode.FLOOR));
            });
  }

  private static BigDecimal nanosPerUnit(Arguments a) {
    Unit unit = a.has(1) ? Unit.of(a.text(1)) : Unit.SECONDS;
    if (unit.compareTo(Unit.DAYS) < 0) {
      throw new ValueException(
          "bad-argument",
          Values.shown(a.text(1)) + " are not always as long: give days, hours … or millis.");
    }
    return new BigDecimal(unit.chrono().getDuration().toNanos());
  }
}
