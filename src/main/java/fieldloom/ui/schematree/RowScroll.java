package fieldloom.ui.schematree;

import java.util.List;
import java.util.function.DoubleSupplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.jspecify.annotations.Nullable;

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
  private final DoubleSupplier rowHeight;
  private final DoubleProperty scroll = new SimpleDoubleProperty();
  private final DoubleProperty viewportHeight = new SimpleDoubleProperty();

  /** The rows that the following is of; null where it is to be found anew. */
  private @Nullable List<SchemaRow> settled;

  private double height;
  private double scrolled;
  private int frozen;
  private int[] crumbs = NONE;
  private double inset;

  RowScroll(SchemaRows rows, DoubleSupplier rowHeight) {
    this.rows = rows;
    this.rowHeight = rowHeight;
    scroll.subscribe(s -> settled = null);
    viewportHeight.subscribe(
        h -> {
          settled = null;
          clamp();
        });
  }

  /** Many rows are asked for between two changes: what they have in common is found once. */
  private void settle() {
    double now = rowHeight.getAsDouble();
    if (settled == rows.rows() && now == height) {
      return;
    }
    height = now;
    scrolled = scroll.get();
    int pinned = rows.pinnedRows();
    frozen = (pinned + LEAST_ROWS) * height <= viewportHeight.get() ? pinned : 0;
    int at = scrolled <= 0 ? -1 : frozen + (int) (scrolled / height);
    crumbs = at < 0 ? NONE : above(at);
    inset = (frozen + (crumbs.length > 0 ? 1 : 0)) * height;
    settled = rows.rows();
  }

  DoubleProperty scrollProperty() {
    return scroll;
  }

  DoubleProperty viewportHeightProperty() {
    return viewportHeight;
  }

  /** How many rows stay at the top. */
  int frozen() {
    settle();
    return frozen;
  }

  /** The rows of the bar, the outermost ancestor first; none where there is no bar. */
  int[] crumbs() {
    settle();
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
    settle();
    return inset;
  }

  /** The middle of a row: its own, or that of the bar where it stands in it. */
  double middleOf(int row) {
    settle();
    if (row < frozen) {
      return (row + 0.5) * height;
    }
    double own = (row + 0.5) * height - scrolled;
    return own < inset && isCrumb(row) ? inset - height / 2 : own;
  }

  /** Whether a row is scrolled away upwards, under what does not scroll. */
  boolean isAbove(int row) {
    settle();
    return row >= frozen && (row + 0.5) * height - scrolled < inset && !isCrumb(row);
  }

  private boolean isCrumb(int row) {
    for (int crumb : crumbs) {
      if (crumb == row) {
        return true;
      }
    }
    return false;
  }

  /** The row at a height, of the bar its last; -1 where there is none. */
  int rowAt(double y) {
    int row = (int) Math.floor((y < frozen() * height ? y : y + scroll.get()) / height);
    if (y >= frozen() * height && y < inset()) {
      return crumbs()[crumbs().length - 1];
    }
    return row < rows.rows().size() ? row : -1;
  }

  /** The first row that is wholly in view under what does not scroll. */
  int first() {
    return (int) Math.ceil((scroll.get() + inset()) / height);
  }

  /** Scrolls as little as is needed to see a row in its own place. */
  void show(int row) {
    double seen = viewportHeight.get();
    if (row < frozen() || seen <= 0) {
      return;
    }
    double top = row * height;
    if (top < scroll.get() + inset()) {
      toTop(row);
    } else if (top + height > scroll.get() + seen) {
      set(top + height - seen);
    }
  }

  /** Scrolls so that a row is the first under what does not scroll. */
  void toTop(int row) {
    set((row - frozen() - 1) * height);
  }

  void set(double value) {
    scroll.set(Math.clamp(value, 0, most()));
  }

  void clamp() {
    set(scroll.get());
  }

  double most() {
    settle();
    return Math.max(0, rows.rows().size() * height - viewportHeight.get());
  }
}
