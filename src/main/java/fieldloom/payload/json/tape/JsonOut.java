package fieldloom.payload.json.tape;

import fieldloom.model.value.Binary;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import fieldloom.payload.text.IsoText;
import java.nio.charset.StandardCharsets;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.List;

/**
 * Bytes of compact JSON, as the writers of JSON write values. What has been written can be taken
 * back to a place. Not thread-safe.
 */
public final class JsonOut {
  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_CHAR = 6;
  private static final int LONGEST_LONG = 20;

  private byte[] bytes = new byte[1 << 12];
  private int at;

  /** The bytes, of which those before {@link #length} are written. */
  public byte[] bytes() {
    return bytes;
  }

  /** How many bytes are written. */
  public int length() {
    return at;
  }

  /** Takes back what was written behind a place. */
  public void back(int length) {
    at = length;
  }

  /** Replaces a byte that is written. */
  public void replace(int place, char ascii) {
    bytes[place] = (byte) ascii;
  }

  private void room(int more) {
    if (bytes.length - at < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, at + more));
    }
  }

  /** Writes bytes as they are. */
  public void raw(byte[] what) {
    room(what.length);
    System.arraycopy(what, 0, bytes, at, what.length);
    at += what.length;
  }

  /** Writes a part of bytes as they are. */
  public void raw(byte[] what, int from, int to) {
    int length = to - from;
    room(length);
    System.arraycopy(what, from, bytes, at, length);
    at += length;
  }

  /** Writes a part of bytes between quotes behind what comes before it. */
  public void quoted(byte[] before, byte[] what, int from, int to) {
    int length = to - from;
    room(before.length + length + 2);
    System.arraycopy(before, 0, bytes, at, before.length);
    int place = at + before.length;
    bytes[place++] = '"';
    System.arraycopy(what, from, bytes, place, length);
    place += length;
    bytes[place++] = '"';
    at = place;
  }

  /** Writes an ASCII character. */
  public void ascii(char c) {
    room(1);
    bytes[at++] = (byte) c;
  }

  /** Writes a value of a record. */
  public void value(Object value) {
    switch (value) {
      case String text -> text(text);
      case Num number -> number(number);
      case Boolean flag -> raw(flag ? TRUE : FALSE);
      case Null ignored -> raw(NULL);
      case Obj object -> object(object);
      case List<?> list -> list(list);
      case Temporal time -> text(IsoText.of(time));
      case Binary binary -> text(binary.base64());
      default ->
          throw new IllegalStateException("no value of a record: " + value.getClass().getName());
    }
  }

  private void object(Obj object) {
    ascii('{');
    for (int i = 0; i < object.size(); i++) {
      if (i > 0) {
        ascii(',');
      }
      text(object.name(i));
      ascii(':');
      value(object.value(i));
    }
    ascii('}');
  }

  private void list(List<?> list) {
    ascii('[');
    boolean first = true;
    for (Object item : list) {
      if (!first) {
        ascii(',');
      }
      first = false;
      value(item);
    }
    ascii(']');
  }

  /** Writes a number as the text it has. */
  public void number(Num number) {
    if (!number.isSmall() || number.hasText()) {
      String text = number.text();
      room(text.length());
      for (int i = 0; i < text.length(); i++) {
        bytes[at++] = (byte) text.charAt(i);
      }
      return;
    }
    room(LONGEST_LONG + 2);
    long digits = number.unscaled();
    if (digits < 0) {
      bytes[at++] = '-';
      digits = -digits;
    }
    int scale = number.scale();
    int count = Math.max(digits(digits), scale + 1);
    int end = at + count + (scale > 0 ? 1 : 0);
    int i = end;
    for (int k = 0; k < count; k++) {
      if (k == scale && scale > 0) {
        bytes[--i] = '.';
      }
      long rest = digits / 10;
      bytes[--i] = (byte) ('0' + (int) (digits - rest * 10));
      digits = rest;
    }
    at = end;
  }

  private static int digits(long value) {
    int count = 1;
    for (long limit = 10; count < 18 && value >= limit; limit *= 10) {
      count++;
    }
    return count;
  }

  /** Writes a text in quotes; half of a surrogate pair as an escape. */
  public void text(String text) {
    int length = text.length();
    room(length * LONGEST_CHAR + 2);
    byte[] to = bytes;
    int place = at;
    to[place++] = '"';
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x80 && c != '"' && c != '\\') {
        to[place++] = (byte) c;
      } else if (c < 0x80) {
        place = escape(to, place, c);
      } else if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < length
                && Character.isLowSurrogate(text.charAt(i + 1));
        place =
            pair
                ? wide(to, place, Character.toCodePoint(c, text.charAt(++i)))
                : escape(to, place, c);
      } else {
        place = wide(to, place, c);
      }
    }
    to[place++] = '"';
    at = place;
  }

  private static int escape(byte[] to, int from, char c) {
    int place = from;
    to[place++] = '\\';
    switch (c) {
      case '"', '\\' -> to[place++] = (byte) c;
      case '\b' -> to[place++] = 'b';
      case '\t' -> to[place++] = 't';
      case '\n' -> to[place++] = 'n';
      case '\f' -> to[place++] = 'f';
      case '\r' -> to[place++] = 'r';
      default -> {
        to[place++] = 'u';
        to[place++] = HEX[c >> 12];
        to[place++] = HEX[c >> 8 & 0xF];
        to[place++] = HEX[c >> 4 & 0xF];
        to[place++] = HEX[c & 0xF];
      }
    }
    return place;
  }

  private static int wide(byte[] to, int from, int c) {
    int place = from;
    if (c < 0x800) {
      to[place++] = (byte) (0xC0 | c >> 6);
    } else if (c < 0x10000) {
      to[place++] = (byte) (0xE0 | c >> 12);
      to[place++] = (byte) (0x80 | c >> 6 & 0x3F);
    } else {
      to[place++] = (byte) (0xF0 | c >> 18);
      to[place++] = (byte) (0x80 | c >> 12 & 0x3F);
      to[place++] = (byte) (0x80 | c >> 6 & 0x3F);
    }
    to[place++] = (byte) (0x80 | c & 0x3F);
    return place;
  }
}
