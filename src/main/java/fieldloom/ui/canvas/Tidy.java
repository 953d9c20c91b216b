package fieldloom.ui.canvas;

import fieldloom.model.Rule;
import fieldloom.model.drawing.NodePath;
import fieldloom.ui.session.RuleLook;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Places all boxes anew: in layers between the trees, so that links cross little and no box lies on
 * another or on a link of its neighbours. The trees are nodes of the graph whose ports are rows; a
 * rule, folded or not, is one. Computed for unscrolled rows, in pixels of what is drawn.
 */
final class Tidy {
  private static final double APART = 16;
  private static final double OFF_LINKS = 8;

  /** Links beside which boxes are laid; with more the layout takes longer than one waits. */
  private static final int MOST_LINKS = 400;

  private final NodeBlocks blocks;
  private final double width;
  private final double rowHeight;
  private final ElkNode root = ElkGraphUtil.createGraph();
  private final ElkNode source = tree(PortSide.EAST, LayerConstraint.FIRST);
  private final ElkNode target = tree(PortSide.WEST, LayerConstraint.LAST);
  private final Map<Integer, ElkPort> sourceRows = new HashMap<>();
  private final Map<Integer, ElkPort> targetRows = new HashMap<>();
  private final Map<LinkTable.Node, ElkNode> boxes = new IdentityHashMap<>();

  private Tidy(NodeBlocks blocks, double width, double rowHeight) {
    this.blocks = blocks;
    this.width = width;
    this.rowHeight = rowHeight;
    root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE, APART);
    root.setProperty(LayeredOptions.SPACING_EDGE_NODE, OFF_LINKS);
    root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, OFF_LINKS);
    // The same drawing is tidied the same way each time.
    root.setProperty(LayeredOptions.RANDOM_SEED, 1);
  }

  private ElkNode tree(PortSide side, LayerConstraint where) {
    ElkNode node = ElkGraphUtil.createNode(root);
    node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
    node.setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, where);
    node.setProperty(LayeredOptions.PORT_SIDE, side);
    return node;
  }

  /**
   * Where each rule's box goes.
   *
   * @param rows of the longer tree
   */
  static Map<Rule, RuleLook.Place> places(
      LinkTable table, NodeBlocks blocks, double width, double rowHeight, int rows) {
    Tidy tidy = new Tidy(blocks, width, rowHeight);
    tidy.source.setDimensions(1, rows * rowHeight);
    tidy.target.setDimensions(1, rows * rowHeight);
    table.nodes().forEach(tidy::add);
    List<LinkTable.Line> lines = table.lines();
    lines.stream().limit(MOST_LINKS).forEach(l -> tidy.link(l.source(), l.target()));
    table.loops().stream().limit(MOST_LINKS).forEach(l -> tidy.link(l.source(), l.target()));
    // Its options are known once the service has read what providers tell of them.
    LayoutMetaDataService.getInstance();
    new LayeredLayoutProvider().layout(tidy.root, new BasicProgressMonitor());
    Map<Rule, RuleLook.Place> places = new LinkedHashMap<>();
    table.nodes().forEach(node -> places.put(node.view().rule(), tidy.place(node)));
    return places;
  }

  private ElkPort port(ElkNode node, PortSide side, double x, double y) {
    ElkPort port = ElkGraphUtil.createPort(node);
    port.setProperty(LayeredOptions.PORT_SIDE, side);
    port.setLocation(x, y);
    return port;
  }

  private ElkPort sourceRow(int row) {
    return sourceRows.computeIfAbsent(
        row, r -> port(source, PortSide.EAST, 1, (r + 0.5) * rowHeight));
  }

  private ElkPort targetRow(int row) {
    return targetRows.computeIfAbsent(
        row, r -> port(target, PortSide.WEST, 0, (r + 0.5) * rowHeight));
  }

  private void link(int from, int to) {
    ElkGraphUtil.createSimpleEdge(sourceRow(from), targetRow(to));
  }

  /** One rule: inputs come in beside each other, its result goes out where its head is. */
  private void add(LinkTable.Node node) {
    NodeLayout.Size size = blocks.size(node).within(width);
    ElkNode box = ElkGraphUtil.createNode(root);
    box.setDimensions(size.width(), size.height());
    box.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
    boxes.put(node, box);
    double share = size.height() / (node.inputs().length + 1);
    for (int i = 0; i < node.inputs().length; i++) {
      double y =
          node.unfolded() == null
              ? Frame.NodeBox.HEAD + (i + 0.5) * Frame.NodeBox.ROW
              : (i + 1) * share;
      if (node.inputs()[i] >= 0) {
        ElkGraphUtil.createSimpleEdge(sourceRow(node.inputs()[i]), port(box, PortSide.WEST, 0, y));
      }
    }
    double out = rootTop(node) + Frame.NodeBox.HEAD / 2;
    ElkGraphUtil.createSimpleEdge(
        port(box, PortSide.EAST, size.width(), out), targetRow(node.target()));
  }

  private double rootTop(LinkTable.Node node) {
    return node.unfolded() == null ? 0 : blocks.tree(node).spot(NodePath.ROOT).y();
  }

  /** The box's place as it is kept: from the middle, and from the mean height of its ends. */
  private RuleLook.Place place(LinkTable.Node node) {
    ElkNode box = boxes.get(node);
    NodeLayout.Size size = blocks.size(node).within(width);
    // The trees may have come to stand at different heights: what is between goes half of it.
    double top = box.getY() - (source.getY() + target.getY()) / 2;
    double left = NodeLayout.left(lane(box), size.width(), width);
    TreeLayout.Spot root =
        node.unfolded() == null
            ? new TreeLayout.Spot(0, 0, size.width(), size.height())
            : blocks.tree(node).spot(NodePath.ROOT);
    double middle = left + root.x() + root.width() / 2 - width / 2;
    double anchor = NodeLayout.anchor(node, this::rowY, this::rowY);
    return new RuleLook.Place(
        NodeDress.grid(middle), NodeDress.grid(Math.max(0, top) + root.y() - anchor));
  }

  private double rowY(int row) {
    return (row + 0.5) * rowHeight;
  }

  /** The share of the width at which its middle is. */
  private double lane(ElkNode box) {
    double from = source.getX() + source.getWidth();
    double to = Math.max(from + 1, target.getX());
    return (box.getX() + box.getWidth() / 2 - from) / (to - from);
  }
}
