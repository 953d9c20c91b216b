package fieldloom.ui.canvas;

import fieldloom.ui.canvas.OverviewPlace.Corner;
import fieldloom.ui.kit.Cubic;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the overview stands, in pixels of the screen from the upper left of the area between the
 * trees.
 *
 * @param corner the corner it stands in; null beside the heads of the trees
 */
record OverviewSpot(@Nullable Corner corner, double x, double y, double width, double height) {
  private static final double MARGIN = 10;
  private static final double AIR = 4;
  private static final double CHEVRON = 26;
  private static final int PIECES = 32;

  /**
   * The area.
   *
   * @param above where rows begin
   * @param below how far from the lower edge they end
   * @param unit pixels of the screen that one of the frame takes
   */
  record Area(double width, double height, double above, double below, double unit) {}

  /**
   * Finds a place over which no link runs: the corner that is asked for, where that is taken
   * another one, and where all are taken beside the heads of the trees, over which nothing runs.
   */
  static OverviewSpot choose(Frame frame, Area area, OverviewPlace place) {
    for (Corner corner : inOrder(place.corner())) {
      OverviewSpot spot = in(corner, area, place.width(), place.height());
      if (spot.isFree(frame, area)) {
        return spot;
      }
    }
    double height = Math.min(place.height(), area.above() - AIR);
    double width = Math.round(place.width() * height / place.height());
    double x = place.corner().isRight() ? area.width() - width - MARGIN : MARGIN;
    return new OverviewSpot(
        null, Math.round(x), Math.round((area.above() - height) / 2), width, height);
  }

  /** The one that is asked for, then the one over or under it. */
  private static List<Corner> inOrder(Corner first) {
    List<Corner> order = new ArrayList<>(List.of(first));
    for (Corner other : Corner.values()) {
      if (other != first && other.isRight() == first.isRight()) {
        order.add(other);
      }
    }
    return order;
  }

  private static OverviewSpot in(Corner corner, Area area, double width, double height) {
    double x = corner.isRight() ? area.width() - width - MARGIN : MARGIN;
    double y =
        corner.isLower()
            ? area.height() - area.below() - height - MARGIN
            : Math.max(2, (area.above() - height) / 2);
    return new OverviewSpot(corner, Math.round(x), Math.round(y), width, height);
  }

  private boolean isFree(Frame frame, Area area) {
    double unit = area.unit();
    double left = x / unit - AIR;
    double top = y / unit - AIR;
    double right = (x + width) / unit + AIR;
    double bottom = (y + height) / unit + AIR;
    return frame.curves().stream().noneMatch(c -> runs(c.line(), left, top, right, bottom))
        && frame.nodes().stream()
            .noneMatch(
                n ->
                    n.x() < right
                        && n.x() + n.width() > left
                        && n.y() < bottom
                        && n.y() + n.height() > top)
        && frame.edges().stream()
            .noneMatch(
                e ->
                    e.x() + CHEVRON > left
                        && e.x() - CHEVRON < right
                        && e.y() + 10 > top
                        && e.y() - 10 < bottom);
  }

  private static boolean runs(Cubic line, double left, double top, double right, double bottom) {
    if (!line.mayMeet(left, top, right, bottom)) {
      return false;
    }
    for (int i = 0; i <= PIECES; i++) {
      double t = (double) i / PIECES;
      double x = line.x(t);
      double y = line.y(t);
      if (x > left && x < right && y > top && y < bottom) {
        return true;
      }
    }
    return false;
  }
}
