package fieldloom.ui.landscape;

import fieldloom.landscape.Words;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Dialog;
import fieldloom.ui.kit.Texts;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/** Asks what two systems have to do with each other, in both languages. */
final class SentenceDialog extends Dialog {
  private static final Texts TEXTS = LandscapeWords.TEXTS;

  SentenceDialog(String heading, Words before, Consumer<Words> done) {
    super(heading);
    TextArea english = area("sentence.en", before.english());
    TextArea chinese = area("sentence.zh", before.chinese());
    body()
        .getChildren()
        .addAll(
            new VBox(4, Controls.label(TEXTS.get("sentence.en"), "fl-muted"), english),
            new VBox(4, Controls.label(TEXTS.get("sentence.zh"), "fl-muted"), chinese));
    Button cancel = addButton(Controls.button(TEXTS.get("cancel")));
    cancel.setOnAction(e -> close());
    Button ok = addButton(Controls.primary(TEXTS.get("keep")));
    ok.setOnAction(
        e -> {
          close();
          done.accept(new Words(line(english), line(chinese)));
        });
    startAt(english);
  }

  private static TextArea area(String key, String value) {
    TextArea area = new TextArea(value);
    area.setWrapText(true);
    area.setPrefRowCount(3);
    area.setAccessibleText(TEXTS.get(key));
    return area;
  }

  /** A sentence is one line, however it was typed. */
  private static String line(TextArea area) {
    return area.getText().strip().replaceAll("\\s*\\n\\s*", " ");
  }
}
