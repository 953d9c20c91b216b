package fieldloom.payload.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.apache.commons.io.ByteOrderMark;
import org.apache.commons.io.input.BOMInputStream;

/**
 * Decodes bytes and remembers where they were malformed, so that only the record they stand in is
 * lost: a U+FFFD holds their place, and whoever reads on must ask {@link #faultBefore} at the end
 * of each record. A byte order mark is dropped and decides the encoding.
 */
public final class StrictReader extends Reader {
  private static final int BYTES = 1 << 16;

  private final BOMInputStream in;
  private final Charset charset;
  private final CharsetDecoder decoder;
  private final boolean utf8;
  private final ByteBuffer bytes = ByteBuffer.allocate(BYTES).flip();
  private final Faults faults = new Faults();
  private final char[] pair = new char[2];
  private int pairAt;
  private int pairEnd;
  private boolean ended;
  private boolean faulty;
  private boolean flushed;
  private long decoded;

  /**
   * @param declared the encoding where no byte order mark says another
   * @throws IOException where the first bytes cannot be read
   */
  public StrictReader(InputStream stream, Charset declared) throws IOException {
    in =
        BOMInputStream.builder()
            .setInputStream(stream)
            .setByteOrderMarks(
                ByteOrderMark.UTF_8,
                ByteOrderMark.UTF_32LE,
                ByteOrderMark.UTF_32BE,
                ByteOrderMark.UTF_16LE,
                ByteOrderMark.UTF_16BE)
            .get();
    ByteOrderMark mark = in.getBOM();
    charset = mark == null ? declared : Charset.forName(mark.getCharsetName());
    utf8 = charset.equals(StandardCharsets.UTF_8);
    decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    fillPair();
    if (mark == null && pairEnd > 0 && pair[0] == '\uFEFF') {
      // GB18030 has a mark too, of bytes that the stream does not know.
      pairAt = 1;
      decoded--;
    }
  }

  /** The encoding that the input turned out to have. */
  public Charset charset() {
    return charset;
  }

  /** Whether any malformed bytes were met that are not forgotten; asked again and again. */
  public boolean isFaulty() {
    return faulty;
  }

  /** Whether malformed bytes stand before that character; costs nothing where there are none. */
  public boolean faultBefore(long charOffset) {
    return faults.first() < charOffset;
  }

  /** The character, from 0, that holds the place of the first malformed bytes. */
  public long faultAt() {
    return faults.first();
  }

  /** Says what is malformed: {@code the bytes C0 AE are not UTF-8}. */
  public String faultText() {
    String hex = faults.hex();
    return (hex.length() > 2 ? "the bytes " + hex + " are not " : "the byte " + hex + " is not ")
        + charset.name();
  }

  /** Forgets the malformed bytes before a character. */
  public void forgetBefore(long charOffset) {
    faults.forgetBefore(charOffset);
    faulty = faults.first() < Long.MAX_VALUE;
  }

  @Override
  public int read(char[] target, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (pairAt < pairEnd || length == 1) {
      if (pairAt == pairEnd) {
        fillPair();
      }
      if (pairAt == pairEnd) {
        return -1;
      }
      target[from] = pair[pairAt++];
      return 1;
    }
    int count = decode(CharBuffer.wrap(target, from, length));
    return count == 0 ? -1 : count;
  }

  /** A decoder needs room for two characters, even where one is asked for. */
  private void fillPair() throws IOException {
    pairAt = 0;
    pairEnd = decode(CharBuffer.wrap(pair));
  }

  /** Decodes at least one character; none at the end. */
  private int decode(CharBuffer out) throws IOException {
    int from = out.position();
    while (!flushed && out.hasRemaining()) {
      if (utf8) {
        int base = out.arrayOffset();
        int limit = base + out.limit();
        out.position(Utf8.decode(bytes, out.array(), base + out.position(), limit) - base);
      }
      CoderResult result = decoder.decode(bytes, out, ended);
      if (result.isError()) {
        if (out.hasRemaining()) {
          faulty = true;
          faults.add(decoded + out.position() - from, bytes, result.length());
          bytes.position(bytes.position() + result.length());
          out.put('\uFFFD');
        }
      } else if (result.isOverflow()) {
        break;
      } else if (ended) {
        flushed = decoder.flush(out).isUnderflow();
      } else if (out.position() > from) {
        break;
      } else {
        fill();
      }
    }
    int count = out.position() - from;
    decoded += count;
    return count;
  }

  private void fill() throws IOException {
    bytes.compact();
    int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (count < 0) {
      ended = true;
    } else {
      bytes.position(bytes.position() + count);
    }
    bytes.flip();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
