package fieldloom.ui.landscape;

import fieldloom.ui.kit.Controls;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** Rows of the landscape's dialogs. */
final class Fields {
  private static final double LABEL_PX = 128;

  private Fields() {}

  /**
   * Something to choose.
   *
   * @param value null where it stands for none
   */
  record Choice<T>(@Nullable T value, String words) {
    @Override
    public String toString() {
      return words;
    }
  }

  static TextField text(String key, String value) {
    TextField field = new TextField(value);
    field.getStyleClass().add("fl-field");
    field.setAccessibleText(LandscapeWords.TEXTS.get(key));
    return field;
  }

  static <T> ComboBox<Choice<T>> choices(String key, List<Choice<T>> choices) {
    ComboBox<Choice<T>> box = new ComboBox<>();
    box.getStyleClass().add("fl-field");
    box.getItems().setAll(choices);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setAccessibleText(LandscapeWords.TEXTS.get(key));
    return box;
  }

  /** Chooses the first with that value, else the first of all. */
  static <T> void choose(ComboBox<Choice<T>> box, @Nullable T value) {
    box.getItems().stream()
        .filter(choice -> java.util.Objects.equals(choice.value(), value))
        .findFirst()
        .or(() -> box.getItems().stream().findFirst())
        .ifPresent(box::setValue);
  }

  static HBox row(String key, Node field) {
    Label label = Controls.label(LandscapeWords.TEXTS.get(key), "fl-muted");
    label.setLabelFor(field);
    label.setMinWidth(LABEL_PX);
    label.setPrefWidth(LABEL_PX);
    HBox row = new HBox(8, label, field);
    row.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(field, Priority.ALWAYS);
    return row;
  }
}
