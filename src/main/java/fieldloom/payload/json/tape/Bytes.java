package fieldloom.payload.json.tape;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at a time. */
public final class Bytes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;
  private static final long QUOTES = '"' * LOW;
  private static final long BACKSLASHES = '\\' * LOW;
  private static final long FEEDS = '\n' * LOW;
  private static final long BLANKS = ' ' * LOW;
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private Bytes() {}

  /** Eight bytes, the first in the lowest place. */
  static long word(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  /**
   * Marks, by their highest bit, the bytes of a string that end it or are not simply copied:
   * quotes, backslashes, control characters and whatever is not ASCII.
   */
  static long special(long word) {
    long quote = word ^ QUOTES;
    long backslash = word ^ BACKSLASHES;
    long marks =
        (quote - LOW & ~quote) | (backslash - LOW & ~backslash) | (word - BLANKS & ~word) | word;
    return marks & HIGH;
  }

  /** Where the next line feed is; -1 where there is none before {@code to}. */
  public static int feed(byte[] bytes, int from, int to) {
    int at = from;
    for (; at + 8 <= to; at += 8) {
      long feed = word(bytes, at) ^ FEEDS;
      long marks = feed - LOW & ~feed & HIGH;
      if (marks != 0) {
        return at + first(marks);
      }
    }
    for (; at < to; at++) {
      if (bytes[at] == '\n') {
        return at;
      }
    }
    return -1;
  }

  /** Where the first marked byte is, 0 to 7. */
  static int first(long marks) {
    return Long.numberOfTrailingZeros(marks) >>> 3;
  }

  /** The lowest {@code count} bytes of a word, 1 to 8. */
  static long lowest(long word, int count) {
    return word & -1L >>> Long.SIZE - 8 * count;
  }

  /** A hash of the bytes of a key; eight bytes behind it must be there to be read. */
  static long hash(byte[] bytes, int from, int to) {
    long hash = to - from;
    int at = from;
    for (; at + 8 <= to; at += 8) {
      hash = (hash ^ word(bytes, at)) * FACTOR;
    }
    if (at < to) {
      hash = (hash ^ lowest(word(bytes, at), to - at)) * FACTOR;
    }
    return hash ^ hash >>> 29;
  }
}
