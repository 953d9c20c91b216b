package fieldloom.ui.table;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** A cell of the table; it is drawn anew whenever its row may show something else. */
abstract class RuleCell extends TableCell<Row, Row> {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double TIP_WIDTH_PX = 480;

  private final RuleTable table;
  private final Column column;
  private final Tooltip all = new Tooltip();

  RuleCell(RuleTable table, Column column) {
    this.table = table;
    this.column = column;
    getStyleClass().addAll("fl-rules-cell", column.key());
    all.setWrapText(true);
    all.setMaxWidth(TIP_WIDTH_PX);
    if (column.isFrozen()) {
      getStyleClass().add("frozen");
      setViewOrder(-1);
      translateXProperty().bind(table.scrolledProperty());
    }
    table.know(this);
  }

  RuleTable table() {
    return table;
  }

  Column column() {
    return column;
  }

  String text(Row row) {
    return table.model().text(row, column);
  }

  @Override
  protected void updateItem(@Nullable Row row, boolean empty) {
    super.updateItem(row, empty);
    redraw();
  }

  /** Shows what the row has now. */
  void redraw() {
    Row row = getItem();
    if (row == null || isEmpty()) {
      setGraphic(null);
      setAccessibleText(null);
      setTooltip(null);
    } else {
      setGraphic(draw(row));
      String text = text(row);
      setAccessibleText(Words.get("cell.spoken", row.path(), column.title(), text));
      all.setText(text);
      setTooltip(text.isEmpty() ? null : all);
    }
    mark();
  }

  /** Shows whether the cell is selected. */
  void mark() {
    CellRange range = table.model().range();
    int place = table.model().column(column);
    boolean there = getItem() != null && !isEmpty() && place >= 0;
    pseudoClassStateChanged(CURRENT, there && range.isCurrent(getIndex(), place));
    pseudoClassStateChanged(CHOSEN, there && range.has(getIndex(), place));
  }

  abstract Node draw(Row row);
}
