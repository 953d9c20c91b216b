package fieldloom.ui.canvas;

import fieldloom.model.Rule;
import fieldloom.ui.session.RuleView;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.Side;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** What single keys do while the canvas has the keyboard; text fields keep theirs. */
final class CanvasKeys {
  private final CanvasView view;
  private final CanvasViewModel model;
  private final CanvasGestures gestures;
  private final NodeKeys nodes;

  CanvasKeys(CanvasView view, CanvasViewModel model, CanvasGestures gestures) {
    this.view = view;
    this.model = model;
    this.gestures = gestures;
    this.nodes = new NodeKeys(view, model);
  }

  void install() {
    view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    view.addEventHandler(
        KeyEvent.KEY_TYPED,
        e -> {
          if (!isTyping(e) && nodes.typed(e)) {
            e.consume();
          }
        });
    model
        .session()
        .selectionProperty()
        .subscribe(
            selection -> {
              CanvasViewModel.Linking now = model.linkingProperty().get();
              if (now != null && selection.side() == now.side().other()) {
                gestures.followField(selection.side(), selection.field());
              }
            });
  }

  private void pressed(KeyEvent event) {
    if (isTyping(event)) {
      return;
    }
    if (nodes.pressed(event)) {
      event.consume();
      return;
    }
    if (event.isShortcutDown() || event.isAltDown()) {
      shortcut(event);
      return;
    }
    boolean linking = model.linkingProperty().get() != null;
    boolean known = true;
    switch (event.getCode()) {
      case L -> startLink();
      case SPACE -> {
        if (linking) {
          finishLink();
        } else {
          startLink();
        }
      }
      case ENTER -> {
        if (linking) {
          finishLink();
        } else {
          open();
        }
      }
      case F -> model.toggleFocus();
      case P -> model.togglePin();
      case O -> toEdge();
      case DELETE, BACK_SPACE -> model.marked().delete();
      case Z -> {
        if (event.isShiftDown()) {
          model.zoom().fit();
        } else {
          model.zoom().showSelection();
        }
      }
      case ESCAPE -> known = escape();
      default -> known = view.isFocused() && PanGestures.byKey(model, event.getCode());
    }
    if (known) {
      event.consume();
    }
  }

  /** A rule is copied from one field to others. */
  private void shortcut(KeyEvent event) {
    boolean plain = event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
    if (plain && event.getCode() == KeyCode.C) {
      model.copied().take();
    } else if (plain && event.getCode() == KeyCode.V && model.copied().isThere()) {
      model.marked().paste();
    } else {
      return;
    }
    event.consume();
  }

  private static boolean isTyping(KeyEvent event) {
    for (Node n = event.getTarget() instanceof Node node ? node : null;
        n != null;
        n = n.getParent()) {
      if (n instanceof TextInputControl || n instanceof Floating) {
        return true;
      }
    }
    return false;
  }

  /** Gives the next chevron of links that go on out of view the keyboard. */
  void toEdge() {
    if (!view.links().focusEdge(1)) {
      model.say(Words.get("edge.none"));
    }
  }

  /** Starts a link at the selected field and gives the other tree the keyboard. */
  void startLink() {
    Selection selection = model.session().selection();
    Side side = selection.side();
    if (side != null && selection.field() != null) {
      model.startLink(side, selection.field());
      gestures.beginByKey();
      view.focusTree(side.other());
    }
  }

  private void finishLink() {
    Selection selection = model.session().selection();
    CanvasViewModel.Linking now = model.linkingProperty().get();
    if (now != null && selection.field() != null && selection.side() == now.side().other()) {
      view.askAt(gestures.pointer().getX(), gestures.pointer().getY());
      model.finishLink(selection.field());
    }
  }

  /** A loop opens its editor, anything else the formula bar. */
  private void open() {
    Rule loop = selectedLoop();
    if (loop != null) {
      model.editLoop(loop);
    } else if (!model.session().selection().isNone()) {
      model.session().editFormula();
    }
  }

  private @Nullable Rule selectedLoop() {
    Selection selection = model.session().selection();
    if (selection.rule() != null) {
      return selection.rule().each() == null ? null : selection.rule();
    }
    if (selection.side() != Side.TARGET || selection.field() == null) {
      return null;
    }
    List<RuleView> rules = model.session().index().filling(selection.field());
    return rules.stream()
        .filter(r -> r.kind() == RuleView.Kind.LOOP)
        .map(RuleView::rule)
        .findFirst()
        .orElse(null);
  }

  private boolean escape() {
    if (model.lens().isFocused()) {
      model.lens().leaveFocus();
      return true;
    }
    if (model.session().selection().isNone()) {
      return false;
    }
    model.clearSelection();
    return true;
  }
}
