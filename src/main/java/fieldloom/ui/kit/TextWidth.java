package fieldloom.ui.kit;

/** Estimates how wide text is, for layout that needs no toolkit. */
public final class TextWidth {
  private TextWidth() {}

  /** Pixels of the text in Inter of that size; a few per cent off. */
  public static double of(String text, double size) {
    double em = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      em += width(c);
    }
    return em * size;
  }

  /** Pixels of the text in JetBrains Mono of that size. */
  public static double mono(String text, double size) {
    return text.codePoints().mapToDouble(c -> c >= 0x2E80 && c < 0xFFE0 ? 1 : 0.6).sum() * size;
  }

  private static double width(int c) {
    if (c >= 0x2E80 && c < 0xFFE0) {
      return 1;
    }
    if (Character.isUpperCase(c)) {
      return 0.69;
    }
    if ("ijlt.,:;'|!() []".indexOf(c) >= 0) {
      return 0.33;
    }
    return c == 'm' || c == 'w' || c == '→' ? 0.85 : 0.6;
  }
}
