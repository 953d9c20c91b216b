package fieldloom.ui.canvas;

import fieldloom.model.drawing.NodePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Places the boxes of an unfolded rule so that none lies on another: the result at the right, what
 * feeds it to its left. Where there is no room for a column each, every box gets a height of its
 * own, and what feeds it stands above it.
 *
 * @param spots where each box is, from the block's upper left
 * @param size of the block
 */
record TreeLayout(Map<NodePath, Spot> spots, NodeLayout.Size size) {
  private static final double BETWEEN_COLUMNS = 36;
  private static final double BETWEEN_BOXES = 12;
  private static final double LEAST_STEP = 12;

  /** A box, its upper left from the block's. */
  record Spot(double x, double y, double width, double height) {}

  /**
   * Places boxes.
   *
   * @param sizes by place in the drawing, the result first, each before those that feed it
   * @param room width that there is
   */
  static TreeLayout of(Map<NodePath, NodeLayout.Size> sizes, double room) {
    Map<Integer, Double> widths = new HashMap<>();
    sizes.forEach((at, size) -> widths.merge(at.depth(), size.width(), Math::max));
    double total = -BETWEEN_COLUMNS;
    for (double width : widths.values()) {
      total += width + BETWEEN_COLUMNS;
    }
    return total <= room ? columns(sizes, widths, total) : stairs(sizes, room);
  }

  private static TreeLayout columns(
      Map<NodePath, NodeLayout.Size> sizes, Map<Integer, Double> widths, double total) {
    Map<Integer, Double> lefts = new HashMap<>();
    double right = total;
    // A drawing has no gaps in its depths: what feeds a box is one deeper.
    for (int depth = 0; depth < widths.size(); depth++) {
      right -= width(widths, depth);
      lefts.put(depth, right);
      right -= BETWEEN_COLUMNS;
    }
    Map<NodePath, Spot> spots = new LinkedHashMap<>();
    double height = stack(NodePath.ROOT, sizes, lefts, 0, spots);
    return new TreeLayout(spots, new NodeLayout.Size(total, height));
  }

  private static double width(Map<Integer, Double> widths, int depth) {
    return Objects.requireNonNull(widths.get(depth));
  }

  /**
   * Places a box beside the middle of those that feed it.
   *
   * @return the height of all of them together
   */
  private static double stack(
      NodePath at,
      Map<NodePath, NodeLayout.Size> sizes,
      Map<Integer, Double> lefts,
      double top,
      Map<NodePath, Spot> spots) {
    NodeLayout.Size own = Objects.requireNonNull(sizes.get(at));
    List<NodePath> inputs = inputs(at, sizes);
    Map<NodePath, Spot> below = new LinkedHashMap<>();
    double y = top;
    for (NodePath input : inputs) {
      y += stack(input, sizes, lefts, y, below) + BETWEEN_BOXES;
    }
    double used = inputs.isEmpty() ? 0 : y - BETWEEN_BOXES - top;
    double height = Math.max(used, own.height());
    double shift = Math.round((height - used) / 2);
    double left = Objects.requireNonNull(lefts.get(at.depth()));
    double ownTop = Math.round(top + (height - own.height()) / 2);
    spots.put(at, new Spot(left, ownTop, own.width(), own.height()));
    below.forEach(
        (place, s) -> spots.put(place, new Spot(s.x(), s.y() + shift, s.width(), s.height())));
    return height;
  }

  private static List<NodePath> inputs(NodePath at, Map<NodePath, NodeLayout.Size> sizes) {
    List<NodePath> found = new ArrayList<>();
    for (NodePath other : sizes.keySet()) {
      if (other.depth() == at.depth() + 1 && other.isIn(at)) {
        found.add(other);
      }
    }
    return found;
  }

  private static TreeLayout stairs(Map<NodePath, NodeLayout.Size> sizes, double room) {
    double widest = sizes.values().stream().mapToDouble(NodeLayout.Size::width).max().orElse(0);
    int deepest = sizes.keySet().stream().mapToInt(NodePath::depth).max().orElse(0);
    double step = Math.max(LEAST_STEP, (room - widest) / Math.max(1, deepest));
    Map<NodePath, Spot> spots = new LinkedHashMap<>();
    double height = climb(NodePath.ROOT, sizes, room, step, 0, spots);
    return new TreeLayout(spots, new NodeLayout.Size(room, height - BETWEEN_BOXES));
  }

  private static double climb(
      NodePath at,
      Map<NodePath, NodeLayout.Size> sizes,
      double room,
      double step,
      double top,
      Map<NodePath, Spot> spots) {
    double y = top;
    for (NodePath input : inputs(at, sizes)) {
      y = climb(input, sizes, room, step, y, spots);
    }
    NodeLayout.Size own = Objects.requireNonNull(sizes.get(at));
    double left = Math.max(0, Math.round(room - own.width() - at.depth() * step));
    spots.put(at, new Spot(left, y, own.width(), own.height()));
    return y + own.height() + BETWEEN_BOXES;
  }

  Spot spot(NodePath at) {
    return Objects.requireNonNull(spots.get(at));
  }
}
