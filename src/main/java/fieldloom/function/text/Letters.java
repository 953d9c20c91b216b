package fieldloom.function.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** Accents and widths of letters. */
final class Letters {
  private static final int FULL_WIDTH_FIRST = 0xFF01;
  private static final int FULL_WIDTH_LAST = 0xFF5E;
  private static final int FULL_WIDTH_SHIFT = 0xFEE0;
  private static final int IDEOGRAPHIC_SPACE = 0x3000;

  /** Letters whose stroke Unicode does not take apart. */
  private static final Map<Integer, String> STROKES =
      Map.ofEntries(
          Map.entry((int) 'ø', "o"),
          Map.entry((int) 'Ø', "O"),
          Map.entry((int) 'ł', "l"),
          Map.entry((int) 'Ł', "L"),
          Map.entry((int) 'đ', "d"),
          Map.entry((int) 'Đ', "D"),
          Map.entry((int) 'ħ', "h"),
          Map.entry((int) 'Ħ', "H"),
          Map.entry((int) 'ŧ', "t"),
          Map.entry((int) 'Ŧ', "T"),
          Map.entry((int) 'ı', "i"),
          Map.entry((int) 'æ', "ae"),
          Map.entry((int) 'Æ', "AE"),
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'Œ', "OE"),
          Map.entry((int) 'ß', "ss"));

  private Letters() {}

  /** Marks are dropped after Latin and Greek letters only: in other scripts they make letters. */
  static String withoutAccents(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean[] plainBase = {false};
    Normalizer.normalize(text, Normalizer.Form.NFD)
        .codePoints()
        .forEach(
            c -> {
              if (Character.getType(c) == Character.NON_SPACING_MARK) {
                if (!plainBase[0]) {
                  out.appendCodePoint(c);
                }
                return;
              }
              UnicodeScript script = UnicodeScript.of(c);
              plainBase[0] = script == UnicodeScript.LATIN || script == UnicodeScript.GREEK;
              String stroke = STROKES.get(c);
              if (stroke == null) {
                out.appendCodePoint(c);
              } else {
                out.append(stroke);
              }
            });
    return Normalizer.normalize(out, Normalizer.Form.NFC);
  }

  static String halfWidth(String text) {
    return mapped(
        text,
        c -> {
          if (c == IDEOGRAPHIC_SPACE) {
            return ' ';
          }
          return c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST ? c - FULL_WIDTH_SHIFT : c;
        });
  }

  static String fullWidth(String text) {
    return mapped(
        text,
        c -> {
          if (c == ' ') {
            return IDEOGRAPHIC_SPACE;
          }
          return c > ' ' && c <= '~' ? c + FULL_WIDTH_SHIFT : c;
        });
  }

  private static String mapped(String text, IntUnaryOperator mapping) {
    return text.codePoints()
        .map(mapping)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
