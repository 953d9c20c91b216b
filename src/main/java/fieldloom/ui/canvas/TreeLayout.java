package fieldloom.ui.canvas;

import fieldloom.model.drawing.NodePath;
import java.util.ArrayList;
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
  private static final double BETWEEN_COLUMNS = 32;
  private static final double BETWEEN_BOXES = 12;
  private static final double LEAST_STEP = 12;

  /** A box, its upper left from the block's. */
  record Spot(double x, double y, double width, double height) {}

  /**
   * Places boxes beside each other.
   *
   * @param sizes by place in the drawing, the result first, each before those that feed it
   */
  static TreeLayout columns(Map<NodePath, NodeLayout.Size> sizes) {
    double width = reach(NodePath.ROOT, sizes);
    Map<NodePath, Spot> spots = new LinkedHashMap<>();
    double height = stack(NodePath.ROOT, sizes, width, 0, spots);
    return new TreeLayout(spots, new NodeLayout.Size(width, height));
  }

  private static NodeLayout.Size size(NodePath at, Map<NodePath, NodeLayout.Size> sizes) {
    return Objects.requireNonNull(sizes.get(at));
  }

  /** How far a box and what feeds it reach to the left of the box's right edge. */
  private static double reach(NodePath at, Map<NodePath, NodeLayout.Size> sizes) {
    double further = 0;
    for (NodePath input : inputs(at, sizes)) {
      further = Math.max(further, BETWEEN_COLUMNS + reach(input, sizes));
    }
    return size(at, sizes).width() + further;
  }

  /**
   * Places a box beside the middle of those that feed it.
   *
   * @return the height of all of them together
   */
  private static double stack(
      NodePath at,
      Map<NodePath, NodeLayout.Size> sizes,
      double right,
      double top,
      Map<NodePath, Spot> spots) {
    NodeLayout.Size own = size(at, sizes);
    double left = right - own.width();
    Map<NodePath, Spot> feeding = new LinkedHashMap<>();
    double y = top;
    for (NodePath input : inputs(at, sizes)) {
      y += stack(input, sizes, left - BETWEEN_COLUMNS, y, feeding) + BETWEEN_BOXES;
    }
    double used = feeding.isEmpty() ? 0 : y - BETWEEN_BOXES - top;
    double height = Math.max(used, own.height());
    double shift = Math.round((height - used) / 2);
    double ownTop = Math.round(top + (height - own.height()) / 2);
    spots.put(at, new Spot(left, ownTop, own.width(), own.height()));
    feeding.forEach(
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

  /**
   * Places boxes each at a height of its own, within a width that would not hold them beside each
   * other.
   */
  static TreeLayout stairs(Map<NodePath, NodeLayout.Size> sizes, double room) {
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
    NodeLayout.Size own = size(at, sizes);
    double left = Math.max(0, Math.round(room - own.width() - at.depth() * step));
    spots.put(at, new Spot(left, y, own.width(), own.height()));
    return y + own.height() + BETWEEN_BOXES;
  }

  Spot spot(NodePath at) {
    return Objects.requireNonNull(spots.get(at));
  }
}
