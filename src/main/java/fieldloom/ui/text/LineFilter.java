package fieldloom.ui.text;

import fieldloom.catalog.Pinyin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which lines are shown: those that hold what is typed, with the loops that they stand in. */
final class LineFilter {
  private final Map<String, Pinyin> known = new HashMap<>();
  private final LineTexts texts;

  LineFilter(LineTexts texts) {
    this.texts = texts;
  }

  static List<String> words(String typed) {
    String text = typed.strip().toLowerCase(Locale.ROOT);
    return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
  }

  /**
   * The lines that are left.
   *
   * @param all also those of fields that have no rule and no draft
   */
  List<Line> filter(List<Line> lines, boolean all, List<String> words) {
    List<Line> left = new ArrayList<>();
    int kept = Integer.MAX_VALUE;
    for (Line line : lines.reversed()) {
      boolean there = all || line.view() != null || texts.draft(line) != null;
      boolean around = line.depth() < kept && kept != Integer.MAX_VALUE && line.isLoop();
      if (around || there && holds(line, words)) {
        left.add(line);
        kept = line.depth();
      } else if (line.depth() < kept) {
        kept = Integer.MAX_VALUE;
      }
    }
    Collections.reverse(left);
    return left;
  }

  /** Whether a line holds all words: in its path, its titles by characters or pinyin, its rule. */
  boolean holds(Line line, List<String> words) {
    return words.stream().allMatch(word -> holds(line, word));
  }

  private boolean holds(Line line, String word) {
    return has(line.field().path().toString(), word)
        || has(line.titles().plain(), word)
        || has(line.titles().chinese(), word)
        || texts.text(line).toLowerCase(Locale.ROOT).contains(word);
  }

  private boolean has(@Nullable String text, String word) {
    return text != null && known.computeIfAbsent(text, Pinyin::of).find(word) != null;
  }
}
