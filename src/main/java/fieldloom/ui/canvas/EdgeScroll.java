package fieldloom.ui.canvas;

import fieldloom.ui.session.RowStrip;

/** Scrolls the rows of a tree while something is held near their upper or lower edge. */
final class EdgeScroll {
  private static final double REACH = 32;

  private EdgeScroll() {}

  /**
   * Scrolls by a step; the nearer the edge, the farther.
   *
   * @param y where something is held, between the edges
   * @return whether it is near an edge
   */
  static boolean step(RowStrip strip, double y, double top, double bottom) {
    double by = y < top + REACH ? y - top - REACH : y > bottom - REACH ? y - bottom + REACH : 0;
    if (by == 0) {
      return false;
    }
    double most =
        Math.max(0, strip.rowCount() * strip.rowHeight() - strip.viewportHeightProperty().get());
    double to = strip.scrollProperty().get() + Math.clamp(by, -REACH, REACH) / 3;
    strip.scrollProperty().set(Math.clamp(to, 0, most));
    return true;
  }
}
