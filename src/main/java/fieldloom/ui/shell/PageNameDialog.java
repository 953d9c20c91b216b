package fieldloom.ui.shell;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Dialog;
import fieldloom.ui.kit.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** Asks for the name of a page; each has its own. */
final class PageNameDialog extends Dialog {
  private static final Texts TEXTS = Texts.of(PageNameDialog.class);

  private final String before;
  private final List<String> taken;
  private final TextField name;
  private final Label wrong = Controls.label("", "fl-small", "fl-bad");
  private final Button ok = Controls.primary(TEXTS.get("page.keep"));

  PageNameDialog(String before, List<String> taken, Consumer<String> done) {
    super(TEXTS.get(taken.contains(before) ? "page.rename" : "page.new"));
    this.before = before;
    this.taken = taken;
    name = new TextField(before);
    name.getStyleClass().add("fl-field");
    name.setPromptText(TEXTS.get("page.prompt"));
    name.setAccessibleText(TEXTS.get("page.name"));
    wrong.setWrapText(true);
    body().getChildren().addAll(Controls.label(TEXTS.get("page.name"), "fl-muted"), name, wrong);
    Button cancel = addButton(Controls.button(TEXTS.get("page.cancel")));
    cancel.setOnAction(e -> close());
    addButton(ok);
    ok.setDefaultButton(true);
    ok.setOnAction(
        e -> {
          close();
          done.accept(name.getText().strip());
        });
    name.textProperty().subscribe(this::check);
    startAt(name);
  }

  private void check(String typed) {
    String text = typed.strip();
    boolean same = taken.contains(before) && text.equals(before);
    boolean used = taken.contains(text) && !same;
    wrong.setText(used ? TEXTS.get("page.taken", text) : "");
    ok.setDisable(text.isEmpty() || used);
  }
}
