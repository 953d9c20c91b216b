package fieldloom.payload.json.tape;

import fieldloom.model.value.NumberLimits;
import java.nio.charset.StandardCharsets;

/** Numbers, literals and escapes by the grammar of JSON. */
final class Scalars {
  private Scalars() {}

  /** Which literal stands at a place: a kind of the tape; {@link Tape#ABSENT} where none does. */
  static int literal(byte[] b, int p) {
    if (b[p] == 't' && b[p + 1] == 'r' && b[p + 2] == 'u' && b[p + 3] == 'e') {
      return Tape.TRUE;
    }
    if (b[p] == 'n' && b[p + 1] == 'u' && b[p + 2] == 'l' && b[p + 3] == 'l') {
      return Tape.NULL;
    }
    boolean no =
        b[p] == 'f' && b[p + 1] == 'a' && b[p + 2] == 'l' && b[p + 3] == 's' && b[p + 4] == 'e';
    return no ? Tape.FALSE : Tape.ABSENT;
  }

  /** Where the number that starts at a place ends; 0 where none does. */
  static int number(byte[] b, int p) {
    int i = b[p] == '-' ? p + 1 : p;
    int digits = i;
    i = b[i] == '0' ? i + 1 : digits(b, i);
    if (i == digits) {
      return 0;
    }
    if (b[i] == '.') {
      int point = ++i;
      i = digits(b, i);
      if (i == point) {
        return 0;
      }
    }
    if (b[i] == 'e' || b[i] == 'E') {
      i += b[i + 1] == '+' || b[i + 1] == '-' ? 2 : 1;
      int exponent = i;
      i = digits(b, i);
      if (i == exponent) {
        return 0;
      }
    }
    return i;
  }

  /** What kind of number that is; {@link Tape#ABSENT} where it breaks the limits. */
  static int kind(byte[] b, int start, int end) {
    if (end - start > NumberLimits.MAX_DIGITS) {
      return Tape.ABSENT;
    }
    int kind = Tape.WHOLE;
    for (int i = start; i < end; i++) {
      if (b[i] == '.') {
        kind = Tape.POINT;
      } else if (b[i] == 'e' || b[i] == 'E') {
        String text = new String(b, start, end - start, StandardCharsets.ISO_8859_1);
        return NumberLimits.allows(text) ? Tape.NUMBER : Tape.ABSENT;
      }
    }
    return kind;
  }

  private static int digits(byte[] b, int from) {
    int i = from;
    while (b[i] >= '0' && b[i] <= '9') {
      i++;
    }
    return i;
  }

  /** Length of an escape; 0 where it is none. */
  static int escape(byte[] b, int i) {
    return switch (b[i + 1]) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> 2;
      case 'u' -> hex(b[i + 2]) && hex(b[i + 3]) && hex(b[i + 4]) && hex(b[i + 5]) ? 6 : 0;
      default -> 0;
    };
  }

  private static boolean hex(byte c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
  }
}
