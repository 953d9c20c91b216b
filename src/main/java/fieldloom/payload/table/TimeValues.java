package fieldloom.payload.table;

import fieldloom.database.ColumnType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.List;

/** Makes dates and times for columns. A datetime without a zone is in the mapping's zone. */
final class TimeValues {
  private final ZoneId zone;

  TimeValues(ZoneId zone) {
    this.zone = zone;
  }

  Temporal of(Object value, ColumnType type) throws UnfitException {
    return switch (type.storage()) {
      case DATE -> date(value);
      case TIME -> fitting(time(value), value, type);
      case ZONED_TIME -> fitting(zonedTime(value), value, type);
      case DATETIME -> fitting(local(datetime(value)), value, type);
      case ZONED_DATETIME -> fitting(zoned(datetime(value)), value, type);
      case MOMENT ->
          fitting(
              zoned(datetime(value)).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime(),
              value,
              type);
      case WHOLE, EXACT, SINGLE, DOUBLE, BOOLEAN, TEXT, PADDED, UUID, OTHER, BYTES, JSON, ARRAY ->
          throw new IllegalStateException("no time: " + type);
    };
  }

  private static LocalDate date(Object value) throws UnfitException {
    String wanted = "a date such as 2024-01-31";
    try {
      return switch (value) {
        case LocalDate own -> own;
        case String text -> LocalDate.parse(text);
        case Object other -> throw CellValues.unfit(other, wanted);
      };
    } catch (DateTimeParseException e) {
      throw CellValues.unfit(value, wanted);
    }
  }

  private static LocalTime time(Object value) throws UnfitException {
    String wanted = "a time such as 23:59:59";
    try {
      return switch (value) {
        case LocalTime own -> own;
        case String text -> LocalTime.parse(text);
        case Object other -> throw CellValues.unfit(other, wanted);
      };
    } catch (DateTimeParseException e) {
      throw CellValues.unfit(value, wanted);
    }
  }

  private static OffsetTime zonedTime(Object value) throws UnfitException {
    String wanted = "a time with its zone such as 23:59:59+08:00";
    try {
      return switch (value) {
        case OffsetTime own -> own;
        case String text -> OffsetTime.parse(text);
        case Object other -> throw CellValues.unfit(other, wanted);
      };
    } catch (DateTimeParseException e) {
      throw CellValues.unfit(value, wanted);
    }
  }

  /** A LocalDateTime or an OffsetDateTime. */
  private static Temporal datetime(Object value) throws UnfitException {
    String wanted = "a date with its time such as 2024-01-31T23:59:59";
    try {
      return switch (value) {
        case LocalDateTime own -> own;
        case OffsetDateTime own -> own;
        case ZonedDateTime own -> own.toOffsetDateTime();
        case String text ->
            (Temporal)
                DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    text, OffsetDateTime::from, LocalDateTime::from);
        case Object other -> throw CellValues.unfit(other, wanted);
      };
    } catch (DateTimeParseException e) {
      throw CellValues.unfit(value, wanted);
    }
  }

  private LocalDateTime local(Temporal value) {
    return value instanceof OffsetDateTime moment
        ? moment.atZoneSameInstant(zone).toLocalDateTime()
        : LocalDateTime.from(value);
  }

  private OffsetDateTime zoned(Temporal value) throws UnfitException {
    if (value instanceof OffsetDateTime moment) {
      return moment;
    }
    LocalDateTime local = LocalDateTime.from(value);
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (offsets.isEmpty()) {
      throw new UnfitException(
          "takes a moment, and "
              + local
              + " is left out by the clocks of "
              + zone
              + "; correct it");
    }
    return local.atOffset(offsets.getFirst());
  }

  /** Refuses a fraction of a second that the column would round. */
  private static Temporal fitting(Temporal time, Object value, ColumnType type)
      throws UnfitException {
    Integer digits = type.scale();
    int room = digits == null ? 9 : Math.min(digits, 9);
    int nano = time.get(ChronoField.NANO_OF_SECOND);
    int step = 1;
    for (int i = room; i < 9; i++) {
      step *= 10;
    }
    if (nano % step != 0) {
      throw new UnfitException(
          "keeps "
              + (room == 0 ? "no" : room)
              + " digits of a second's fraction, the value "
              + CellValues.shown(value)
              + " has more; cut it in its rule");
    }
    return time;
  }
}
