package fieldloom.ui.catalog;

import fieldloom.model.Path;
import fieldloom.ui.kit.Controls;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import org.jspecify.annotations.Nullable;

/** A tree of fields with their titles, types and notes; only rows that are seen are made. */
final class FieldTable extends TreeTableView<FieldRow> {
  /** What {@code catalog.css} makes a row at the usual size of text. */
  private static final double ROW_PX = 28;

  /** In a narrower table, at the usual size of text, notes stand below it with the chosen field. */
  private static final double WITH_NOTES_PX = 720;

  private static final double NAME_SHARE = 0.42;
  private static final double BAR_PX = 16;

  FieldTable() {
    getStyleClass().add("fl-fields");
    setShowRoot(false);
    setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    accessibleTextProperty().bind(Words.bind("tab.fields"));
    TreeTableColumn<FieldRow, FieldRow> name =
        column("column.field", 300, 160, FieldCells.Name::new);
    getColumns().add(name);
    TreeTableColumn<FieldRow, FieldRow> title =
        column("column.title", 230, 100, FieldCells.Title::new);
    TreeTableColumn<FieldRow, FieldRow> type =
        column("column.type", 120, 112, FieldCells.Type::new);
    TreeTableColumn<FieldRow, FieldRow> note = column("column.note", 320, 70, FieldCells.Note::new);
    getColumns().addAll(List.of(title, type, note));
    Runnable fit =
        () -> {
          double scale = getFixedCellSize() > 0 ? getFixedCellSize() / ROW_PX : 1;
          double wide = getWidth() - BAR_PX;
          boolean notes = wide > WITH_NOTES_PX * scale;
          note.setVisible(notes);
          type.setMinWidth(112 * scale);
          type.setPrefWidth(120 * scale);
          name.setPrefWidth(notes ? 300 * scale : NAME_SHARE * wide);
          title.setPrefWidth(notes ? 230 * scale : (1 - NAME_SHARE) * wide - 120 * scale);
          note.setPrefWidth(wide - 650 * scale);
        };
    widthProperty().subscribe(fit);
    fixedCellSizeProperty().subscribe(fit);
    name.getStyleClass().add("fl-fields-first");
    setTreeColumn(name);
    setRowFactory(table -> new Row());
    Label none = Controls.label("", "fl-muted");
    none.textProperty().bind(Words.bind("fields.none"));
    none.setWrapText(true);
    none.setMaxWidth(420);
    setPlaceholder(none);
  }

  private static TreeTableColumn<FieldRow, FieldRow> column(
      String key,
      double widthPx,
      double leastPx,
      Supplier<TreeTableCell<FieldRow, FieldRow>> cell) {
    TreeTableColumn<FieldRow, FieldRow> column = new TreeTableColumn<>();
    column.textProperty().bind(Words.bind(key));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().getValue()));
    column.setCellFactory(made -> cell.get());
    column.setPrefWidth(widthPx);
    column.setMinWidth(leastPx);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  /** Says of a row what a reader of the screen needs. */
  private static final class Row extends TreeTableRow<FieldRow> {
    @Override
    protected void updateItem(@Nullable FieldRow row, boolean empty) {
      super.updateItem(row, empty);
      setAccessibleText(row == null || empty ? null : FieldCells.spoken(row));
    }
  }

  /** Shows other fields, all of them open. */
  void show(List<FieldRow> rows) {
    TreeItem<FieldRow> root = new TreeItem<>();
    rows.forEach(row -> root.getChildren().add(item(row)));
    root.setExpanded(true);
    getSelectionModel().clearSelection();
    setRoot(root);
    scrollTo(0);
  }

  private static TreeItem<FieldRow> item(FieldRow row) {
    TreeItem<FieldRow> item = new TreeItem<>(row);
    row.children().forEach(child -> item.getChildren().add(item(child)));
    item.setExpanded(true);
    return item;
  }

  /** Opens or closes all groups. */
  void openAll(boolean open) {
    if (getRoot() != null) {
      getRoot().getChildren().forEach(item -> open(item, open));
    }
  }

  private static void open(TreeItem<FieldRow> item, boolean open) {
    item.getChildren().forEach(child -> open(child, open));
    item.setExpanded(open);
  }

  /** Selects a field's row and scrolls to it; the row that a group shares where it has none. */
  void reveal(Path field) {
    TreeItem<FieldRow> item = getRoot() == null ? null : find(getRoot(), field);
    if (item == null) {
      return;
    }
    for (TreeItem<FieldRow> above = item.getParent(); above != null; above = above.getParent()) {
      above.setExpanded(true);
    }
    int row = getRow(item);
    getSelectionModel().clearAndSelect(row);
    scrollTo(Math.max(0, row - 4));
  }

  private static @Nullable TreeItem<FieldRow> find(TreeItem<FieldRow> item, Path field) {
    FieldRow row = item.getValue();
    if (row != null && row.path().startsWith(field)) {
      return item;
    }
    for (TreeItem<FieldRow> child : item.getChildren()) {
      TreeItem<FieldRow> found = find(child, field);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
