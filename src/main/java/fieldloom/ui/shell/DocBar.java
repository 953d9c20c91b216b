package fieldloom.ui.shell;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Icons;
import fieldloom.ui.kit.Texts;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** The bar over the mapping, 40 px: its views, undo and redo, what else lies around it. */
final class DocBar extends HBox {
  private static final Texts TEXTS = Texts.of(DocBar.class);

  DocBar(Workbench bench, Commands commands) {
    getStyleClass().add("fl-docbar");
    setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            views(),
            Controls.separator(),
            Buttons.flat(commands.undo),
            Buttons.flat(commands.redo),
            Controls.separator(),
            Buttons.flat(commands.save),
            Buttons.flat(commands.importSample),
            Controls.spacer(),
            toggle(commands.problems, bench.problemsShownProperty(), commands.problems.title()),
            Buttons.iconOnly(commands.theme));
  }

  private static HBox views() {
    ToggleButton canvas = new ToggleButton();
    canvas.setGraphic(Icons.small(Feather.SHUFFLE));
    canvas.textProperty().bind(TEXTS.bind("view.canvas"));
    canvas.accessibleTextProperty().bind(TEXTS.bind("view.canvas"));
    canvas.getStyleClass().addAll("first", "last");
    canvas.setSelected(true);
    // The only view there is: pressing it leaves it selected.
    canvas.setOnAction(e -> canvas.setSelected(true));
    HBox views = new HBox(canvas);
    views.getStyleClass().add("fl-segments");
    return views;
  }

  /** A button that stays pressed while something is shown. */
  static Node toggle(Command command, ObservableValue<Boolean> on, ObservableValue<String> title) {
    ToggleButton button = Controls.toggle(title, command.icon());
    on.subscribe(shown -> button.setSelected(shown));
    button.setOnAction(
        e -> {
          command.run();
          button.setSelected(on.getValue());
        });
    return Buttons.gated(command, button);
  }
}
