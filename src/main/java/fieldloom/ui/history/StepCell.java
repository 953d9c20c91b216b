package fieldloom.ui.history;

import fieldloom.ui.history.HistoryViewModel.Line;
import fieldloom.ui.history.HistoryViewModel.State;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Icons;
import fieldloom.ui.kit.Tone;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One step: a mark, its name, its state in a word where it has one, its time. */
final class StepCell extends ListCell<Line> {
  private static final PseudoClass PRESENT = PseudoClass.getPseudoClass("present");
  private static final PseudoClass UNDONE = PseudoClass.getPseudoClass("undone");

  private final FontIcon mark = Icons.small(Feather.CHECK);
  private final Label name = Controls.label("", "fl-step-name");
  private final Label now = Controls.chip("", Tone.ACCENT);
  private final Label time = Controls.label("", "fl-muted", "fl-mono");
  private final HBox row = new HBox(8, mark, name, now, time);
  private final Tooltip whole = new Tooltip();

  StepCell(Consumer<Line> go) {
    // As wide as the list: a long name ends in dots instead of making it scroll.
    setPrefWidth(0);
    row.setAlignment(Pos.CENTER_LEFT);
    mark.getStyleClass().add("fl-step-mark");
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    now.textProperty().bind(Words.bind("now"));
    time.setMinWidth(USE_PREF_SIZE);
    setOnMouseClicked(
        event -> {
          Line line = getItem();
          if (line != null && event.getButton() == MouseButton.PRIMARY) {
            go.accept(line);
          }
        });
  }

  @Override
  protected void updateItem(@Nullable Line line, boolean empty) {
    super.updateItem(line, empty);
    State state = line == null || empty ? null : line.state();
    pseudoClassStateChanged(PRESENT, state == State.PRESENT);
    pseudoClassStateChanged(UNDONE, state == State.UNDONE);
    if (line == null || empty) {
      setGraphic(null);
      setTooltip(null);
      setAccessibleText("");
      return;
    }
    mark.setIconCode(
        switch (line.state()) {
          case DONE -> Feather.CHECK;
          case PRESENT -> Feather.CHEVRON_RIGHT;
          case UNDONE -> Feather.CORNER_UP_LEFT;
        });
    name.setText(line.label());
    now.setVisible(line.state() == State.PRESENT);
    now.setManaged(now.isVisible());
    time.setText(line.time());
    whole.setText(line.label());
    setTooltip(whole);
    setGraphic(row);
    String spoken = line.time().isEmpty() ? line.label() : line.label() + ", " + line.time();
    setAccessibleText(Words.get("spoken." + line.state().name().toLowerCase(Locale.ROOT), spoken));
  }
}
