package fieldloom.ui.catalog;

import java.util.List;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;

/** Scrolls the list only as far as will show a line, so that it stands still while one walks. */
final class ListScroll {
  private static final int NEAR_LINES = 12;

  private ListScroll() {}

  /** Shows a line, with the heading that stands right above it. */
  static void show(ListView<CatalogRow> list, int line) {
    List<CatalogRow> rows = list.getItems();
    int from = line > 0 && rows.get(line - 1) instanceof CatalogRow.Heading ? line - 1 : line;
    VirtualFlow<?> flow = list.lookup(".virtual-flow") instanceof VirtualFlow<?> f ? f : null;
    IndexedCell<?> first = flow == null ? null : flow.getFirstVisibleCell();
    IndexedCell<?> last = flow == null ? null : flow.getLastVisibleCell();
    if (flow == null
        || first == null
        || last == null
        || line < first.getIndex() - NEAR_LINES
        || line > last.getIndex() + NEAR_LINES
        || last.getIndex() >= rows.size()) {
      list.scrollTo(Math.max(0, from - 1));
      return;
    }
    double em = first.getFont().getSize();
    double above = first.getLayoutY() - em * heightsEm(rows, from, first.getIndex());
    double below =
        last.getLayoutY() + last.getHeight() + em * heightsEm(rows, last.getIndex() + 1, line + 1);
    if (from <= first.getIndex() && above < 0) {
      flow.scrollPixels(above);
    } else if (line >= last.getIndex() && below > flow.getHeight()) {
      flow.scrollPixels(below - flow.getHeight());
    }
  }

  private static double heightsEm(List<CatalogRow> rows, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += CatalogCell.heightEm(rows.get(i));
    }
    return sum;
  }
}
