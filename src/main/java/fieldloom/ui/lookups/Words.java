package fieldloom.ui.lookups;

import fieldloom.ui.kit.Texts;

/** The words of the table editor, in the window's language. */
final class Words {
  private static final Texts TEXTS = Texts.of(Words.class);

  private Words() {}

  static String get(String key, Object... arguments) {
    return TEXTS.get(key, arguments);
  }
}
