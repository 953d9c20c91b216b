package fieldloom.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What people call a field or document, in the languages the designer speaks.
 *
 * @param plain the schema's own title, in whatever language; null where it has none
 * @param chinese the title in Chinese where the schema gives it apart; else null
 */
public record Titles(@Nullable String plain, @Nullable String chinese) {
  /** No title at all. */
  public static final Titles NONE = new Titles(null, null);

  /** The title for readers of a language; null where there is none. */
  public @Nullable String in(Locale locale) {
    boolean inChinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    return inChinese && chinese != null ? chinese : plain;
  }
}
