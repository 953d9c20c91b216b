package fieldloom.function.text;

/** White space as people see it: the no-break and the ideographic space too. */
final class WhiteSpace {
  private WhiteSpace() {}

  static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  static String trim(String text, boolean start, boolean end) {
    int from = 0;
    int to = text.length();
    // Every white space is one UTF-16 unit.
    while (start && from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (end && to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  static String collapse(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isSpace(c)) {
        out.append(c);
      } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    return trim(out.toString(), false, true);
  }
}
