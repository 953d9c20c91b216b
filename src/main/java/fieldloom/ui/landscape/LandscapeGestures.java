package fieldloom.ui.landscape;

import fieldloom.landscape.BusinessSystem;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.jspecify.annotations.Nullable;

/** The pointer on the landscape: it picks, drags systems, moves and zooms the view. */
final class LandscapeGestures {
  private static final double DRAG_FROM = 4;
  private static final double WHEEL = 1.0015;

  private final LandscapePane pane;
  private final LandscapeViewModel model;
  private final LandscapeCommands commands;
  private @Nullable Press press;
  private boolean dragging;
  private boolean space;
  private double lastX;
  private double lastY;

  /**
   * Where a press began.
   *
   * @param system the system under it; null where the view is moved
   */
  private record Press(double x, double y, @Nullable BusinessSystem system) {}

  LandscapeGestures(LandscapePane pane, LandscapeViewModel model, LandscapeCommands commands) {
    this.pane = pane;
    this.model = model;
    this.commands = commands;
  }

  void install() {
    pane.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    pane.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    pane.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    pane.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
    pane.addEventHandler(MouseEvent.MOUSE_EXITED, e -> pane.hover(Picked.NOTHING));
    pane.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    pane.addEventHandler(ZoomEvent.ZOOM, this::zoomed);
    pane.addEventHandler(KeyEvent.KEY_PRESSED, e -> space(e, true));
    pane.addEventHandler(KeyEvent.KEY_RELEASED, e -> space(e, false));
    pane.focusedProperty().addListener((o, was, is) -> space = false);
  }

  private void space(KeyEvent event, boolean down) {
    if (event.getCode() == KeyCode.SPACE) {
      space = down;
      pane.setCursor(down ? Cursor.OPEN_HAND : Cursor.DEFAULT);
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && down && dragging) {
      model.cancelDrag();
      press = null;
      dragging = false;
      event.consume();
    }
  }

  private void pressed(MouseEvent event) {
    pane.requestFocus();
    lastX = event.getX();
    lastY = event.getY();
    dragging = false;
    press = null;
    boolean left = event.getButton() == MouseButton.PRIMARY;
    if (space || event.getButton() == MouseButton.MIDDLE) {
      press = new Press(event.getX(), event.getY(), null);
    } else {
      Picked under = pane.at(event.getX(), event.getY());
      if (left || !under.equals(Picked.NOTHING)) {
        model.selection().pick(under);
      }
      if (left && event.getClickCount() == 2) {
        open(under);
      } else if (left && !(under instanceof Picked.OfEdge)) {
        press = new Press(event.getX(), event.getY(), model.picture().system(under));
      }
    }
    event.consume();
  }

  private void open(Picked under) {
    BusinessSystem system = model.picture().system(under);
    if (system != null) {
      commands.edit(system);
    } else if (under instanceof Picked.OfEdge) {
      commands.openMapping();
    }
  }

  private void dragged(MouseEvent event) {
    Press from = press;
    if (from == null) {
      return;
    }
    dragging |= Math.hypot(event.getX() - from.x(), event.getY() - from.y()) > DRAG_FROM;
    if (dragging) {
      BusinessSystem system = from.system();
      if (system == null) {
        pane.setCursor(Cursor.CLOSED_HAND);
        pane.viewport().pan(event.getX() - lastX, event.getY() - lastY);
        pane.requestLayout();
      } else {
        double zoom = pane.viewport().zoom();
        pane.setCursor(Cursor.MOVE);
        model.drag(
            system.id(),
            system.x() + (event.getX() - from.x()) / zoom,
            system.y() + (event.getY() - from.y()) / zoom);
      }
    }
    lastX = event.getX();
    lastY = event.getY();
    event.consume();
  }

  private void released(MouseEvent event) {
    Press from = press;
    press = null;
    if (dragging && from != null && from.system() != null) {
      model.drop();
    }
    dragging = false;
    pane.setCursor(space ? Cursor.OPEN_HAND : Cursor.DEFAULT);
    event.consume();
  }

  private void moved(MouseEvent event) {
    Picked under = space ? Picked.NOTHING : pane.at(event.getX(), event.getY());
    pane.hover(under);
    if (!space) {
      pane.setCursor(under.equals(Picked.NOTHING) ? Cursor.DEFAULT : Cursor.HAND);
    }
  }

  private void scrolled(ScrollEvent event) {
    if (event.isShiftDown() || event.getDeltaY() == 0) {
      pane.viewport().pan(event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX(), 0);
    } else {
      pane.viewport().zoomAt(Math.pow(WHEEL, event.getDeltaY()), event.getX(), event.getY());
    }
    pane.requestLayout();
    event.consume();
  }

  private void zoomed(ZoomEvent event) {
    pane.viewport().zoomAt(event.getZoomFactor(), event.getX(), event.getY());
    pane.requestLayout();
    event.consume();
  }
}
