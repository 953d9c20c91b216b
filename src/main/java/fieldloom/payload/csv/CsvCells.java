package fieldloom.payload.csv;

import fieldloom.payload.text.TextPage;

/** Values as the fields of a row, in quotes where they must be. */
final class CsvCells {
  private final char delimiter;
  private final char quote;

  /** No character above it is a mark. */
  private final char lastMark;

  private final TextPage out;

  CsvCells(CsvOptions options, TextPage out) {
    this.delimiter = options.delimiter();
    this.quote = options.quote();
    this.lastMark = (char) Math.max('\r', Math.max(delimiter, quote));
    this.out = out;
  }

  /** Appends a field. */
  void append(String text) {
    int from = out.length();
    out.append(text);
    if (!needsQuotes(out.chars(), from, out.length())) {
      return;
    }
    out.cut(from);
    out.append(quote);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == quote) {
        out.append(quote);
      }
      out.append(c);
    }
    out.append(quote);
  }

  private boolean needsQuotes(char[] chars, int from, int to) {
    if (from == to || isEdge(chars[from]) || isEdge(chars[to - 1])) {
      return true;
    }
    for (int i = from; i < to; i++) {
      char c = chars[i];
      if (c <= lastMark && (c == delimiter || c == quote || c == '\n' || c == '\r')) {
        return true;
      }
    }
    return false;
  }

  /** Blanks that a trimming reader would take away, and what could be taken for a mark. */
  private static boolean isEdge(char c) {
    return c <= ' ' || c >= '\u00A0' && (c == '\u00A0' || c == '\u3000' || c == '\uFEFF');
  }
}
