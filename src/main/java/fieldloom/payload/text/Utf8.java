package fieldloom.payload.text;

import java.nio.ByteBuffer;

/**
 * Well-formed UTF-8, from and to arrays. The library's coders are made for any encoding and report
 * what is malformed; most of the time that reading and writing of text took was theirs. These do
 * what is well formed and stop before anything else, which is left to the library.
 */
final class Utf8 {
  private static final int TAIL = 0x3F;

  private Utf8() {}

  /**
   * Decodes up to the first sequence that is malformed or not all there, or until there is no room.
   *
   * @param in with an array; what was decoded is taken
   * @return where in the characters it stopped
   */
  static int decode(ByteBuffer in, char[] out, int from, int to) {
    byte[] bytes = in.array();
    int at = in.position();
    int end = in.limit();
    int room = from;
    while (at < end && room < to) {
      int plain = Math.min(end, at + to - room);
      int ahead = room - at;
      for (; at < plain && bytes[at] >= 0; at++) {
        out[at + ahead] = (char) bytes[at];
      }
      room = at + ahead;
      if (at == plain) {
        continue;
      }
      int b = bytes[at];
      int length = length(bytes, at, end);
      if (length == 3) {
        out[room++] =
            (char) ((b & 0x0F) << 12 | (bytes[at + 1] & TAIL) << 6 | bytes[at + 2] & TAIL);
      } else if (length == 2) {
        out[room++] = (char) ((b & 0x1F) << 6 | bytes[at + 1] & TAIL);
      } else if (length == 4 && room + 1 < to) {
        int c =
            (b & 0x07) << 18
                | (bytes[at + 1] & TAIL) << 12
                | (bytes[at + 2] & TAIL) << 6
                | bytes[at + 3] & TAIL;
        out[room++] = Character.highSurrogate(c);
        out[room++] = Character.lowSurrogate(c);
      } else {
        break;
      }
      at += length;
    }
    in.position(at);
    return room;
  }

  /** How many bytes the sequence has that starts with a byte above 7F; 0 where it is not good. */
  private static int length(byte[] bytes, int at, int end) {
    int b = bytes[at] & 0xFF;
    int length = b < 0xC2 ? 0 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : b < 0xF5 ? 4 : 0;
    if (at + length > end) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    int second = length > 2 ? bytes[at + 1] & 0xFF : 0;
    boolean good =
        switch (b) {
          case 0xE0 -> second >= 0xA0;
          case 0xED -> second < 0xA0;
          case 0xF0 -> second >= 0x90;
          case 0xF4 -> second < 0x90;
          default -> true;
        };
    return good ? length : 0;
  }

  /**
   * Encodes up to the first half of a pair that stands alone, or until there is no room.
   *
   * @param out with an array; what was encoded is put
   * @return where in the characters it stopped
   */
  static int encode(char[] in, int from, int to, ByteBuffer out) {
    byte[] bytes = out.array();
    int room = out.position();
    int end = out.limit() - 3;
    int at = from;
    while (at < to && room < end) {
      int plain = Math.min(to, at + end - room);
      int ahead = room - at;
      for (; at < plain && in[at] < 0x80; at++) {
        bytes[at + ahead] = (byte) in[at];
      }
      room = at + ahead;
      if (at == plain) {
        continue;
      }
      char c = in[at];
      if (c < 0x800) {
        bytes[room++] = (byte) (0xC0 | c >> 6);
        bytes[room++] = (byte) (0x80 | c & TAIL);
      } else if (!Character.isSurrogate(c)) {
        bytes[room++] = (byte) (0xE0 | c >> 12);
        bytes[room++] = (byte) (0x80 | c >> 6 & TAIL);
        bytes[room++] = (byte) (0x80 | c & TAIL);
      } else if (at + 1 < to && Character.isSurrogatePair(c, in[at + 1])) {
        int pair = Character.toCodePoint(c, in[++at]);
        bytes[room++] = (byte) (0xF0 | pair >> 18);
        bytes[room++] = (byte) (0x80 | pair >> 12 & TAIL);
        bytes[room++] = (byte) (0x80 | pair >> 6 & TAIL);
        bytes[room++] = (byte) (0x80 | pair & TAIL);
      } else {
        break;
      }
      at++;
    }
    out.position(room);
    return at;
  }
}
