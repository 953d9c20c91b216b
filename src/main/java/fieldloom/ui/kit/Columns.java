package fieldloom.ui.kit;

import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Columns of tables that hold as many words whatever the size of text. */
public final class Columns {
  /** What {@code kit.css} makes a row at the usual size of text. */
  private static final double ROW_PX = 30;

  private Columns() {}

  /**
   * Lets the columns that a table has grow and shrink with its text; rows do so by their style.
   *
   * @param table one of the style {@code fl-table}; its columns have the widths, in pixels, that
   *     they have at the usual size
   */
  public static <R> void followText(TableView<R> table) {
    Map<TableColumn<R, ?>, Double> widths =
        table.getColumns().stream()
            .collect(Collectors.toMap(column -> column, TableColumn::getPrefWidth));
    table
        .fixedCellSizeProperty()
        .subscribe(row -> widths.forEach((column, px) -> column.setPrefWidth(width(table, px))));
  }

  /**
   * How wide a column is with the text of a table as large as it is.
   *
   * @param table of the style {@code fl-table}
   * @param widthPx at the usual size of text
   */
  public static double width(TableView<?> table, double widthPx) {
    double row = table.getFixedCellSize();
    return row > 0 ? widthPx * row / ROW_PX : widthPx;
  }
}
