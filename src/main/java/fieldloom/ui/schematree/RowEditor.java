package fieldloom.ui.schematree;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Types a fixed value into a row: Enter takes it, Escape gives it up, leaving takes it too. */
final class RowEditor extends TextField {
  private final SchemaTreeViewModel model;
  private final Runnable done;
  private @Nullable SchemaRow row;

  RowEditor(SchemaTreeViewModel model, Runnable done) {
    this.model = model;
    this.done = done;
    getStyleClass().add("fl-row-editor");
    promptTextProperty().bind(Words.bind("constant.prompt"));
    setManaged(false);
    setVisible(false);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                finish(true);
              }
            });
  }

  @Nullable SchemaRow row() {
    return row;
  }

  void open(SchemaRow of) {
    row = of;
    setText(model.input().editedText(of));
    setAccessibleText(Words.get("constant", of.label()));
    setVisible(true);
    requestFocus();
    selectAll();
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case ENTER -> finish(true);
      case ESCAPE -> finish(false);
      default -> {
        return;
      }
    }
    event.consume();
    done.run();
  }

  private void finish(boolean take) {
    SchemaRow edited = row;
    row = null;
    setVisible(false);
    if (edited != null && take) {
      model.input().takeTyped(edited, getText());
    }
  }
}
