package fieldloom.ui.schemas;

import fieldloom.ui.kit.Controls;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Something to choose: its title over a line about it, which may be missing. */
abstract class TwoLineCell<T> extends ListCell<T> {
  private final Label title = Controls.label("", "fl-medium");
  private final Label about;
  private final VBox lines;

  /**
   * @param style of the second line
   */
  TwoLineCell(String style) {
    about = Controls.label("", "fl-muted", style);
    lines = new VBox(title, about);
    setPrefWidth(0);
    lines.setAlignment(Pos.CENTER_LEFT);
    title.setMinWidth(0);
    about.setMinWidth(0);
    // What tells them apart stands at the end: a request, the last part of a path.
    about.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    about.managedProperty().bind(about.visibleProperty());
  }

  /** The line on top. */
  abstract String title(T item);

  /** The line below; empty for none. */
  abstract String about(T item);

  @Override
  protected final void updateItem(@Nullable T item, boolean empty) {
    super.updateItem(item, empty);
    if (item == null || empty) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    String below = about(item);
    title.setText(title(item));
    about.setText(below);
    about.setVisible(!below.isEmpty());
    setGraphic(lines);
    setAccessibleText(below.isEmpty() ? title.getText() : title.getText() + ", " + below);
  }
}
