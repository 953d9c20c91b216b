package fieldloom.ui.shell;

import fieldloom.ui.session.EditorSession;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Parts of the editor that other features bring. */
final class Panes {
  private Panes() {}

  static Node formula(EditorSession session) {
    return new Region();
  }

  static Node problems(EditorSession session) {
    return new Region();
  }
}
