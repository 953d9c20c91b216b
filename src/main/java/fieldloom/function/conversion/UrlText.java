package fieldloom.function.conversion;

import fieldloom.function.ValueException;
import fieldloom.function.Values;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent encoding of RFC 3986: a plus stays a plus, a space is %20. */
final class UrlText {
  private static final String UNRESERVED = "-._~";

  private UrlText() {}

  static String encode(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      boolean letterOrDigit = b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z';
      if (letterOrDigit || UNRESERVED.indexOf(b) >= 0) {
        out.append((char) b);
      } else {
        out.append("%%%02X".formatted(b));
      }
    }
    return out.toString();
  }

  static String decode(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '%') {
        out.write(bytes[i]);
        continue;
      }
      boolean room = i + 2 < bytes.length;
      int high = room ? Character.digit(bytes[i + 1], 16) : -1;
      int low = room ? Character.digit(bytes[i + 2], 16) : -1;
      if (high < 0 || low < 0) {
        throw new ValueException(
            "not-url-encoded", Values.shown(text) + " has a % without two hexadecimal digits.");
      }
      out.write(high << 4 | low);
      i += 2;
    }
    return Utf8.text(out.toByteArray());
  }
}
