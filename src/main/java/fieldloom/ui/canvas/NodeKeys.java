package fieldloom.ui.canvas;

import fieldloom.model.Rule;
import fieldloom.ui.canvas.Frame.NodeBox;
import fieldloom.ui.session.Side;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** What keys do to the selected rule and its nodes. */
final class NodeKeys {
  private final CanvasView view;
  private final CanvasViewModel model;

  NodeKeys(CanvasView view, CanvasViewModel model) {
    this.view = view;
    this.model = model;
  }

  private NodesModel nodes() {
    return model.nodes();
  }

  /** Whether the key meant the selected rule or node. */
  boolean pressed(KeyEvent event) {
    if (event.isShortcutDown()) {
      return false;
    }
    return event.isAltDown() ? moved(event) : general(event) || ofRule(event) || walked(event);
  }

  /**
   * Whether the letter asks for a function, or for the name of a group. Taken when it is typed, not
   * when its key goes down: the field that opens must not get it.
   */
  boolean typed(KeyEvent event) {
    boolean groups = event.getCharacter().equalsIgnoreCase("g") && !event.isShortcutDown();
    if (groups && model.session().selection().rule() != null && nodes().groups().isAny()) {
      nodes().dress().type(NodeDress.Part.GROUP);
      return true;
    }
    boolean asks = event.getCharacter().equalsIgnoreCase("i") && !event.isShortcutDown();
    if (asks && model.session().selection().side() != Side.SOURCE) {
      nodes().insertOnSelected();
      return true;
    }
    return false;
  }

  /** Keys that also work while the field that the rule fills is selected. */
  private boolean general(KeyEvent event) {
    Rule rule = nodes().rule();
    if (rule == null || model.session().selection().side() == Side.SOURCE) {
      return false;
    }
    boolean plus = event.isShiftDown() && event.getText().equals("+");
    switch (event.getCode()) {
      case PLUS, ADD -> unfold(rule, true);
      case EQUALS -> {
        if (!event.isShiftDown() && !plus) {
          return false;
        }
        unfold(rule, true);
      }
      case MINUS, SUBTRACT -> unfold(rule, false);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void unfold(Rule rule, boolean open) {
    nodes().open(rule, open);
    view.requestFocus();
  }

  /** Keys for a rule or node that is selected itself. */
  private boolean ofRule(KeyEvent event) {
    Rule rule = model.session().selection().rule();
    if (rule == null) {
      return false;
    }
    switch (event.getCode()) {
      case DELETE, BACK_SPACE -> nodes().delete(event.isShiftDown());
      case F2 -> rename(event.isShiftDown());
      case C -> nodes().dress().nextColour();
      case A -> nodes().addArgument();
      case ENTER -> {
        return model.linkingProperty().get() == null && entered(rule);
      }
      case L -> {
        return linked();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void rename(boolean comment) {
    nodes().dress().type(comment ? NodeDress.Part.COMMENT : NodeDress.Part.NAME);
    nodes().dress().type(NodeDress.Part.VALUE);
  }

  /** A constant is typed anew; anything else folds or unfolds. */
  private boolean entered(Rule rule) {
    NodesModel.Picked picked = nodes().picked();
    boolean leaf =
        picked != null
            && nodes().node(rule, picked.at()).filter(n -> n.shape().isLeaf()).isPresent();
    if (leaf) {
      nodes().dress().type(NodeDress.Part.VALUE);
      return true;
    }
    if (!nodes().canOpen(rule)) {
      return false;
    }
    nodes().toggle(rule);
    return true;
  }

  /** A link from the selected port to a field of the source. */
  private boolean linked() {
    NodesModel.Picked picked = nodes().picked();
    if (picked == null || picked.at().isRoot()) {
      return false;
    }
    model.startPortLink(Frame.Joint.of(picked.rule(), picked.at()));
    view.beginLinkByKey();
    view.focusTree(Side.SOURCE);
    return true;
  }

  private boolean walked(KeyEvent event) {
    if (!view.isFocused()) {
      return false;
    }
    return switch (event.getCode()) {
      case LEFT -> nodes().walk(NodesModel.Way.TO_INPUT);
      case RIGHT -> nodes().walk(NodesModel.Way.TO_RESULT);
      case UP -> nodes().walk(NodesModel.Way.BEFORE);
      case DOWN -> nodes().walk(NodesModel.Way.AFTER);
      default -> false;
    };
  }

  private boolean moved(KeyEvent event) {
    Frame.Group group = NodeGroups.whole(view.links().frame().groups(), nodes().groups().marked());
    if (group != null) {
      return movedGroup(group, event);
    }
    NodeBox box = selectedBox();
    if (box == null) {
      return false;
    }
    int by = NodeDress.GRID;
    NodeDress.Room room = view.links().room(box);
    switch (event.getCode()) {
      case LEFT -> nodes().dress().put(box, -by, 0, room);
      case RIGHT -> nodes().dress().put(box, by, 0, room);
      case UP -> nodes().dress().put(box, 0, -by, room);
      case DOWN -> nodes().dress().put(box, 0, by, room);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean movedGroup(Frame.Group group, KeyEvent event) {
    int by = NodeDress.GRID;
    switch (event.getCode()) {
      case LEFT -> nodes().groups().move(group, -by, 0);
      case RIGHT -> nodes().groups().move(group, by, 0);
      case UP -> nodes().groups().move(group, 0, -by);
      case DOWN -> nodes().groups().move(group, 0, by);
      default -> {
        return false;
      }
    }
    return true;
  }

  private @Nullable NodeBox selectedBox() {
    return view.links().selectedBox();
  }
}
