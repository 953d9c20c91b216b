package fieldloom.ui.schemas;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Skeleton;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The fields of what was picked, under how many they are. */
final class FieldsList extends VBox {
  private final ListView<FieldLine> fields = new ListView<>();
  private final Label count = Controls.label("", "fl-muted", "fl-small");

  /**
   * @param none said where there are no fields
   * @param saying when that is said
   * @param busy whether fields are being read
   * @param beside stand at the other end of the head
   */
  FieldsList(
      ObservableValue<String> none,
      ObservableBooleanValue saying,
      ObservableValue<Boolean> busy,
      Node... beside) {
    super(8);
    getStyleClass().add("fl-pick-side");
    fields.accessibleTextProperty().bind(Words.bind("pick.fields"));
    fields.setCellFactory(view -> new FieldCell());
    fields.getStyleClass().add("fl-pick-fields");
    count.setMinWidth(USE_PREF_SIZE);
    Label nothing = Controls.label("", "fl-muted");
    nothing.textProperty().bind(none);
    nothing.visibleProperty().bind(saying);
    nothing.setWrapText(true);
    fields.setPlaceholder(new StackPane(new Skeleton(busy), nothing));
    VBox.setVgrow(fields, Priority.ALWAYS);
    HBox head = new HBox(8, count, Controls.spacer());
    head.getChildren().addAll(beside);
    head.getStyleClass().add("fl-pick-head");
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, fields);
    HBox.setHgrow(this, Priority.ALWAYS);
  }

  void show(@Nullable SchemaPick pick) {
    FieldLines lines = pick == null ? FieldLines.NONE : pick.fields();
    fields.getItems().setAll(lines.lines());
    int n = lines.lines().size();
    count.setText(
        pick == null ? "" : Words.get(lines.isAll() ? "pick.count" : "pick.count.more", n));
  }

  /** The list itself, to be walked. */
  Node list() {
    return fields;
  }
}
