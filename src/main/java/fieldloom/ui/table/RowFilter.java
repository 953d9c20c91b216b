package fieldloom.ui.table;

import fieldloom.catalog.Pinyin;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which rows are shown: those of a chip that hold what is typed. */
final class RowFilter {
  private final Map<String, Pinyin> titles = new HashMap<>();
  private final RowStates states;

  /** Which rows are shown. */
  enum Show {
    ALL,
    MAPPED,
    UNMAPPED,
    REQUIRED,
    PROBLEMS;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  RowFilter(RowStates states) {
    this.states = states;
  }

  /** Whether a chip shows a row. */
  boolean has(Show show, Row row) {
    return switch (show) {
      case ALL -> true;
      case MAPPED -> states.verdict(row).mapped();
      case UNMAPPED -> !states.verdict(row).mapped();
      case REQUIRED -> row.required();
      case PROBLEMS -> states.verdict(row).isProblem();
    };
  }

  /** How many rows each chip shows. */
  Map<Show, Integer> counts(List<Row> rows) {
    int mapped = 0;
    int required = 0;
    int problems = 0;
    for (Row row : rows) {
      RowState.Verdict verdict = states.verdict(row);
      mapped += verdict.mapped() ? 1 : 0;
      required += row.required() ? 1 : 0;
      problems += verdict.isProblem() ? 1 : 0;
    }
    return Map.of(
        Show.ALL,
        rows.size(),
        Show.MAPPED,
        mapped,
        Show.UNMAPPED,
        rows.size() - mapped,
        Show.REQUIRED,
        required,
        Show.PROBLEMS,
        problems);
  }

  /**
   * Whether a row holds all words: in its path, its titles by characters or pinyin, its rule or
   * note.
   *
   * @param words lower case
   */
  boolean holds(Row row, List<String> words) {
    return words.stream().allMatch(word -> holds(row, word));
  }

  private boolean holds(Row row, String word) {
    RowState state = states.of(row);
    return has(row.path(), word)
        || has(row.titles().plain(), word)
        || has(row.titles().chinese(), word)
        || state.rule().toLowerCase(Locale.ROOT).contains(word)
        || state.note().toLowerCase(Locale.ROOT).contains(word);
  }

  private boolean has(@Nullable String text, String word) {
    return text != null && titles.computeIfAbsent(text, Pinyin::of).find(word) != null;
  }

  static List<String> words(String typed) {
    String text = typed.strip().toLowerCase(Locale.ROOT);
    return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
  }
}
