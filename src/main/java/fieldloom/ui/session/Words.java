package fieldloom.ui.session;

import fieldloom.ui.kit.Language;
import fieldloom.ui.kit.Texts;

/** The words of the session, in the window's language. */
final class Words {
  private static final Texts TEXTS = Texts.of(Words.class);

  private Words() {}

  static String get(String key, Object... arguments) {
    return TEXTS.get(key, arguments);
  }

  static String in(Language language, String key) {
    return TEXTS.in(language, key);
  }
}
