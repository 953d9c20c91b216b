package fieldloom.ui.shell;

import fieldloom.ui.kit.Icons;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

/** The bar at the left edge, 52 px wide: one icon for each screen. */
final class Rail extends VBox {
  private final Workbench bench;

  Rail(Workbench bench, Commands commands) {
    this.bench = bench;
    getStyleClass().add("fl-rail");
    setAlignment(Pos.TOP_CENTER);
    getChildren()
        .addAll(
            button(commands.start, Screen.START),
            button(commands.landscape, Screen.LANDSCAPE),
            button(commands.mapping, Screen.MAPPING),
            button(commands.jobs, Screen.JOBS),
            button(commands.catalog, Screen.CATALOG));
  }

  private Node button(Command command, Screen screen) {
    ToggleButton button = new ToggleButton();
    button.setGraphic(Icons.large(command.icon()));
    button.getStyleClass().add("fl-rail-button");
    button.accessibleTextProperty().bind(command.title());
    button.setOnAction(
        e -> {
          command.run();
          button.setSelected(bench.screenProperty().get() == screen);
        });
    bench.screenProperty().subscribe(shown -> button.setSelected(shown == screen));
    return Buttons.gated(command, button);
  }
}
