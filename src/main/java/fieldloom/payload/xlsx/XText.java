package fieldloom.payload.xlsx;

/**
 * Text as cells have it: a character that XML has none for is written {@code _x0001_}, and what
 * looks like that has its first mark written so.
 */
final class XText {
  private static final int LENGTH = 7;

  private XText() {}

  /** What a text of a cell stands for. */
  static String read(String text) {
    int at = text.indexOf("_x");
    if (at < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    while (at >= 0) {
      if (isEscape(text, at)) {
        out.append(text, from, at);
        out.append((char) Integer.parseInt(text, at + 2, at + 6, 16));
        from = at + LENGTH;
        at = text.indexOf("_x", from);
      } else {
        at = text.indexOf("_x", at + 1);
      }
    }
    return out.append(text, from, text.length()).toString();
  }

  /** Appends a text as a cell has it, as XML. */
  static void append(StringBuilder out, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '_' -> out.append(isEscape(text, i) ? "_x005F_" : "_");
        default -> {
          if (isPlain(text, i)) {
            out.append(c);
          } else {
            out.append("_x").append(hex(c >> 12)).append(hex(c >> 8));
            out.append(hex(c >> 4)).append(hex(c)).append('_');
          }
        }
      }
    }
  }

  private static char hex(int digit) {
    return "0123456789ABCDEF".charAt(digit & 0xF);
  }

  /** Whether a character may stand in XML and is read as it is: CR would become a line feed. */
  private static boolean isPlain(String text, int index) {
    char c = text.charAt(index);
    if (Character.isHighSurrogate(c)) {
      return index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
    }
    return c >= ' ' && c < '\uFFFE' || c == '\t' || c == '\n';
  }

  private static boolean isEscape(String text, int at) {
    if (at + LENGTH > text.length() || !text.startsWith("_x", at) || text.charAt(at + 6) != '_') {
      return false;
    }
    for (int i = at + 2; i < at + 6; i++) {
      if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
