package fieldloom.payload.xml;

import fieldloom.model.FieldType;
import fieldloom.model.XmlShape.TextForm;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Num;
import fieldloom.model.value.NumberLimits;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text of an element or attribute as a value of its type. */
final class XmlTexts {
  private static final Pattern TIME =
      Pattern.compile("\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})?");
  private static final Pattern ZONE = Pattern.compile("(Z|[+-]\\d{2}:\\d{2})?");
  private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n]+");
  private static final int LONGEST_NUMBER = 20_000;

  private XmlTexts() {}

  /**
   * The value.
   *
   * @return {@link Absent#ABSENT} for no text, unless the type has such a value; null where the
   *     text is not of the type
   */
  static @Nullable Object value(String text, FieldType type, TextForm form) {
    if (type == FieldType.STRING || !type.isScalar()) {
      return text;
    }
    String plain = strip(text);
    if (plain.isEmpty()) {
      return Absent.ABSENT;
    }
    return switch (type) {
      case INTEGER, DECIMAL -> number(plain);
      case BOOLEAN -> flag(plain);
      case DATE -> isDate(plain) ? plain : null;
      case TIME -> TIME.matcher(plain).matches() ? plain : null;
      case DATETIME -> isDatetime(plain) ? plain : null;
      case BINARY -> bytes(plain, form);
      case STRING, OBJECT, ARRAY, ANY -> text;
    };
  }

  /** Takes off the white space of XML at both ends. */
  static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  static boolean isBlank(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isBlank(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
  }

  /** A number keeps its text where JSON can write it too. */
  private static @Nullable Num number(String text) {
    Num plain = Num.ofPlain(text);
    return plain == null ? oddNumber(text) : plain;
  }

  /** One of many digits, or written as no JSON number is. */
  private static @Nullable Num oddNumber(String text) {
    int at = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
    int whole = digits(text, at);
    int end = whole;
    int fraction = 0;
    if (end < text.length() && text.charAt(end) == '.') {
      fraction = digits(text, end + 1) - end;
      end += fraction;
    }
    if (whole == at && fraction < 2 || text.length() > LONGEST_NUMBER) {
      return null;
    }
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      boolean signed =
          end + 1 < text.length() && (text.charAt(end + 1) == '-' || text.charAt(end + 1) == '+');
      int exponent = end + (signed ? 2 : 1);
      end = digits(text, exponent);
      if (end == exponent || end - exponent > 7) {
        return null;
      }
    }
    if (end < text.length() || !NumberLimits.allows(text)) {
      return null;
    }
    boolean json =
        text.charAt(0) != '+'
            && fraction != 1
            && (whole - at == 1 || whole > at && text.charAt(at) != '0');
    return json ? Num.ofText(text) : Num.of(new BigDecimal(text));
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  private static @Nullable Boolean flag(String text) {
    return switch (text) {
      case "true", "1" -> Boolean.TRUE;
      case "false", "0" -> Boolean.FALSE;
      default -> null;
    };
  }

  private static boolean isDate(String text) {
    return text.length() >= 10 && isDay(text) && ZONE.matcher(text.substring(10)).matches();
  }

  private static boolean isDatetime(String text) {
    return text.length() > 10
        && isDay(text)
        && text.charAt(10) == 'T'
        && TIME.matcher(text.substring(11)).matches();
  }

  /** Whether a text starts with a day that exists: {@code 2024-02-29}. */
  private static boolean isDay(String text) {
    if (digits(text, 0) != 4
        || text.charAt(4) != '-'
        || digits(text, 5) != 7
        || text.charAt(7) != '-'
        || digits(text, 8) < 10) {
      return false;
    }
    int year = Integer.parseInt(text, 0, 4, 10);
    int month = Integer.parseInt(text, 5, 7, 10);
    int day = Integer.parseInt(text, 8, 10, 10);
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= java.time.YearMonth.of(year, month).lengthOfMonth();
  }

  /** Bytes as Base64 on one line. */
  private static @Nullable String bytes(String text, TextForm form) {
    String plain = BLANKS.matcher(text).replaceAll("");
    try {
      return form == TextForm.HEX
          ? Base64.getEncoder().encodeToString(HexFormat.of().parseHex(plain))
          : Base64.getEncoder().encodeToString(Base64.getDecoder().decode(plain));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
