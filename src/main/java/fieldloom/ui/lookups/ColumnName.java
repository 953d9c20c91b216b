package fieldloom.ui.lookups;

import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.TextField;

/** Asks for the name of a column, over the grid. */
final class ColumnName {
  private ColumnName() {}

  static void ask(Node over, String before, Consumer<String> named) {
    TextField field = new TextField(before);
    field.getStyleClass().add("fl-field");
    field.setAccessibleText(Words.get("column.name"));
    CustomMenuItem item = new CustomMenuItem(field, false);
    ContextMenu menu = new ContextMenu(item);
    field.setOnAction(
        e -> {
          menu.hide();
          named.accept(field.getText());
        });
    Bounds at = over.localToScreen(over.getBoundsInLocal());
    menu.setOnShown(
        e -> {
          field.requestFocus();
          field.selectAll();
        });
    menu.show(over, at.getMinX() + 64, at.getMinY());
  }
}
