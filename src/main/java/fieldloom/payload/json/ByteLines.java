package fieldloom.payload.json;

import fieldloom.payload.json.tape.Bytes;
import fieldloom.payload.json.tape.TapeReader;
import fieldloom.payload.text.TextLimits;
import java.io.IOException;
import java.io.InputStream;

/**
 * Lines of an input, cut out of it without copies. A line's bytes stay as they are for as long as
 * they are held, unless lines are recycled.
 */
final class ByteLines implements AutoCloseable {
  /** Longest line in bytes; one of more characters than a text may have is too long as well. */
  static final int MAX_BYTES = 48_000_000;

  private static final int CHUNK = 1 << 16;

  private final InputStream in;
  private byte[] bytes;
  private int from;
  private int at;
  private int end;
  private int to;
  private boolean ended;
  private boolean recycled;
  private boolean tooLong;
  private long line;

  ByteLines(InputStream in) {
    this.in = in;
    this.bytes = new byte[CHUNK];
  }

  void recycle() {
    recycled = true;
  }

  /** Goes to the next line; false at the end. */
  boolean next() throws IOException {
    from = at;
    tooLong = false;
    line++;
    while (true) {
      int feed = feed();
      if (feed >= 0) {
        at = feed + 1;
        to = feed > from && bytes[feed - 1] == '\r' ? feed - 1 : feed;
        break;
      }
      if (!fill()) {
        at = end;
        to = end;
        if (from == to) {
          return false;
        }
        break;
      }
    }
    tooLong |= to - from > TextLimits.MAX_CHARS && characters() > TextLimits.MAX_CHARS;
    // Whoever reads the line stops here.
    bytes[to] = 0;
    return true;
  }

  /** Where the next line feed is; -1 where none is yet. */
  private int feed() {
    int feed = Bytes.feed(bytes, at, end);
    at = feed < 0 ? end : at;
    return feed;
  }

  private long characters() {
    long count = 0;
    for (int i = from; i < to; i++) {
      int b = bytes[i] & 0xFF;
      count += b >= 0xF0 ? 2 : (b & 0xC0) == 0x80 ? 0 : 1;
    }
    return count;
  }

  /** Reads more behind the line so far, moving it to where there is room. */
  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    if (end - from > MAX_BYTES) {
      tooLong = true;
      from = at;
    }
    int room = bytes.length - TapeReader.PADDING;
    if (end >= room) {
      int held = end - from;
      byte[] next =
          recycled && held * 2L <= bytes.length
              ? bytes
              : new byte[Math.max(CHUNK, held * 2 + TapeReader.PADDING)];
      System.arraycopy(bytes, from, next, 0, held);
      bytes = next;
      at -= from;
      end -= from;
      from = 0;
      room = bytes.length - TapeReader.PADDING;
    }
    int count = in.read(bytes, end, room - end);
    ended = count < 0;
    end += Math.max(0, count);
    return !ended;
  }

  /** Whether the line has more characters than a text may have; then it is not there whole. */
  boolean isTooLong() {
    return tooLong;
  }

  boolean isBlank() {
    for (int i = from; i < to; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  byte[] bytes() {
    return bytes;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** Number of the line from 1. */
  long number() {
    return line;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
