package fieldloom.payload.xlsx;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells from a number format whether it shows numbers, dates or times. */
final class NumberFormats {
  /** Texts in quotes, escaped and filling characters, colours, locales and conditions. */
  private static final Pattern NO_CODE =
      Pattern.compile("\"[^\"]*\"?|\\\\.|_.|\\*.|\\[(?!(?:h+|m+|s+)])[^]]*]");

  private static final Pattern ELAPSED = Pattern.compile("\\[(?:h+|m+|s+)]");
  private static final Pattern SCIENTIFIC = Pattern.compile("e[+-]");

  private NumberFormats() {}

  /** By the code: {@code yyyy-mm-dd}. Elapsed times such as {@code [h]:mm} stay numbers. */
  static CellKind ofCode(String code) {
    String all = NO_CODE.matcher(code.toLowerCase(Locale.ROOT)).replaceAll("");
    String first = all.split(";", 2)[0];
    if (first.contains("general") || ELAPSED.matcher(first).find()) {
      return CellKind.NUMBER;
    }
    String plain = SCIENTIFIC.matcher(first).replaceAll("");
    boolean time = has(plain, "hs") || plain.contains("am/pm");
    // Without hours and seconds an m is a month; e is a year as East Asia counts them.
    String letters = plain.replace("am/pm", "");
    boolean date = has(letters, "yde") || !time && has(letters, "m") || letters.contains("aaa");
    if (date) {
      return time ? CellKind.DATETIME : CellKind.DATE;
    }
    return time ? CellKind.TIME : CellKind.NUMBER;
  }

  private static boolean has(String text, String letters) {
    return letters.chars().anyMatch(letter -> text.indexOf(letter) >= 0);
  }

  /** By the number of a format that is built in, those of East Asia included. */
  static CellKind ofId(int id) {
    return switch (id) {
      case 14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58 -> CellKind.DATE;
      case 18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56 -> CellKind.TIME;
      case 22 -> CellKind.DATETIME;
      default -> CellKind.NUMBER;
    };
  }
}
