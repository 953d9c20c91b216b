package fieldloom.ui.canvas;

import fieldloom.model.Rule;
import fieldloom.model.drawing.Drawing.Node;
import fieldloom.model.drawing.NodePath;
import fieldloom.ui.session.DrawingEdit;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.NodeLook;
import fieldloom.ui.session.RuleLook;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What is typed about a node, the colour it gets and where it is put. No toolkit. */
final class NodeDress {
  /** Nodes that are moved stand on a grid of that many pixels. */
  static final int GRID = 8;

  private final EditorSession session;
  private final NodesModel nodes;
  private final Runnable touched;
  private final ReadOnlyObjectWrapper<@Nullable Typing> typing = new ReadOnlyObjectWrapper<>();
  private @Nullable Moving moving;

  /** A box on its way, and how far it is from where it was. */
  record Moving(Rule rule, NodePath at, double dx, double dy) {
    boolean isOf(Rule other) {
      return rule.equals(other);
    }
  }

  /** What is typed about a node. */
  enum Part {
    VALUE,
    NAME,
    COMMENT,
    /** The name of the group that boxes belong to. */
    GROUP
  }

  /**
   * What is being typed.
   *
   * @param text what is there now
   */
  record Typing(Rule rule, NodePath at, Part part, String text) {}

  NodeDress(EditorSession session, NodesModel nodes, Runnable touched) {
    this.session = session;
    this.nodes = nodes;
    this.touched = touched;
  }

  private NodeLook lookAt(Rule rule, NodePath at, Node node) {
    return nodes.look(rule).node(at, node.shape().label());
  }

  private NodePath pickedAt() {
    NodesModel.Picked picked = nodes.picked();
    return picked == null ? NodePath.ROOT : picked.at();
  }

  @Nullable Moving moving() {
    return moving;
  }

  /** Begins to type about the selected node; a constant's value, or a name or comment of a box. */
  void type(Part part) {
    Rule rule = session.selection().rule();
    if (rule == null) {
      return;
    }
    NodePath at = pickedAt();
    if (part == Part.GROUP) {
      if (nodes.groups().isAny()) {
        typing.set(new Typing(rule, at, part, nodes.groups().name()));
      }
      return;
    }
    Node node = nodes.node(rule, at).orElse(null);
    if (node == null) {
      return;
    }
    if (node.shape().isLeaf()) {
      if (part == Part.VALUE && !at.isRoot()) {
        typing.set(new Typing(rule, at, part, NodeValue.typed(node.shape())));
      }
    } else if (part != Part.VALUE) {
      NodeLook look = lookAt(rule, at, node);
      typing.set(new Typing(rule, at, part, part == Part.NAME ? look.name() : look.comment()));
    }
  }

  /** What is being typed about a node; null where nothing is. */
  ReadOnlyObjectProperty<@Nullable Typing> typingProperty() {
    return typing.getReadOnlyProperty();
  }

  void stopTyping() {
    typing.set(null);
  }

  /** Takes over what was typed; the sentence that says why it cannot be, or null. */
  @Nullable String typed(String text) {
    Typing now = typing.get();
    if (now == null) {
      return null;
    }
    Node node = nodes.node(now.rule(), now.at()).orElse(null);
    if (node == null) {
      typing.set(null);
      return null;
    }
    NodeLook look = lookAt(now.rule(), now.at(), node);
    switch (now.part()) {
      case VALUE -> {
        NodeValue.Read read = NodeValue.read(text, node.shape());
        if (read.fault() != null) {
          return read.fault();
        }
        typing.set(null);
        nodes.apply(new DrawingEdit.Put(now.rule(), now.at(), read.formula()), now.at());
      }
      case GROUP -> {
        typing.set(null);
        nodes.groups().group(text);
      }
      case NAME -> {
        typing.set(null);
        dress(DrawingEdit.Dress.named(now.rule(), now.at(), look, text));
      }
      case COMMENT -> {
        typing.set(null);
        dress(DrawingEdit.Dress.commented(now.rule(), now.at(), look, text));
      }
    }
    return null;
  }

  private void dress(DrawingEdit.Dress edit) {
    nodes.apply(edit, edit.at());
  }

  /** Gives the selected node a colour. */
  void colour(NodeLook.Hue hue) {
    Rule rule = session.selection().rule();
    if (rule != null) {
      NodePath at = pickedAt();
      nodes
          .node(rule, at)
          .filter(n -> !n.shape().isLeaf())
          .ifPresent(n -> dress(DrawingEdit.Dress.coloured(rule, at, lookAt(rule, at, n), hue)));
    }
  }

  /** The next colour for the selected node. */
  void nextColour() {
    colour(selectedLook().hue().next());
  }

  /** How the selected node looks. */
  NodeLook selectedLook() {
    Rule rule = session.selection().rule();
    NodePath at = pickedAt();
    return rule == null
        ? NodeLook.PLAIN
        : nodes.node(rule, at).map(n -> lookAt(rule, at, n)).orElse(NodeLook.PLAIN);
  }

  /** Shows a box on its way; null ends it without a trace. */
  void move(@Nullable Moving value) {
    if (!Objects.equals(value, moving)) {
      moving = value;
      touched.run();
    }
  }

  /**
   * How far a box may go to the left (negative) and to the right of where it is.
   *
   * @param least not above {@code most}
   */
  record Room(double least, double most) {
    static final Room ENDLESS = new Room(-1e6, 1e6);
  }

  /** Puts a box down about that far from where it was, on the grid. */
  void put(Frame.NodeBox box, double dx, double dy, Room room) {
    Moving by = snapped(box, dx, dy, room);
    moving = null;
    if (box.isWhole()) {
      int x = (int) Math.round(box.place().x() + by.dx());
      int y = (int) Math.round(box.place().y() + by.dy());
      nodes.apply(new DrawingEdit.Place(box.rule(), new RuleLook.Place(x, y)), box.path());
    } else {
      int x = (int) Math.round(box.look().x() + by.dx());
      int y = (int) Math.round(box.look().y() + by.dy());
      dress(DrawingEdit.Dress.moved(box.rule(), box.path(), box.look(), x, y));
    }
    touched.run();
  }

  /** Whether the selected box was put somewhere by hand. */
  boolean isMoved() {
    Rule rule = session.selection().rule();
    NodeLook look = selectedLook();
    boolean whole = pickedAt().isRoot();
    return rule != null
        && (whole ? nodes.look(rule).place() != null : look.x() != 0 || look.y() != 0);
  }

  /** Lets the selected box stand where it would stand by itself. */
  void putBack() {
    Rule rule = session.selection().rule();
    NodePath at = pickedAt();
    if (rule != null && at.isRoot()) {
      nodes.apply(new DrawingEdit.Place(rule, null), at);
    } else if (rule != null) {
      dress(DrawingEdit.Dress.moved(rule, at, selectedLook(), 0, 0));
    }
  }

  /** How far a box moves that is drawn that far: to the nearest place on the grid with room. */
  static Moving snapped(Frame.NodeBox box, double dx, double dy, Room room) {
    double x = box.isWhole() ? box.place().x() : box.look().x();
    double y = box.isWhole() ? box.place().y() : box.look().y();
    double least = Math.ceil((x + room.least()) / GRID) * GRID;
    double most = Math.floor((x + room.most()) / GRID) * GRID;
    double to = most < least ? x : Math.clamp(grid(x + dx), least, most);
    return new Moving(box.rule(), box.path(), to - x, grid(y + dy) - y);
  }

  /** The nearest place on the grid. */
  static int grid(double value) {
    return (int) Math.round(value / GRID) * GRID;
  }
}
