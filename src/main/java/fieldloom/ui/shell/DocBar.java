package fieldloom.ui.shell;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Icons;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** The bar over the mapping, 40 px: its views, undo and redo, what else lies around it. */
final class DocBar extends HBox {
  /** In a narrower window, counted in text of 13 px, buttons keep their icons only. */
  private static final double WORDS_FROM_PX = 1480;

  /** In a window that is narrower still the names of views go too. */
  private static final double VIEWS_FROM_PX = 1160;

  /** In one that is narrower yet the zoom goes; its keys and commands stay. */
  private static final double ZOOM_FROM_PX = 620;

  private static final double TEXT_PX = 13;

  /** Says nothing; css tells it how large text is. */
  private final Label em = new Label();

  private final ZoomControl zoom;

  DocBar(Workbench bench, Commands commands) {
    getStyleClass().add("fl-docbar");
    setAlignment(Pos.CENTER_LEFT);
    // What finds no room is cut off at the end; a bar never makes the window wider.
    setMinWidth(0);
    zoom = new ZoomControl(bench, commands.canvas);
    em.setManaged(false);
    sceneProperty().flatMap(Scene::widthProperty).subscribe(w -> tighten());
    // Styles are being applied then, and a class that changes meanwhile would not be seen.
    em.fontProperty().addListener((o, was, is) -> Platform.runLater(this::tighten));
    getChildren().add(em);
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
            Buttons.flat(commands.canvas.tidy),
            toggle(
                commands.functions,
                bench.functionsShownProperty(),
                commands.functions.title(),
                "flat"),
            Controls.separator(),
            Buttons.iconOnly(commands.save),
            Buttons.iconOnly(commands.importSample),
            Controls.spacer(),
            new PageMenu(bench, commands.lens),
            zoom,
            toggle(commands.problems, bench.problemsShownProperty(), commands.problems.title()),
            Buttons.iconOnly(commands.theme));
  }

  private void tighten() {
    double width = getScene() == null ? WORDS_FROM_PX : getScene().getWidth();
    double ems = width * TEXT_PX / em.getFont().getSize();
    style("fl-tight", ems < WORDS_FROM_PX);
    style("fl-tighter", ems < VIEWS_FROM_PX);
    zoom.setRoom(ems >= ZOOM_FROM_PX);
  }

  private void style(String name, boolean on) {
    if (getStyleClass().contains(name) != on) {
      if (on) {
        getStyleClass().add(name);
      } else {
        getStyleClass().remove(name);
      }
    }
  }

  private static HBox views(Workbench bench, Commands commands) {
    HBox views = new HBox();
    views.getStyleClass().add("fl-segments");
    views.setMinWidth(USE_PREF_SIZE);
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
