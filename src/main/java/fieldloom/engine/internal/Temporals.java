package fieldloom.engine.internal;

import fieldloom.function.IsoDates;
import fieldloom.function.ValueException;
import fieldloom.function.date.DatePatterns;
import fieldloom.model.FieldType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates and times as text: ISO 8601 where no pattern is given, strict always. */
final class Temporals {
  private static final DateTimeFormatter DATETIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffsetId()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private Temporals() {}

  /** Reads text as a date, time or datetime. */
  static Temporal parse(
      String text, FieldType type, @Nullable String pattern, ZoneId zone, Locale locale) {
    try {
      if (pattern != null) {
        return fromPattern(DatePatterns.of(pattern, locale).parse(text), type, zone);
      }
      return switch (type) {
        case DATE -> date(text);
        case TIME -> time(text);
        default -> datetime(text, zone);
      };
    } catch (DateTimeException e) {
      throw new ValueException(
          "not-a-" + type.label(),
          "“"
              + text
              + "” is no "
              + type.label()
              + (pattern == null ? " in ISO form." : " of the pattern " + pattern + "."));
    }
  }

  private static Temporal fromPattern(TemporalAccessor parsed, FieldType type, ZoneId zone) {
    return switch (type) {
      case DATE -> LocalDate.from(parsed);
      case TIME -> LocalTime.from(parsed);
      default -> {
        LocalTime time = parsed.query(TemporalQueries.localTime());
        ZoneId own = parsed.query(TemporalQueries.zone());
        LocalDateTime local =
            LocalDateTime.of(LocalDate.from(parsed), time == null ? LocalTime.MIDNIGHT : time);
        yield inZone(local, own == null ? zone : own);
      }
    };
  }

  private static LocalDate date(String text) {
    LocalDate known = IsoDates.date(text);
    return known == null ? LocalDate.parse(text) : known;
  }

  private static LocalTime time(String text) {
    int zone = Math.max(text.indexOf('Z'), Math.max(text.indexOf('+'), text.indexOf('-')));
    return LocalTime.parse(zone < 0 ? text : text.substring(0, zone));
  }

  private static Temporal datetime(String text, ZoneId zone) {
    OffsetDateTime known = IsoDates.moment(text);
    if (known != null) {
      return known;
    }
    String iso =
        text.length() > 10 && text.charAt(10) == ' '
            ? text.substring(0, 10) + "T" + text.substring(11)
            : text;
    if (iso.length() == 10) {
      return inZone(LocalDate.parse(iso).atStartOfDay(), zone);
    }
    TemporalAccessor parsed = DATETIME.parseBest(iso, OffsetDateTime::from, LocalDateTime::from);
    return parsed instanceof OffsetDateTime o ? o : inZone((LocalDateTime) parsed, zone);
  }

  /**
   * A local time in a zone; one that a clock change skips is an error, of two the earlier counts.
   */
  static ZonedDateTime inZone(LocalDateTime local, ZoneId zone) {
    if (zone.getRules().getValidOffsets(local).isEmpty()) {
      throw new ValueException(
          "time-in-gap", local + " does not exist in " + zone + ": the clocks skip it.");
    }
    return local.atZone(zone);
  }

  /** A date, time or datetime as text. */
  static String text(TemporalAccessor value, @Nullable String pattern, Locale locale) {
    try {
      if (pattern != null) {
        return DatePatterns.of(pattern, locale).format(value);
      }
      return switch (value) {
        case LocalDate d -> d.toString();
        case LocalTime t -> DateTimeFormatter.ISO_LOCAL_TIME.format(t);
        case LocalDateTime l -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(l);
        default -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(value);
      };
    } catch (DateTimeException e) {
      throw new ValueException(
          "bad-pattern", "The pattern " + pattern + " does not fit " + value + ".");
    }
  }

  /** A temporal as another type, where that loses nothing. */
  static Temporal convert(Temporal value, FieldType type, ZoneId zone) {
    return switch (type) {
      case DATE -> toDate(value);
      case TIME -> {
        if (value instanceof LocalTime t) {
          yield t;
        }
        throw loses(value, type);
      }
      default -> toDatetime(value, zone);
    };
  }

  private static LocalDate toDate(Temporal value) {
    if (value instanceof LocalDate d) {
      return d;
    }
    LocalTime time = TemporalQueries.localTime().queryFrom(value);
    LocalDate date = TemporalQueries.localDate().queryFrom(value);
    if (date == null || !LocalTime.MIDNIGHT.equals(time)) {
      throw loses(value, FieldType.DATE);
    }
    return date;
  }

  private static Temporal toDatetime(Temporal value, ZoneId zone) {
    return switch (value) {
      case LocalDate d -> d.atStartOfDay(zone);
      case LocalDateTime l -> inZone(l, zone);
      case OffsetDateTime o -> o;
      case ZonedDateTime z -> z;
      default -> throw loses(value, FieldType.DATETIME);
    };
  }

  private static ValueException loses(Temporal value, FieldType type) {
    return new ValueException(
        "would-lose",
        text(value, null, Locale.ROOT)
            + " cannot become a "
            + type.label()
            + " without losing a part of it.");
  }
}
