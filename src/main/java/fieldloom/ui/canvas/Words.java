package fieldloom.ui.canvas;

import fieldloom.ui.kit.Texts;
import javafx.beans.binding.StringBinding;

/** The words of the canvas, in the window's language. */
final class Words {
  private static final Texts TEXTS = Texts.of(Words.class);

  private Words() {}

  static String get(String key, Object... arguments) {
    return TEXTS.get(key, arguments);
  }

  static StringBinding bind(String key) {
    return TEXTS.bind(key);
  }
}
