package fieldloom.ui.shell;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Icons;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** The bar over the mapping, 40 px: its views, undo and redo, what else lies around it. */
final class DocBar extends HBox {
  /** In a narrower window buttons keep their icons only. */
  private static final double WORDS_FROM_PX = 1280;

  DocBar(Workbench bench, Commands commands) {
    getStyleClass().add("fl-docbar");
    sceneProperty()
        .flatMap(Scene::widthProperty)
        .orElse(WORDS_FROM_PX)
        .subscribe(width -> tighten(width.doubleValue() < WORDS_FROM_PX));
    setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            views(bench, commands),
            Controls.separator(),
            Buttons.flat(commands.undo),
            Buttons.flat(commands.redo),
            toggle(
                commands.history, bench.historyShownProperty(), commands.history.title(), "flat"),
            toggle(
                commands.lens.focus,
                commands.lens.focusedProperty(),
                commands.lens.focus.title(),
                "flat"),
            Controls.separator(),
            Buttons.iconOnly(commands.save),
            Buttons.iconOnly(commands.importSample),
            Controls.spacer(),
            new PageMenu(bench, commands.lens),
            toggle(commands.problems, bench.problemsShownProperty(), commands.problems.title()),
            Buttons.iconOnly(commands.theme));
  }

  private void tighten(boolean tight) {
    getStyleClass().remove("fl-tight");
    if (tight) {
      getStyleClass().add("fl-tight");
    }
  }

  private static HBox views(Workbench bench, Commands commands) {
    HBox views = new HBox();
    views.getStyleClass().add("fl-segments");
    commands.views.forEach(
        (view, command) -> {
          ToggleButton button = new ToggleButton();
          button.setGraphic(Icons.small(view.icon()));
          button.textProperty().bind(command.title());
          button.accessibleTextProperty().bind(command.title());
          Controls.tip(button, command.hint());
          bench.viewProperty().subscribe(now -> button.setSelected(now == view));
          button.setOnAction(
              e -> {
                command.run();
                button.setSelected(bench.viewProperty().get() == view);
              });
          views.getChildren().add(button);
        });
    views.getChildren().getFirst().getStyleClass().add("first");
    views.getChildren().getLast().getStyleClass().add("last");
    return views;
  }

  /** A button that stays pressed while something is shown. */
  static Node toggle(
      Command command,
      ObservableValue<Boolean> on,
      ObservableValue<String> title,
      String... styles) {
    ToggleButton button = Controls.toggle(title, command.icon());
    button.getStyleClass().addAll(styles);
    on.subscribe(shown -> button.setSelected(shown));
    button.setOnAction(
        e -> {
          command.run();
          button.setSelected(on.getValue());
        });
    return Buttons.gated(command, button);
  }
}
