package fieldloom.payload.csv;

import fieldloom.model.value.Absent;
import fieldloom.model.value.Binary;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import fieldloom.payload.text.IsoText;
import java.time.temporal.Temporal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values as the fields of a row, in quotes where they must be. */
final class CsvCells {
  private final CsvOptions options;

  CsvCells(CsvOptions options) {
    this.options = options;
  }

  /** The value's text; null where it is nothing. */
  static @Nullable String text(Object value) {
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

  /** What a value is that no field can hold; null where one can. */
  static @Nullable String nested(Object value) {
    return switch (value) {
      case Obj object -> "an object";
      case List<?> list -> "a list";
      default -> null;
    };
  }

  /** Appends a field. */
  void append(StringBuilder row, String text) {
    if (!needsQuotes(text)) {
      row.append(text);
      return;
    }
    char quote = options.quote();
    row.append(quote);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == quote) {
        row.append(quote);
      }
      row.append(c);
    }
    row.append(quote);
  }

  private boolean needsQuotes(String text) {
    if (text.isEmpty() || isEdge(text.charAt(0)) || isEdge(text.charAt(text.length() - 1))) {
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == options.delimiter() || c == options.quote() || c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }

  /** Blanks that a trimming reader would take away, and what could be taken for a mark. */
  private static boolean isEdge(char c) {
    return c <= ' ' || c == '\uFEFF' || c == '\u00A0' || c == '\u3000';
  }
}
