package fieldloom.ui.schematree;

import fieldloom.catalog.Pinyin;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A text that is searched in, made ready once. Immutable. */
sealed interface Sought {

  /** Where a text holds what was typed: from a character to the one behind the last. */
  record Hit(int start, int end) {}

  /** Letters of the West are looked for as they are; to know their readings costs. */
  record Plain(String lower) implements Sought {
    @Override
    public @Nullable Hit find(String typed) {
      int start = lower.indexOf(typed);
      return start < 0 ? null : new Hit(start, start + typed.length());
    }
  }

  /** What is found by pinyin and its initials too. */
  record Read(Pinyin text) implements Sought {
    @Override
    public @Nullable Hit find(String typed) {
      Pinyin.Hit hit = text.find(typed);
      return hit == null ? null : new Hit(hit.start(), hit.end());
    }
  }

  /** The text, to be searched in. */
  static Sought of(String text) {
    return isPlain(text) ? new Plain(text.toLowerCase(Locale.ROOT)) : new Read(Pinyin.of(text));
  }

  /**
   * Where the text holds what was typed; null where it does not.
   *
   * @param typed in lower case, not empty
   */
  @Nullable Hit find(String typed);

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
