package fieldloom.model.formula;

/**
 * A token of a formula.
 *
 * @param text names without backticks, texts without quotes and escapes, all else as written
 * @param spaced whether white space stands before it
 */
record Token(Kind kind, String text, Formula.Pos pos, boolean spaced) {
  enum Kind {
    NAME,
    QUOTED_NAME,
    NUMBER,
    TEXT,
    SYMBOL,
    END
  }

  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  boolean isWord(String word) {
    return kind == Kind.NAME && text.equalsIgnoreCase(word);
  }

  boolean isName() {
    return kind == Kind.NAME || kind == Kind.QUOTED_NAME;
  }

  /** As an error message shows it. */
  String shown() {
    return switch (kind) {
      case END -> "the end of the formula";
      case TEXT -> "a text";
      case NAME, QUOTED_NAME, NUMBER, SYMBOL -> "“" + text + "”";
    };
  }
}
