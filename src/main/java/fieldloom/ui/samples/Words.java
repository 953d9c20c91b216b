package fieldloom.ui.samples;

import fieldloom.ui.kit.Texts;

/** The words of this package. */
final class Words {
  static final Texts TEXTS = Texts.of(Words.class);

  private Words() {}

  static String get(String key, Object... arguments) {
    return TEXTS.get(key, arguments);
  }
}
