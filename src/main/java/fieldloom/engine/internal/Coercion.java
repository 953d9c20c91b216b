package fieldloom.engine.internal;

import fieldloom.function.ValueException;
import fieldloom.model.FieldType;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Binary;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.NumberLimits;
import fieldloom.model.value.Obj;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns values into other types where that loses nothing, and says so where it would. */
final class Coercion {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,7})?");

  private Coercion() {}

  static String text(Object value) {
    return switch (value) {
      case String s -> s;
      case Num n -> n.text();
      case Boolean b -> b.toString();
      case Temporal t -> Temporals.text(t, null, Locale.ROOT);
      case Binary b -> b.base64();
      default -> throw new ValueException("not-text", shown(value) + " is no text.");
    };
  }

  static Num number(Object value) {
    return switch (value) {
      case Num n -> n;
      case String s -> parse(s);
      default -> throw new ValueException("not-a-number", shown(value) + " is no number.");
    };
  }

  private static Num parse(String text) {
    if (text.length() > 20_000 || !NUMBER.matcher(text).matches()) {
      throw new ValueException("not-a-number", shown(text) + " is no number.");
    }
    if (!NumberLimits.allows(text.startsWith("+") ? text.substring(1) : text)) {
      throw new ValueException(
          "number-too-large", shown(text) + " has more digits than a number may have.");
    }
    BigDecimal value = new BigDecimal(text);
    String plain = value.toPlainString();
    // "19.90" stays as it is written; "+5", "007" and "5." become what a JSON number can be.
    return plain.equals(text) ? Num.ofText(text) : Num.of(value);
  }

  /** A whole number, plain. */
  static Num whole(Object value) {
    Num n = number(value);
    if (!n.isWhole()) {
      throw new ValueException(
          "not-whole", shown(value) + " is no whole number; ROUND it, or map it to a decimal.");
    }
    String text = n.text();
    boolean plain = text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '-');
    return plain ? n : Num.of(new BigDecimal(n.value().toBigInteger()));
  }

  static int integer(Object value) {
    try {
      return number(value).value().intValueExact();
    } catch (ArithmeticException e) {
      throw new ValueException("not-whole", shown(value) + " is no whole number of this size.");
    }
  }

  static boolean bool(Object value) {
    if (value instanceof Boolean b) {
      return b;
    }
    if ("true".equals(value)) {
      return true;
    }
    if ("false".equals(value)) {
      return false;
    }
    throw new ValueException("not-a-boolean", shown(value) + " is neither true nor false.");
  }

  /** Whether a condition holds; absent and null count as false. */
  static boolean holds(Object value) {
    return value != Absent.ABSENT && value != Null.NULL && bool(value);
  }

  static Temporal temporal(
      Object value, FieldType type, @Nullable String pattern, ZoneId zone, Locale locale) {
    return switch (value) {
      case String s -> Temporals.parse(s, type, pattern, zone, locale);
      case Temporal t -> Temporals.convert(t, type, zone);
      default ->
          throw new ValueException(
              "not-a-" + type.label(), shown(value) + " is no " + type.label() + ".");
    };
  }

  static Binary binary(Object value) {
    if (value instanceof Binary b) {
      return b;
    }
    if (value instanceof String s) {
      try {
        return new Binary(Base64.getDecoder().decode(s));
      } catch (IllegalArgumentException e) {
        throw new ValueException("not-base64", shown(value) + " is no Base64.");
      }
    }
    throw new ValueException("not-binary", shown(value) + " is no binary value.");
  }

  /** A scalar that was read, as the type its schema gives it; objects and lists as they are. */
  static Object read(
      Object value, FieldType type, @Nullable String pattern, ZoneId zone, Locale locale) {
    if (value == Absent.ABSENT || value == Null.NULL) {
      return value;
    }
    return switch (type) {
      case STRING -> text(value);
      case INTEGER, DECIMAL -> number(value);
      case BOOLEAN -> bool(value);
      case DATE, TIME, DATETIME -> temporal(value, type, pattern, zone, locale);
      case BINARY -> binary(value);
      case OBJECT, ARRAY, ANY -> value;
    };
  }

  /** A value as a message shows it, cut where it is long. */
  static String shown(Object value) {
    String text =
        switch (value) {
          case String s -> "“" + s + "”";
          case Num n -> n.text();
          case Boolean b -> b.toString();
          case Temporal t -> Temporals.text(t, null, Locale.ROOT);
          case Null ignored -> "null";
          case Absent ignored -> "An absent value";
          case Obj ignored -> "An object";
          case List<?> list -> "A list of " + list.size();
          case Binary ignored -> "A binary value";
          default -> value.toString();
        };
    return text.length() <= 80 ? text : text.substring(0, 77) + "…";
  }
}
