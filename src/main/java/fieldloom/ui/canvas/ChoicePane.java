package fieldloom.ui.canvas;

import fieldloom.ui.session.EditChoice;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Asks what a drop is to mean; 1, 2 and 3 answer, Escape gives it up. */
final class ChoicePane extends VBox implements Floating {
  private static final double WIDTH = 320;

  private final CanvasViewModel model;
  private double x;
  private double y;

  ChoicePane(CanvasViewModel model) {
    this.model = model;
    getStyleClass().add("fl-choice");
    setVisible(false);
    model.choiceProperty().subscribe(this::show);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  void askAt(double atX, double atY) {
    x = atX;
    y = atY;
  }

  private void show(@Nullable EditChoice choice) {
    setVisible(choice != null);
    getChildren().clear();
    if (choice == null) {
      return;
    }
    Label question = new Label(choice.question());
    question.getStyleClass().add("fl-choice-question");
    question.setWrapText(true);
    getChildren().add(question);
    for (int i = 0; i < choice.options().size(); i++) {
      getChildren().add(option(choice.options().get(i), i));
    }
    getChildren().get(1).requestFocus();
  }

  private Button option(EditChoice.Option option, int place) {
    Label key = new Label(Integer.toString(place + 1));
    key.getStyleClass().add("fl-key");
    Label name = new Label(option.label());
    name.getStyleClass().add("fl-choice-name");
    name.setMinWidth(USE_PREF_SIZE);
    Label detail = new Label(option.detail());
    detail.getStyleClass().add("fl-choice-detail");
    HBox row = new HBox(8, key, name, detail);
    row.setAlignment(Pos.CENTER_LEFT);
    Button button = new Button();
    button.setGraphic(row);
    button.setAccessibleText(option.label() + ": " + option.detail());
    button.getStyleClass().setAll("fl-choice-option");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(e -> model.choose(place));
    return button;
  }

  private void key(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code == KeyCode.ESCAPE) {
      model.choose(-1);
    } else if (code.isDigitKey() && event.getText().length() == 1) {
      model.choose(event.getText().charAt(0) - '1');
    } else {
      return;
    }
    event.consume();
  }

  /** Lays the question out where it was asked, inside the area between the trees if it fits. */
  void place(double left, double right, double height, double text) {
    double wide = WIDTH * text;
    if (!isVisible()) {
      return;
    }
    double high = prefHeight(wide);
    double atX = Math.clamp(x - wide - 16, left + 8, Math.max(left + 8, right - wide - 8));
    double atY = Math.clamp(y - 20, 8, Math.max(8, height - high - 8));
    resizeRelocate(Math.round(atX), Math.round(atY), wide, high);
  }
}
