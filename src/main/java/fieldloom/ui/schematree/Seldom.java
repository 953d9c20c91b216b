package fieldloom.ui.schematree;

import java.util.function.Supplier;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * A part that most rows do not have: made when a row first has it, for each node costs its styles
 * in each cell.
 */
final class Seldom<N extends Node> {
  private final ObservableList<Node> parent;
  private final Supplier<N> maker;
  private @Nullable N node;

  /**
   * @param parent where it is put
   * @param maker makes it
   */
  Seldom(ObservableList<Node> parent, Supplier<N> maker) {
    this.parent = parent;
    this.maker = maker;
  }

  /** The part, which is made if there is none yet. */
  N get() {
    N made = node;
    if (made == null) {
      made = maker.get();
      made.setMouseTransparent(true);
      node = made;
      parent.add(made);
    }
    return made;
  }

  /** Shows it or not. */
  void show(boolean shown) {
    if (shown) {
      get().setVisible(true);
    } else if (node != null) {
      node.setVisible(false);
    }
  }

  boolean isShown() {
    return node != null && node.isVisible();
  }
}
