package fieldloom.ui.canvas;

import fieldloom.model.drawing.NodePath;
import fieldloom.ui.session.RuleLook;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sizes and places of nodes in an area of one width; an unfolded rule is one block. */
final class NodeBlocks {
  /** How wide boxes may be: narrower ones are tried before they stand above each other. */
  private static final double[] MOST = {230, 160, 130, 108};

  private final double width;
  private final double rowHeight;
  private final NodeLayout layout;
  private final Map<LinkTable.Node, NodeLayout.Size> sizes = new IdentityHashMap<>();
  private final Map<LinkTable.Node, TreeLayout> trees = new IdentityHashMap<>();

  /**
   * @param before those of an earlier scene; null where there is none
   */
  NodeBlocks(
      LinkTable table,
      NodeBoxes boxes,
      double width,
      double rowHeight,
      @Nullable NodeBlocks before) {
    this.width = width;
    this.rowHeight = rowHeight;
    Map<LinkTable.Node, NodeLayout.Place> put = new IdentityHashMap<>();
    for (LinkTable.Node node : table.nodes()) {
      measure(node, boxes);
      RuleLook.Place place = boxes.look(node.view().rule()).place();
      if (place != null) {
        put.put(node, put(node, place));
      }
    }
    NodeLayout last = before == null ? null : before.layout;
    layout = NodeLayout.of(table, sizes, put, width, rowHeight, last);
  }

  private void measure(LinkTable.Node node, NodeBoxes boxes) {
    Unfolded unfolded = node.unfolded();
    if (unfolded == null) {
      sizes.put(node, boxes.measure(node));
      return;
    }
    double room = Math.max(1, width - 2 * NodeLayout.MARGIN);
    TreeLayout tree = null;
    for (int i = 0; i < MOST.length && tree == null; i++) {
      TreeLayout wide = TreeLayout.columns(each(unfolded, boxes, Math.min(room, MOST[i])));
      tree = wide.size().width() <= room ? wide : null;
    }
    if (tree == null) {
      tree = TreeLayout.stairs(each(unfolded, boxes, Math.min(room, MOST[0])), room);
    }
    trees.put(node, tree);
    sizes.put(node, tree.size());
  }

  private static Map<NodePath, NodeLayout.Size> each(
      Unfolded unfolded, NodeBoxes boxes, double most) {
    Map<NodePath, NodeLayout.Size> sizes = new LinkedHashMap<>();
    for (Unfolded.Box box : unfolded.boxes()) {
      sizes.put(box.at(), boxes.measure(unfolded.view(), box, most));
    }
    return sizes;
  }

  /** The block's place, so that the box of the result, or the one box, is where it was put. */
  private NodeLayout.Place put(LinkTable.Node node, RuleLook.Place place) {
    NodeLayout.Size size = size(node).within(width);
    TreeLayout tree = trees.get(node);
    double rootX = tree == null ? 0 : tree.spot(NodePath.ROOT).x();
    double rootY = tree == null ? 0 : tree.spot(NodePath.ROOT).y();
    double rootWidth = tree == null ? size.width() : tree.spot(NodePath.ROOT).width();
    double left = width / 2 + place.x() - rootWidth / 2 - rootX;
    double lane = (left + size.width() / 2) / Math.max(1, width);
    return new NodeLayout.Place(lane, place.y() - rootY);
  }

  boolean isFor(double otherWidth, double otherRowHeight) {
    return Math.abs(width - otherWidth) <= 1 && rowHeight == otherRowHeight;
  }

  NodeLayout layout() {
    return layout;
  }

  NodeLayout.Size size(LinkTable.Node node) {
    return Objects.requireNonNull(sizes.get(node));
  }

  /** The places of the boxes of an unfolded rule. */
  TreeLayout tree(LinkTable.Node node) {
    return Objects.requireNonNull(trees.get(node));
  }
}
