package fieldloom.payload.xlsx;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/**
 * Days as Excel counts them, with the time as a fraction. From 1900 the first day is 1, and a day
 * 60 that never was, 29 February 1900, is counted; from 1904 the first day is 0.
 */
final class ExcelDays {
  private static final LocalDate FIRST_1904 = LocalDate.of(1904, 1, 1);
  private static final LocalDate BEFORE_1900 = LocalDate.of(1899, 12, 31);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
  private static final int NEVER = 60;
  private static final BigDecimal MILLIS = BigDecimal.valueOf(86_400_000L);
  private static final long DAY_MILLIS = 86_400_000L;
  private static final long NANOS = 1_000_000L;

  private ExcelDays() {}

  /**
   * The day and time of a number of days, to the millisecond, which is as exact as Excel is.
   *
   * @param kind of the cell's format; a date with a time of day is a datetime all the same, and so
   *     is a time of more than a day
   * @return null where Excel has no such day
   */
  static @Nullable Temporal time(BigDecimal days, CellKind kind, boolean from1904) {
    if (days.signum() < 0 || days.precision() - days.scale() > 7) {
      return null;
    }
    long millis = days.multiply(MILLIS).setScale(0, RoundingMode.HALF_UP).longValueExact();
    long day = millis / DAY_MILLIS;
    LocalTime time = LocalTime.ofNanoOfDay(millis % DAY_MILLIS * NANOS);
    if (kind == CellKind.TIME && day == 0) {
      return time;
    }
    LocalDate date = from1904 ? FIRST_1904.plusDays(day) : from1900(day);
    if (date == null || date.isAfter(LAST)) {
      return null;
    }
    return kind == CellKind.DATE && time.equals(LocalTime.MIDNIGHT) ? date : date.atTime(time);
  }

  private static @Nullable LocalDate from1900(long day) {
    if (day < 1 || day == NEVER) {
      return null;
    }
    return BEFORE_1900.plusDays(day > NEVER ? day - 1 : day);
  }

  /** The number of a day, counted from 1900; null where Excel has none for it. */
  static @Nullable BigDecimal days(LocalDate date) {
    long day = ChronoUnit.DAYS.between(BEFORE_1900, date);
    // Before March 1900 other programs count otherwise.
    return day < NEVER || date.isAfter(LAST) ? null : BigDecimal.valueOf(day + 1);
  }

  /** The number of a day with its time; null where Excel cannot hold it exactly. */
  static @Nullable BigDecimal days(LocalDateTime time) {
    BigDecimal day = days(time.toLocalDate());
    BigDecimal part = part(time.toLocalTime());
    return day == null || part == null ? null : day.add(part);
  }

  /** The fraction of a day that a time is; null where it has parts of a millisecond. */
  static @Nullable BigDecimal part(LocalTime time) {
    long nanos = time.toNanoOfDay();
    return nanos % NANOS != 0
        ? null
        : BigDecimal.valueOf(nanos / NANOS).divide(MILLIS, 17, RoundingMode.HALF_UP);
  }
}
