package fieldloom.payload.csv;

/** Values as the fields of a row, in quotes where they must be. */
final class CsvCells {
  private final CsvOptions options;

  CsvCells(CsvOptions options) {
    this.options = options;
  }

  /** Appends a field. */
  void append(StringBuilder row, String text) {
    if (!needsQuotes(text)) {
      row.append(text);
      return;
    }
    char quote = options.quote();
    row.append(quote);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == quote) {
        row.append(quote);
      }
      row.append(c);
    }
    row.append(quote);
  }

  private boolean needsQuotes(String text) {
    if (text.isEmpty() || isEdge(text.charAt(0)) || isEdge(text.charAt(text.length() - 1))) {
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == options.delimiter() || c == options.quote() || c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }

  /** Blanks that a trimming reader would take away, and what could be taken for a mark. */
  private static boolean isEdge(char c) {
    return c <= ' ' || c == '\uFEFF' || c == '\u00A0' || c == '\u3000';
  }
}
