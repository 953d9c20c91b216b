package fieldloom.ui.lookups;

import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** A cell of the grid. What is typed is kept when the cell is left, except by Escape. */
final class GridCell extends TableCell<Integer, String> {
  private static final PseudoClass EMPTY = PseudoClass.getPseudoClass("no-value");

  private final GridView grid;
  private final int column;
  private @Nullable TextField field;

  GridCell(GridView grid, int column) {
    this.grid = grid;
    this.column = column;
  }

  @Override
  protected void updateItem(@Nullable String item, boolean empty) {
    super.updateItem(item, empty);
    boolean none = empty || item == null;
    pseudoClassStateChanged(EMPTY, !none && item.isEmpty());
    if (field == null) {
      setGraphic(null);
      setText(none ? null : item);
    }
    setAccessibleText(none ? null : grid.spoken(getTableRow().getItem(), column, item));
  }

  @Override
  public void startEdit() {
    super.startEdit();
    if (!isEditing()) {
      return;
    }
    String typed = grid.takeTyped();
    TextField made = new TextField(typed == null ? getItem() : typed);
    made.getStyleClass().add("fl-grid-field");
    made.setAccessibleText(grid.name(column));
    made.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    field = made;
    setText(null);
    setGraphic(made);
    made.requestFocus();
    if (typed == null) {
      made.selectAll();
    } else {
      made.end();
    }
    made.focusedProperty()
        .addListener(
            (o, was, is) -> {
              if (!is) {
                finish(true);
              }
            });
  }

  @Override
  public void cancelEdit() {
    super.cancelEdit();
    finish(true);
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case ESCAPE -> leave(false, 0, 0);
      case ENTER -> leave(true, event.isShiftDown() ? -1 : 1, 0);
      case TAB -> leave(true, 0, event.isShiftDown() ? -1 : 1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void leave(boolean keep, int down, int right) {
    TableView<Integer> table = getTableView();
    TablePosition<?, ?> at = table.getEditingCell();
    int row = at == null ? getIndex() : at.getRow();
    finish(keep);
    table.edit(-1, null);
    table.requestFocus();
    Platform.runLater(() -> grid.focus(row + down, column + right));
  }

  private void finish(boolean keep) {
    TextField gone = field;
    if (gone == null) {
      return;
    }
    field = null;
    Integer row = getTableRow().getItem();
    setGraphic(null);
    setText(getItem());
    if (keep && row != null) {
      grid.commit(row, column, gone.getText());
    }
  }
}
