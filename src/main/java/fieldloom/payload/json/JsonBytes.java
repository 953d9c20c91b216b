package fieldloom.payload.json;

import fieldloom.payload.json.tape.TapeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/**
 * The bytes of a JSON document from where it was read to, as far as they were looked at, and where
 * in it that is. Places in the array hold until more is read, distances from here for good.
 */
final class JsonBytes implements AutoCloseable {
  private static final int CHUNK = 1 << 16;
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private byte[] bytes = new byte[CHUNK];
  private int at;
  private int end;
  private boolean ended;
  private boolean marked;
  private boolean recycled;
  private boolean handedOut;
  private long line = 1;
  private int lineStart;
  private long charactersBefore;

  /** Passes over the byte order mark of UTF-8. */
  JsonBytes(InputStream in) throws IOException {
    this.in = in;
    while (end < MARK.length && fill()) {
      marked = end >= MARK.length;
    }
    for (int i = 0; i < MARK.length; i++) {
      marked &= bytes[i] == MARK[i];
    }
    at = marked ? MARK.length : 0;
    lineStart = at;
  }

  /** Says that what was handed out is done with when more is read. */
  void recycle() {
    recycled = true;
  }

  /** Says that the array is held by others: what was passed of it stays as it is. */
  void handOut() {
    handedOut = true;
  }

  /** All that is there; a 0 stands behind the last, with {@link TapeReader#PADDING}. */
  byte[] bytes() {
    return bytes;
  }

  /** Where the document was read to. */
  int at() {
    return at;
  }

  /** Where what is there ends. */
  int end() {
    return end;
  }

  /** Whether nothing follows what is there. */
  boolean isEnded() {
    return ended;
  }

  /** How many bytes are there that were not passed. */
  int held() {
    return end - at;
  }

  /** Reads more; false at the end, or where more would be held than a record may have. */
  boolean fill() throws IOException {
    int held = end - at;
    if (ended || held > RecordBudget.BYTES) {
      return false;
    }
    if (end >= bytes.length - TapeReader.PADDING) {
      charactersBefore += characters(lineStart, at);
      lineStart = 0;
      boolean reused = (recycled || !handedOut) && held * 2L <= bytes.length;
      byte[] next = reused ? bytes : new byte[Math.max(CHUNK, held * 2 + TapeReader.PADDING)];
      System.arraycopy(bytes, at, next, 0, held);
      bytes = next;
      handedOut = false;
      at = 0;
      end = held;
    }
    int count = in.read(bytes, end, bytes.length - TapeReader.PADDING - end);
    ended = count < 0;
    end += Math.max(0, count);
    bytes[end] = 0;
    return !ended;
  }

  /**
   * Where the next byte is that is no blank.
   *
   * @param distance from here
   * @return -1 where the document ends before it, or it is too far away
   */
  int next(int distance) throws IOException {
    int left = distance;
    while (true) {
      int i = at + left;
      while (i < end && isBlank(bytes[i])) {
        i++;
      }
      if (i < end) {
        return i;
      }
      left = i - at;
      if (!fill()) {
        return -1;
      }
    }
  }

  static boolean isBlank(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  /**
   * Reads on until the value at a place is there whole.
   *
   * @return false where it is not, or is too large
   */
  boolean reach(int start) throws IOException {
    ValueEnd value = new ValueEnd(start - at);
    while (fill()) {
      if (value.isBefore(bytes, at, end)) {
        return true;
      }
    }
    return false;
  }

  /** Goes on to a place before which all is well. */
  void pass(int to) {
    for (int i = at; i < to; i++) {
      if (bytes[i] == '\n' || bytes[i] == '\r' && bytes[i + 1] != '\n') {
        line++;
        lineStart = i + 1;
        charactersBefore = 0;
      }
    }
    at = to;
  }

  /**
   * Goes on to a place.
   *
   * @param lines how many begin before it
   * @param lastStart where the last of these begins
   */
  void pass(int to, int lines, int lastStart) {
    if (lines > 0) {
      line += lines;
      lineStart = lastStart;
      charactersBefore = 0;
    }
    at = to;
  }

  /** The line of the document, from 1. */
  long line() {
    return line;
  }

  /** The column in UTF-16 units, from 1. */
  long column() {
    return charactersBefore + characters(lineStart, at) + 1;
  }

  private long characters(int from, int to) {
    long count = 0;
    for (int i = from; i < to; i++) {
      int b = bytes[i];
      // Bytes that begin a character, and once more those of a pair in UTF-16.
      count += (b >= -64 ? 1 : 0) + (b >= -16 && b < 0 ? 1 : 0);
    }
    return count;
  }

  /**
   * All from here on, behind an opening.
   *
   * @param opening "" for the whole document, of which nothing was passed
   */
  InputStream rest(String opening) {
    byte[] start = opening.isEmpty() && marked ? MARK : opening.getBytes(StandardCharsets.UTF_8);
    return new SequenceInputStream(
        Collections.enumeration(
            List.of(
                new ByteArrayInputStream(start),
                new ByteArrayInputStream(bytes, at, end - at),
                in)));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
