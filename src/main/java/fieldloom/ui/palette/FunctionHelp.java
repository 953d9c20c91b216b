package fieldloom.ui.palette;

import fieldloom.function.FunctionDef;
import fieldloom.ui.kit.Controls;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What a function does, with its examples. */
final class FunctionHelp extends ScrollPane {
  private final Label signature = Controls.label("", "fl-function-signature");
  private final Label about = new Label();
  private final Label examples = Controls.label("", "fl-muted", "fl-small");
  private final VBox cases = new VBox(4);
  private final Label aliases = Controls.label("", "fl-muted", "fl-small");

  FunctionHelp() {
    VBox words = new VBox(6, signature, about, examples, cases, aliases);
    words.getStyleClass().add("fl-function-help");
    for (Label label : new Label[] {signature, about, aliases}) {
      label.setWrapText(true);
    }
    aliases.managedProperty().bind(aliases.visibleProperty());
    examples.managedProperty().bind(examples.visibleProperty());
    examples.textProperty().bind(Words.bind("examples"));
    setContent(words);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    getStyleClass().add("fl-function-help-pane");
    setAccessibleRole(AccessibleRole.TEXT);
  }

  void show(@Nullable Listed function) {
    getContent().setVisible(function != null);
    setAccessibleText(function == null ? "" : function.spoken());
    cases.getChildren().clear();
    if (function == null) {
      return;
    }
    signature.setText(function.signature());
    about.setText(function.isOwn() ? "= " + function.about() : function.about());
    examples.setVisible(!function.examples().isEmpty());
    function.examples().forEach(e -> cases.getChildren().add(example(e)));
    aliases.setVisible(!function.aliases().isEmpty());
    aliases.setText(Words.get("aliases", String.join(", ", function.aliases())));
    setVvalue(0);
  }

  private static Label example(FunctionDef.Example example) {
    String result =
        switch (example.result()) {
          case "absent" -> Words.get("result.absent");
          case "error" -> Words.get("result.error");
          default -> example.result();
        };
    Label label = Controls.label(example.formula() + " → " + result, "fl-function-example");
    label.setWrapText(true);
    return label;
  }
}
