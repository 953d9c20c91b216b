package fieldloom.function.date;

import fieldloom.function.Arguments;
import fieldloom.function.ValueException;
import fieldloom.function.Values;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.time.zone.ZoneRulesException;
import java.util.function.Supplier;

/** Dates, times and datetimes as functions take and give them. */
final class Temporals {
  private Temporals() {}

  /** The zone of a name such as {@code Europe/Berlin}, {@code UTC} or {@code +08:00}. */
  static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (ZoneRulesException e) {
      throw new ValueException("unknown-zone", "There is no time zone “" + name + "”.");
    } catch (DateTimeException e) {
      throw new ValueException("unknown-zone", "“" + name + "” is no time zone.");
    }
  }

  /**
   * The moment of a local time in a zone: in an overlap the earlier offset.
   *
   * @throws ValueException where the clocks skip it
   */
  static ZonedDateTime strictly(LocalDateTime local, ZoneId zone) {
    if (zone.getRules().getValidOffsets(local).isEmpty()) {
      throw new ValueException(
          "time-in-gap",
          "%s does not exist in %s: the clocks were put forward over it.".formatted(local, zone));
    }
    return ZonedDateTime.ofLocal(local, zone, null);
  }

  /** A moment with the zone it has. */
  static ZonedDateTime zoned(Temporal value) {
    return switch (value) {
      case ZonedDateTime z -> z;
      case OffsetDateTime o -> o.toZonedDateTime();
      default -> throw wrongKind(value, "datetime");
    };
  }

  /** An argument as a moment; a date is its start of day in the run's zone. */
  static ZonedDateTime moment(Arguments a, int i) {
    Temporal value = a.temporal(i);
    return value instanceof LocalDate d ? d.atStartOfDay(a.context().zone()) : zoned(value);
  }

  /** The same kind of value as another: an offset stays one. */
  static Temporal like(Temporal model, ZonedDateTime value) {
    return model instanceof OffsetDateTime ? value.toOffsetDateTime() : value;
  }

  /** The calendar date that a date or datetime shows. */
  static LocalDate dateOf(Temporal value) {
    return switch (value) {
      case LocalDate d -> d;
      case LocalTime t -> throw wrongKind(t, "date");
      default -> zoned(value).toLocalDate();
    };
  }

  /** The time of day that a time or datetime shows. */
  static LocalTime timeOf(Temporal value) {
    return switch (value) {
      case LocalTime t -> t;
      case LocalDate d -> throw wrongKind(d, "time");
      default -> zoned(value).toLocalTime();
    };
  }

  /** Runs arithmetic that can leave the years java.time has. */
  static <T> T within(Supplier<T> arithmetic) {
    try {
      return arithmetic.get();
    } catch (DateTimeException | ArithmeticException e) {
      throw new ValueException("out-of-range", "The result is no date: " + e.getMessage() + ".");
    }
  }

  static ValueException wrongKind(Temporal value, String wanted) {
    return new ValueException(
        "not-a-" + wanted,
        "%s is a %s where a %s is wanted."
            .formatted(Values.text(value), Values.kind(value), wanted));
  }
}
