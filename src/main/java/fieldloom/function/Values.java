package fieldloom.function;

import fieldloom.model.value.Absent;
import fieldloom.model.value.Binary;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What all values have in common: whether two are equal, which comes first, what a value is called.
 */
public final class Values {
  private static final int SHOWN = 60;

  private Values() {}

  /** Whether it is neither absent nor null. */
  public static boolean isValue(Object value) {
    return value != Absent.ABSENT && value != Null.NULL;
  }

  /**
   * Whether two values are the same: numbers by value, text exactly, a date and a datetime at the
   * date's start of day in the datetime's zone, datetimes by their moment, lists and objects part
   * by part. Absent equals absent only, null equals null only.
   *
   * @throws ValueException where the types differ
   */
  public static boolean equal(Object a, Object b) {
    if (!isValue(a) || !isValue(b)) {
      return a == b;
    }
    if (a instanceof List<?> || a instanceof Obj || a instanceof Binary) {
      if (!kind(a).equals(kind(b))) {
        throw different(a, b);
      }
      return key(a).equals(key(b));
    }
    return compare(a, b) == 0;
  }

  /**
   * Orders two values that are neither absent nor null: text by code point, false before true.
   *
   * @throws ValueException where the types differ or have no order
   */
  public static int compare(Object a, Object b) {
    if (a instanceof Num x && b instanceof Num y) {
      return x.compareTo(y);
    }
    if (a instanceof String x && b instanceof String y) {
      return compareText(x, y);
    }
    if (a instanceof Boolean x && b instanceof Boolean y) {
      return x.compareTo(y);
    }
    if (a instanceof LocalDate x && b instanceof LocalDate y) {
      return x.compareTo(y);
    }
    if (a instanceof LocalTime x && b instanceof LocalTime y) {
      return x.compareTo(y);
    }
    Instant x = moment(a, b);
    Instant y = moment(b, a);
    if (x != null && y != null) {
      return x.compareTo(y);
    }
    if (kind(a).equals(kind(b))) {
      throw new ValueException(
          "no-order", shown(a) + " has no order: take a number, text or date of it.");
    }
    throw different(a, b);
  }

  /** Orders text by code point, which is not what {@link String#compareTo} does beyond U+FFFF. */
  public static int compareText(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    for (int i = 0; i < shorter; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean alike = Character.isSurrogate(x) == Character.isSurrogate(y);
        return alike ? x - y : Character.isSurrogate(x) ? 1 : -1;
      }
    }
    return a.length() - b.length();
  }

  /**
   * Something whose {@code equals} and {@code hashCode} tell values apart as {@link #equal} does,
   * except that different types differ: for sets and groups.
   */
  public static Object key(Object value) {
    return switch (value) {
      case OffsetDateTime t -> t.toInstant();
      case ZonedDateTime t -> t.toInstant();
      case List<?> list -> {
        List<Object> keys = new ArrayList<>(list.size());
        list.forEach(item -> keys.add(key(item)));
        yield keys;
      }
      case Obj o -> {
        Map<String, Object> keys = new LinkedHashMap<>();
        o.fields().forEach((name, field) -> keys.put(name, key(field)));
        yield keys;
      }
      default -> value;
    };
  }

  /**
   * A value as text, as a plain link to a string field writes it.
   *
   * @throws ValueException where it is absent, null, a list or an object
   */
  public static String text(Object value) {
    return switch (value) {
      case String s -> s;
      case Num n -> n.text();
      case Boolean b -> b.toString();
      case LocalDate d -> d.toString();
      case LocalTime t -> DateTimeFormatter.ISO_LOCAL_TIME.format(t);
      case OffsetDateTime t -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(t);
      case ZonedDateTime t -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(t);
      case Binary b -> b.base64();
      default -> throw new ValueException("not-text", shown(value) + " is no text.");
    };
  }

  /**
   * A value as the text of a key: a number is its plain value without trailing zeros, everything
   * else is {@link #text}.
   */
  public static String keyText(Object value) {
    if (value instanceof Num n) {
      BigDecimal stripped = n.value().stripTrailingZeros();
      return stripped.toPlainString();
    }
    return text(value);
  }

  /** What a value is called in messages: {@code number}, {@code datetime}. */
  public static String kind(Object value) {
    return switch (value) {
      case String _ -> "text";
      case Num _ -> "number";
      case Boolean _ -> "boolean";
      case LocalDate _ -> "date";
      case LocalTime _ -> "time";
      case OffsetDateTime _, ZonedDateTime _ -> "datetime";
      case Binary _ -> "binary";
      case List<?> _ -> "list";
      case Obj _ -> "object";
      default -> value.toString();
    };
  }

  /** A value for a message, cut where it is long. */
  public static String shown(Object value) {
    String text =
        switch (value) {
          case String s -> "“" + s + "”";
          case List<?> list -> "A list of " + list.size();
          case Obj _ -> "An object";
          case Object v when isValue(v) -> text(v);
          default -> value.toString();
        };
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN - 3) + "...";
  }

  private static @Nullable Instant moment(Object value, Object other) {
    return switch (value) {
      case OffsetDateTime t -> t.toInstant();
      case ZonedDateTime t -> t.toInstant();
      case LocalDate d -> {
        ZoneId zone =
            switch (other) {
              case OffsetDateTime t -> t.getOffset();
              case ZonedDateTime t -> t.getZone();
              default -> null;
            };
        yield zone == null ? null : d.atStartOfDay(zone).toInstant();
      }
      default -> null;
    };
  }

  private static ValueException different(Object a, Object b) {
    return new ValueException(
        "different-types",
        "%s (%s) cannot be compared with %s (%s): convert one of them."
            .formatted(shown(a), kind(a), shown(b), kind(b)));
  }
}
