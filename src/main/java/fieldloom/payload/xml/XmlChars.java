package fieldloom.payload.xml;

/** The characters that XML can hold. */
final class XmlChars {
  private XmlChars() {}

  /** Refuses control characters, halves of surrogate pairs and what is no character. */
  static void check(String text) throws Unfit {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < Character.MIN_SURROGATE) {
        continue;
      }
      boolean good;
      if (c < ' ') {
        good = c == '\n' || c == '\t' || c == '\r';
      } else if (Character.isHighSurrogate(c)) {
        good = i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        i++;
      } else {
        good = !Character.isLowSurrogate(c) && c < '\uFFFE';
      }
      if (!good) {
        throw new Unfit(
            "has the character U+%04X, which XML cannot hold; replace it".formatted((int) c));
      }
    }
  }
}
