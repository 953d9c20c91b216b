package fieldloom.ui.table;

import fieldloom.ui.session.Edit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Cells from a spreadsheet on their way into the table: all of them, or none and a sentence that
 * names what is in the way.
 */
final class Pasting {
  private static final int MOST_TOLD = 4;

  private final RowPlanner planner;
  private final BiFunction<Row, Column, String> shown;
  private final List<Edit.Fill> fills = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private int cells;

  /**
   * @param shown what a cell reads
   */
  Pasting(RowPlanner planner, BiFunction<Row, Column, String> shown) {
    this.planner = planner;
    this.shown = shown;
  }

  /**
   * Plans a block of cells.
   *
   * @param rows and columns as they are shown
   * @param range one cell fills all of it; else the block begins at its first cell
   */
  void plan(List<List<String>> block, List<Row> rows, List<Column> columns, CellRange range) {
    boolean one = block.size() == 1 && block.getFirst().size() == 1;
    int height = one ? range.rows() : block.size();
    for (int i = 0; i < height; i++) {
      List<String> line = one ? block.getFirst() : block.get(i);
      int width = one ? range.columns() : line.size();
      int at = range.top() + i;
      if (at >= rows.size()) {
        wrong.add(Words.get("paste.below", block.size(), rows.size() - range.top()));
        break;
      }
      Map<Column, String> texts = new EnumMap<>(Column.class);
      for (int j = 0; j < width; j++) {
        int place = range.left() + j;
        String text = line.get(one ? 0 : j);
        if (place >= columns.size()) {
          if (!text.isBlank()) {
            wrong.add(Words.get("paste.beside", rows.get(at).number(), text));
          }
        } else {
          take(rows.get(at), columns.get(place), text, texts);
        }
      }
      plan(rows.get(at), texts);
    }
  }

  private void take(Row row, Column column, String text, Map<Column, String> texts) {
    if (column.isEditable()) {
      texts.put(column, text);
    } else if (!column.isResult() && !text.strip().equals(shown.apply(row, column))) {
      wrong.add(Words.get("paste.fixed", row.number(), column.title()));
    }
  }

  private void plan(Row row, Map<Column, String> texts) {
    RowPlanner.Planned planned = planner.plan(row, texts);
    planned
        .faults()
        .forEach(
            (column, fault) ->
                wrong.add(
                    Words.get("paste.wrong", row.number(), column.title(), fault.sentence())));
    if (planned.fill() != null) {
      fills.add(planned.fill());
      cells += count(planned.fill());
    }
  }

  private static int count(Edit.Fill fill) {
    return (fill.text() == null ? 0 : 1)
        + (fill.otherwise() == null ? 0 : 1)
        + (fill.note() == null ? 0 : 1);
  }

  /** How many cells change. */
  int cells() {
    return cells;
  }

  List<Edit.Fill> fills() {
    return fills;
  }

  /** What is in the way, in one sentence; "" where nothing is. */
  String sentence() {
    if (wrong.isEmpty()) {
      return "";
    }
    int more = wrong.size() - MOST_TOLD;
    String told = String.join("; ", wrong.subList(0, Math.min(MOST_TOLD, wrong.size())));
    return Words.get("paste.refused", more > 0 ? Words.get("paste.more", told, more) : told);
  }
}
