package fieldloom.database.sql;

/**
 * A word of SQL.
 *
 * @param text without the quotes around it; of a symbol its one character; "" at the end
 * @param start where it starts in the text, in UTF-16 units
 * @param end where it ends
 * @param line from 1
 * @param column in characters from 1
 * @param first whether nothing stands before it in its line
 */
public record SqlToken(
    Kind kind, String text, int start, int end, int line, int column, boolean first) {

  /** What a word is. */
  public enum Kind {
    /** A keyword or a name without quotes. */
    WORD,
    /** A name in quotes, backticks or brackets. */
    NAME,
    TEXT,
    NUMBER,
    SYMBOL,
    END
  }

  /** Whether it is this keyword, whatever its case. */
  public boolean is(String keyword) {
    return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
  }

  /** Whether it is one of these keywords. */
  public boolean isAny(String... keywords) {
    for (String keyword : keywords) {
      if (is(keyword)) {
        return true;
      }
    }
    return false;
  }

  public boolean isSymbol(char symbol) {
    return kind == Kind.SYMBOL && text.charAt(0) == symbol;
  }

  /** Whether it can name something. */
  public boolean isName() {
    return kind == Kind.WORD || kind == Kind.NAME;
  }

  public boolean isEnd() {
    return kind == Kind.END;
  }

  /** As messages show it. */
  public String shown() {
    return isEnd()
        ? "the end"
        : "“" + (text.length() <= 40 ? text : text.substring(0, 40) + "…") + "”";
  }
}
