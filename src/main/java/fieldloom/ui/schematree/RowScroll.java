package fieldloom.ui.schematree;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;

/**
 * Where rows show. Pinned rows stay at the top; below them, once the others are scrolled, a bar of
 * one row's height stands for the ancestors of the first row under it. Lengths are pixels from the
 * top of the part that shows rows.
 */
final class RowScroll {
  private static final int[] NONE = {};

  /** So many rows must have room under the pinned ones; else these scroll too. */
  private static final int LEAST_ROWS = 4;

  private final SchemaRows rows;
  private final Supplier<Double> rowHeight;
  private final DoubleProperty scroll = new SimpleDoubleProperty();
  private final DoubleProperty viewportHeight = new SimpleDoubleProperty();
  private int[] crumbs = NONE;
  private List<SchemaRow> crumbsOf = List.of();
  private int crumbsAt = -1;

  RowScroll(SchemaRows rows, Supplier<Double> rowHeight) {
    this.rows = rows;
    this.rowHeight = rowHeight;
    viewportHeight.subscribe(h -> clamp());
  }

  DoubleProperty scrollProperty() {
    return scroll;
  }

  DoubleProperty viewportHeightProperty() {
    return viewportHeight;
  }

  /** How many rows stay at the top. */
  int frozen() {
    int pinned = rows.pinnedRows();
    return (pinned + LEAST_ROWS) * height() <= viewportHeight.get() ? pinned : 0;
  }

  /** The rows of the bar, the outermost ancestor first; none where there is no bar. */
  int[] crumbs() {
    int at = scroll.get() <= 0 ? -1 : frozen() + (int) (scroll.get() / height());
    if (at != crumbsAt || crumbsOf != rows.rows()) {
      crumbsAt = at;
      crumbsOf = rows.rows();
      crumbs = at < 0 ? NONE : above(at);
    }
    return crumbs;
  }

  private int[] above(int covered) {
    List<SchemaRow> all = rows.rows();
    int below = covered + 1;
    int of = below < all.size() && all.get(below).depth() > 0 ? below : covered;
    int count = 0;
    for (int at = parentOf(of); at >= 0; at = parentOf(at)) {
      count++;
    }
    int[] found = new int[count];
    for (int at = parentOf(of); at >= 0; at = parentOf(at)) {
      count--;
      found[count] = at;
    }
    return found;
  }

  private int parentOf(int row) {
    return row < rows.rows().size() ? rows.parentOf(row) : -1;
  }

  /** How much of the top does not scroll. */
  double inset() {
    return (frozen() + (crumbs().length > 0 ? 1 : 0)) * height();
  }

  /** The middle of a row: its own, or that of the bar where it stands in it. */
  double middleOf(int row) {
    if (row < frozen()) {
      return (row + 0.5) * height();
    }
    double own = (row + 0.5) * height() - scroll.get();
    return own < inset() && isCrumb(row) ? inset() - height() / 2 : own;
  }

  private boolean isCrumb(int row) {
    for (int crumb : crumbs()) {
      if (crumb == row) {
        return true;
      }
    }
    return false;
  }

  /** Whether a row is scrolled away upwards, under what does not scroll. */
  boolean isAbove(int row) {
    return row >= frozen() && middleOf(row) < inset() && !isCrumb(row);
  }

  /** The row at a height, of the bar its last; -1 where there is none. */
  int rowAt(double y) {
    int row = (int) Math.floor((y < frozen() * height() ? y : y + scroll.get()) / height());
    if (y >= frozen() * height() && y < inset()) {
      return crumbs()[crumbs().length - 1];
    }
    return row < rows.rows().size() ? row : -1;
  }

  /** The first row that is wholly in view under what does not scroll. */
  int first() {
    return (int) Math.ceil((scroll.get() + inset()) / height());
  }

  /** Scrolls as little as is needed to see a row in its own place. */
  void show(int row) {
    double seen = viewportHeight.get();
    if (row < frozen() || seen <= 0) {
      return;
    }
    double top = row * height();
    if (top < scroll.get() + inset()) {
      toTop(row);
    } else if (top + height() > scroll.get() + seen) {
      set(top + height() - seen);
    }
  }

  /** Scrolls so that a row is the first under what does not scroll. */
  void toTop(int row) {
    set((row - frozen() - 1) * height());
  }

  void set(double value) {
    scroll.set(Math.clamp(value, 0, most()));
  }

  void clamp() {
    set(scroll.get());
  }

  double most() {
    return Math.max(0, rows.rows().size() * height() - viewportHeight.get());
  }

  private double height() {
    return rowHeight.get();
  }
}
