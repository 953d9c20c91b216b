package fieldloom.payload.edi;

import fieldloom.payload.text.StrictReader;
import fieldloom.payload.text.TextLimits;
import fieldloom.payload.text.TextWindow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Hands an interchange to the library as UTF-8, a character at a time, and keeps the text of the
 * message that is being read.
 */
final class EdiFeed extends InputStream {
  /** Blanks behind an interchange that are looked through for another one. */
  private static final int MAX_KEPT = 10_000;

  private final StrictReader source;
  private final TextWindow window;
  private final WideCharacters wide = new WideCharacters();
  private byte[] pending = new byte[0];
  private int pendingAt;
  private @Nullable ByteArrayOutputStream kept;
  private long markedLine = 1;

  EdiFeed(StrictReader source) {
    this.source = source;
    this.window = new TextWindow(source);
    window.mark();
  }

  @Override
  public int read() throws IOException {
    int next = nextByte();
    if (kept != null && next >= 0 && (next > ' ' || kept.size() < MAX_KEPT)) {
      kept.write(next);
    }
    return next;
  }

  private int nextByte() throws IOException {
    if (pendingAt < pending.length) {
      return pending[pendingAt++] & 0xFF;
    }
    int c = window.read();
    if (c < 0x80) {
      return c;
    }
    int codePoint = c;
    if (Character.isHighSurrogate((char) c)) {
      int low = window.peek();
      if (low >= 0 && Character.isLowSurrogate((char) low)) {
        window.skip();
        codePoint = Character.toCodePoint((char) c, (char) low);
      }
    }
    char handed =
        WideCharacters.isWide(codePoint)
            ? wide.placeOf(codePoint)
            : Character.isSurrogate((char) codePoint) ? '\uFFFD' : (char) codePoint;
    pending = String.valueOf(handed).getBytes(StandardCharsets.UTF_8);
    pendingAt = 1;
    return pending[0] & 0xFF;
  }

  /** A byte at a time: what is read ahead would belong to the next message. */
  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int next = read();
    if (next < 0) {
      return -1;
    }
    target[from] = (byte) next;
    return 1;
  }

  @Override
  public boolean markSupported() {
    return true;
  }

  @Override
  public void mark(int limit) {
    kept = new ByteArrayOutputStream();
  }

  @Override
  public void reset() throws IOException {
    ByteArrayOutputStream read = kept;
    if (read == null) {
      throw new IOException("nothing was marked");
    }
    kept = null;
    push(read.toByteArray());
  }

  /** Hands a text on before all else, as if it stood in the input. */
  void push(String text) {
    push(text.getBytes(StandardCharsets.UTF_8));
  }

  private void push(byte[] bytes) {
    byte[] both = new byte[bytes.length + pending.length - pendingAt];
    System.arraycopy(bytes, 0, both, 0, bytes.length);
    System.arraycopy(pending, pendingAt, both, bytes.length, pending.length - pendingAt);
    pending = both;
    pendingAt = 0;
  }

  /** Takes blanks and line ends; whether something follows them. */
  boolean skipBlanks() throws IOException {
    while (pendingAt < pending.length && pending[pendingAt] >= 0 && pending[pendingAt] <= ' ') {
      pendingAt++;
    }
    if (pendingAt < pending.length) {
      return true;
    }
    int c = window.peek();
    while (c >= 0 && c <= ' ') {
      window.skip();
      c = window.peek();
    }
    return c >= 0;
  }

  /**
   * Reads to behind the segment that ends a message, or to the end of the input.
   *
   * @return whether there was such a segment
   */
  boolean skipBehind(String tag, EdiDelimiters delimiters) throws IOException {
    String wanted = tag + delimiters.element();
    StringBuilder start = new StringBuilder();
    pendingAt = pending.length;
    boolean found = false;
    int c = window.read();
    while (c >= 0) {
      if (c == delimiters.release() && c != EdiDelimiters.NONE) {
        window.read();
      } else if (c == delimiters.segment()) {
        if (found) {
          return true;
        }
        start.setLength(0);
      } else if (start.length() < wanted.length() && (c > ' ' || !start.isEmpty())) {
        start.append((char) c);
        found = wanted.contentEquals(start);
      }
      c = window.read();
    }
    return false;
  }

  /** Begins the text of a message here. */
  void mark() {
    markedLine = line();
    window.mark();
  }

  /** The line of this place, from 1. */
  long line() {
    return markedLine + lines(window.length());
  }

  private long lines(int length) {
    char[] chars = window.chars();
    long lines = 0;
    for (int i = window.start(); i < window.start() + length; i++) {
      lines += chars[i] == '\n' ? 1 : 0;
    }
    return lines;
  }

  /** The text since the mark; null where there is none, or too much to be quoted. */
  @Nullable String text() {
    boolean whole = !window.dropped() && window.length() <= TextLimits.MAX_RAW;
    String text = whole ? window.text(0, window.length()).strip() : "";
    return text.isEmpty() ? null : text;
  }

  /** Whether more characters were read since the mark than a message may have. */
  boolean tooLong() {
    return window.dropped();
  }

  /**
   * Says where bytes since the mark do not belong to the encoding, and forgets them.
   *
   * @return null where all do
   */
  @Nullable String malformed() {
    long end = window.offset();
    if (!source.faultBefore(end)) {
      return null;
    }
    String place = "At line " + markedLine + " ";
    if (!window.dropped()) {
      int index = (int) Math.max(0, source.faultAt() - (end - window.length()));
      int column = 1;
      for (int i = index; i > 0 && window.chars()[window.start() + i - 1] != '\n'; i--) {
        column++;
      }
      place = "At line " + (markedLine + lines(index)) + ", column " + column + " ";
    }
    String message = place + source.faultText() + "; set the option encoding to the right one.";
    source.forgetBefore(end);
    return message;
  }

  /** A text of the library's with the characters that were meant. */
  String restored(String text) {
    return wide.restored(text);
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
