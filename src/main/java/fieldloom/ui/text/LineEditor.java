package fieldloom.ui.text;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.ProposingField;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.TextFault;
import java.util.function.BiFunction;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/**
 * The one editor of the lines: it lies over the rule that is edited. Enter applies, Escape
 * restores; leaving it applies what can be applied, and keeps what cannot as a draft.
 */
final class LineEditor {
  private static final double LEAST_PX = 260;
  private static final double EDGE_PX = 18;

  private final ListView<Line> list;
  private final FormulaTextViewModel model;
  private final Pane over;
  private final BiFunction<FieldRef, Pane, ProposingField> formulas;
  private final HBox frame = new HBox();
  private final Label fault = Controls.label("", "fl-lines-fault");
  private @Nullable ProposingField field;
  private @Nullable Line line;

  /**
   * @param over lies over the list and is as large
   * @param formulas makes a field for the formula of a target field that proposes over a pane
   */
  LineEditor(
      ListView<Line> list,
      FormulaTextViewModel model,
      Pane over,
      BiFunction<FieldRef, Pane, ProposingField> formulas) {
    this.list = list;
    this.model = model;
    this.over = over;
    this.formulas = formulas;
    frame.getStyleClass().add("fl-lines-editor");
    fault.setWrapText(true);
    for (Node part : new Node[] {frame, fault}) {
      part.setManaged(false);
      part.setVisible(false);
    }
    over.getChildren().addAll(frame, fault);
    model.revisionProperty().subscribe(r -> Platform.runLater(this::place));
    over.layoutBoundsProperty().subscribe(b -> Platform.runLater(this::place));
  }

  boolean isOpen() {
    return line != null;
  }

  /** Edits the selected line. */
  void open() {
    Line of = model.current();
    if (of == null || isOpen() || !model.isEditable(of)) {
      return;
    }
    int at = model.selectedProperty().get();
    if (cell(at) == null) {
      list.scrollTo(Math.max(0, at - 2));
      list.layout();
    }
    line = of;
    ProposingField made = formulas.apply(of.field(), over);
    field = made;
    HBox.setHgrow(made.node(), Priority.ALWAYS);
    frame.getChildren().setAll(made.node());
    made.node().accessibleTextProperty().unbind();
    made.node().setAccessibleText(Words.get("editor", of.field().path().toString()));
    made.show(model.text(of), true);
    made.textProperty().addListener((o, was, is) -> typed(is));
    made.node().addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    frame.setVisible(true);
    place();
    made.node().requestFocus();
    made.node().focusedProperty().addListener((o, was, is) -> left(made, is));
  }

  private void typed(String text) {
    say("", -1);
    if (line != null) {
      model.typed(line, text);
    }
  }

  private void key(KeyEvent event) {
    if (event.isConsumed() || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case ENTER -> {
        if (apply()) {
          close();
        }
      }
      case TAB -> {
        if (apply()) {
          int next = model.selectedProperty().get() + (event.isShiftDown() ? -1 : 1);
          close();
          model.select(next);
        }
      }
      case ESCAPE -> {
        Line of = line;
        close();
        if (of != null) {
          model.restore(of);
        }
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** Applies what was typed; where that cannot be, says why and stays. */
  private boolean apply() {
    Line of = line;
    ProposingField from = field;
    if (of == null || from == null) {
      return true;
    }
    String text = from.textProperty().getValue();
    TextFault wrong = model.apply(of, text);
    if (wrong != null) {
      from.hideProposals();
      say(wrong.sentence(), wrong.from());
    }
    return wrong == null;
  }

  private void say(String sentence, int from) {
    fault.setText(sentence);
    fault.setVisible(!sentence.isEmpty());
    if (field != null) {
      field.showFaultAt(sentence.isEmpty() ? -1 : from);
    }
    place();
  }

  private void left(ProposingField made, boolean focused) {
    if (!focused && made.isLeft() && field == made && line != null) {
      Line of = line;
      hide();
      model.apply(of, made.textProperty().getValue());
    }
  }

  private void close() {
    hide();
    list.requestFocus();
  }

  private void hide() {
    ProposingField gone = field;
    field = null;
    line = null;
    if (gone != null) {
      gone.hideProposals();
    }
    frame.setVisible(false);
    frame.getChildren().clear();
    fault.setVisible(false);
    over.getChildren().setAll(frame, fault);
  }

  private @Nullable LineCell cell(int index) {
    for (Node node : list.lookupAll(".list-cell")) {
      if (node instanceof LineCell cell && cell.getIndex() == index && isSeen(cell)) {
        return cell;
      }
    }
    return null;
  }

  private boolean isSeen(LineCell cell) {
    Bounds bounds = list.sceneToLocal(cell.localToScene(cell.getLayoutBounds()));
    return cell.isVisible()
        && !cell.isEmpty()
        && bounds.getMinY() >= -1
        && bounds.getMaxY() <= list.getHeight() + 1;
  }

  /** Lies over its line's rule, wherever that is scrolled to. */
  void place() {
    Line of = line;
    if (of == null) {
      return;
    }
    int at = -1;
    for (int i = 0; i < model.lines().size(); i++) {
      at = model.lines().get(i).isSame(of) ? i : at;
    }
    LineCell cell = cell(at);
    Bounds rule = cell == null ? null : cell.ruleBounds();
    if (cell == null || rule == null) {
      // Not hidden: it would lose the keyboard, and with it what is typed.
      frame.relocate(0, -frame.getHeight() - over.getHeight());
      fault.setVisible(false);
      return;
    }
    Bounds here = over.sceneToLocal(cell.localToScene(cell.getLayoutBounds()));
    double begin = over.sceneToLocal(rule).getMaxX() - 8;
    double left = Math.max(0, Math.min(begin, over.getWidth() - LEAST_PX - EDGE_PX));
    double width = Math.max(LEAST_PX, over.getWidth() - left - EDGE_PX);
    frame.resizeRelocate(left, here.getMinY(), width, here.getHeight());
    fault.setVisible(!fault.getText().isEmpty());
    if (fault.isVisible()) {
      fault.applyCss();
      double height = fault.prefHeight(width);
      boolean below = here.getMaxY() + height <= over.getHeight();
      fault.resizeRelocate(left, below ? here.getMaxY() : here.getMinY() - height, width, height);
      fault.toFront();
    }
  }
}
