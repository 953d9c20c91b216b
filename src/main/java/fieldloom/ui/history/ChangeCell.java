package fieldloom.ui.history;

import fieldloom.model.difference.Change;
import fieldloom.ui.history.VersionsViewModel.Told;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Tone;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A change: whether something is new, changed or gone, and the sentence. */
final class ChangeCell extends ListCell<Told> {
  /** Room that the paddings, the gap and a scroll bar take. */
  private static final double BESIDE = 48;

  private final Label sentence = Controls.label("", "fl-change-sentence");
  private final Label chip = Controls.chip("", Tone.GOOD);
  private final HBox row = new HBox(8, chip, sentence);

  ChangeCell(ListView<Told> list) {
    // As wide as the list: a long sentence goes on in the next line.
    setPrefWidth(0);
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    chip.setMinHeight(USE_PREF_SIZE);
    sentence
        .prefWidthProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.max(80, list.getWidth() - chip.getWidth() - BESIDE),
                list.widthProperty(),
                chip.widthProperty()));
    row.setAlignment(Pos.TOP_LEFT);
  }

  @Override
  protected void updateItem(@Nullable Told told, boolean empty) {
    super.updateItem(told, empty);
    if (told == null || empty) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    sentence.setText(told.sentence());
    chip.setText(told.kind());
    chip.getStyleClass().setAll("label", "fl-chip", tone(told.change().ofWhole()).styleClass());
    setGraphic(row);
    setAccessibleText(told.kind() + ", " + told.sentence());
  }

  static Tone tone(Change.Kind kind) {
    return switch (kind) {
      case NEW -> Tone.GOOD;
      case CHANGED -> Tone.WARNING;
      case GONE -> Tone.BAD;
    };
  }
}
