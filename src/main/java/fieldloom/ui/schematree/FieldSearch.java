package fieldloom.ui.schematree;

import fieldloom.catalog.Pinyin;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in a tree: in names, in titles of every language, and, where a dot is typed,
 * in paths; in Chinese by pinyin and its initials too.
 */
final class FieldSearch {
  private final Map<String, Pinyin> known = new HashMap<>();
  private final Map<String, Optional<Hit>> hits = new HashMap<>();
  private String typed = "";

  /** Where a text holds what was typed: from a character to the one behind the last. */
  record Hit(int start, int end) {}

  /** Takes what is typed now. */
  void type(String text) {
    typed = text.strip().toLowerCase(Locale.ROOT);
    hits.clear();
  }

  /** Forgets the texts of schemas that are gone. */
  void clear() {
    known.clear();
    hits.clear();
  }

  boolean isEmpty() {
    return typed.isEmpty();
  }

  /** Where a text holds what was typed; null where it does not, or nothing was. */
  @Nullable Hit in(@Nullable String text) {
    if (typed.isEmpty() || text == null) {
      return null;
    }
    if (isPlain(text)) {
      int start = text.toLowerCase(Locale.ROOT).indexOf(typed);
      return start < 0 ? null : new Hit(start, start + typed.length());
    }
    // A row asks for its title, and again in each language.
    return hits.computeIfAbsent(text, this::read).orElse(null);
  }

  private Optional<Hit> read(String text) {
    return Optional.ofNullable(known.computeIfAbsent(text, Pinyin::of).find(typed))
        .map(hit -> new Hit(hit.start(), hit.end()));
  }

  /** Letters of the West are looked for as they are; to know their readings costs. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** Whether a row is one that is looked for; while nothing is, all fields are. */
  boolean finds(SchemaRow row) {
    if (typed.isEmpty()) {
      return row.depth() > 0;
    }
    return row.labelHit() != null
        || row.titleHit() != null
        || in(row.node().titles().in(Locale.CHINESE)) != null
        || in(row.node().titles().in(Locale.ENGLISH)) != null
        || typed.indexOf('.') >= 0
            && row.field().toString().toLowerCase(Locale.ROOT).contains(typed);
  }
}
