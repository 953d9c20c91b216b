package fieldloom.schema;

import fieldloom.payload.text.Encodings;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.io.ByteOrderMark;

/** The text that the first bytes of a file are, and which of its characters are which bytes. */
public final class BegunText {
  /** Of a file that is larger than is read, so many bytes are looked at. */
  static final int MOST_BYTES = 8 << 20;

  /** In the encodings of East Asia, bytes below are characters of their own. */
  private static final int LEAST_SECOND = 0x30;

  private static final char MARK = '\uFEFF';

  private final byte[] content;
  private final int from;
  private final Charset charset;
  private final int decoded;
  private final String text;

  private BegunText(byte[] content, int from, Charset charset) {
    this.content = content;
    this.from = from;
    this.charset = charset;
    // Each character takes at least one byte.
    CharBuffer all = CharBuffer.allocate(content.length - from);
    this.decoded = decode(all);
    this.text = all.flip().toString();
  }

  /**
   * Decodes it. Malformed bytes become U+FFFD, for whoever reads the file says where they are; a
   * last character that is not there as a whole is left out.
   *
   * @param otherwise the encoding where no byte order mark says another
   */
  public static BegunText of(byte[] content, Charset otherwise) {
    ByteOrderMark mark = SchemaContent.mark(content);
    return mark == null
        ? new BegunText(content, 0, otherwise)
        : new BegunText(content, mark.length(), Charset.forName(mark.getCharsetName()));
  }

  /**
   * The first bytes of a longer content, so that they end between characters whatever its encoding,
   * and not within a line end.
   *
   * @param most as many at most
   */
  static byte[] start(byte[] content, int most) {
    // Where characters of two or four bytes end, if they are such.
    byte[] start = Arrays.copyOf(content, Math.min(most, content.length) & -4);
    Charset found = Encodings.of(start);
    boolean wide = found.name().startsWith("UTF-16");
    byte[] whole = of(start, wide ? found : StandardCharsets.UTF_8).whole();
    if (wide || SchemaContent.hasMark(start) || Encodings.of(whole) == StandardCharsets.UTF_8) {
      return whole;
    }
    int end = start.length;
    while (end > 0 && ((start[end - 1] & 0xFF) >= LEAST_SECOND || start[end - 1] == '\r')) {
      end--;
    }
    return end == 0 ? whole : Arrays.copyOf(start, end);
  }

  private byte[] whole() {
    boolean within = text.endsWith("\r");
    return within ? upTo(text().length() - 1, "") : Arrays.copyOf(content, decoded);
  }

  /**
   * Of the beginning of a sample whose records are lines the lines that end in it.
   *
   * @param otherwise the encoding where no byte order mark says another
   * @throws SchemaException where none does
   */
  public static SchemaFile lines(SchemaFile beginning, Charset otherwise) throws SchemaException {
    BegunText begun = of(beginning.content(), otherwise);
    String text = begun.text();
    int feed = text.lastIndexOf('\n');
    int end = 1 + (feed < 0 ? text.lastIndexOf('\r') : feed);
    long records = text.substring(0, end).lines().filter(line -> !line.isBlank()).count();
    if (records == 0) {
      throw beginning.withoutRecord();
    }
    return beginning.firstRecords(begun.upTo(end, ""), records);
  }

  /** Its characters, without a byte order mark. */
  public String text() {
    return text.isEmpty() || text.charAt(0) != MARK ? text : text.substring(1);
  }

  /**
   * Its bytes up to a place, a byte order mark included, and what closes what is open there.
   *
   * @param end how many of its characters stand before the place
   * @param closing what is put behind them
   */
  public byte[] upTo(int end, String closing) {
    int characters = text.isEmpty() || text.charAt(0) != MARK ? end : end + 1;
    int bytes = decode(CharBuffer.allocate(characters));
    byte[] behind = closing.getBytes(charset);
    byte[] all = Arrays.copyOf(content, bytes + behind.length);
    System.arraycopy(behind, 0, all, bytes, behind.length);
    return all;
  }

  /**
   * Fills characters.
   *
   * @return how many bytes of the content they are
   */
  private int decode(CharBuffer characters) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    ByteBuffer bytes = ByteBuffer.wrap(content, from, content.length - from);
    decoder.decode(bytes, characters, false);
    return bytes.position();
  }
}
