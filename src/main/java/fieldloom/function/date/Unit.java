package fieldloom.function.date;

import fieldloom.function.ValueException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Units of time as formulas name them. */
enum Unit {
  YEARS(ChronoUnit.YEARS),
  QUARTERS(ChronoUnit.MONTHS),
  MONTHS(ChronoUnit.MONTHS),
  WEEKS(ChronoUnit.WEEKS),
  DAYS(ChronoUnit.DAYS),
  HOURS(ChronoUnit.HOURS),
  MINUTES(ChronoUnit.MINUTES),
  SECONDS(ChronoUnit.SECONDS),
  MILLIS(ChronoUnit.MILLIS);

  private final ChronoUnit chrono;

  Unit(ChronoUnit chrono) {
    this.chrono = chrono;
  }

  /** The unit of java.time; for quarters that of their months. */
  ChronoUnit chrono() {
    return chrono;
  }

  /** How many of {@link #chrono} it is. */
  int times() {
    return this == QUARTERS ? 3 : 1;
  }

  /** Whether it is a day or longer, counted on the calendar and not on the clock. */
  boolean ofCalendar() {
    return compareTo(DAYS) <= 0;
  }

  /**
   * The unit of a name.
   *
   * @throws ValueException where there is none
   */
  static Unit of(String name) {
    String wanted = name.toUpperCase(Locale.ROOT);
    for (Unit unit : values()) {
      if (unit.name().equals(wanted) || unit.name().equals(wanted + "S")) {
        return unit;
      }
    }
    throw new ValueException(
        "bad-argument",
        ("“%s” is no unit: give years, quarters, months, weeks, days, hours, minutes, seconds or"
                + " millis.")
            .formatted(name));
  }
}
