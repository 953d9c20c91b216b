package fieldloom.payload.text;

import fieldloom.model.value.Absent;
import fieldloom.model.value.Binary;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import java.time.temporal.Temporal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values as formats write them that have one text a value. */
public final class CellText {
  private CellText() {}

  /** The value's text; null where it is nothing. */
  public static @Nullable String of(Object value) {
    return switch (value) {
      case Absent nothing -> null;
      case Null nothing -> null;
      case String text -> text;
      case Num number -> number.text();
      case Boolean flag -> flag.toString();
      case Temporal time -> IsoText.of(time);
      case Binary bytes -> bytes.base64();
      default ->
          throw new IllegalStateException("no value of a record: " + value.getClass().getName());
    };
  }

  /** What a value is that has more than one text; null where it has not. */
  public static @Nullable String nested(Object value) {
    return switch (value) {
      case Obj object -> "an object";
      case List<?> list -> "a list";
      default -> null;
    };
  }

  /** Spares an encoder, which is slow to ask; every encoding has these characters. */
  public static boolean isAscii(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
