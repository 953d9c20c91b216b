package fieldloom.ui.canvas;

import fieldloom.ui.session.RowStrip;
import fieldloom.ui.session.Side;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/**
 * Zooming and moving what is seen, by wheel, by fingers, and by hand with Space or the middle
 * button. Over a tree its rows move, between the trees both, with Shift both anywhere.
 */
final class PanGestures {
  /** What a notch of a wheel scrolls. */
  private static final double NOTCH = 40;

  private static final double FAR = 1e9;

  private final CanvasView view;
  private final CanvasViewModel model;
  private boolean space;
  private List<RowStrip> held = List.of();
  private double heldAt;
  private double turned;

  PanGestures(CanvasView view, CanvasViewModel model) {
    this.view = view;
    this.model = model;
  }

  void install() {
    view.addEventFilter(ScrollEvent.SCROLL, this::zoomOrBoth);
    view.addEventHandler(ScrollEvent.SCROLL, this::between);
    view.addEventFilter(ZoomEvent.ZOOM, this::pinch);
    view.addEventFilter(
        KeyEvent.ANY,
        e -> {
          if (e.getCode() == KeyCode.SPACE) {
            space = e.getEventType() == KeyEvent.KEY_PRESSED;
          }
        });
    view.focusWithinProperty()
        .subscribe(
            within -> {
              space &= within;
            });
  }

  /** How far below the upper edge of the rows. */
  private double inRows(double sceneX, double sceneY) {
    double y = view.sceneToLocal(sceneX, sceneY).getY() - view.aboveRows();
    return Math.clamp(y, 0, Math.max(0, view.getHeight() - view.aboveRows() - view.belowRows()));
  }

  private void zoomOrBoth(ScrollEvent event) {
    if (event.isShortcutDown()) {
      turned += event.isInertia() ? 0 : event.getDeltaY() + event.getDeltaX();
      int steps = (int) (turned / NOTCH);
      turned -= steps * NOTCH;
      model.zoom().step(steps, inRows(event.getSceneX(), event.getSceneY()));
      event.consume();
    } else if (event.isShiftDown()) {
      model.zoom().pan(-event.getDeltaX() - event.getDeltaY());
      event.consume();
    }
  }

  /** Trees take what is theirs; what comes here was turned between them. */
  private void between(ScrollEvent event) {
    model.zoom().pan(-event.getDeltaY());
    event.consume();
  }

  private void pinch(ZoomEvent event) {
    double to = model.zoom().zoomProperty().get() * event.getZoomFactor();
    model.zoom().zoomTo(to, inRows(event.getSceneX(), event.getSceneY()));
    event.consume();
  }

  /** Moves both trees as a key asks; false where it asks for nothing of the kind. */
  static boolean byKey(CanvasViewModel model, KeyCode code) {
    RowStrip strip = model.strip(Side.TARGET);
    double row = strip.rowHeight();
    double page = Math.max(row, strip.viewportHeightProperty().get() - row);
    double by =
        switch (code) {
          case UP, KP_UP -> -row;
          case DOWN, KP_DOWN -> row;
          case PAGE_UP -> -page;
          case PAGE_DOWN -> page;
          case HOME -> -FAR;
          case END -> FAR;
          default -> 0;
        };
    model.zoom().pan(by);
    return by != 0;
  }

  /** Whether a press takes hold of what is seen. */
  boolean press(MouseEvent event, Point2D at) {
    boolean middle = event.getButton() == MouseButton.MIDDLE;
    if (!middle && !(space && event.getButton() == MouseButton.PRIMARY)) {
      return false;
    }
    // The key that is held down began a link before it was known what for.
    model.cancelLink();
    boolean source = at.getX() < view.source().getWidth();
    boolean target = at.getX() > view.target().getLayoutX();
    held =
        source
            ? List.of(model.strip(Side.SOURCE))
            : target
                ? List.of(model.strip(Side.TARGET))
                : List.of(model.strip(Side.SOURCE), model.strip(Side.TARGET));
    heldAt = at.getY();
    view.setCursor(Cursor.CLOSED_HAND);
    event.consume();
    return true;
  }

  /** Whether what is seen is being moved. */
  boolean drag(MouseEvent event, Point2D at) {
    if (held.isEmpty()) {
      return false;
    }
    double by = at.getY() - heldAt;
    heldAt = at.getY();
    held.forEach(strip -> CanvasZoom.scroll(strip, strip.scrollProperty().get() - by));
    event.consume();
    return true;
  }

  /** Whether it was let go. */
  boolean release(MouseEvent event) {
    boolean was = !held.isEmpty();
    held = List.of();
    if (was) {
      view.setCursor(Cursor.DEFAULT);
      event.consume();
    }
    return was;
  }
}
