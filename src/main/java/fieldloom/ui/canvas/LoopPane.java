package fieldloom.ui.canvas;

import fieldloom.model.Each;
import fieldloom.model.Rule;
import fieldloom.ui.kit.Controls;
import java.util.EnumMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Edits a loop: what it goes over, which items stay, in which order. Enter applies. */
final class LoopPane extends VBox implements Floating {
  private static final double WIDTH = 340;
  private static final PseudoClass FAULT = PseudoClass.getPseudoClass("fault");

  private final CanvasViewModel model;
  private final Map<LoopForm.Part, TextField> fields = new EnumMap<>(LoopForm.Part.class);
  private final CheckBox descending = new CheckBox();
  private final CheckBox distinct = new CheckBox();
  private final Label title = new Label();
  private final Label complaint = new Label();
  private final Button apply = Controls.primary("");
  private final Button cancel = Controls.button("");
  private double x;
  private double y;

  LoopPane(CanvasViewModel model) {
    this.model = model;
    getStyleClass().addAll("fl-choice", "fl-loop-pane");
    setVisible(false);
    title.getStyleClass().add("fl-heading");
    complaint.getStyleClass().addAll("fl-bad", "fl-small");
    complaint.setWrapText(true);
    descending.textProperty().bind(Words.bind("loop.descending"));
    distinct.textProperty().bind(Words.bind("loop.distinct"));
    apply.textProperty().bind(Words.bind("loop.apply"));
    cancel.textProperty().bind(Words.bind("loop.cancel"));
    apply.setOnAction(e -> apply());
    cancel.setOnAction(e -> model.editLoop(null));
    HBox buttons = new HBox(8, Controls.spacer(), cancel, apply);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(title, grid(), complaint, buttons);
    model.editedLoopProperty().subscribe(this::show);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private GridPane grid() {
    GridPane grid = new GridPane(10, 6);
    add(grid, 0, LoopForm.Part.OVER, "loop.over");
    add(grid, 1, LoopForm.Part.AS, "loop.as");
    add(grid, 2, LoopForm.Part.WHERE, "loop.where");
    add(grid, 3, LoopForm.Part.ORDER, "loop.order");
    grid.add(descending, 1, 4);
    add(grid, 5, LoopForm.Part.GROUP, "loop.group");
    grid.add(distinct, 1, 6);
    return grid;
  }

  private void add(GridPane grid, int row, LoopForm.Part part, String key) {
    Label label = Controls.label("", "fl-muted", "fl-small");
    label.textProperty().bind(Words.bind(key));
    label.setMinWidth(USE_PREF_SIZE);
    TextField field = new TextField();
    field.getStyleClass().addAll("fl-field", "fl-loop-field");
    field.accessibleTextProperty().bind(Words.bind(key));
    field.promptTextProperty().bind(Words.bind("optional"));
    field.textProperty().addListener((o, was, is) -> check());
    label.setLabelFor(field);
    GridPane.setHgrow(field, Priority.ALWAYS);
    grid.add(label, 0, row);
    grid.add(field, 1, row);
    fields.put(part, field);
  }

  private TextField field(LoopForm.Part part) {
    return java.util.Objects.requireNonNull(fields.get(part));
  }

  private void show(@Nullable Rule rule) {
    setVisible(rule != null);
    Each each = rule == null ? null : rule.each();
    if (each == null) {
      return;
    }
    LoopForm form = LoopForm.of(each);
    title.setText(Words.get("loop.title", rule.to()));
    field(LoopForm.Part.OVER).setText(form.over());
    field(LoopForm.Part.AS).setText(form.as());
    field(LoopForm.Part.WHERE).setText(form.where());
    field(LoopForm.Part.ORDER).setText(form.orderBy());
    field(LoopForm.Part.GROUP).setText(form.groupBy());
    descending.setSelected(form.descending());
    distinct.setSelected(form.distinct());
    field(LoopForm.Part.WHERE).requestFocus();
  }

  private LoopForm form() {
    return new LoopForm(
        field(LoopForm.Part.OVER).getText(),
        field(LoopForm.Part.AS).getText(),
        field(LoopForm.Part.WHERE).getText(),
        field(LoopForm.Part.ORDER).getText(),
        descending.isSelected(),
        field(LoopForm.Part.GROUP).getText(),
        distinct.isSelected());
  }

  private void check() {
    if (!isVisible()) {
      return;
    }
    LoopForm.Fault fault = form().fault();
    fields.forEach(
        (part, field) ->
            field.pseudoClassStateChanged(FAULT, fault != null && fault.part() == part));
    complaint.setText(fault == null ? "" : fault.message());
    complaint.setVisible(fault != null);
    complaint.setManaged(fault != null);
    apply.setDisable(fault != null);
    requestLayout();
    if (getParent() != null) {
      getParent().requestLayout();
    }
  }

  private void apply() {
    if (form().fault() == null) {
      model.applyLoop(form());
    }
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      model.editLoop(null);
    } else if (event.getCode() == KeyCode.ENTER) {
      apply();
    } else {
      return;
    }
    event.consume();
  }

  void openAt(double atX, double atY) {
    x = atX;
    y = atY;
  }

  /** Lays the editor out near where it was asked for, inside the area between the trees. */
  void place(double left, double right, double height, double text) {
    double wide = WIDTH * text;
    if (isVisible()) {
      double high = prefHeight(wide);
      double atX = Math.clamp(x - wide / 2, left + 8, Math.max(left + 8, right - wide - 8));
      double atY = Math.clamp(y + 18, 8, Math.max(8, height - high - 8));
      resizeRelocate(Math.round(atX), Math.round(atY), wide, high);
    }
  }
}
