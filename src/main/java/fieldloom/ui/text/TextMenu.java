package fieldloom.ui.text;

import fieldloom.ui.kit.Icons;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/** What can be done with the selected line, by the other mouse button. */
final class TextMenu {
  private TextMenu() {}

  static ContextMenu of(Runnable edit, Runnable fixes, Runnable copy, Runnable delete) {
    return new ContextMenu(
        item("menu.edit", Feather.EDIT_2, "F2", edit),
        item("menu.fixes", Feather.TOOL, "Alt+ENTER", fixes),
        new SeparatorMenuItem(),
        item("menu.copy", Feather.COPY, "Shortcut+C", copy),
        new SeparatorMenuItem(),
        item("menu.delete", Feather.TRASH_2, "Delete", delete));
  }

  private static MenuItem item(String key, Feather icon, String keys, Runnable action) {
    MenuItem item = new MenuItem();
    item.textProperty().bind(Words.bind(key));
    item.setGraphic(Icons.small(icon));
    item.setAccelerator(KeyCombination.valueOf(keys));
    item.setOnAction(e -> action.run());
    return item;
  }
}
