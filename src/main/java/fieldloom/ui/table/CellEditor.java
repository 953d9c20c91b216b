package fieldloom.ui.table;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.ProposingField;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.TextFault;
import java.util.List;
import java.util.function.BiFunction;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/**
 * The one editor of the table: it lies over the cell that is edited. Enter applies and goes down,
 * Tab applies and goes to the next cell, Escape restores; leaving it applies what can be applied.
 */
final class CellEditor {
  private static final double LEAST_PX = 260;

  private final RuleTable table;
  private final RuleTableViewModel model;
  private final Pane over;
  private final BiFunction<FieldRef, Pane, ProposingField> formulas;
  private final HBox frame = new HBox();
  private final Label fault = Controls.label("", "fl-rules-fault");
  private @Nullable ProposingField field;
  private @Nullable Row row;
  private Column column = Column.RULE;

  /**
   * @param over lies over the table and is as large
   * @param formulas makes a field for the formula of a target field that proposes over a pane
   */
  CellEditor(RuleTable table, Pane over, BiFunction<FieldRef, Pane, ProposingField> formulas) {
    this.table = table;
    this.model = table.model();
    this.over = over;
    this.formulas = formulas;
    frame.getStyleClass().add("fl-rules-editor");
    fault.setWrapText(true);
    for (Pane part : List.of(frame)) {
      part.setManaged(false);
      part.setVisible(false);
    }
    fault.setManaged(false);
    fault.setVisible(false);
    over.getChildren().addAll(frame, fault);
    table.scrolledProperty().subscribe(x -> place());
    model.revisionProperty().subscribe(r -> Platform.runLater(this::place));
  }

  boolean isOpen() {
    return row != null;
  }

  /**
   * Edits the cell that has the keyboard.
   *
   * @param typed what was typed to begin; null to edit what is there
   */
  void open(@Nullable String typed) {
    Row of = model.current();
    Column at = model.currentColumn();
    if (of == null || isOpen() || !model.edits().isEditable(of, at)) {
      return;
    }
    model.select(CellRange.of(model.range().row(), model.range().column()));
    table.reveal(model.range().row(), at);
    table.layout();
    row = of;
    column = at;
    ProposingField made = at == Column.NOTE ? new PlainField() : formulas.apply(of.field(), over);
    field = made;
    HBox.setHgrow(made.node(), Priority.ALWAYS);
    frame.getChildren().setAll(made.node());
    made.node().accessibleTextProperty().unbind();
    made.node().setAccessibleText(Words.get("editor", of.path(), at.title()));
    made.show(typed == null ? model.edits().text(of, at) : typed, typed == null);
    made.textProperty().addListener((o, was, is) -> typed(is));
    made.node().addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    if (typed != null) {
      typed(typed);
    }
    frame.setVisible(true);
    place();
    made.node().requestFocus();
    made.node().focusedProperty().addListener((o, was, is) -> left(made, is));
  }

  private void typed(String text) {
    say("", -1);
    if (row != null) {
      model.edits().typed(row, column, text);
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
          model.move(event.isShiftDown() ? -1 : 1, 0, false);
        }
      }
      case TAB -> {
        if (apply()) {
          close();
          next(event.isShiftDown() ? -1 : 1);
        }
      }
      case ESCAPE -> {
        Row of = row;
        close();
        if (of != null) {
          model.edits().restore(of, column);
        }
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** The next cell that can be written in, behind the last one that of the next row. */
  private void next(int by) {
    List<Column> columns = model.columns();
    int at = model.range().column();
    for (int i = 0; i < columns.size(); i++) {
      at += by;
      if (at < 0 || at >= columns.size()) {
        model.move(by, 0, false);
        at = by < 0 ? columns.size() - 1 : 0;
      }
      if (columns.get(at).isEditable()) {
        model.select(CellRange.of(model.range().row(), at));
        return;
      }
    }
  }

  /** Applies what was typed; where that cannot be, says why and stays. */
  private boolean apply() {
    Row of = row;
    ProposingField from = field;
    if (of == null || from == null) {
      return true;
    }
    String text = from.textProperty().getValue();
    TextFault wrong = model.edits().apply(of, column, text);
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

  /**
   * The keyboard went elsewhere: what is wrong of a rule stays a draft, of another cell it goes.
   */
  private void left(ProposingField made, boolean focused) {
    if (!focused && made.isLeft() && field == made && row != null) {
      Row of = row;
      Column at = column;
      TextFault wrong = model.edits().apply(of, at, made.textProperty().getValue());
      hide();
      if (wrong != null && at != Column.RULE) {
        model.edits().refuse(of, at, wrong);
      }
    }
  }

  private void close() {
    hide();
    table.requestFocus();
  }

  private void hide() {
    ProposingField gone = field;
    field = null;
    row = null;
    if (gone != null) {
      gone.hideProposals();
    }
    frame.setVisible(false);
    frame.getChildren().clear();
    fault.setVisible(false);
    over.getChildren().setAll(frame, fault);
  }

  /** Lies over its cell, wherever that is scrolled to. */
  void place() {
    if (row == null) {
      return;
    }
    int at = model.rowOf(row.field(), row.nth());
    Bounds cell = table.boundsOf(at, column);
    frame.setVisible(cell != null);
    if (cell == null) {
      fault.setVisible(false);
      return;
    }
    Bounds here = over.sceneToLocal(cell);
    double width = Math.min(Math.max(here.getWidth(), LEAST_PX), over.getWidth());
    double left = Math.max(0, Math.min(here.getMinX(), over.getWidth() - width));
    frame.resizeRelocate(left, here.getMinY(), width, here.getHeight());
    if (fault.isVisible()) {
      fault.applyCss();
      double height = fault.prefHeight(width);
      boolean below = here.getMaxY() + height <= over.getHeight();
      fault.resizeRelocate(left, below ? here.getMaxY() : here.getMinY() - height, width, height);
      fault.toFront();
    }
  }
}
