package fieldloom.ui.schemas;

import java.util.MissingResourceException;
import javafx.util.StringConverter;

/** What has a name in the window's language; what has none yet is called as files call it. */
final class Named {
  private Named() {}

  /**
   * What something is called.
   *
   * @param prefix of the words: {@code kind.}
   * @param name as files call it
   */
  static String name(String prefix, String name) {
    try {
      return Words.get(prefix + name);
    } catch (MissingResourceException e) {
      return name;
    }
  }

  /** Shows such names; they are not typed. */
  static StringConverter<String> of(String prefix) {
    return new StringConverter<>() {
      @Override
      public String toString(String name) {
        return name == null || name.isEmpty() ? "" : name(prefix, name);
      }

      @Override
      public String fromString(String text) {
        return text;
      }
    };
  }
}
