package fieldloom.payload.edi;

import fieldloom.payload.text.StrictReader;
import fieldloom.payload.text.TextLimits;
import fieldloom.payload.text.TextWindow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hands an interchange to the library as UTF-8, a character at a time, and keeps the text of the
 * message that is being read.
 */
final class EdiFeed extends InputStream {
  private final StrictReader source;
  private final TextWindow window;
  private final WideCharacters wide = new WideCharacters();
  private LongElements longOnes = LongElements.UNKNOWN;
  private byte[] pending = new byte[0];
  private int pendingAt;
  private boolean hidden;
  private boolean bytes;
  private long handed;
  private long line = 1;
  private long lineStart;
  private long markedHanded;
  private long markedLine = 1;
  private long markedLineStart;

  /**
   * A place in the input.
   *
   * @param line from 1
   * @param column from 1
   */
  record Spot(long line, long column) {}

  EdiFeed(StrictReader source) {
    this.source = source;
    this.window = new TextWindow(source);
    window.mark();
  }

  @Override
  public int read() throws IOException {
    if (hidden) {
      return -1;
    }
    if (pendingAt < pending.length) {
      return pending[pendingAt++] & 0xFF;
    }
    int c;
    do {
      long offset = window.offset();
      c = take();
      if (c >= 0 && !bytes && longOnes.keeps(c, offset)) {
        continue;
      }
      handed++;
      return c < 0x80 ? c : several(c);
    } while (true);
  }

  /** The first byte of a character; the others are next. */
  private int several(int codePoint) {
    if (bytes) {
      pending = Character.toString(codePoint).getBytes(source.charset());
      pendingAt = 1;
      return pending[0] & 0xFF;
    }
    char character =
        WideCharacters.isWide(codePoint)
            ? wide.placeOf(codePoint)
            : Character.isSurrogate((char) codePoint) ? '\uFFFD' : (char) codePoint;
    pending = String.valueOf(character).getBytes(StandardCharsets.UTF_8);
    pendingAt = 1;
    return pending[0] & 0xFF;
  }

  /** The next code point of the input; -1 at the end. */
  private int take() throws IOException {
    int c = window.read();
    if (c == '\n') {
      line++;
      lineStart = window.offset();
    } else if (c >= 0 && Character.isHighSurrogate((char) c)) {
      int low = window.peek();
      if (low >= 0 && Character.isLowSurrogate((char) low)) {
        window.skip();
        return Character.toCodePoint((char) c, (char) low);
      }
    }
    return c;
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

  /**
   * The library marks where it looks, at the end of an interchange, whether another one follows:
   * none does for it, as each has a reader of its own.
   */
  @Override
  public void mark(int limit) {
    hidden = true;
  }

  @Override
  public void reset() {
    hidden = false;
  }

  /** Hands a text on before all else, as if it stood in the input. */
  void push(String text) {
    pending = text.getBytes(StandardCharsets.UTF_8);
    pendingAt = 0;
  }

  /** An interchange begins, whose delimiters are not known yet. */
  void open() {
    longOnes = LongElements.UNKNOWN;
  }

  /**
   * What is handed on from here on has these delimiters.
   *
   * @param wrapped whether control characters mean nothing
   */
  void delimit(EdiDelimiters delimiters, boolean wrapped) {
    longOnes = new LongElements(delimiters, wrapped);
  }

  /**
   * Bytes that stand in the input as they are.
   *
   * @param counted the library's, which ends where the bytes do
   * @return null where they are more than a text may have characters
   */
  byte @Nullable [] bytes(InputStream counted) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    bytes = true;
    int next = counted.read();
    while (next >= 0) {
      if (all.size() < TextLimits.MAX_CHARS) {
        all.write(next);
      }
      next = counted.read();
    }
    bytes = false;
    return all.size() < TextLimits.MAX_CHARS ? all.toByteArray() : null;
  }

  /** Takes blanks and line ends; whether something follows them. */
  boolean skipBlanks() throws IOException {
    int c = window.peek();
    while (c >= 0 && c <= ' ') {
      take();
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
    int c = take();
    while (c >= 0) {
      if (c == delimiters.release() && c != EdiDelimiters.NONE) {
        take();
      } else if (c == delimiters.segment()) {
        if (found) {
          return true;
        }
        start.setLength(0);
      } else if (start.length() < wanted.length() && (c > ' ' || !start.isEmpty())) {
        start.append((char) c);
        found = wanted.contentEquals(start);
      }
      c = take();
    }
    return false;
  }

  /** Begins the text of a message here. */
  void mark() {
    markedLine = line;
    markedLineStart = lineStart;
    markedHanded = handed;
    longOnes.forget();
    window.mark();
  }

  /** How many characters the library was handed of the input. */
  long handed() {
    return handed;
  }

  /** The line of this place, from 1. */
  long line() {
    return line;
  }

  /** Where what comes next would stand. */
  Spot end() {
    return new Spot(line, window.offset() - lineStart + 1);
  }

  /**
   * Where a character stands that was handed on.
   *
   * @param last the count of those that were handed on with it
   * @param delimiters of the parts, where the beginning of the part that ends before the character
   *     is asked for; null for the character itself
   */
  Spot spot(long last, @Nullable EdiDelimiters delimiters) {
    if (window.dropped()) {
      return new Spot(line, 1);
    }
    int at = index(last - markedHanded - 1);
    int index =
        delimiters == null ? at : delimiters.startBefore(window.chars(), window.start(), at);
    return spot(index - window.start());
  }

  /** The place in the window of a character that was handed on after so many others. */
  private int index(long others) {
    char[] chars = window.chars();
    int last = window.start() + Math.max(0, window.length() - 1);
    long toIndex = window.start() - (window.offset() - window.length());
    List<LongElements.Kept> kept = longOnes.kept();
    int passed = 0;
    int next = window.start();
    int at = next;
    for (long i = 0; i <= others && next <= last; i++) {
      while (passed < kept.size() && kept.get(passed).from() <= next - toIndex) {
        next = Math.max(next, (int) (kept.get(passed++).to() + toIndex));
      }
      at = Math.min(next, last);
      boolean pair =
          Character.isHighSurrogate(chars[at])
              && at < last
              && Character.isLowSurrogate(chars[at + 1]);
      next += pair ? 2 : 1;
    }
    return at;
  }

  /** Where the character at a place of the text since the mark stands. */
  private Spot spot(int index) {
    char[] chars = window.chars();
    long at = markedLine;
    long column = window.offset() - window.length() - markedLineStart + 1;
    for (int i = window.start(); i < window.start() + index; i++) {
      column++;
      if (chars[i] == '\n') {
        at++;
        column = 1;
      }
    }
    return new Spot(at, column);
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
      Spot spot = spot((int) Math.max(0, source.faultAt() - (end - window.length())));
      place = "At line " + spot.line() + ", column " + spot.column() + " ";
    }
    String message = place + source.faultText() + "; set the option encoding to the right one.";
    source.forgetBefore(end);
    return message;
  }

  /** A text of the library's with the characters that were meant. */
  String restored(String text) {
    return wide.restored(text);
  }

  /** The text of the element that the library has reached, with what it was not handed. */
  String element(String text) {
    String begun = wide.restored(text);
    if (text.length() < LongElements.HANDED) {
      return begun;
    }
    LongElements.Kept rest = longOnes.next();
    if (rest == null || window.dropped()) {
      return begun;
    }
    long first = window.offset() - window.length();
    return begun
        + longOnes.plain(window.text((int) (rest.from() - first), (int) (rest.to() - first)));
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
