package fieldloom.ui.schematree;

import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in a tree: in names, in titles of every language, and, where a dot is typed,
 * in paths; in Chinese by pinyin and its initials too.
 */
final class FieldSearch {
  private String typed = "";

  /** Takes what is typed now. */
  void type(String text) {
    typed = text.strip().toLowerCase(Locale.ROOT);
  }

  boolean isEmpty() {
    return typed.isEmpty();
  }

  /** The row of a tree with the places at which its texts hold what was typed. */
  SchemaRow mark(RowTree tree) {
    return typed.isEmpty() ? tree.row() : mark(tree.row(), tree.texts());
  }

  /** A row with the places at which its texts hold what was typed. */
  SchemaRow mark(SchemaRow row, RowTexts texts) {
    Sought.Hit label = in(texts.label());
    Sought.Hit title = in(texts.title());
    return label == null && title == null ? row : row.withHits(label, title);
  }

  private Sought.@Nullable Hit in(@Nullable Sought text) {
    return typed.isEmpty() || text == null ? null : text.find(typed);
  }

  /**
   * Whether a row is one that is looked for; while nothing is, all fields are.
   *
   * @param row with its hits marked
   * @param texts asked only where its hits do not tell
   */
  boolean finds(SchemaRow row, Supplier<RowTexts> texts) {
    if (typed.isEmpty()) {
      return row.depth() > 0;
    }
    return row.labelHit() != null || row.titleHit() != null || finds(texts.get());
  }

  private boolean finds(RowTexts texts) {
    for (Sought other : texts.others()) {
      if (in(other) != null) {
        return true;
      }
    }
    return typed.indexOf('.') >= 0 && texts.path().contains(typed);
  }
}
