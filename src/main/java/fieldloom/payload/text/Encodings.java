package fieldloom.payload.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Finds out in which encoding a text is written whose author did not say. */
public final class Encodings {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int FIRST_HIGH = 0xA1;

  /** Behind it stand rare characters; small letters with accents of windows-1252 as well. */
  private static final int LAST_COMMON = 0xD7;

  private Encodings() {}

  /**
   * The encoding of a text without a byte order mark: UTF-8 where it is valid, UTF-16 where every
   * other byte is 0, GB18030 where what is not ASCII comes in pairs as Chinese does, else
   * windows-1252.
   */
  public static Charset of(byte[] content) {
    Charset wide = wide(content);
    if (wide != null) {
      return wide;
    }
    if (isValid(content, StandardCharsets.UTF_8)) {
      return StandardCharsets.UTF_8;
    }
    return hasPairs(content) && isValid(content, GB18030)
        ? GB18030
        : Charset.forName("windows-1252");
  }

  private static @Nullable Charset wide(byte[] content) {
    int even = 0;
    int odd = 0;
    int many = Math.min(content.length, 1 << 16) / 2 * 2;
    for (int i = 0; i < many; i += 2) {
      even += content[i] == 0 ? 1 : 0;
      odd += content[i + 1] == 0 ? 1 : 0;
    }
    // Line ends and delimiters are ASCII in any script.
    if (content.length % 2 == 0 && odd > 0 && even == 0 && odd > many / 40) {
      return StandardCharsets.UTF_16LE;
    }
    return content.length % 2 == 0 && even > 0 && odd == 0 && even > many / 40
        ? StandardCharsets.UTF_16BE
        : null;
  }

  private static boolean isValid(byte[] content, Charset charset) {
    CharsetDecoder decoder = charset.newDecoder();
    ByteBuffer bytes = ByteBuffer.wrap(content);
    // Small, for the text itself is not needed.
    CharBuffer passed = CharBuffer.allocate(1 << 13);
    while (true) {
      CoderResult result = decoder.decode(bytes, passed, true);
      if (!result.isOverflow()) {
        return result.isUnderflow();
      }
      passed.clear();
    }
  }

  /** Whether what is not ASCII comes in pairs, most of them of the characters used most. */
  private static boolean hasPairs(byte[] content) {
    int pairs = 0;
    int common = 0;
    int others = 0;
    for (int i = 0; i < content.length; i++) {
      if ((content[i] & 0xFF) >= 0x80) {
        boolean pair =
            i + 1 < content.length
                && (content[i] & 0xFF) >= FIRST_HIGH
                && (content[i + 1] & 0xFF) >= FIRST_HIGH;
        pairs += pair ? 1 : 0;
        common += pair && (content[i] & 0xFF) <= LAST_COMMON ? 1 : 0;
        others += pair ? 0 : 1;
        i++;
      }
    }
    return pairs > others * 4 && common * 2 > pairs;
  }
}
