package fieldloom.payload.text;

import java.io.IOException;
import java.util.Arrays;

/**
 * Characters of an input, of which those since the last {@link #mark} stay at hand in one array, so
 * that a record is cut out of it without copies. Holds at most {@link TextLimits#MAX_CHARS} of
 * them; a longer record is read past and dropped.
 */
public final class TextWindow {
  private static final int FIRST = 1 << 16;

  private final StrictReader in;
  private char[] chars = new char[FIRST];
  private int start;
  private int at;
  private int end;
  private long base;
  private boolean dropped;

  public TextWindow(StrictReader in) {
    this.in = in;
  }

  /** Begins a record at the next character. */
  public void mark() {
    start = at;
    dropped = false;
  }

  /** The next character; -1 at the end. */
  public int read() throws IOException {
    return at < end || fill() ? chars[at++] : -1;
  }

  /** The next character, which is read again; -1 at the end. */
  public int peek() throws IOException {
    return at < end || fill() ? chars[at] : -1;
  }

  /** Takes the character that was looked at. */
  public void skip() {
    at++;
  }

  /**
   * Reads to the next such character or line end.
   *
   * @return that character, which is taken, or CR or LF; -1 at the end
   */
  public int readTo(char wanted) throws IOException {
    do {
      char[] all = chars;
      for (int i = at; i < end; i++) {
        char c = all[i];
        if (c == wanted || c == '\n' || c == '\r') {
          at = i + 1;
          return c;
        }
      }
      at = end;
    } while (fill());
    return -1;
  }

  /** Reads to the next line feed or the end; whether there was a line feed, which is taken. */
  public boolean skipLine() throws IOException {
    do {
      for (int i = at; i < end; i++) {
        if (chars[i] == '\n') {
          at = i + 1;
          return true;
        }
      }
      at = end;
    } while (fill());
    return false;
  }

  /** Reads to behind the next line end of any kind, or to the end. */
  public void skipAnyLine() throws IOException {
    do {
      for (int i = at; i < end; i++) {
        char c = chars[i];
        if (c == '\n' || c == '\r') {
          at = i + 1;
          if (c == '\r' && peek() == '\n') {
            at++;
          }
          return;
        }
      }
      at = end;
    } while (fill());
  }

  /** How many characters stand between the mark and the line end before here. */
  public int lengthWithoutEnd() {
    int length = length();
    while (length > 0 && (chars[start + length - 1] == '\n' || chars[start + length - 1] == '\r')) {
      length--;
    }
    return length;
  }

  /** How many characters stand between the mark and here. */
  public int length() {
    return at - start;
  }

  /** Whether the record is too long and its text is gone. */
  public boolean dropped() {
    return dropped;
  }

  /** The array that holds the record, from {@link #start}; good until more is read. */
  public char[] chars() {
    return chars;
  }

  public int start() {
    return start;
  }

  public String text(int from, int to) {
    return new String(chars, start + from, to - from);
  }

  /** How many characters were read from the whole input. */
  public long offset() {
    return base + at;
  }

  private boolean fill() throws IOException {
    if (start > 0) {
      System.arraycopy(chars, start, chars, 0, end - start);
      base += start;
      at -= start;
      end -= start;
      start = 0;
    }
    if (end == chars.length) {
      grow();
    }
    int count = in.read(chars, end, chars.length - end);
    if (count <= 0) {
      return false;
    }
    end += count;
    return true;
  }

  private void grow() {
    if (chars.length < TextLimits.MAX_CHARS) {
      chars = Arrays.copyOf(chars, Math.min(TextLimits.MAX_CHARS, chars.length * 2));
    } else {
      dropped = true;
      base += at;
      at = 0;
      end = 0;
    }
  }
}
