package fieldloom.ui.canvas;

import fieldloom.model.drawing.NodePath;
import fieldloom.ui.canvas.Frame.NodeBox;
import fieldloom.ui.kit.Cubic;
import java.util.Objects;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Pressing, moving and feeding the boxes of nodes, and the plus on links. Points are of the area
 * between the trees, in pixels of what is drawn there.
 */
final class NodeGestures {
  private static final double DRAG_FROM = 4;
  private static final double PLUS_KEEPS = 14;
  private static final double[] PLUS_AT = {0.5, 0.36, 0.64, 0.22, 0.78, 0.1, 0.9};

  /** A press on the link itself selects it: the plus is never born under the pointer. */
  private static final double PLUS_FROM = 24;

  private final CanvasView view;
  private final CanvasViewModel model;
  private @Nullable NodeBox held;
  private Frame.@Nullable Group heldGroup;
  private Point2D from = Point2D.ZERO;
  private boolean moving;

  NodeGestures(CanvasView view, CanvasViewModel model) {
    this.view = view;
    this.model = model;
    view.links().plus().setOnAction(e -> pressPlus());
  }

  private NodesModel nodes() {
    return model.nodes();
  }

  private Frame frame() {
    return view.links().frame();
  }

  private HitTest hits() {
    return view.links().hits();
  }

  /** Pixels of the screen in those of what is drawn. */
  private double reach(double pixels) {
    return model.zoom().reach(pixels);
  }

  /** Whether a press was on a box, and what it says is done. */
  boolean press(Point2D at, MouseEvent event) {
    NodeBox box = hits().box(at.getX(), at.getY());
    held = box;
    from = at;
    if (box == null) {
      return pressGroup(at, event);
    }
    view.requestFocus();
    if (event.isShortcutDown()) {
      held = null;
      nodes().groups().toggle(box.rule());
      return true;
    }
    int row = box.inputAt(at.getY());
    Frame.Input input = row < 0 ? null : box.inputs().get(row);
    if (event.getClickCount() == 2) {
      held = null;
      twice(box, input);
    } else {
      select(at);
    }
    return true;
  }

  /** A group is taken by its name; a double press changes that. */
  private boolean pressGroup(Point2D at, MouseEvent event) {
    Frame.Group group = hits().group(at.getX(), at.getY());
    heldGroup = group;
    if (group == null) {
      return false;
    }
    view.requestFocus();
    nodes().groups().select(group);
    if (event.getClickCount() == 2) {
      heldGroup = null;
      nodes().dress().type(NodeDress.Part.GROUP);
    }
    return true;
  }

  /** How far a group goes that is drawn that far: whole steps of the grid, inside its area. */
  private Point2D snapped(Frame.Group group, Point2D at) {
    double least = Math.min(0, NodeLayout.MARGIN - group.x() - Frame.Group.MARGIN);
    double right = view.links().width() - NodeLayout.MARGIN + Frame.Group.MARGIN;
    double most = Math.max(0, right - group.x() - group.width());
    double dx = Math.clamp(at.getX() - from.getX(), least, most);
    return new Point2D(NodeDress.grid(dx), NodeDress.grid(at.getY() - from.getY()));
  }

  /** Selects what is under a point; whether a box is there. */
  boolean select(Point2D at) {
    NodeBox box = hits().box(at.getX(), at.getY());
    if (box == null) {
      return false;
    }
    int row = box.inputAt(at.getY());
    NodePath inside = row < 0 ? null : box.inputs().get(row).at();
    nodes().select(box.rule(), inside == null ? box.path() : inside);
    return true;
  }

  /** Selects what runs through the link of an unfolded rule under a point; whether one is there. */
  boolean selectLink(Point2D at) {
    Frame.Curve curve = hits().joint(at.getX(), at.getY());
    Frame.Joint joint = curve == null ? null : curve.joint();
    boolean inside = joint != null && joint.at() != null && nodes().isOpen(joint.rule());
    if (inside) {
      nodes().select(joint.rule(), joint.at());
    }
    return inside;
  }

  /** The value at a port is typed; any other double press folds or unfolds. */
  private void twice(NodeBox box, Frame.@Nullable Input input) {
    if (input != null && input.constant() && input.at() != null) {
      nodes().select(box.rule(), input.at());
      nodes().dress().type(NodeDress.Part.VALUE);
    } else {
      nodes().toggle(box.rule());
    }
  }

  /** Whether the press began at the port of a box, from which a link can be drawn to a field. */
  Frame.@Nullable Joint port(Point2D at) {
    Frame.Joint nearest = null;
    double least = reach(HitTest.PORT_REACH);
    for (NodeBox box : frame().nodes().reversed()) {
      for (int i = 0; i < box.inputs().size(); i++) {
        NodePath input = box.inputs().get(i).at();
        double far = at.distance(box.x(), box.rowY(i));
        if (input != null && far <= least && (nearest == null || far < least)) {
          least = far;
          nearest = Frame.Joint.of(box.rule(), input);
        }
      }
    }
    return nearest;
  }

  /** The port, or the row of one, on which a link that is drawn would end. */
  Frame.@Nullable Joint end(Point2D at) {
    Frame.Joint port = port(at);
    NodeBox box = port == null ? hits().box(at.getX(), at.getY()) : null;
    int row = box == null ? -1 : box.inputAt(at.getY());
    NodePath input = box == null || row < 0 ? null : box.inputs().get(row).at();
    return box == null || input == null ? port : Frame.Joint.of(box.rule(), input);
  }

  /** Where the port of a place is; null where its box is not in view. */
  @Nullable Point2D portAt(Frame.Joint joint) {
    for (NodeBox box : frame().nodes()) {
      for (int i = 0; i < box.inputs().size(); i++) {
        if (box.rule().equals(joint.rule())
            && Objects.equals(box.inputs().get(i).at(), joint.at())
            && joint.at() != null) {
          return new Point2D(box.x(), box.rowY(i));
        }
      }
    }
    return null;
  }

  /** Whether a box is being moved. */
  boolean drag(Point2D at) {
    NodeBox box = held;
    Frame.Group group = heldGroup;
    if (group != null) {
      moving |= at.distance(from) > reach(DRAG_FROM);
      if (moving) {
        Point2D by = snapped(group, at);
        model.glide(NodeGroups.shifted(group, by.getX(), by.getY()));
      }
      return moving;
    }
    if (box == null) {
      return false;
    }
    double dx = at.getX() - from.getX();
    double dy = at.getY() - from.getY();
    moving |= Math.hypot(dx, dy) > reach(DRAG_FROM);
    if (moving) {
      nodes().dress().move(NodeDress.snapped(box, dx, dy, view.links().room(box)));
    }
    return moving;
  }

  /** Whether a box was moved, which is put down now. */
  boolean release(Point2D at) {
    NodeBox box = held;
    Frame.Group group = heldGroup;
    boolean moved = moving && box != null;
    boolean movedGroup = moving && group != null;
    held = null;
    heldGroup = null;
    moving = false;
    if (group != null) {
      model.glide(Glide.NONE);
      if (movedGroup) {
        Point2D by = snapped(group, at);
        nodes().groups().move(group, by.getX(), by.getY());
      }
      return movedGroup;
    }
    nodes().dress().move(null);
    if (moved) {
      double dx = at.getX() - from.getX();
      double dy = at.getY() - from.getY();
      nodes().dress().put(box, dx, dy, view.links().room(box));
    }
    return moved;
  }

  /** Gives up what is being moved. */
  boolean cancel() {
    boolean was = moving;
    held = null;
    if (heldGroup != null) {
      heldGroup = null;
      model.glide(Glide.NONE);
    }
    moving = false;
    nodes().dress().move(null);
    return was;
  }

  /** Shows the plus on the link under the pointer, or takes it away. */
  void hover(Point2D at, boolean free) {
    PlusButton plus = view.links().plus();
    PlusButton.Spot shown = plus.spot();
    if (shown != null
        && Math.hypot(at.getX() - shown.x(), at.getY() - shown.y()) <= reach(PLUS_KEEPS)) {
      return;
    }
    Frame.Curve curve = free ? hits().joint(at.getX(), at.getY()) : null;
    if (shown == null || curve == null || !shown.joint().equals(curve.joint())) {
      plus.show(
          curve == null || curve.joint() == null ? null : spot(curve, curve.joint(), at),
          view.links().unit());
    }
  }

  /** The nearest of a few places on the link that no pill and no box covers. */
  private PlusButton.@Nullable Spot spot(Frame.Curve curve, Frame.Joint joint, Point2D at) {
    Cubic line = curve.line();
    PlusButton.Spot best = null;
    double least = Double.MAX_VALUE;
    for (double t : PLUS_AT) {
      double x = line.x(t);
      double y = line.y(t);
      double far = at.distance(x, y);
      if (far >= reach(PLUS_FROM) && far < least && isBare(x, y)) {
        least = far;
        best = new PlusButton.Spot(joint, x, y);
      }
    }
    return best;
  }

  private boolean isBare(double x, double y) {
    boolean pill =
        frame().pills().stream()
            .anyMatch(p -> Math.abs(x - p.x()) < p.width() / 2 + 12 && Math.abs(y - p.y()) < 21);
    double onView = y * view.links().unit();
    boolean inRows = onView > view.aboveRows() && onView < view.getHeight() - view.belowRows();
    return inRows && !pill && hits().box(x, y) == null;
  }

  private void pressPlus() {
    PlusButton.Spot spot = view.links().plus().spot();
    if (spot != null) {
      view.links().plus().show(null, 1);
      nodes()
          .select(
              spot.joint().rule(), spot.joint().at() == null ? NodePath.ROOT : spot.joint().at());
      nodes().insertOn(spot.joint());
    }
  }
}
