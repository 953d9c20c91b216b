package fieldloom.ui.schemas;

import fieldloom.ui.kit.Columns;
import fieldloom.ui.kit.Controls;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The first rows of a table as they are read, and why no further one is. */
final class RowsTable extends VBox {
  private static final double COLUMN = 120;
  private static final int MOST_COLUMNS = 60;

  private final TableView<List<String>> table = new TableView<>();
  private final Label problem = Controls.label("", "fl-warn", "fl-small");

  RowsTable() {
    getStyleClass().add("fl-pick-rows");
    table.getStyleClass().add("fl-table");
    table.fixedCellSizeProperty().subscribe(row -> table.getColumns().forEach(this::fit));
    table.accessibleTextProperty().bind(Words.bind("rows"));
    Label none = Controls.label("", "fl-muted");
    none.textProperty().bind(Words.bind("rows.none"));
    table.setPlaceholder(none);
    problem.setWrapText(true);
    problem.setMinHeight(USE_PREF_SIZE);
    problem.managedProperty().bind(problem.textProperty().isNotEmpty());
    getChildren().addAll(table, problem);
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  /** While something is read again the old rows stay. */
  void show(@Nullable SchemaPick pick) {
    if (pick == null) {
      return;
    }
    SampleRows rows = pick.rows();
    setVisible(!rows.names().isEmpty() && !pick.kind().equals("fixed"));
    problem.setText(rows.problem());
    table.getColumns().clear();
    for (int i = 0; i < Math.min(rows.names().size(), MOST_COLUMNS); i++) {
      table.getColumns().add(column(rows.names().get(i), i));
    }
    table.getItems().setAll(rows.rows());
  }

  private void fit(TableColumn<List<String>, ?> column) {
    column.setPrefWidth(Columns.width(table, COLUMN));
  }

  void clear() {
    setVisible(false);
  }

  private TableColumn<List<String>, String> column(String name, int at) {
    TableColumn<List<String>, String> column = new TableColumn<>(name);
    column.setCellValueFactory(
        row -> {
          List<String> cells = row.getValue();
          return new ReadOnlyStringWrapper(at < cells.size() ? cells.get(at) : "");
        });
    fit(column);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }
}
