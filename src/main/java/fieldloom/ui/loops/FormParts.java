package fieldloom.ui.loops;

import fieldloom.ui.kit.Controls;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The parts that the form of a loop is made of. */
final class FormParts {
  private FormParts() {}

  static Button remove(String name, Runnable action) {
    Button button = small(Feather.X, Words.get("remove", name));
    button.setOnAction(e -> action.run());
    return button;
  }

  static Button small(Feather icon, String name) {
    Button button = Controls.iconOnly(icon, new ReadOnlyStringWrapper(name));
    button.getStyleClass().add("small");
    return button;
  }

  static Button add(String key, Runnable action) {
    Button button = Controls.button(Words.get(key), Feather.PLUS);
    button.getStyleClass().add("small");
    button.setOnAction(e -> action.run());
    return button;
  }

  static <T> ComboBox<T> choice(
      String name, List<T> values, T now, Function<T, String> say, Consumer<T> chosen) {
    ComboBox<T> box = new ComboBox<>();
    box.getItems().setAll(values);
    box.setValue(now);
    box.getStyleClass().add("fl-field");
    box.setAccessibleText(name);
    box.setMinWidth(Region.USE_PREF_SIZE);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T value) {
            return value == null ? "" : say.apply(value);
          }

          @Override
          public T fromString(String text) {
            return box.getValue();
          }
        });
    box.valueProperty()
        .addListener(
            (o, was, is) -> {
              if (is != null) {
                chosen.accept(is);
              }
            });
    return box;
  }

  static HBox row(Node... nodes) {
    HBox row = new HBox(6, nodes);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /** A part of the form: its name at the left, its fields beside it, a hint below them. */
  static Node section(String name, @Nullable String hint, Node fields) {
    Label label = Controls.label(name, "fl-small", "fl-muted", "fl-loop-label");
    label.setWrapText(true);
    VBox right = new VBox(4, fields);
    if (hint != null) {
      Label below = Controls.label(hint, "fl-muted", "fl-tiny");
      below.setWrapText(true);
      right.getChildren().add(below);
    }
    HBox.setHgrow(right, Priority.ALWAYS);
    HBox section = new HBox(12, label, right);
    section.setAlignment(Pos.TOP_LEFT);
    return section;
  }
}
