package fieldloom.ui.schemas;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Rebinding;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A field that is not found again, and a choice of what takes its place. */
final class LostCell extends ListCell<Rebinding.Lost> {
  private static final double CHOICE = 260;

  private final ReplaceViewModel model;

  /** Something that can take its place; null for nothing. */
  private record Instead(@Nullable FieldRef field) {
    @Override
    public String toString() {
      return field == null ? Words.get("replace.lost.none") : RebindPane.name(field);
    }
  }

  LostCell(ReplaceViewModel model) {
    this.model = model;
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(Rebinding.@Nullable Lost lost, boolean empty) {
    super.updateItem(lost, empty);
    if (lost == null || empty) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    String name = RebindPane.name(lost.field());
    Label field = Controls.label(name, "fl-mono");
    field.setMinWidth(0);
    Label rules =
        Controls.label(Words.get("replace.lost.rules", lost.rules()), "fl-muted", "fl-small");
    rules.setMinWidth(USE_PREF_SIZE);
    HBox row = new HBox(8, field, rules, Controls.spacer(), choice(lost, name));
    row.setAlignment(Pos.CENTER_LEFT);
    setGraphic(row);
    setAccessibleText(name + ", " + rules.getText());
  }

  private ComboBox<Instead> choice(Rebinding.Lost lost, String name) {
    ComboBox<Instead> box = new ComboBox<>();
    box.getStyleClass().add("fl-field");
    box.setPrefWidth(CHOICE);
    box.setMinWidth(CHOICE);
    box.setAccessibleText(Words.get("replace.lost.spoken", name));
    List<Instead> all = new ArrayList<>(List.of(new Instead(null)));
    lost.candidates().forEach(candidate -> all.add(new Instead(candidate)));
    box.getItems().setAll(all);
    box.setValue(new Instead(model.chosen(lost.field())));
    box.valueProperty().addListener((o, was, is) -> model.choose(lost.field(), is.field()));
    return box;
  }
}
