package fieldloom.ui.trace;

import fieldloom.engine.trace.TraceLine;
import fieldloom.ui.kit.Controls;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** A step: its number, what was done, with what, and what it gave. */
final class StepCell extends ListCell<Line> {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final Label number = Controls.label("", "fl-trace-number");
  private final Label title = Controls.label("", "fl-bold", "fl-trace-title");
  private final Label detail = Controls.label("", "fl-mono", "fl-muted");
  private final Label filled = Controls.label("", "fl-mono", "fl-trace-filled");
  private final Label result = Controls.label("", "fl-mono", "fl-trace-result");
  private final HBox row = new HBox(number, title, detail, filled, Controls.spacer(), result);

  StepCell() {
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("fl-trace-row");
    number.setMinWidth(USE_PREF_SIZE);
    title.setMinWidth(USE_PREF_SIZE);
    detail.setMinWidth(0);
    filled.setMinWidth(0);
    HBox.setHgrow(detail, Priority.SOMETIMES);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Line line, boolean empty) {
    super.updateItem(line, empty);
    if (line == null || empty) {
      setGraphic(null);
      setTooltip(null);
      setAccessibleText(null);
      return;
    }
    TraceLine words = line.line();
    number.setText(String.valueOf(line.number()));
    title.setText(words.title());
    show(detail, words.detail());
    show(filled, words.filled());
    show(result, words.result());
    pseudoClassStateChanged(WRONG, words.wrong());
    setAccessibleText(line.spoken());
    setGraphic(row);
  }

  private static void show(Label label, String text) {
    label.setText(text);
    label.setVisible(!text.isEmpty());
    label.setManaged(!text.isEmpty());
  }
}
