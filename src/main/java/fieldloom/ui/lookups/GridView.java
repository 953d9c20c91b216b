package fieldloom.ui.lookups;

import fieldloom.model.Table;
import fieldloom.ui.kit.Columns;
import fieldloom.ui.kit.Controls;
import fieldloom.ui.kit.Grouped;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The rows of a table: typed into, copied and pasted as in a spreadsheet. */
final class GridView extends TableView<Integer> {
  private static final double COLUMN_PX = 150;
  private static final double NUMBER_PX = 64;

  private final TablesViewModel model;
  private @Nullable String typed;
  private List<String> names = List.of();

  GridView(TablesViewModel model) {
    this.model = model;
    getStyleClass().addAll("fl-table", "fl-grid");
    setEditable(true);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
    getSelectionModel().setCellSelectionEnabled(true);
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    Label none = Controls.label(Words.get("rows.none"), "fl-muted");
    none.setWrapText(true);
    setPlaceholder(none);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    model.revisionProperty().subscribe(r -> show());
    fixedCellSizeProperty().subscribe(h -> fit());
  }

  private void show() {
    Table table = model.tableProperty().get();
    List<String> wanted = new ArrayList<>();
    if (table != null) {
      Grid grid = Grid.of(table);
      int width = grid.width();
      for (int i = 0; i < width; i++) {
        wanted.add(grid.name(i));
      }
      setAccessibleText(Words.get("grid", table.name()));
    }
    if (!wanted.equals(names)) {
      names = wanted;
      getColumns().setAll(columns());
      fit();
    }
    List<Integer> rows = model.shownProperty().get();
    if (!rows.equals(getItems())) {
      TablePosition<?, ?> at = getFocusModel().getFocusedCell();
      int row = at == null ? 0 : Math.max(0, at.getRow());
      int column = at == null ? 1 : Math.max(1, at.getColumn());
      setItems(FXCollections.observableArrayList(rows));
      if (!rows.isEmpty() && column < getColumns().size()) {
        getSelectionModel()
            .clearAndSelect(Math.min(row, rows.size() - 1), getColumns().get(column));
      }
    }
    // The numbers of rows may be the same while other rows have them.
    refresh();
  }

  private List<TableColumn<Integer, String>> columns() {
    List<TableColumn<Integer, String>> columns = new ArrayList<>();
    if (names.isEmpty()) {
      return columns;
    }
    TableColumn<Integer, String> number = new TableColumn<>("#");
    number.setCellFactory(c -> new NumberCell());
    number.setCellValueFactory(r -> new ReadOnlyStringWrapper(Grouped.of(r.getValue() + 1L)));
    number.setEditable(false);
    columns.add(number);
    for (int i = 0; i < names.size(); i++) {
      int at = i;
      TableColumn<Integer, String> column = new TableColumn<>(name(at));
      column.setCellFactory(c -> new GridCell(this, at));
      column.setCellValueFactory(r -> new ReadOnlyStringWrapper(model.text(r.getValue(), at)));
      columns.add(column);
    }
    columns.forEach(
        c -> {
          c.setSortable(false);
          c.setReorderable(false);
        });
    return columns;
  }

  private void fit() {
    for (int i = 0; i < getColumns().size(); i++) {
      double width = Columns.width(this, i == 0 ? NUMBER_PX : COLUMN_PX);
      getColumns().get(i).setMinWidth(i == 0 ? width : width / 2);
      getColumns().get(i).setPrefWidth(width);
    }
  }

  /** What a column is called; one without a name by what it is for. */
  String name(int column) {
    String name = column < names.size() ? names.get(column) : "";
    return !name.isEmpty()
        ? name
        : column == 0 ? Words.get("column.key") : Words.get("column.value", column);
  }

  String spoken(@Nullable Integer row, int column, String text) {
    return row == null ? "" : Words.get("cell", name(column), row + 1, text);
  }

  /** The column that has the keyboard, from 0. */
  int column() {
    TablePosition<?, ?> at = getFocusModel().getFocusedCell();
    return Math.max(0, (at == null ? 1 : at.getColumn()) - 1);
  }

  /** The row of the table that has the keyboard; how many rows there are where none has. */
  int row() {
    TablePosition<?, ?> at = getFocusModel().getFocusedCell();
    boolean on = at != null && at.getRow() >= 0 && at.getRow() < getItems().size();
    Table table = model.tableProperty().get();
    return on ? getItems().get(at.getRow()) : table == null ? 0 : table.rows().size();
  }

  /** The rows of the table in which cells are selected. */
  List<Integer> selectedRows() {
    return getSelectionModel().getSelectedCells().stream()
        .map(TablePosition::getRow)
        .filter(r -> r >= 0 && r < getItems().size())
        .distinct()
        .sorted()
        .map(r -> getItems().get(r))
        .toList();
  }

  void commit(int row, int column, String text) {
    model.setCell(row, column, text);
  }

  @Nullable String takeTyped() {
    String taken = typed;
    typed = null;
    return taken;
  }

  /** Goes to a cell, as far as there is one. */
  void focus(int row, int column) {
    if (!getItems().isEmpty()) {
      int at = Math.clamp(row, 0, getItems().size() - 1);
      int to = Math.clamp(column, 0, names.size() - 1) + 1;
      getSelectionModel().clearAndSelect(at, getColumns().get(to));
      scrollTo(Math.max(0, at - 3));
      requestFocus();
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getTarget() != this) {
      return;
    }
    boolean shortcut = event.isShortcutDown();
    if (shortcut && event.getCode() == KeyCode.C) {
      copy();
    } else if (shortcut && event.getCode() == KeyCode.V) {
      paste();
    } else if (!shortcut && event.getCode() == KeyCode.DELETE) {
      clear();
    } else if (!shortcut && (event.getCode() == KeyCode.F2 || event.getCode() == KeyCode.ENTER)) {
      edit();
    } else {
      return;
    }
    event.consume();
  }

  private void typed(KeyEvent event) {
    String text = event.getCharacter();
    boolean letter = !text.isEmpty() && text.charAt(0) >= ' ' && text.charAt(0) != 127;
    if (event.getTarget() == this && letter && !event.isShortcutDown() && !event.isAltDown()) {
      typed = text;
      edit();
      typed = null;
      event.consume();
    }
  }

  private void edit() {
    TablePosition<?, ?> at = getFocusModel().getFocusedCell();
    if (model.isEditable() && at != null && at.getRow() >= 0 && at.getColumn() > 0) {
      layout();
      edit(at.getRow(), getColumns().get(at.getColumn()));
    }
  }

  private void copy() {
    List<Integer> columns =
        getSelectionModel().getSelectedCells().stream()
            .map(c -> Math.max(0, c.getColumn() - 1))
            .sorted()
            .toList();
    Table table = model.tableProperty().get();
    if (table != null && !columns.isEmpty()) {
      put(Clips.copy(table, selectedRows(), columns.getFirst(), columns.getLast()));
    }
  }

  static void put(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  /** Pastes from the cell that has the keyboard on; in an empty table from the first. */
  void paste() {
    String text = Clipboard.getSystemClipboard().getString();
    if (text != null && model.isEditable()) {
      model.paste(text, row(), getItems().isEmpty() ? 0 : column());
    }
  }

  private void clear() {
    List<int[]> cells =
        getSelectionModel().getSelectedCells().stream()
            .filter(c -> c.getColumn() > 0 && c.getRow() < getItems().size())
            .map(c -> new int[] {getItems().get(c.getRow()), c.getColumn() - 1})
            .toList();
    if (model.isEditable() && !cells.isEmpty()) {
      model.clear(cells);
    }
  }

  /** The number of a row, and whether its key is there twice. */
  private final class NumberCell extends TableCell<Integer, String> {
    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
      super.updateItem(item, empty);
      Integer row = empty ? null : getTableRow().getItem();
      boolean twice = row != null && model.isDoubled(row);
      setText(item == null || empty ? null : twice ? "⚠ " + item : item);
      setAccessibleText(twice ? Words.get("row.doubled", row + 1) : getText());
      getStyleClass().removeAll("fl-warn", "fl-muted");
      getStyleClass().add(twice ? "fl-warn" : "fl-muted");
    }
  }
}
