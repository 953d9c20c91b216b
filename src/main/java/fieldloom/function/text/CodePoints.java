package fieldloom.function.text;

/** Text counted in characters as people count them (code points), not in UTF-16 units. */
final class CodePoints {
  private CodePoints() {}

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** At most {@code count} characters, beginning after the first {@code from}. */
  static String slice(String text, int from, int count) {
    int start = offset(text, 0, from);
    return text.substring(start, offset(text, start, count));
  }

  /** The last characters, at most {@code count}. */
  static String tail(String text, int count) {
    return slice(text, Math.max(0, length(text) - count), count);
  }

  /** The UTF-16 index that lies {@code count} characters after another, at most the end. */
  static int offset(String text, int start, int count) {
    int at = start;
    for (int i = 0; i < count && at < text.length(); i++) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  /** The first {@code count} characters of the text repeated without end. */
  static String fill(String pattern, int count) {
    int[] points = pattern.codePoints().toArray();
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < count; i++) {
      out.appendCodePoint(points[i % points.length]);
    }
    return out.toString();
  }
}
