package fieldloom.ui.canvas;

import fieldloom.model.Rule;
import fieldloom.model.drawing.NodePath;
import fieldloom.ui.canvas.Frame.Curve;
import fieldloom.ui.canvas.Frame.Joint;
import fieldloom.ui.canvas.Frame.NodeBox;
import fieldloom.ui.canvas.Frame.State;
import fieldloom.ui.canvas.Frame.Tone;
import fieldloom.ui.kit.Cubic;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.RuleLook;
import fieldloom.ui.session.Side;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The part of a frame that nodes make: their boxes, and the links to and from these. */
final class NodeFrames {
  private static final double THIN = 1.5;

  private final FrameBuilder frame;
  private final CanvasScene scene;
  private final FrameBuilder.View view;
  private final PortBoard ports;
  private final PillBoard pills;
  private final EdgeBoard edges;
  private final GroupBoard groups;
  private final List<Curve> curves;
  private final List<NodeBox> nodes;

  NodeFrames(
      FrameBuilder frame,
      CanvasScene scene,
      FrameBuilder.View view,
      PortBoard ports,
      PillBoard pills,
      EdgeBoard edges,
      GroupBoard groups,
      List<Curve> curves,
      List<NodeBox> nodes) {
    this.frame = frame;
    this.scene = scene;
    this.view = view;
    this.ports = ports;
    this.pills = pills;
    this.edges = edges;
    this.groups = groups;
    this.curves = curves;
    this.nodes = nodes;
  }

  /** A link of one rule, as they all are drawn here. */
  private record Ink(Rule rule, Tone tone, State state) {}

  void add(LinkTable.Node node) {
    NodeBlocks blocks = scene.blocks(view.width(), view.evenRow());
    NodeLayout.Size size = blocks.size(node).within(view.width());
    NodeLayout.Place place = blocks.layout().place(node);
    double anchor = NodeLayout.anchor(node, frame::sourceY, frame::targetY);
    Rule rule = node.view().rule();
    NodeDress.Moving moved =
        view.moving() != null && view.moving().isOf(rule) ? view.moving() : null;
    boolean whole = moved != null && moved.at().isRoot();
    double x = NodeLayout.left(place.lane(), size.width(), view.width()) + (whole ? moved.dx() : 0);
    double y = anchor + place.shift() + (whole ? moved.dy() : 0);
    x += view.glide().dx(rule);
    y += view.glide().dy(rule);
    Ink ink = new Ink(rule, scene.tone(node.view()), frame.state(List.of(rule)));
    Unfolded unfolded = node.unfolded();
    if (unfolded == null) {
      folded(node, new Spot(x, y, size.width(), size.height()), anchor, ink);
    } else {
      unfolded(node, unfolded, x, y, anchor, ink, whole ? null : moved);
    }
  }

  private void group(Ink ink, Spot spot, RuleLook.Place place) {
    String name = scene.boxes().look(ink.rule()).group();
    groups.add(name, ink.rule(), place, spot.x(), spot.y(), spot.width(), spot.height());
  }

  private record Spot(double x, double y, double width, double height) {
    double right() {
      return x + width;
    }

    double headY() {
      return y + NodeBox.HEAD / 2;
    }

    double rowY(int row) {
      return y + NodeBox.HEAD + (row + 0.5) * NodeBox.ROW;
    }
  }

  private boolean isSeen(Spot spot) {
    return spot.y() + spot.height() > view.top() && spot.y() < view.bottom();
  }

  private RuleLook.Place place(Spot spot, double anchor) {
    double middle = spot.x() + spot.width() / 2 - view.width() / 2;
    return new RuleLook.Place((int) Math.round(middle), (int) Math.round(spot.y() - anchor));
  }

  private void folded(LinkTable.Node node, Spot spot, double anchor, Ink ink) {
    boolean seen = isSeen(spot);
    boolean any = false;
    group(ink, spot, place(spot, anchor));
    for (int i = 0; i < node.inputs().length; i++) {
      FieldRef field = node.view().inputs().get(i).field();
      double y = spot.rowY(i);
      any |= input(node.inputs()[i], spot.x(), y, ink, new Joint(ink.rule(), null, field));
      if (seen) {
        ports.add(spot.x(), y, ink.tone(), ink.state(), node.inputs()[i] < 0);
      }
    }
    any |= output(node, spot, ink, seen);
    if (seen || any) {
      NodeBox box =
          scene
              .boxes()
              .folded(
                  node,
                  new NodeBoxes.At(spot.x(), spot.y(), spot.width(), spot.height()),
                  ink.state(),
                  ink.tone(),
                  place(spot, anchor));
      nodes.add(box);
      pills.avoid(box);
    }
  }

  private void unfolded(
      LinkTable.Node node,
      Unfolded unfolded,
      double x,
      double y,
      double anchor,
      Ink ink,
      NodeDress.@Nullable Moving moved) {
    TreeLayout tree = scene.blocks(view.width(), view.evenRow()).tree(node);
    Map<NodePath, Spot> spots = new HashMap<>();
    for (Unfolded.Box box : unfolded.boxes()) {
      TreeLayout.Spot s = tree.spot(box.at());
      boolean mine = moved != null && moved.at().equals(box.at());
      double left = x + s.x() + box.look().x() + (mine ? moved.dx() : 0);
      double top = y + s.y() + box.look().y() + (mine ? moved.dy() : 0);
      spots.put(box.at(), new Spot(left, top, s.width(), s.height()));
    }
    RuleLook.Place place = place(spot(spots, NodePath.ROOT), anchor);
    spots.values().forEach(spot -> group(ink, spot, place));
    boolean any = output(node, spot(spots, NodePath.ROOT), ink, false);
    for (Unfolded.Box box : unfolded.boxes()) {
      any |= links(node, box, spots, ink);
    }
    for (Unfolded.Box box : unfolded.boxes()) {
      Spot spot = spot(spots, box.at());
      boolean seen = isSeen(spot);
      if (seen) {
        ports.add(spot.right(), spot.headY(), ink.tone(), ink.state(), false);
      }
      if (seen || any) {
        NodeBox shown =
            scene
                .boxes()
                .step(
                    unfolded.view(),
                    box,
                    new NodeBoxes.At(spot.x(), spot.y(), spot.width(), spot.height()),
                    state(box, ink),
                    ink.tone(),
                    place,
                    picked(ink.rule()));
        nodes.add(shown);
        pills.avoid(shown);
      }
    }
  }

  private @Nullable NodePath picked(Rule rule) {
    NodesModel.Picked picked = view.picked();
    return picked != null && picked.rule().equals(rule) ? picked.at() : null;
  }

  /** Of the nodes of a selected rule one is selected, the others only belong to it. */
  private State state(Unfolded.Box box, Ink ink) {
    if (ink.state() != State.SELECTED) {
      return ink.state();
    }
    NodePath picked = picked(ink.rule());
    NodePath shown = picked == null ? NodePath.ROOT : picked;
    return shown.equals(box.at()) ? State.SELECTED : State.NORMAL;
  }

  private static Spot spot(Map<NodePath, Spot> spots, NodePath at) {
    return Objects.requireNonNull(spots.get(at));
  }

  /** What comes in at a box: from rows of the source, and from other boxes. */
  private boolean links(LinkTable.Node node, Unfolded.Box box, Map<NodePath, Spot> spots, Ink ink) {
    Spot spot = spot(spots, box.at());
    boolean any = false;
    for (int i = 0; i < box.slots().size(); i++) {
      Unfolded.Slot slot = box.slots().get(i);
      double y = spot.rowY(i);
      NodePath at = slot.at();
      Joint joint = at == null ? null : Joint.of(ink.rule(), at);
      boolean joined = slot.isBox();
      for (int row : slot.rows()) {
        any |= input(row, spot.x(), y, ink, joint);
        joined |= row >= 0;
      }
      if (slot.isBox() && at != null) {
        Spot from = spot(spots, at);
        if (isSeen(from) || isSeen(spot)) {
          thin(from.right(), from.headY(), spot.x(), y, ink, joint);
        }
      }
      if (isSeen(spot)) {
        State state = joined || ink.state() == State.DIM ? ink.state() : State.NORMAL;
        ports.add(spot.x(), y, ink.tone(), state, !joined);
      }
    }
    return any;
  }

  private void thin(double x1, double y1, double x2, double y2, Ink ink, @Nullable Joint joint) {
    curves.add(
        new Curve(
            Cubic.across(x1, y1, x2, y2),
            THIN,
            ink.tone(),
            ink.state(),
            List.of(ink.rule()),
            joint));
  }

  private boolean input(int row, double x, double y, Ink ink, @Nullable Joint joint) {
    if (row < 0) {
      return false;
    }
    double from = frame.sourceY(row);
    boolean in = frame.isSeen(Side.SOURCE, row);
    if (in) {
      ports.add(0, from, ink.tone(), ink.state(), false);
      thin(0, from, x, y, ink, joint);
    } else if (frame.inView(y)) {
      double edge = edges.add(Side.SOURCE, frame.isAbove(Side.SOURCE, row), row);
      thin(EdgeBoard.INSET, edge, x, y, ink, joint);
    }
    return in;
  }

  private boolean output(LinkTable.Node node, Spot spot, Ink ink, boolean port) {
    Joint joint = Joint.of(ink.rule(), NodePath.ROOT);
    double x = spot.right();
    double y = spot.headY();
    double to = frame.targetY(node.target());
    boolean in = frame.isSeen(Side.TARGET, node.target());
    if (in) {
      ports.add(view.width(), to, ink.tone(), ink.state(), false);
      thin(x, y, view.width(), to, ink, joint);
    } else if (frame.inView(y)) {
      boolean up = frame.isAbove(Side.TARGET, node.target());
      double edge = edges.add(Side.TARGET, up, node.target());
      thin(x, y, view.width() - EdgeBoard.INSET, edge, ink, joint);
    }
    if (port) {
      ports.add(x, y, ink.tone(), ink.state(), false);
    }
    return in;
  }
}
