package fieldloom.ui.schemas;

import fieldloom.database.TableEntry;
import fieldloom.ui.kit.Controls;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A table or view: its name over how many columns it has and what its author wrote. */
final class TableCell extends ListCell<TableEntry> {
  private final Label name = Controls.label("", "fl-medium");
  private final Label about = Controls.label("", "fl-muted", "fl-small");
  private final VBox lines = new VBox(name, about);

  TableCell() {
    setPrefWidth(0);
    lines.setAlignment(Pos.CENTER_LEFT);
    name.setMinWidth(0);
    about.setMinWidth(0);
  }

  @Override
  protected void updateItem(@Nullable TableEntry entry, boolean empty) {
    super.updateItem(entry, empty);
    if (entry == null || empty) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    String counted = Words.get(entry.view() ? "db.view" : "db.table", entry.columns());
    String remarks = entry.remarks();
    name.setText(entry.own() ? entry.table() : entry.schema() + "." + entry.table());
    about.setText(remarks == null ? counted : counted + " · " + remarks);
    setGraphic(lines);
    setAccessibleText(name.getText() + ", " + about.getText());
  }
}
