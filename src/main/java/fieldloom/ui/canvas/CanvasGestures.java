package fieldloom.ui.canvas;

import fieldloom.model.Rule;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.RowStrip;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.Side;
import java.util.HashSet;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.event.EventTarget;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Drawing links by hand, and pointing at them. All of it goes by this canvas's own hit test on the
 * whole region, never by the toolkit's drag-and-drop: press, drag and release may each arrive at
 * another node.
 */
final class CanvasGestures {
  private static final double DRAG_FROM = 6;
  private static final double EDGE_SCROLL = 32;
  private static final double PORT_ON_DIVIDER = 8;

  private final CanvasView view;
  private final CanvasViewModel model;
  private final AnimationTimer scroller =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          scrollAtEdge();
        }
      };
  private @Nullable Spot pressed;
  private boolean dragging;
  private boolean clicking;
  private Point2D pointer = Point2D.ZERO;

  /** A row under the pointer. */
  private record Spot(Side side, FieldRef field, int row, double x, double y, boolean port) {}

  CanvasGestures(CanvasView view, CanvasViewModel model) {
    this.view = view;
    this.model = model;
  }

  void install() {
    view.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
    view.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
    view.addEventFilter(MouseEvent.MOUSE_RELEASED, this::release);
    view.addEventFilter(MouseEvent.MOUSE_MOVED, this::move);
    view.addEventHandler(MouseEvent.MOUSE_EXITED, e -> model.hover(java.util.Set.of()));
    view.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    model.linkingProperty().subscribe(l -> linkingChanged());
  }

  private void linkingChanged() {
    var fits = model.fitting();
    CanvasViewModel.Linking now = model.linkingProperty().get();
    for (Side side : Side.values()) {
      boolean ends = now != null && now.side() != side;
      model.strip(side).showFitting(ends ? fits : null);
    }
    if (now == null) {
      dragging = false;
      clicking = false;
      pressed = null;
      scroller.stop();
      view.links().setGhost(null);
      view.setCursor(Cursor.DEFAULT);
    } else {
      view.setCursor(Cursor.CROSSHAIR);
    }
  }

  private void press(MouseEvent event) {
    at(event);
    if (event.getButton() != MouseButton.PRIMARY || isControl(event.getTarget())) {
      return;
    }
    model.editLoop(null);
    Spot spot = spot(pointer);
    if (clicking) {
      endClick(spot);
      event.consume();
      return;
    }
    pressed = spot;
    if (spot != null && spot.port()) {
      view.requestFocus();
      event.consume();
    } else if (between(pointer)) {
      pointAt(event);
      event.consume();
    }
  }

  private void endClick(@Nullable Spot spot) {
    CanvasViewModel.Linking now = model.linkingProperty().get();
    if (now != null && spot != null && spot.side() != now.side()) {
      view.askAt(pointer.getX(), pointer.getY());
      model.finishLink(spot.field());
    } else {
      model.cancelLink();
    }
  }

  private void pointAt(MouseEvent event) {
    List<Rule> rules = under(pointer);
    view.requestFocus();
    if (rules.isEmpty()) {
      model.clearSelection();
    } else if (event.getClickCount() == 2) {
      open(rules);
    } else {
      model.select(rules.getFirst());
    }
  }

  /** A rolled-up link opens its groups, a loop its editor, anything else the formula bar. */
  private void open(List<Rule> rules) {
    if (rules.size() > 1) {
      model.openGroupOf(rules.getFirst());
    } else if (rules.getFirst().each() != null && rules.getFirst().expression() == null) {
      view.editLoop(rules.getFirst());
    } else {
      model.session().editFormula();
    }
  }

  /** A link was begun by key: the loose end follows the rows, not the pointer. */
  void beginByKey() {
    clicking = true;
    follow();
  }

  /** Leads the loose end to a field's row. */
  void followField(Side side, @Nullable FieldRef field) {
    if (field == null) {
      return;
    }
    RowStrip strip = model.strip(side);
    double x = side == Side.SOURCE ? left() : right();
    pointer = new Point2D(x, rowY(strip, strip.rowOf(field)));
    follow();
  }

  Point2D pointer() {
    return pointer;
  }

  private void drag(MouseEvent event) {
    Spot from = pressed;
    if (from == null) {
      return;
    }
    at(event);
    if (!dragging && Math.hypot(pointer.getX() - from.x(), pointer.getY() - from.y()) > DRAG_FROM) {
      dragging = true;
      model.startLink(from.side(), from.field());
      scroller.start();
    }
    if (dragging) {
      follow();
      event.consume();
    }
  }

  private void release(MouseEvent event) {
    Spot from = pressed;
    at(event);
    if (dragging) {
      Spot spot = spot(pointer);
      pressed = null;
      CanvasViewModel.Linking now = model.linkingProperty().get();
      if (now != null && spot != null && spot.side() != now.side()) {
        view.askAt(pointer.getX(), pointer.getY());
        model.finishLink(spot.field());
      } else {
        model.cancelLink();
      }
      event.consume();
    } else if (from != null && from.port() && !clicking) {
      clicking = true;
      model.startLink(from.side(), from.field());
      follow();
      event.consume();
    }
    pressed = null;
  }

  private void move(MouseEvent event) {
    at(event);
    if (clicking) {
      follow();
      return;
    }
    Spot spot = spot(pointer);
    boolean port = spot != null && spot.port();
    List<Rule> rules =
        between(pointer) && !port && !isControl(event.getTarget()) ? under(pointer) : List.of();
    model.hover(new HashSet<>(rules));
    view.setCursor(port ? Cursor.CROSSHAIR : rules.isEmpty() ? Cursor.DEFAULT : Cursor.HAND);
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && model.linkingProperty().get() != null) {
      model.cancelLink();
      event.consume();
    }
  }

  /** Leads the loose end to the pointer, or to the port of the row under it. */
  private void follow() {
    CanvasViewModel.Linking now = model.linkingProperty().get();
    if (now == null) {
      return;
    }
    Spot spot = spot(pointer);
    boolean ends = spot != null && spot.side() != now.side();
    model.moveLink(ends ? spot.field() : null);
    RowStrip strip = model.strip(now.side());
    double startY = rowY(strip, strip.rowOf(now.from()));
    double width = view.links().linksWidth();
    double startX = now.side() == Side.SOURCE ? 0 : width;
    double endX = ends ? width - startX : pointer.getX() - left();
    double endY = ends ? rowY(model.strip(spot.side()), spot.row()) : pointer.getY();
    double edge = Math.clamp(startY, view.aboveRows(), view.getHeight() - view.belowRows());
    view.links().setGhost(new LinksPane.Ghost(startX, edge, endX, endY));
  }

  private void scrollAtEdge() {
    CanvasViewModel.Linking now = model.linkingProperty().get();
    if (now == null) {
      scroller.stop();
      return;
    }
    double top = view.aboveRows();
    double bottom = view.getHeight() - view.belowRows();
    double y = pointer.getY();
    double by =
        y < top + EDGE_SCROLL
            ? y - top - EDGE_SCROLL
            : y > bottom - EDGE_SCROLL ? y - bottom + EDGE_SCROLL : 0;
    Side side = pointer.getX() < view.getWidth() / 2 ? Side.SOURCE : Side.TARGET;
    if (by != 0 && side != now.side()) {
      RowStrip strip = model.strip(side);
      double most =
          Math.max(0, strip.rowCount() * strip.rowHeight() - strip.viewportHeightProperty().get());
      double to = strip.scrollProperty().get() + Math.clamp(by, -EDGE_SCROLL, EDGE_SCROLL) / 3;
      strip.scrollProperty().set(Math.clamp(to, 0, most));
      follow();
    }
  }

  private void at(MouseEvent event) {
    pointer = view.sceneToLocal(event.getSceneX(), event.getSceneY());
  }

  private double left() {
    return view.source().getLayoutX() + view.source().getWidth();
  }

  private double right() {
    return view.target().getLayoutX();
  }

  private boolean between(Point2D p) {
    return p.getX() > left() && p.getX() < right();
  }

  private double rowY(RowStrip strip, int row) {
    return view.aboveRows() + (row + 0.5) * strip.rowHeight() - strip.scrollProperty().get();
  }

  /** The row of a tree, or the port at its edge, under a point. */
  private @Nullable Spot spot(Point2D p) {
    boolean inRows = p.getY() >= view.aboveRows() && p.getY() < view.getHeight() - view.belowRows();
    Side side =
        p.getX() <= left() + HitTest.PORT_REACH
            ? Side.SOURCE
            : p.getX() >= right() - HitTest.PORT_REACH ? Side.TARGET : null;
    if (!inRows || side == null) {
      return null;
    }
    RowStrip strip = model.strip(side);
    int row =
        (int)
            Math.floor(
                (p.getY() - view.aboveRows() + strip.scrollProperty().get()) / strip.rowHeight());
    if (row < 0 || row >= strip.rowCount()) {
      return null;
    }
    double edge = side == Side.SOURCE ? left() : right();
    boolean port = Math.abs(p.getX() - edge) <= HitTest.PORT_REACH;
    return new Spot(side, strip.fieldOf(row), row, p.getX(), p.getY(), port);
  }

  /** The field of the row under a point; null where there is none. */
  @Nullable Selection fieldAt(Point2D p) {
    Spot spot = spot(p);
    return spot == null ? null : Selection.field(spot.side(), spot.field());
  }

  List<Rule> under(Point2D p) {
    return HitTest.rules(view.links().frame(), p.getX() - left(), p.getY());
  }

  /** Where a port lies on a divider, the port is meant. */
  private boolean onPort() {
    Spot spot = spot(pointer);
    return spot != null
        && Math.abs(pointer.getY() - rowY(model.strip(spot.side()), spot.row())) <= PORT_ON_DIVIDER;
  }

  /** Buttons, fields and scroll bars mind their own business. */
  private boolean isControl(EventTarget target) {
    for (Node n = target instanceof Node node ? node : null;
        n != null && n != view;
        n = n.getParent()) {
      if (n instanceof Control && !(n instanceof Label)
          || n instanceof ChoicePane
          || n instanceof LoopPane
          || n instanceof MiniMap
          || n.getStyleClass().contains("fl-canvas-divider") && !onPort()) {
        return true;
      }
    }
    return false;
  }
}
