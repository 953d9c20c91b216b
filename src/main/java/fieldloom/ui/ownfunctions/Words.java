package fieldloom.ui.ownfunctions;

import fieldloom.ui.kit.Texts;
import fieldloom.ui.session.Use;
import java.util.List;
import java.util.stream.Collectors;

/** The words of the editor of own functions, in the window's language. */
final class Words {
  private static final Texts TEXTS = Texts.of(Words.class);

  private Words() {}

  static String get(String key, Object... arguments) {
    return TEXTS.get(key, arguments);
  }

  /** Places in a row. */
  static String list(List<Use> uses) {
    return uses.stream().map(Use::name).distinct().collect(Collectors.joining(", "));
  }
}
