package fieldloom.payload.fixed;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/** How many bytes each character of an encoding takes. */
final class CharBytes {
  /** Letters of scripts that encodings with shift codes switch between. */
  private static final String PROBE = "a华b東ア가";

  private final CharsetEncoder encoder;
  private final byte[] known = new byte[1 << 16];
  private final ByteBuffer room = ByteBuffer.allocate(16);

  CharBytes(Charset charset) {
    encoder = withoutMark(charset).newEncoder();
  }

  /** These write a byte order mark before each text, which belongs to no character. */
  private static Charset withoutMark(Charset charset) {
    return switch (charset.name()) {
      case "UTF-16", "x-UTF-16LE-BOM" -> StandardCharsets.UTF_16BE;
      case "UTF-32" -> StandardCharsets.UTF_32BE;
      default -> charset;
    };
  }

  /** Bytes of a character; one that the encoding lacks counts as the mark that holds its place. */
  int of(int codePoint) {
    if (codePoint >= known.length) {
      return measure(Character.toString(codePoint));
    }
    if (known[codePoint] == 0) {
      known[codePoint] = (byte) measure(Character.toString(codePoint));
    }
    return known[codePoint];
  }

  int of(String text) {
    int sum = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      sum += of(text.codePointAt(i));
    }
    return sum;
  }

  private int measure(String text) {
    room.clear();
    encoder.reset();
    encoder.encode(CharBuffer.wrap(text), room, true);
    encoder.flush(room);
    return Math.max(1, room.position());
  }

  /** Whether each byte belongs to a character: encodings with shift codes are not so. */
  boolean cutAnywhere() {
    StringBuilder probe = new StringBuilder();
    for (int i = 0; i < PROBE.length(); i++) {
      if (encoder.reset().canEncode(PROBE.charAt(i))) {
        probe.append(PROBE.charAt(i));
      }
    }
    ByteBuffer whole = ByteBuffer.allocate(128);
    encoder.reset();
    encoder.encode(CharBuffer.wrap(probe), whole, true);
    encoder.flush(whole);
    return whole.position() == of(probe.toString());
  }
}
