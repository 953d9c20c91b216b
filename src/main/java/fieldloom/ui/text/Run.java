package fieldloom.ui.text;

import fieldloom.ui.session.FormulaText;
import fieldloom.ui.session.RuleText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A part of a line's text that looks the same throughout.
 *
 * @param style the class that colours it
 * @param wrong whether it is underlined
 * @param hit whether it is what is searched for
 */
record Run(String text, String style, boolean wrong, boolean hit) {
  private static final String WORD = "f-word";
  private static final Set<String> OF_LOOPS =
      Set.of("each", "as", "where", "order", "by", "desc", "asc", "join", "distinct", "group");

  /**
   * The parts of a rule's text.
   *
   * @param loop whether it is the line of a loop
   * @param from char index where it is wrong; -1 where it is not
   * @param to behind that
   * @param words what is searched for, lower case
   */
  static List<Run> of(String text, boolean loop, int from, int to, List<String> words) {
    String[] styles = new String[text.length()];
    Arrays.fill(styles, "f-op");
    for (FormulaText.Token token : FormulaText.of(text).tokens()) {
      boolean word = loop && OF_LOOPS.contains(token.text().toLowerCase(Locale.ROOT));
      String style = word ? WORD : token.kind().styleClass();
      Arrays.fill(styles, token.start(), token.end(), style);
    }
    int when = RuleText.split(text).word();
    if (when >= 0) {
      Arrays.fill(styles, when, when + "when".length(), WORD);
    }
    return cut(text, styles, from, to, hits(text, words));
  }

  /** The parts of a text in one style. */
  static List<Run> of(String text, String style, boolean wrong, List<String> words) {
    String[] styles = new String[text.length()];
    Arrays.fill(styles, style);
    return cut(text, styles, wrong ? 0 : -1, wrong ? text.length() : -1, hits(text, words));
  }

  private static boolean[] hits(String text, List<String> words) {
    boolean[] hits = new boolean[text.length()];
    String lower = text.toLowerCase(Locale.ROOT);
    // Some letters have more chars in lower case: then places are not the same.
    if (lower.length() == text.length()) {
      for (String word : words) {
        for (int at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
          Arrays.fill(hits, at, at + word.length(), true);
        }
      }
    }
    return hits;
  }

  private static List<Run> cut(String text, String[] styles, int from, int to, boolean[] hits) {
    List<Run> runs = new ArrayList<>();
    int begin = 0;
    for (int i = 1; i <= text.length(); i++) {
      boolean same =
          i < text.length()
              && styles[i].equals(styles[begin])
              && hits[i] == hits[begin]
              && (i >= from && i < to) == (begin >= from && begin < to);
      if (!same) {
        String part = text.substring(begin, i).replaceAll("[\\r\\n\\t]", " ");
        boolean wrong = begin >= from && begin < to;
        runs.add(new Run(part, styles[begin], wrong, hits[begin]));
        begin = i;
      }
    }
    return runs;
  }
}
