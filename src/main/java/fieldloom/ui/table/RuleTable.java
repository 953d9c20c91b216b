package fieldloom.ui.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * The rows and columns. Number and path stay at the left: their cells and heads are moved along
 * with the scroll bar. For that all columns of a row must be there, so rows have one height by
 * themselves rather than by the table's fixed size, which leaves out columns that are not seen.
 */
final class RuleTable extends TableView<Row> {
  private static final double ROW_PX = 30;
  private static final double RULE_LEAST_PX = 160;
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final PseudoClass LOOP = PseudoClass.getPseudoClass("loop");

  private final RuleTableViewModel model;
  private final Map<Column, TableColumn<Row, Row>> columns = new EnumMap<>(Column.class);
  private final List<RuleCell> cells = new ArrayList<>();
  private final List<RuleRow> rowsMade = new ArrayList<>();
  private final DoubleProperty scrolled = new SimpleDoubleProperty();
  private final DoubleProperty rowHeight = new SimpleDoubleProperty(ROW_PX);
  private double scale = 1;
  private double fittedPx;
  private boolean arranging;

  RuleTable(RuleTableViewModel model) {
    super(model.rows());
    this.model = model;
    getStyleClass().addAll("fl-table", "fl-rules");
    accessibleTextProperty().bind(Words.bind("table"));
    for (Column column : Column.values()) {
      columns.put(column, column(column));
    }
    setRowFactory(table -> new RuleRow());
    setSortPolicy(table -> sortRows());
    model.layoutProperty().subscribe(this::arrange);
    widthProperty().subscribe(w -> fit());
    skinProperty().subscribe(skin -> Platform.runLater(this::freeze));
    getVisibleLeafColumns()
        .addListener(
            (javafx.collections.ListChangeListener<TableColumn<Row, ?>>)
                change -> Platform.runLater(this::freeze));
    // Columns are moved and resized by the mouse; what it leaves is remembered.
    addEventFilter(MouseEvent.MOUSE_RELEASED, e -> Platform.runLater(this::remember));
    model.revisionProperty().subscribe(r -> redraw());
    model.rangeProperty().subscribe(this::showSelected);
  }

  RuleTableViewModel model() {
    return model;
  }

  private TableColumn<Row, Row> column(Column column) {
    TableColumn<Row, Row> made = new TableColumn<>();
    made.textProperty().bind(Words.bind("column." + column.key()));
    made.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    made.setCellFactory(of -> RuleCells.of(this, column));
    made.setReorderable(!column.isFrozen());
    made.setMinWidth(30);
    made.setUserData(column);
    made.getStyleClass().addAll("fl-rules-head", column.key());
    return made;
  }

  private Column of(TableColumn<Row, ?> column) {
    return (Column) Objects.requireNonNull(column.getUserData());
  }

  /** The column of the table that shows one of ours. */
  TableColumn<Row, Row> shown(Column column) {
    return Objects.requireNonNull(columns.get(column));
  }

  private boolean sortRows() {
    RowOrder orders = new RowOrder(model::text);
    TableColumn<Row, ?> by = getSortOrder().isEmpty() ? null : getSortOrder().getFirst();
    model.sort(
        by == null
            ? null
            : () -> orders.by(of(by), by.getSortType() == TableColumn.SortType.DESCENDING));
    return true;
  }

  /** Shows the columns as they are to be. */
  private void arrange(TableLayout layout) {
    List<TableColumn<Row, ?>> wanted = new ArrayList<>();
    for (Column column : layout.order()) {
      TableColumn<Row, Row> made = shown(column);
      made.setVisible(!layout.hidden().contains(column));
      wanted.add(made);
    }
    arranging = true;
    if (!getColumns().equals(wanted)) {
      getColumns().setAll(wanted);
    }
    layout.widths().forEach((column, px) -> shown(column).setPrefWidth(px * scale));
    arranging = false;
    fit();
  }

  /** The rule takes what room the others leave. */
  private void fit() {
    double others =
        columns.entrySet().stream()
            .filter(e -> e.getKey() != Column.RULE && e.getValue().isVisible())
            .mapToDouble(e -> e.getValue().getPrefWidth())
            .sum();
    double own = model.layoutProperty().get().widths().getOrDefault(Column.RULE, RULE_LEAST_PX);
    double left = getWidth() - others - 16;
    fittedPx = Math.max(own * scale, left);
    shown(Column.RULE).setPrefWidth(fittedPx);
  }

  private void remember() {
    if (arranging) {
      return;
    }
    TableLayout before = model.layoutProperty().get();
    List<Column> order = new ArrayList<>(List.of(Column.NUMBER, Column.PATH));
    getColumns().stream().map(this::of).filter(c -> !c.isFrozen()).forEach(order::add);
    Map<Column, Double> widths = new EnumMap<>(Column.class);
    columns.forEach(
        (column, made) -> {
          double width = made.getWidth();
          boolean fitted = column == Column.RULE && Math.abs(width - fittedPx) < 1;
          boolean same = Math.abs(width - before.widths().getOrDefault(column, 0.0) * scale) < 1;
          widths.put(
              column,
              fitted || same || !made.isVisible()
                  ? before.widths().getOrDefault(column, column.widthPx())
                  : width / scale);
        });
    TableLayout now = new TableLayout(order, widths, before.hidden());
    boolean moved = !getColumns().stream().map(this::of).toList().equals(order);
    model.setLayout(now);
    if (moved) {
      arrange(now);
    }
  }

  /** Makes rows and columns as much larger as the text is. */
  void setScale(double value) {
    if (Math.abs(value - scale) > 0.001) {
      scale = value;
      rowHeight.set(Math.round(ROW_PX * scale));
      arrange(model.layoutProperty().get());
      refresh();
    }
  }

  /** A length at the usual size of text, as it is now. */
  double px(double usual) {
    return usual * scale;
  }

  /** Scrolls to the first of the columns that are not frozen. */
  void scrollLeft() {
    bars().forEach(bar -> bar.setValue(0));
  }

  /** The scroll bar from left to right. */
  private List<ScrollBar> bars() {
    return lookupAll(".scroll-bar").stream()
        .filter(
            node -> node instanceof ScrollBar bar && bar.getOrientation() == Orientation.HORIZONTAL)
        .map(ScrollBar.class::cast)
        .toList();
  }

  /** Lets the frozen columns' heads stay, and tells their cells how far the others are gone. */
  private void freeze() {
    for (ScrollBar bar : bars()) {
      if (!scrolled.isBound()) {
        scrolled.bind(
            javafx.beans.binding.Bindings.createDoubleBinding(
                () -> bar.isVisible() ? bar.getValue() : 0,
                bar.valueProperty(),
                bar.visibleProperty()));
      }
    }
    for (Node node : lookupAll(".column-header")) {
      if (node instanceof TableColumnHeader head
          && head.getTableColumn() != null
          && head.getTableColumn().getUserData() instanceof Column column
          && column.isFrozen()
          && !head.translateXProperty().isBound()) {
        head.setViewOrder(-1);
        head.translateXProperty().bind(scrolled);
      }
    }
  }

  DoubleProperty scrolledProperty() {
    return scrolled;
  }

  void know(RuleCell cell) {
    cells.add(cell);
  }

  private void redraw() {
    cells.forEach(RuleCell::redraw);
    rowsMade.forEach(RuleRow::redraw);
  }

  private void showSelected(CellRange range) {
    cells.forEach(RuleCell::mark);
    rowsMade.forEach(RuleRow::mark);
    if (!range.isNone()) {
      // The cell where the rectangle ends is the one that the keyboard moves.
      Column column = model.columns().get(range.toColumn());
      getFocusModel().focus(range.toRow(), shown(column));
      reveal(range.toRow(), column);
    }
  }

  private @Nullable VirtualFlow<?> flow() {
    return lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
  }

  /** Scrolls as little as is needed to see a cell. */
  void reveal(int row, Column column) {
    VirtualFlow<?> flow = flow();
    if (flow == null || flow.getFirstVisibleCell() == null) {
      scrollTo(row);
      return;
    }
    flow.scrollTo(row);
    if (!column.isFrozen()) {
      revealColumn(column);
    }
  }

  private void revealColumn(Column column) {
    for (ScrollBar bar : bars()) {
      if (bar.isVisible()) {
        double left = 0;
        double frozen = 0;
        for (Column before : model.columns()) {
          if (before == column) {
            break;
          }
          left += shown(before).getWidth();
          frozen += before.isFrozen() ? shown(before).getWidth() : 0;
        }
        double width = shown(column).getWidth();
        double room = bar.getVisibleAmount() > 0 ? getWidth() - 16 : getWidth();
        if (left - frozen < bar.getValue()) {
          bar.setValue(left - frozen);
        } else if (left + width > bar.getValue() + room) {
          bar.setValue(Math.min(bar.getMax(), Math.min(left - frozen, left + width - room)));
        }
      }
    }
  }

  /** The first row that is seen; -1 where none is. */
  int topRow() {
    VirtualFlow<?> flow = flow();
    return flow == null || flow.getFirstVisibleCell() == null
        ? -1
        : flow.getFirstVisibleCell().getIndex();
  }

  /** How many rows fit. */
  int pageRows() {
    return Math.max(1, (int) (getHeight() / rowHeight.get()) - 2);
  }

  /** Where a cell is on the scene; null where it is not seen. */
  @Nullable Bounds boundsOf(int row, Column column) {
    for (RuleCell cell : cells) {
      if (cell.column() == column
          && cell.getIndex() == row
          && !cell.isEmpty()
          && cell.getScene() != null
          && cell.getTableRow() != null
          && cell.getTableRow().isVisible()) {
        return cell.localToScene(cell.getLayoutBounds());
      }
    }
    return null;
  }

  /** A row with what a reader of the screen is told of it. */
  final class RuleRow extends TableRow<Row> {
    RuleRow() {
      prefHeightProperty().bind(rowHeight);
      minHeightProperty().bind(rowHeight);
      maxHeightProperty().bind(rowHeight);
      rowsMade.add(this);
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
      super.updateItem(row, empty);
      redraw();
    }

    void redraw() {
      Row row = getItem();
      boolean there = row != null && !isEmpty();
      setAccessibleText(there ? spoken(Objects.requireNonNull(row)) : null);
      pseudoClassStateChanged(LOOP, there && model.isLoop(Objects.requireNonNull(row)));
      mark();
    }

    void mark() {
      pseudoClassStateChanged(CHOSEN, !isEmpty() && model.range().hasRow(getIndex()));
    }

    private String spoken(Row row) {
      List<String> parts = new ArrayList<>();
      for (Column column :
          new Column[] {
            Column.PATH,
            Column.TITLE,
            Column.TYPE,
            Column.REQUIRED,
            Column.RULE,
            Column.EXAMPLE,
            Column.STATUS
          }) {
        String text =
            column == Column.REQUIRED && row.required()
                ? Words.get("required")
                : model.text(row, column);
        if (!text.isEmpty()) {
          parts.add(text);
        }
      }
      return String.join(", ", parts);
    }
  }
}
