package fieldloom.payload.text;

import java.util.regex.Pattern;

/** Text that a spreadsheet would run as a formula. */
public final class FormulaText {
  private static final String BLANKS = "[ \\u00A0\\u2000-\\u200B\\u202F\\u205F\\u3000\\uFEFF]*";

  /** At the start or behind a line end, maybe behind blanks; full-width signs count as well. */
  private static final Pattern START =
      Pattern.compile("(?<=^|[\\r\\n])(?=[\\t\\r]|" + BLANKS + "[\\t\\r]*[=+\\-@＝＋－＠])");

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private FormulaText() {}

  /** The text with an apostrophe before each formula; a number stays as it is. */
  public static String neutral(String text) {
    return NUMBER.matcher(text).matches() ? text : START.matcher(text).replaceAll("'");
  }

  /** Whether a spreadsheet that is typed the text into would run it. */
  public static boolean looksLikeFormula(String text) {
    return START.matcher(text).lookingAt() && !NUMBER.matcher(text).matches();
  }
}
