package fieldloom.payload.xml;

import fieldloom.model.FieldType;
import fieldloom.model.XmlShape.TextForm;
import fieldloom.model.value.Binary;
import fieldloom.model.value.Num;
import fieldloom.payload.text.IsoText;
import java.time.temporal.Temporal;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values as XML Schema writes them. */
final class XmlLexical {
  private static final String ZONE = "(Z|[+-]\\d{2}:?\\d{2})?";
  private static final String CLOCK = "(\\d{2}:\\d{2})(:\\d{2}(?:\\.\\d+)?)?";
  private static final Pattern TIME = Pattern.compile(CLOCK + ZONE);
  private static final Pattern DATETIME =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[T ]" + CLOCK + ")?" + ZONE);
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}" + ZONE);

  private XmlLexical() {}

  /**
   * The text of a value without parts.
   *
   * @param type of its field; ANY where nothing is known of it
   * @param free whether a date or time may have any form, as a pattern of its own says
   * @return null where the type has no such value
   */
  static @Nullable String text(Object value, FieldType type, TextForm form, boolean free) {
    return switch (value) {
      case String text -> ofText(text, type, form, free);
      case Num number -> number(number, type, form);
      case Boolean flag -> flag.toString();
      case Temporal time -> ofText(IsoText.of(time), type, form, free);
      case Binary bytes ->
          form == TextForm.HEX ? HexFormat.of().formatHex(bytes.bytes()) : bytes.base64();
      default ->
          throw new IllegalStateException("no value without parts: " + value.getClass().getName());
    };
  }

  /** XML Schema's decimals have no exponent. */
  private static String number(Num number, FieldType type, TextForm form) {
    String text = number.text();
    boolean plain = type.isNumber() && form == TextForm.PLAIN;
    return plain && (text.indexOf('e') >= 0 || text.indexOf('E') >= 0)
        ? number.value().toPlainString()
        : text;
  }

  private static @Nullable String ofText(String text, FieldType type, TextForm form, boolean free) {
    return switch (type) {
      case DATE -> free || DATE.matcher(text).matches() ? text : null;
      case TIME -> free ? text : time(TIME.matcher(text));
      case DATETIME -> free ? text : datetime(DATETIME.matcher(text));
      case BINARY -> form == TextForm.HEX ? hex(text) : text;
      case STRING, INTEGER, DECIMAL, BOOLEAN, OBJECT, ARRAY, ANY -> text;
    };
  }

  private static @Nullable String time(Matcher parts) {
    return parts.matches() ? parts.group(1) + seconds(parts.group(2)) + zone(parts.group(3)) : null;
  }

  private static @Nullable String datetime(Matcher parts) {
    if (!parts.matches()) {
      return null;
    }
    String clock = parts.group(2);
    return parts.group(1)
        + "T"
        + (clock == null ? "00:00:00" : clock + seconds(parts.group(3)))
        + zone(parts.group(4));
  }

  private static String seconds(@Nullable String given) {
    return given == null ? ":00" : given;
  }

  private static String zone(@Nullable String given) {
    return given == null
        ? ""
        : given.length() == 5 ? given.substring(0, 3) + ":" + given.substring(3) : given;
  }

  private static @Nullable String hex(String base64) {
    try {
      return HexFormat.of().withUpperCase().formatHex(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
