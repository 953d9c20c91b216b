package fieldloom.ui.canvas;

import fieldloom.model.Rule;
import fieldloom.model.drawing.NodePath;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.Side;

/** What can be done with the selected link or box, for the palette of commands. */
public final class CanvasActions {
  private final CanvasViewModel model;
  private final Runnable focus;
  private final Runnable link;
  private final Runnable edge;

  /** What is typed about a box. */
  public enum Typed {
    VALUE,
    NAME,
    COMMENT,
    /** The name of the group that it belongs to. */
    GROUP
  }

  /**
   * @param focus gives the canvas the keyboard
   * @param link begins a link at the selected field
   * @param edge gives the next chevron of links that go on out of view the keyboard
   */
  CanvasActions(CanvasViewModel model, Runnable focus, Runnable link, Runnable edge) {
    this.edge = edge;
    this.link = link;
    this.model = model;
    this.focus = focus;
  }

  /** Whether there is a link or a box to do it to: one is selected, or the field that it fills. */
  public boolean isAny() {
    return model.nodes().rule() != null && model.session().selection().side() != Side.SOURCE;
  }

  /** Of the field that is selected its rule: that is what is done something to. */
  private boolean picked() {
    Rule rule = model.nodes().rule();
    if (!isAny() || rule == null) {
      return false;
    }
    if (model.session().selection().rule() == null) {
      model.session().select(Selection.rule(rule));
    }
    focus.run();
    return true;
  }

  /** Selects a place of a rule's drawing, where the rule is unfolded. */
  public void show(Rule rule, NodePath at) {
    if (model.nodes().isOpen(rule)) {
      model.nodes().select(rule, at);
    }
  }

  /** Asks for a function to put on it. */
  public void insert() {
    if (picked()) {
      model.nodes().insertOnSelected();
    }
  }

  /** Unfolds its formula into nodes, or folds it into one box. */
  public void unfold(boolean open) {
    Rule rule = model.nodes().rule();
    if (picked() && rule != null) {
      model.nodes().open(rule, open);
    }
  }

  public void addArgument() {
    if (picked()) {
      model.nodes().addArgument();
    }
  }

  /** Opens the editor of its value, its name or its comment. */
  public void type(Typed what) {
    if (picked()) {
      model
          .nodes()
          .dress()
          .type(
              switch (what) {
                case VALUE -> NodeDress.Part.VALUE;
                case NAME -> NodeDress.Part.NAME;
                case COMMENT -> NodeDress.Part.COMMENT;
                case GROUP -> NodeDress.Part.GROUP;
              });
    }
  }

  public void nextColour() {
    if (picked()) {
      model.nodes().dress().nextColour();
    }
  }

  /** Deletes it; without its links these are joined again. */
  public void delete(boolean withLinks) {
    if (picked()) {
      model.nodes().delete(withLinks);
    }
  }

  /** Copies the rule that is selected, or of the field that is. */
  public void copyRule() {
    model.copied().take();
  }

  /** Puts the rule that was copied on the target fields that are marked. */
  public void pasteRule() {
    model.marked().paste();
  }

  /** Deletes the rules of all that is marked. */
  public void deleteRules() {
    model.marked().delete();
  }

  /** Opens the editor of a fixed value in the row of the selected target field. */
  public void constant() {
    Selection selection = model.session().selection();
    if (selection.side() == Side.TARGET && selection.field() != null) {
      model.strip(Side.TARGET).edit(selection.field());
    }
  }

  /** Begins a link at the selected field; the other tree has the keyboard then. */
  public void link() {
    link.run();
  }

  /** Goes to where links go on out of view, one end after the other. */
  public void toEdge() {
    edge.run();
  }

  /** Lets a box that was moved stand where it stands by itself. */
  public void putBack() {
    if (picked() && model.nodes().dress().isMoved()) {
      model.nodes().dress().putBack();
    }
  }
}
