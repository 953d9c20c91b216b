package fieldloom.ui.schemas;

import fieldloom.ui.kit.Controls;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A field as it stands in trees: badge, name, star, title. */
final class FieldCell extends ListCell<FieldLine> {
  private static final double INDENT = 14;

  private final Label name = Controls.label("", "fl-medium");
  private final Label star = Controls.label("*", "fl-bad");
  private final Label title = Controls.label("", "fl-muted", "fl-small");

  FieldCell() {
    setPrefWidth(0);
    name.setMinWidth(USE_PREF_SIZE);
    star.setMinWidth(USE_PREF_SIZE);
    title.setMinWidth(0);
  }

  @Override
  protected void updateItem(@Nullable FieldLine field, boolean empty) {
    super.updateItem(field, empty);
    if (field == null || empty) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    String words = field.titles().in(Words.locale());
    name.setText(field.label());
    title.setText(words == null ? "" : words);
    HBox row = new HBox(6, Controls.badge(field.type()), name);
    if (field.required()) {
      row.getChildren().add(star);
    }
    row.getChildren().add(title);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setPadding(new Insets(0, 0, 0, field.depth() * INDENT));
    setGraphic(row);
    setAccessibleText(
        field.label() + (words == null ? "" : ", " + words) + ", " + field.type().label());
  }
}
