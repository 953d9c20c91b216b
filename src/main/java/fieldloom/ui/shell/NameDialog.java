package fieldloom.ui.shell;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Dialog;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** Asks for a name. */
final class NameDialog extends Dialog {

  /**
   * @param check what is wrong with a name; "" where nothing is
   */
  NameDialog(
      String heading,
      String before,
      String verb,
      Function<String, String> check,
      Consumer<String> then) {
    super(heading);
    TextField name = new TextField(before);
    name.getStyleClass().add("fl-field");
    name.setAccessibleText(Workbench.TEXTS.get("document.name"));
    Label complaint = Controls.label("", "fl-bad", "fl-small");
    complaint.setWrapText(true);
    body().getChildren().addAll(name, complaint);
    Button cancel = addButton(Controls.button(Workbench.TEXTS.get("document.cancel")));
    cancel.setOnAction(e -> close());
    Button apply = addButton(Controls.primary(verb));
    apply.setDefaultButton(true);
    apply.setOnAction(
        e -> {
          close();
          then.accept(name.getText().strip());
        });
    name.textProperty()
        .subscribe(
            text -> {
              String wrong = check.apply(text.strip());
              complaint.setText(wrong);
              apply.setDisable(!wrong.isEmpty());
            });
    name.selectAll();
    startAt(name);
  }
}
