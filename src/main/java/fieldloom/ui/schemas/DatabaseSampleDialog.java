package fieldloom.ui.schemas;

import fieldloom.ui.kit.Choosers;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Dialog;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** Chooses a table or query whose first rows become a sample; the schema stays as it is. */
public final class DatabaseSampleDialog extends Dialog {
  private final DatabaseViewModel model;

  /**
   * @param model where tables are chosen, to be read
   * @param take takes what the rows are called, and the rows
   */
  public DatabaseSampleDialog(
      DatabaseViewModel model, Choosers choosers, BiConsumer<String, List<Object>> take) {
    super(Words.get("db.sample.title"));
    this.model = model;
    getStyleClass().add("fl-pick-dialog");
    model.keepingOfferedProperty().set(false);
    Label about = Controls.label(Words.get("db.sample.about"), "fl-muted", "fl-small");
    about.setWrapText(true);
    about.setMinHeight(USE_PREF_SIZE);
    DatabasePane pane = new DatabasePane(model, choosers);
    body().getChildren().addAll(about, pane);
    Button back = addButton(Controls.button(Words.get("replace.back")));
    back.setOnAction(e -> model.leave());
    back.visibleProperty().bind(model.lookingProperty());
    Button cancel = addButton(Controls.button(Words.get("replace.cancel")));
    cancel.setOnAction(e -> cancel());
    Button go = addButton(Controls.primary(Words.get("db.sample.take")));
    go.setDefaultButton(true);
    go.disableProperty().bind(model.pickProperty().isNull());
    go.setOnAction(
        e -> {
          close();
          take.accept(model.rowsName(), model.rowsTaken());
        });
    startAt(pane.first());
  }

  @Override
  public void cancel() {
    model.cancel();
    close();
  }
}
