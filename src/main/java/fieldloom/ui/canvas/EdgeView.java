package fieldloom.ui.canvas;

import fieldloom.ui.session.Values;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A chevron with the count of links that go on out of view; a click scrolls there. */
final class EdgeView extends Button {
  private final FontIcon up = new FontIcon("fth-chevron-up");
  private final FontIcon down = new FontIcon("fth-chevron-down");
  private Frame.@Nullable Edge edge;

  EdgeView(Consumer<Frame.Edge> follow) {
    getStyleClass().setAll("fl-edge");
    setManaged(false);
    setOnAction(
        e -> {
          if (edge != null) {
            follow.accept(edge);
          }
        });
  }

  void show(Frame.Edge next) {
    if (next.equals(edge) && isVisible()) {
      return;
    }
    edge = next;
    setText(Integer.toString(next.count()));
    setGraphic(next.up() ? up : down);
    setAccessibleText(Words.get(next.up() ? "above" : "below", Values.count(next.count(), "link")));
    setVisible(true);
    applyCss();
    double width = Math.ceil(prefWidth(-1));
    resizeRelocate(Math.round(next.x() - width / 2), Math.round(next.y() - 10), width, 20);
  }
}
