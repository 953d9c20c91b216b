package fieldloom.payload.table;

import fieldloom.database.ColumnType;
import fieldloom.database.DatabaseKind;
import fieldloom.model.value.Binary;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.payload.JsonValues;
import fieldloom.payload.text.IsoText;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Makes values for columns of what records hold. Nothing is cut, rounded or guessed: a value that
 * the column cannot hold as it is, is refused.
 */
final class CellValues {
  private final DatabaseKind kind;
  private final TimeValues times;

  /**
   * @param zone of datetimes that have none of their own
   */
  CellValues(DatabaseKind kind, ZoneId zone) {
    this.kind = kind;
    this.times = new TimeValues(zone);
  }

  /**
   * The value for a column: a Long, BigDecimal, Float, Double, Boolean, String, UUID, {@code
   * java.time} value, byte array, a list of such, or {@link Null}.
   */
  Object of(Object value, ColumnType type) throws UnfitException {
    if (value instanceof Null) {
      return value;
    }
    return switch (type.storage()) {
      case WHOLE, EXACT, SINGLE, DOUBLE -> NumberValues.of(value, type);
      case BOOLEAN -> truth(value);
      case TEXT, PADDED, OTHER -> text(value, type);
      case UUID -> uuid(value, type);
      case DATE, TIME, ZONED_TIME, DATETIME, ZONED_DATETIME, MOMENT -> times.of(value, type);
      case BYTES -> bytes(value, type);
      case JSON -> JsonValues.toJson(value);
      case ARRAY -> array(value, type);
    };
  }

  private static Boolean truth(Object value) throws UnfitException {
    return switch (value) {
      case Boolean flag -> flag;
      case String text when text.equals("true") -> true;
      case String text when text.equals("false") -> false;
      case Object other -> throw unfit(other, "true or false");
    };
  }

  private String text(Object value, ColumnType type) throws UnfitException {
    String text =
        switch (value) {
          case String own -> own;
          case Num number -> number.text();
          case Boolean flag -> flag.toString();
          case Temporal time -> IsoText.of(time);
          case Binary bytes -> bytes.base64();
          case Object other -> throw unfit(other, "a text");
        };
    Integer most = type.maxLength();
    // H2 counts halves of characters beyond the basic plane.
    int length = kind == DatabaseKind.H2 ? text.length() : text.codePointCount(0, text.length());
    if (most != null && length > most) {
      throw new UnfitException(
          "has room for "
              + most
              + " characters, the value "
              + shown(text)
              + " has "
              + length
              + "; shorten it in its rule");
    }
    if (!type.values().isEmpty() && !type.values().contains(text)) {
      throw new UnfitException(
          "takes one of " + String.join(", ", type.values()) + " only, not " + shown(text));
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new UnfitException("cannot hold half of a character, as the value has; correct it");
    }
    return text;
  }

  private Object uuid(Object value, ColumnType type) throws UnfitException {
    String text = text(value, type);
    try {
      UUID uuid = UUID.fromString(text);
      if (text.length() == 36) {
        return kind == DatabaseKind.MARIADB ? text : uuid;
      }
    } catch (IllegalArgumentException e) {
      throw unfit(value, "a UUID");
    }
    throw unfit(value, "a UUID");
  }

  private static byte[] bytes(Object value, ColumnType type) throws UnfitException {
    byte[] bytes;
    try {
      bytes =
          switch (value) {
            case Binary own -> own.bytes();
            case String text -> Base64.getDecoder().decode(text);
            case Object other -> throw unfit(other, "bytes as Base64 text");
          };
    } catch (IllegalArgumentException e) {
      throw unfit(value, "bytes as Base64 text");
    }
    Integer most = type.maxLength();
    if (most != null && bytes.length > most) {
      throw new UnfitException(
          "has room for " + most + " bytes, the value has " + bytes.length + "; shorten it");
    }
    return bytes;
  }

  private List<Object> array(Object value, ColumnType type) throws UnfitException {
    ColumnType item = type.item();
    if (!(value instanceof List<?> list) || item == null) {
      throw unfit(value, "a list");
    }
    List<Object> items = new ArrayList<>(list.size());
    for (Object one : list) {
      items.add(of(one, item));
    }
    return items;
  }

  /** What is said where a value is of another type than its column. */
  static UnfitException unfit(Object value, String wanted) {
    return new UnfitException("takes " + wanted + ", not " + shown(value) + "; convert it");
  }

  /** A value as messages show it. */
  static String shown(Object value) {
    String text = JsonValues.toJson(value);
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
