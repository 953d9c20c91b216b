package fieldloom.ui.kit;

import java.util.Locale;

/** The languages the window speaks. */
public enum Language {
  ENGLISH("English", Locale.ENGLISH),
  CHINESE("中文", Locale.SIMPLIFIED_CHINESE);

  private final String label;
  private final Locale locale;

  Language(String label, Locale locale) {
    this.label = label;
    this.locale = locale;
  }

  /** The language's own name for itself. */
  public String label() {
    return label;
  }

  public Locale locale() {
    return locale;
  }

  /** As settings write it: {@code en}. */
  public String tag() {
    return locale.getLanguage();
  }

  /** The language of that tag; English for any other text. */
  public static Language of(String tag) {
    return tag.equals(CHINESE.tag()) ? CHINESE : ENGLISH;
  }

  public Language other() {
    return this == ENGLISH ? CHINESE : ENGLISH;
  }
}
