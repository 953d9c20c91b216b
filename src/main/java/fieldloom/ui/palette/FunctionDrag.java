package fieldloom.ui.palette;

import fieldloom.ui.session.FunctionTarget;
import fieldloom.ui.session.FunctionTarget.Hint;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/**
 * Drags a function out of the list. All of it goes by events of the scene: where a mouse button is
 * let go another node may hear of it than the one that was pressed.
 */
final class FunctionDrag {
  private static final double DRAG_FROM = 6;
  private static final double BESIDE_X = 14;
  private static final double BESIDE_Y = 10;
  private static final PseudoClass FITS = PseudoClass.getPseudoClass("fits");
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

  private final FunctionTarget target;
  private final Consumer<String> dropped;
  private final Label chip = new Label();
  private final EventHandler<MouseEvent> moved = this::move;
  private final EventHandler<MouseEvent> released = this::release;
  private final EventHandler<KeyEvent> typed = this::key;
  private @Nullable Scene scene;
  private String held = "";
  private Point2D from = Point2D.ZERO;
  private boolean dragging;

  /**
   * @param dropped is told the name of a function that was taken
   */
  FunctionDrag(FunctionTarget target, Consumer<String> dropped) {
    this.target = target;
    this.dropped = dropped;
    chip.getStyleClass().add("fl-function-chip");
    chip.setManaged(false);
    chip.setMouseTransparent(true);
  }

  /** A function was pressed; it is dragged once the pointer has moved away a little. */
  void press(Listed function, MouseEvent event) {
    end();
    Scene over =
        event.getButton() == MouseButton.PRIMARY ? ((Node) event.getSource()).getScene() : null;
    if (over != null) {
      scene = over;
      held = function.name();
      from = new Point2D(event.getSceneX(), event.getSceneY());
      over.addEventFilter(MouseEvent.MOUSE_DRAGGED, moved);
      over.addEventFilter(MouseEvent.MOUSE_RELEASED, released);
      over.addEventFilter(KeyEvent.KEY_PRESSED, typed);
    }
  }

  private void move(MouseEvent event) {
    dragging |= from.distance(event.getSceneX(), event.getSceneY()) > DRAG_FROM;
    if (dragging) {
      show(target.over(event.getSceneX(), event.getSceneY(), held), event);
      event.consume();
    }
  }

  private void show(@Nullable Hint hint, MouseEvent event) {
    chip.setText(hint == null ? held : hint.words());
    chip.pseudoClassStateChanged(FITS, hint != null && hint.fits());
    chip.pseudoClassStateChanged(REFUSED, hint != null && !hint.fits());
    if (scene != null && scene.getRoot() instanceof Pane root) {
      if (chip.getParent() != root) {
        root.getChildren().add(chip);
      }
      chip.applyCss();
      double width = chip.prefWidth(-1);
      double height = chip.prefHeight(width);
      Point2D at = root.sceneToLocal(event.getSceneX() + BESIDE_X, event.getSceneY() + BESIDE_Y);
      double x = Math.clamp(at.getX(), 0, Math.max(0, root.getWidth() - width));
      double y = Math.clamp(at.getY(), 0, Math.max(0, root.getHeight() - height));
      chip.resizeRelocate(Math.round(x), Math.round(y), width, height);
    }
  }

  private void release(MouseEvent event) {
    boolean was = dragging;
    String name = held;
    end();
    if (was) {
      event.consume();
      if (target.drop(event.getSceneX(), event.getSceneY(), name)) {
        dropped.accept(name);
      }
    }
  }

  private void key(KeyEvent event) {
    if (dragging && event.getCode() == KeyCode.ESCAPE) {
      end();
      event.consume();
    }
  }

  private void end() {
    Scene over = scene;
    if (over != null) {
      over.removeEventFilter(MouseEvent.MOUSE_DRAGGED, moved);
      over.removeEventFilter(MouseEvent.MOUSE_RELEASED, released);
      over.removeEventFilter(KeyEvent.KEY_PRESSED, typed);
    }
    if (chip.getParent() instanceof Pane root) {
      root.getChildren().remove(chip);
    }
    if (dragging) {
      target.leave();
    }
    scene = null;
    dragging = false;
  }
}
