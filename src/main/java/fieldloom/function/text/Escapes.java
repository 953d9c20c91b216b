package fieldloom.function.text;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import fieldloom.function.ValueException;

/** Text made safe for where it is put. */
final class Escapes {
  private Escapes() {}

  static String xml(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&apos;");
                default -> out.appendCodePoint(allowedInXml(c));
              }
            });
    return out.toString();
  }

  private static int allowedInXml(int c) {
    boolean control = c < ' ' && c != '\t' && c != '\n' && c != '\r';
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    if (control || surrogate || c == 0xFFFE || c == 0xFFFF) {
      throw new ValueException(
          "not-in-xml", "XML cannot hold the character U+%04X: remove it.".formatted(c));
    }
    return c;
  }

  static String json(String text) {
    StringBuilder out = new StringBuilder(text.length());
    JsonStringEncoder.getInstance().quoteAsString(text, out);
    return out.toString();
  }

  static String quoted(String text, String quote) {
    return quote + (quote.isEmpty() ? text : text.replace(quote, quote + quote)) + quote;
  }
}
