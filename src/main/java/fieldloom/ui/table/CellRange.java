package fieldloom.ui.table;

/**
 * The cells that are selected: a rectangle of rows and columns as they are shown, both counted from
 * 0, from where it was begun to where it was drawn.
 *
 * @param row where it was begun; the cell there has the keyboard. -1 where no cell is selected
 * @param column likewise
 * @param toRow where it ends
 * @param toColumn likewise
 */
record CellRange(int row, int column, int toRow, int toColumn) {
  static final CellRange NONE = new CellRange(-1, -1, -1, -1);

  static CellRange of(int row, int column) {
    return new CellRange(row, column, row, column);
  }

  CellRange to(int otherRow, int otherColumn) {
    return new CellRange(row, column, otherRow, otherColumn);
  }

  boolean isNone() {
    return row < 0;
  }

  int top() {
    return Math.min(row, toRow);
  }

  int bottom() {
    return Math.max(row, toRow);
  }

  int left() {
    return Math.min(column, toColumn);
  }

  int right() {
    return Math.max(column, toColumn);
  }

  int rows() {
    return isNone() ? 0 : bottom() - top() + 1;
  }

  int columns() {
    return isNone() ? 0 : right() - left() + 1;
  }

  boolean hasRow(int at) {
    return !isNone() && at >= top() && at <= bottom();
  }

  boolean has(int atRow, int atColumn) {
    return hasRow(atRow) && atColumn >= left() && atColumn <= right();
  }

  boolean isCurrent(int atRow, int atColumn) {
    return row == atRow && column == atColumn;
  }
}
