package fieldloom.ui.canvas;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.session.RowStrip;
import fieldloom.ui.session.Side;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Both trees and their links in small, with what is in view framed; a press or a drag scrolls
 * there, arrows do too. It can be moved to another corner, resized and put away. Only shown where
 * something is out of view.
 */
final class MiniMap extends Region implements Floating {
  private static final double BUTTONS = 54;

  private final CanvasViewModel model;
  private final OverviewPlace place;
  private final Runnable released;
  private final Canvas canvas = new Canvas();
  private final MiniMapPainter painter;
  private final HBox buttons = new HBox();
  private final Map<Side, Double> held = new EnumMap<>(Side.class);
  private OverviewSpot.Area area = new OverviewSpot.Area(1, 1, 0, 0, 1);
  private boolean moving;
  private boolean resizing;

  /**
   * The overview, not shown.
   *
   * @param released has the canvas laid out again
   */
  MiniMap(CanvasViewModel model, OverviewPlace place, Runnable released) {
    this.model = model;
    this.released = released;
    this.place = place;
    this.painter = new MiniMapPainter(model);
    getStyleClass().add("fl-minimap");
    accessibleTextProperty().bind(Words.bind("minimap"));
    setAccessibleRole(AccessibleRole.SCROLL_BAR);
    setFocusTraversable(true);
    setManaged(false);
    canvas.setMouseTransparent(true);
    buttons.setManaged(false);
    buttons.getStyleClass().add("fl-minimap-buttons");
    buttons.getChildren().addAll(mover(), sizer(), closer());
    getChildren().addAll(canvas, buttons);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(MouseEvent.MOUSE_RELEASED, e -> release());
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private Button button(String key, Feather icon) {
    Button button = new Button();
    button.getStyleClass().setAll("fl-minimap-button");
    button.setGraphic(new FontIcon(icon));
    button.accessibleTextProperty().bind(Words.bind(key));
    Controls.tip(button, Words.bind(key));
    return button;
  }

  /** Dragged it takes the map along, which docks in the nearest corner; pressed, in the next. */
  private Button mover() {
    Button button = button("minimap.move", Feather.MOVE);
    button.setCursor(Cursor.MOVE);
    button.addEventFilter(
        MouseEvent.MOUSE_DRAGGED,
        e -> {
          moving = true;
          Point2D at = getParent().sceneToLocal(e.getSceneX(), e.getSceneY());
          relocate(Math.round(at.getX() - BUTTONS / 6), Math.round(at.getY() - 8));
          e.consume();
        });
    button.addEventFilter(
        MouseEvent.MOUSE_RELEASED,
        e -> {
          if (moving) {
            moving = false;
            Point2D at = getParent().sceneToLocal(e.getSceneX(), e.getSceneY());
            place.dockNear(at.getX() / area.width(), at.getY() / area.height());
            button.disarm();
            e.consume();
          }
        });
    button.setOnAction(e -> place.nextCorner());
    return button;
  }

  /** Dragged it makes the map as large; pressed, the next size. */
  private Button sizer() {
    Button button = button("minimap.size", Feather.MAXIMIZE_2);
    button.addEventFilter(
        MouseEvent.MOUSE_DRAGGED,
        e -> {
          resizing = true;
          Point2D at = getParent().sceneToLocal(e.getSceneX(), e.getSceneY());
          boolean right = place.corner().isRight();
          double edge = right ? getLayoutX() + getWidth() : getLayoutX();
          place.resize(Math.abs(at.getX() - edge));
          e.consume();
        });
    button.addEventFilter(
        MouseEvent.MOUSE_RELEASED,
        e -> {
          if (resizing) {
            resizing = false;
            button.disarm();
            e.consume();
          }
        });
    button.setOnAction(e -> place.nextSize());
    return button;
  }

  private Button closer() {
    Button button = button("minimap.hide", Feather.X);
    button.setOnAction(e -> place.shownProperty().set(false));
    return button;
  }

  /** Shows the whole, where no link runs. */
  void show(LinkPaints paints, Frame frame, OverviewSpot.Area all) {
    area = all;
    boolean useful =
        place.shownProperty().get()
            && all.width() > 1.5 * place.width()
            && (isHidden(Side.SOURCE) || isHidden(Side.TARGET));
    setVisible(useful || moving);
    if (!useful || moving) {
      return;
    }
    // It does not run away from the pointer that holds it.
    if (held.isEmpty()) {
      OverviewSpot spot = OverviewSpot.choose(frame, all, place);
      resizeRelocate(spot.x(), spot.y(), spot.width(), spot.height());
    }
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    painter.draw(canvas.getGraphicsContext2D(), paints);
    buttons.resizeRelocate(2, 2, BUTTONS, 18);
  }

  private boolean isHidden(Side side) {
    RowStrip strip = model.strip(side);
    return strip.rowCount() * strip.rowHeight() > strip.viewportHeightProperty().get() + 1;
  }

  private void press(MouseEvent event) {
    requestFocus();
    held.clear();
    boolean onSource = event.getX() < painter.left();
    boolean onTarget = event.getX() > getWidth() - painter.left();
    for (Side side : Side.values()) {
      if (side == Side.SOURCE ? !onTarget : !onSource) {
        RowStrip strip = model.strip(side);
        double at = painter.scrollAt(strip, event.getY(), getHeight());
        double seen = strip.viewportHeightProperty().get();
        double from = strip.scrollProperty().get();
        // Within the frame it is taken where it is; elsewhere its middle comes to the pointer.
        held.put(side, at >= from && at <= from + seen ? at - from : seen / 2);
      }
    }
    drag(event);
  }

  private void drag(MouseEvent event) {
    held.forEach(
        (side, offset) -> {
          RowStrip strip = model.strip(side);
          CanvasZoom.scroll(strip, painter.scrollAt(strip, event.getY(), getHeight()) - offset);
        });
    event.consume();
  }

  private void release() {
    held.clear();
    released.run();
  }

  private void key(KeyEvent event) {
    if (event.getTarget() == this && PanGestures.byKey(model, event.getCode())) {
      event.consume();
    }
  }
}
