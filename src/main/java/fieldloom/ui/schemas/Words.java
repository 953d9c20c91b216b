package fieldloom.ui.schemas;

import fieldloom.ui.kit.Texts;
import java.util.Locale;
import javafx.beans.binding.StringBinding;

/** The words about schemas, in the window's language. */
final class Words {
  private static final Texts TEXTS = Texts.of(Words.class);

  private Words() {}

  static String get(String key, Object... arguments) {
    return TEXTS.get(key, arguments);
  }

  static StringBinding bind(String key, Object... arguments) {
    return TEXTS.bind(key, arguments);
  }

  static Locale locale() {
    return Texts.language().locale();
  }
}
