package fieldloom.ui.palette;

import fieldloom.ui.kit.Controls;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** A heading with its count, or a function with what it does. */
final class FunctionCell extends ListCell<PaletteRow> {
  private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

  private final Label title = Controls.label("", "fl-bold", "fl-small");
  private final Label count = Controls.label("", "fl-muted", "fl-small");
  private final HBox heading = new HBox(8, title, Controls.spacer(), count);
  private final Label name = Controls.label("", "fl-function-name");
  private final Label about = Controls.label("", "fl-muted", "fl-small");
  private final Label group = Controls.label("", "fl-muted", "fl-small");
  private final HBox entry = new HBox(8, name, about, group);

  FunctionCell(FunctionDrag drag) {
    setPrefWidth(0);
    heading.setAlignment(Pos.CENTER_LEFT);
    entry.setAlignment(Pos.CENTER_LEFT);
    name.setMinWidth(USE_PREF_SIZE);
    about.setMinWidth(0);
    about.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(about, Priority.ALWAYS);
    group.setMinWidth(USE_PREF_SIZE);
    group.managedProperty().bind(group.visibleProperty());
    setOnMousePressed(
        event -> {
          if (getItem() instanceof PaletteRow.Entry e) {
            drag.press(e.function(), event);
          }
        });
  }

  @Override
  protected void updateItem(@Nullable PaletteRow row, boolean empty) {
    super.updateItem(row, empty);
    pseudoClassStateChanged(HEADING, !empty && row instanceof PaletteRow.Heading);
    switch (empty ? null : row) {
      case null -> {
        setGraphic(null);
        setAccessibleText("");
      }
      case PaletteRow.Heading(String words, int size) -> {
        title.setText(words);
        count.setText(String.valueOf(size));
        setGraphic(heading);
        setAccessibleText(Words.get("heading.spoken", words, size));
      }
      case PaletteRow.Entry(Listed function, boolean found) -> {
        name.setText(function.name());
        about.setText(function.about());
        group.setText(function.category());
        group.setVisible(found);
        setGraphic(entry);
        setAccessibleText(function.spoken());
      }
    }
  }
}
