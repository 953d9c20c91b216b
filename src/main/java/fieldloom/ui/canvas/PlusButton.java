package fieldloom.ui.canvas;

import fieldloom.ui.kit.Controls;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Stands on the link under the pointer; pressing it asks for a function to put there. */
final class PlusButton extends Button implements Floating {
  private static final double SIZE = 18;

  private @Nullable Spot spot;

  /** Where it stands, in pixels of what is drawn between the trees. */
  record Spot(Frame.Joint joint, double x, double y) {}

  PlusButton() {
    setGraphic(new FontIcon(Feather.PLUS));
    getStyleClass().setAll("fl-plus");
    setManaged(false);
    setVisible(false);
    setFocusTraversable(false);
    accessibleTextProperty().bind(Words.bind("menu.insert"));
    Controls.tip(this, Words.bind("menu.insert"));
  }

  @Nullable Spot spot() {
    return spot;
  }

  /**
   * Shows it, always as large, or takes it away.
   *
   * @param unit pixels of the screen that one of what is drawn takes
   */
  void show(@Nullable Spot next, double unit) {
    spot = next;
    setVisible(next != null);
    if (next != null) {
      resizeRelocate(
          Math.round(next.x() * unit - SIZE / 2),
          Math.round(next.y() * unit - SIZE / 2),
          SIZE,
          SIZE);
    }
  }
}
