package fieldloom.function.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of a name: {@code XMLHttpRequest}, {@code order_line-no}, {@code Order line}. */
final class Words {
  private Words() {}

  /** The words in small letters. */
  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int[] points = text.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      if (!Character.isLetterOrDigit(points[i])) {
        end(word, words);
        continue;
      }
      if (i > 0 && startsWord(points, i)) {
        end(word, words);
      }
      word.appendCodePoint(points[i]);
    }
    end(word, words);
    return words;
  }

  /**
   * A capital after a small letter or digit, or the last capital of a run before a small letter.
   */
  private static boolean startsWord(int[] points, int i) {
    if (!Character.isUpperCase(points[i])) {
      return false;
    }
    boolean nextSmall = i + 1 < points.length && Character.isLowerCase(points[i + 1]);
    return Character.isLowerCase(points[i - 1])
        || Character.isDigit(points[i - 1])
        || Character.isUpperCase(points[i - 1]) && nextSmall;
  }

  private static void end(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString().toLowerCase(Locale.ROOT));
      word.setLength(0);
    }
  }

  static String camel(String text) {
    StringBuilder out = new StringBuilder();
    for (String word : of(text)) {
      int first = word.codePointAt(0);
      out.appendCodePoint(out.isEmpty() ? first : Character.toTitleCase(first));
      out.append(word, Character.charCount(first), word.length());
    }
    return out.toString();
  }
}
