package fieldloom.ui.canvas;

import fieldloom.model.Rule;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.RowStrip;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.Side;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
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
  private final NodeGestures nodes;
  private final PanGestures pan;
  private final Spots spots;
  private Spots.@Nullable Spot pressed;
  private Frame.@Nullable Joint pressedPort;
  private Point2D portFrom = Point2D.ZERO;
  private boolean dragging;
  private boolean clicking;
  private Point2D pointer = Point2D.ZERO;
  private @Nullable FieldRef fittingFrom;

  CanvasGestures(CanvasView view, CanvasViewModel model) {
    this.view = view;
    this.model = model;
    this.nodes = new NodeGestures(view, model);
    this.spots = new Spots(view, model);
    this.pan = new PanGestures(view, model);
  }

  void install() {
    pan.install();
    view.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
    view.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
    view.addEventFilter(MouseEvent.MOUSE_RELEASED, this::release);
    view.addEventFilter(MouseEvent.MOUSE_MOVED, this::move);
    view.addEventHandler(MouseEvent.MOUSE_EXITED, e -> model.hover(java.util.Set.of()));
    view.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    model.linkingProperty().subscribe(l -> linkingChanged());
  }

  private void linkingChanged() {
    CanvasViewModel.Linking now = model.linkingProperty().get();
    FieldRef from = now == null ? null : now.from();
    // The end moves with the pointer, and what fits stays.
    if (!Objects.equals(from, fittingFrom)) {
      fittingFrom = from;
      showFitting(now);
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

  private void showFitting(CanvasViewModel.@Nullable Linking now) {
    var fits = model.fitting();
    for (Side side : Side.values()) {
      boolean ends = now != null && now.side() != side;
      model.strip(side).showFitting(ends ? fits : null);
    }
  }

  private void press(MouseEvent event) {
    at(event);
    if (pan.press(event, pointer)) {
      return;
    }
    if (event.getButton() != MouseButton.PRIMARY || isControl(event.getTarget())) {
      return;
    }
    Spots.Spot spot = spots.spot(pointer);
    if (clicking) {
      endClick(spot);
      event.consume();
      return;
    }
    pressed = spot;
    if (spot != null && spot.port()) {
      view.requestFocus();
      event.consume();
    } else if (spots.between(pointer)) {
      Frame.Joint port = nodes.port(spots.inLinks(pointer));
      if (port != null) {
        view.requestFocus();
        pressedPort = port;
        portFrom = pointer;
      } else if (!nodes.press(spots.inLinks(pointer), event)) {
        pointAt(event);
      }
      event.consume();
    }
  }

  private void endClick(Spots.@Nullable Spot spot) {
    CanvasViewModel.Linking now = model.linkingProperty().get();
    Frame.Joint port = spots.between(pointer) ? nodes.end(spots.inLinks(pointer)) : null;
    if (now != null && spot != null && spot.side() != now.side()) {
      view.askAt(pointer.getX(), pointer.getY());
      model.finishLink(spot.field());
    } else if (port != null) {
      model.finishLink(port);
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
    } else if (!nodes.selectLink(spots.inLinks(pointer))) {
      model.select(rules.getFirst());
    }
  }

  /** A rolled-up link opens its groups, a loop its editor, anything else the formula bar. */
  private void open(List<Rule> rules) {
    if (rules.size() > 1) {
      model.openGroupOf(rules.getFirst());
    } else if (model.nodes().canOpen(rules.getFirst())) {
      model.nodes().toggle(rules.getFirst());
    } else if (rules.getFirst().each() != null && rules.getFirst().expression() == null) {
      model.editLoop(rules.getFirst());
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
    double x = side == Side.SOURCE ? spots.left() : spots.right();
    pointer = new Point2D(x, spots.rowY(strip, strip.rowOf(field)));
    follow();
  }

  Point2D pointer() {
    return pointer;
  }

  private void drag(MouseEvent event) {
    at(event);
    if (pan.drag(event, pointer)) {
      return;
    }
    Spots.Spot from = pressed;
    if (from == null) {
      dragNode(event);
      return;
    }
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

  /** A link out of a port, or a box. */
  private void dragNode(MouseEvent event) {
    Frame.Joint port = pressedPort;
    if (port != null && !dragging && pointer.distance(portFrom) > DRAG_FROM) {
      dragging = true;
      model.startPortLink(port);
      scroller.start();
    }
    if (port != null && dragging) {
      follow();
      event.consume();
    } else if (port == null && nodes.drag(spots.inLinks(pointer))) {
      event.consume();
    }
  }

  private void release(MouseEvent event) {
    if (pan.release(event)) {
      return;
    }
    Spots.Spot from = pressed;
    at(event);
    Frame.Joint port = pressedPort;
    pressedPort = null;
    if (nodes.release(spots.inLinks(pointer))) {
      event.consume();
      return;
    }
    if (port != null && !dragging && port.at() != null) {
      model.nodes().select(port.rule(), port.at());
      event.consume();
      return;
    }
    if (dragging) {
      Spots.Spot spot = spots.spot(pointer);
      pressed = null;
      endClick(spot);
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
    Spots.Spot spot = spots.spot(pointer);
    boolean port = spot != null && spot.port();
    boolean plus = event.getTarget() instanceof Node n && within(n, view.links().plus());
    nodes.hover(
        spots.inLinks(pointer), spots.between(pointer) && !port && !isControl(event.getTarget()));
    if (plus) {
      return;
    }
    List<Rule> rules =
        spots.between(pointer) && !port && !isControl(event.getTarget())
            ? under(pointer)
            : List.of();
    model.hover(new HashSet<>(rules));
    view.setCursor(port ? Cursor.CROSSHAIR : rules.isEmpty() ? Cursor.DEFAULT : Cursor.HAND);
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE
        && (nodes.cancel() || model.linkingProperty().get() != null)) {
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
    Spots.Spot spot = spots.spot(pointer);
    boolean ends = spot != null && spot.side() != now.side();
    model.moveLink(ends ? spot.field() : null);
    RowStrip strip = model.strip(now.side());
    double unit = view.links().unit();
    double startY = spots.rowY(strip, strip.rowOf(now.from())) / unit;
    double width = view.links().width();
    double startX = now.side() == Side.SOURCE ? 0 : width;
    double endX = ends ? width - startX : spots.inLinks(pointer).getX();
    Frame.Joint port = model.linkedPort();
    Point2D out = port == null ? null : nodes.portAt(port);
    if (out != null) {
      startX = out.getX();
      startY = out.getY();
      endX = ends ? 0 : endX;
    }
    double end = ends ? spots.rowY(model.strip(spot.side()), spot.row()) : pointer.getY();
    double endY = end / unit;
    double bottom = (view.getHeight() - view.belowRows()) / unit;
    double edge = Math.clamp(startY, view.aboveRows() / unit, bottom);
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
    Side side = pointer.getX() < view.getWidth() / 2 ? Side.SOURCE : Side.TARGET;
    if (side != now.side() && EdgeScroll.step(model.strip(side), pointer.getY(), top, bottom)) {
      follow();
    }
  }

  private void at(MouseEvent event) {
    pointer = view.sceneToLocal(event.getSceneX(), event.getSceneY());
  }

  /** The field of the row under a point; null where there is none. */
  @Nullable Selection fieldAt(Point2D p) {
    Spots.Spot spot = spots.spot(p);
    return spot == null ? null : Selection.field(spot.side(), spot.field());
  }

  /** Selects the node of an unfolded rule under a point, if there is one. */
  boolean selectNode(Point2D p) {
    return nodes.select(spots.inLinks(p));
  }

  private static boolean within(Node node, Node around) {
    for (Node n = node; n != null; n = n.getParent()) {
      if (n == around) {
        return true;
      }
    }
    return false;
  }

  List<Rule> under(Point2D p) {
    Point2D at = spots.inLinks(p);
    return view.links().hits().rules(at.getX(), at.getY());
  }

  /** Where a port lies on a divider, the port is meant. */
  private boolean onPort() {
    Spots.Spot spot = spots.spot(pointer);
    return spot != null
        && Math.abs(pointer.getY() - spots.rowY(model.strip(spot.side()), spot.row()))
            <= PORT_ON_DIVIDER;
  }

  /** Buttons, fields and scroll bars mind their own business. */
  private boolean isControl(EventTarget target) {
    for (Node n = target instanceof Node node ? node : null;
        n != null && n != view;
        n = n.getParent()) {
      if (n instanceof Control && !(n instanceof Label)
          || n instanceof Floating
          || n.getStyleClass().contains("fl-canvas-divider") && !onPort()) {
        return true;
      }
    }
    return false;
  }
}
