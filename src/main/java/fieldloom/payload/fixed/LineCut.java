package fieldloom.payload.fixed;

import java.nio.charset.Charset;
import java.util.Arrays;

/** A line in which positions of characters or bytes are found. Not thread-safe. */
final class LineCut {
  private final boolean byBytes;
  private final CharBytes bytes;
  private char[] chars = new char[0];
  private int start;
  private int length;
  private boolean plain;

  /** The units before each character, and where it stands; used where these differ. */
  private int[] units = new int[64];

  private int[] places = new int[64];
  private int count;

  LineCut(FixedOptions.Unit unit, Charset charset) {
    this.byBytes = unit == FixedOptions.Unit.BYTE;
    this.bytes = new CharBytes(charset);
  }

  /** Takes a line, which must stay as it is until the next one. */
  void take(char[] all, int from, int many) {
    chars = all;
    start = from;
    length = many;
    plain = byBytes ? isSingleByte() : !hasPairs();
    if (!plain) {
      measure();
    }
  }

  /**
   * Where in the line a position is.
   *
   * @param unit from 0
   * @return from 0; the line's length where it ends before; -1 within a character
   */
  int index(int unit) {
    if (plain) {
      return Math.min(unit, length);
    }
    if (unit >= units[count]) {
      return length;
    }
    int found = Arrays.binarySearch(units, 0, count, unit);
    return found < 0 ? -1 : places[found];
  }

  /** The text between two places that {@link #index} gave. */
  String text(int from, int to) {
    return new String(chars, start + from, to - from);
  }

  char at(int index) {
    return chars[start + index];
  }

  boolean startsWith(String text, int from) {
    if (from < 0 || from + text.length() > length) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (at(from + i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** How many units a text takes. */
  int width(String text) {
    return byBytes ? bytes.of(text) : text.codePointCount(0, text.length());
  }

  private boolean isSingleByte() {
    if (bytes.of('a') != 1) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (at(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private boolean hasPairs() {
    for (int i = 0; i < length; i++) {
      if (Character.isSurrogate(at(i))) {
        return true;
      }
    }
    return false;
  }

  private void measure() {
    if (units.length <= length) {
      units = new int[length + 1];
      places = new int[length + 1];
    }
    count = 0;
    int sum = 0;
    for (int i = 0; i < length; ) {
      int c = Character.codePointAt(chars, start + i, start + length);
      units[count] = sum;
      places[count++] = i;
      sum += byBytes ? bytes.of(c) : 1;
      i += Character.charCount(c);
    }
    units[count] = sum;
  }
}
