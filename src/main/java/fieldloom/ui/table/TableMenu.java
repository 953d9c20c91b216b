package fieldloom.ui.table;

import fieldloom.ui.kit.Icons;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/** What can be done with the selected cells, by the other mouse button. */
final class TableMenu {
  private final RuleTable table;
  private final CellEditor editor;
  private final TableKeys keys;
  private final Runnable fixes;

  /**
   * @param fixes shows the quick fixes of the selected row
   */
  TableMenu(RuleTable table, CellEditor editor, TableKeys keys, Runnable fixes) {
    this.table = table;
    this.fixes = fixes;
    this.editor = editor;
    this.keys = keys;
  }

  void install() {
    CellEdits edits = table.model().edits();
    table.setContextMenu(
        new ContextMenu(
            item("menu.edit", Feather.EDIT_2, "F2", () -> editor.open(null)),
            item("menu.fixes", Feather.TOOL, "Alt+ENTER", fixes),
            new SeparatorMenuItem(),
            item("menu.copy", Feather.COPY, "Shortcut+C", keys::copy),
            item("menu.paste", Feather.CLIPBOARD, "Shortcut+V", keys::paste),
            item("menu.fill", Feather.CHEVRONS_DOWN, "Shortcut+D", edits::fillDown),
            new SeparatorMenuItem(),
            item("menu.delete", Feather.TRASH_2, "Delete", edits::delete)));
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
