package fieldloom.payload.text;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text on its way to an output: it lies in an array, where what was written last can be looked at
 * and taken back, until {@link #handOn} encodes it. Not thread-safe.
 */
public final class TextPage implements Closeable {
  private static final int FIRST = 1 << 15;
  private static final int FULL = 1 << 14;

  private final OutputStream out;
  private final CharsetEncoder encoder;
  private final CharsetEncoder asked;
  private final boolean utf8;
  private final boolean unicode;
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
  private char[] chars = new char[FIRST];
  private int length;
  private boolean finished;

  /** Writes to a stream, which is closed with this. */
  public TextPage(OutputStream out, Charset charset) {
    this.out = out;
    this.encoder =
        charset
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    this.asked = charset.newEncoder();
    this.utf8 = charset.equals(StandardCharsets.UTF_8);
    this.unicode = charset.name().startsWith("UTF-");
  }

  /** How much was written since it was last handed on, in UTF-16 units. */
  public int length() {
    return length;
  }

  /** The characters, good until more is written. */
  public char[] chars() {
    return chars;
  }

  public void append(char c) {
    room(1);
    chars[length++] = c;
  }

  public void append(String text) {
    int many = text.length();
    room(many);
    text.getChars(0, many, chars, length);
    length += many;
  }

  public void append(char[] from, int start, int many) {
    room(many);
    System.arraycopy(from, start, chars, length, many);
    length += many;
  }

  /** Appends a character several times; none where {@code times} is negative. */
  public void repeat(char c, int times) {
    if (times > 0) {
      room(times);
      Arrays.fill(chars, length, length + times, c);
      length += times;
    }
  }

  /** Puts text in between; what stood behind the place moves on. */
  public void insert(int at, String text) {
    int many = text.length();
    room(many);
    System.arraycopy(chars, at, chars, at + many, length - at);
    text.getChars(0, many, chars, at);
    length += many;
  }

  private void room(int many) {
    if (chars.length - length < many) {
      grow(many);
    }
  }

  private void grow(int many) {
    chars = Arrays.copyOf(chars, Math.max(length + many, chars.length * 2));
  }

  /** Takes back what was written behind a place. */
  public void cut(int to) {
    length = to;
  }

  /** Whether the output's encoding has all characters from a place on. */
  public boolean canEncodeFrom(int from) {
    char[] all = chars;
    int end = length;
    int at = from;
    // Every encoding has ASCII, and those of Unicode have all but halves of pairs.
    char safe = unicode ? Character.MIN_SURROGATE : 0x80;
    while (at < end && all[at] < safe) {
      at++;
    }
    if (at == end) {
      return true;
    }
    if (!unicode) {
      return asked.canEncode(CharBuffer.wrap(all, at, end - at));
    }
    for (; at < end; at++) {
      if (Character.isSurrogate(all[at])) {
        if (at + 1 == end || !Character.isSurrogatePair(all[at], all[at + 1])) {
          return false;
        }
        at++;
      }
    }
    return true;
  }

  /** Hands on what there is where it is worth the while. */
  public void handOnFull() throws IOException {
    if (length >= FULL) {
      handOn();
    }
  }

  /** Encodes what there is and hands it on. */
  public void handOn() throws IOException {
    encode(false);
    if (chars.length > FULL * 32) {
      chars = Arrays.copyOf(chars, Math.max(FIRST, length));
    }
  }

  private void encode(boolean last) throws IOException {
    CharBuffer rest = CharBuffer.wrap(chars, 0, length);
    CoderResult result;
    do {
      if (utf8) {
        rest.position(Utf8.encode(chars, rest.position(), length, bytes));
      }
      result = encoder.encode(rest, bytes, last);
      if (result.isError()) {
        result.throwException();
      }
      if (result.isOverflow()) {
        drain();
      }
    } while (result.isOverflow());
    // Half of a pair waits for the other.
    length = rest.remaining();
    System.arraycopy(chars, rest.position(), chars, 0, length);
  }

  private void drain() throws IOException {
    out.write(bytes.array(), 0, bytes.position());
    bytes.clear();
  }

  /** Hands on all there is; nothing may be written after it. */
  public void finish() throws IOException {
    if (!finished) {
      finished = true;
      encode(true);
      while (encoder.flush(bytes).isOverflow()) {
        drain();
      }
      drain();
    }
    out.flush();
  }

  /** Closes the output; what was written before stays written. */
  @Override
  public void close() throws IOException {
    try (out) {
      finish();
    }
  }
}
