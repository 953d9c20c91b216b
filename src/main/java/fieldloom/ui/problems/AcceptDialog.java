package fieldloom.ui.problems;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Dialog;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** Asks why a warning is let stand. */
final class AcceptDialog extends Dialog {

  /**
   * @param then gets the reason, which is not blank
   */
  AcceptDialog(Line.Entry entry, Consumer<String> then) {
    super(Words.get("accept.title", entry.place()));
    Label message = new Label(entry.message());
    message.setWrapText(true);
    TextField reason = new TextField();
    reason.getStyleClass().add("fl-field");
    reason.setPromptText(Words.get("accept.reason"));
    reason.setAccessibleText(Words.get("accept.reason"));
    Label note = Controls.label(Words.get("accept.note"), "fl-muted", "fl-small");
    note.setWrapText(true);
    body().getChildren().addAll(message, reason, note);
    Button cancel = addButton(Controls.button(Words.get("accept.cancel")));
    cancel.setOnAction(e -> close());
    Button accept = addButton(Controls.primary(Words.get("accept.do")));
    accept.setDefaultButton(true);
    accept.disableProperty().bind(reason.textProperty().map(String::isBlank));
    accept.setOnAction(
        e -> {
          close();
          then.accept(reason.getText());
        });
    startAt(reason);
  }
}
