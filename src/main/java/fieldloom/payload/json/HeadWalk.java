package fieldloom.payload.json;

import com.fasterxml.jackson.core.JsonPointer;
import fieldloom.payload.json.tape.ValueReader;
import org.jspecify.annotations.Nullable;

/** Follows a pointer through the bytes of a document to the array of its records. */
final class HeadWalk {
  private final ValueReader values;
  private final StringBuilder opening = new StringBuilder();

  HeadWalk(ValueReader values) {
    this.values = values;
  }

  /** The brackets that are open behind what was found. */
  String opening() {
    return opening.toString();
  }

  /**
   * Looks for the array, with all before it well.
   *
   * @param bytes with a 0 behind the last
   * @return where it begins, behind its bracket; -1 where it is not found
   */
  int find(byte[] bytes, int from, JsonPointer pointer) {
    opening.setLength(0);
    int at = behindBlanks(bytes, from);
    for (JsonPointer left = pointer; !left.matches(); left = left.tail()) {
      if (bytes[at] == '{') {
        opening.append("{\"\":");
        at = member(bytes, at + 1, left.getMatchingProperty());
      } else if (bytes[at] == '[') {
        opening.append('[');
        at = item(bytes, at + 1, left.getMatchingIndex());
      } else {
        return -1;
      }
      if (at < 0) {
        return -1;
      }
    }
    opening.append('[');
    return bytes[at] == '[' ? at + 1 : -1;
  }

  private int member(byte[] bytes, int from, String wanted) {
    int at = behindBlanks(bytes, from);
    while (at >= 0 && bytes[at] == '"') {
      Object name = values.read(bytes, at);
      at = behindBlanks(bytes, values.end());
      if (name == null || bytes[at] != ':') {
        return -1;
      }
      at = behindBlanks(bytes, at + 1);
      if (name.equals(wanted)) {
        return at;
      }
      at = behindValue(bytes, at);
    }
    return -1;
  }

  private int item(byte[] bytes, int from, int index) {
    int at = behindBlanks(bytes, from);
    for (int i = 0; i < index && at >= 0; i++) {
      at = behindValue(bytes, at);
    }
    return index < 0 ? -1 : at;
  }

  /** Behind the comma behind a value; -1 where there is none. */
  private int behindValue(byte[] bytes, int from) {
    @Nullable Object value = values.read(bytes, from);
    int at = behindBlanks(bytes, values.end());
    return value == null || bytes[at] != ',' ? -1 : behindBlanks(bytes, at + 1);
  }

  private static int behindBlanks(byte[] bytes, int from) {
    int at = from;
    while (JsonBytes.isBlank(bytes[at])) {
      at++;
    }
    return at;
  }
}
