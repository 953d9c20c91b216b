package fieldloom.ui.shell;

import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Icons;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuItem;

/** Buttons and menu entries of commands. */
final class Buttons {
  private Buttons() {}

  static Node bordered(Command command) {
    return of(command, Controls.button(command.title(), command.icon()));
  }

  static Node primary(Command command) {
    return of(command, Controls.primary(command.title(), command.icon()));
  }

  static Node flat(Command command) {
    return of(command, Controls.flat(command.title(), command.icon()));
  }

  static Node iconOnly(Command command) {
    return of(command, Controls.iconOnly(command.icon(), command.title()));
  }

  private static Node of(Command command, Button button) {
    button.setOnAction(e -> command.run());
    return gated(command, button);
  }

  /** Any button, off with a reason while its command is. */
  static Node gated(Command command, ButtonBase button) {
    Controls.tip(button, command.hint());
    return Controls.gated(button, command.reason());
  }

  static MenuItem item(Command command) {
    MenuItem item = new MenuItem();
    item.textProperty().bind(command.title());
    item.setGraphic(Icons.small(command.icon()));
    if (command.key() != null && command.everywhere()) {
      item.setAccelerator(command.key());
    }
    item.disableProperty().bind(command.reason().map(reason -> !reason.isEmpty()));
    item.setOnAction(e -> command.run());
    return item;
  }
}
