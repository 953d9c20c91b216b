package fieldloom.ui.canvas;

import fieldloom.model.Rule;
import fieldloom.ui.session.RuleView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Places nodes: near the rows they join, where few links run under them, and never on one another.
 * Computed for unscrolled rows, so that a node glides with its rows instead of jumping while they
 * scroll.
 */
final class NodeLayout {
  private static final double GRID = 8;

  /** Pixels that stay free beside nodes. */
  static final double MARGIN = 24;

  private static final double MIN_WIDTH = 96;
  private static final double REACH = 26 * GRID;

  /** How far boxes keep off a link, and off one that has to hold a pill. */
  private static final double OF_LINK = 4;

  private static final double OF_PILL = 14;
  private static final double[] LANES = {0.5, 0.36, 0.62};

  private final Map<LinkTable.Node, Place> places = new IdentityHashMap<>();
  private final List<Place> inOrder = new ArrayList<>();
  private final Ground ground;

  private NodeLayout(Ground ground) {
    this.ground = ground;
  }

  private void put(LinkTable.Node node, Place place) {
    places.put(node, place);
    inOrder.add(place);
  }

  /** All that the places of nodes depend on, nodes by their number. */
  private record Ground(
      double width, double rowHeight, List<Block> blocks, List<Run> lines, List<Run> loops) {

    private record Block(
        List<Integer> inputs, int target, boolean unfolded, Size size, @Nullable Place put) {}

    /** A link, and the node whose rule it is of; -1 where it is of none. */
    private record Run(int source, int target, boolean pill, int node) {}

    static Ground of(
        LinkTable table,
        Map<LinkTable.Node, Size> sizes,
        Map<LinkTable.Node, Place> put,
        double width,
        double rowHeight) {
      Map<Rule, Integer> numbers = new IdentityHashMap<>();
      List<Block> blocks = new ArrayList<>();
      for (LinkTable.Node node : table.nodes()) {
        numbers.put(node.view().rule(), blocks.size());
        blocks.add(
            new Block(
                Arrays.stream(node.inputs()).boxed().toList(),
                node.target(),
                node.unfolded() != null,
                size(sizes, node),
                put.get(node)));
      }
      List<Run> lines = new ArrayList<>();
      for (LinkTable.Line line : table.lines()) {
        boolean pill = line.view().kind() == RuleView.Kind.PILL;
        int node = numbers.getOrDefault(line.view().rule(), -1);
        lines.add(new Run(line.source(), line.target(), pill, node));
      }
      List<Run> loops =
          table.loops().stream()
              .map(loop -> new Run(loop.source(), loop.target(), true, -1))
              .toList();
      return new Ground(width, rowHeight, blocks, lines, loops);
    }
  }

  /**
   * Where a node is.
   *
   * @param lane its middle, as a share of the width
   * @param shift pixels below its anchor, the mean height of its ends
   */
  record Place(double lane, double shift) {}

  /** A node's size. */
  record Size(double width, double height) {

    /** The size in an area of that width: a node is never wider than leaves a margin beside it. */
    Size within(double areaWidth) {
      return new Size(Math.min(width, Math.max(MIN_WIDTH, areaWidth - 2 * MARGIN)), height);
    }
  }

  private record Box(double left, double top, double right, double bottom) {
    boolean meets(Box o, double gap) {
      return left < o.right + gap
          && o.left < right + gap
          && top < o.bottom + gap
          && o.top < bottom + gap;
    }
  }

  /**
   * Places all nodes.
   *
   * @param put the places of those that were put somewhere by hand; the others keep off them
   * @param before an earlier layout, which holds where nothing has changed that places depend on;
   *     null where there is none
   */
  static NodeLayout of(
      LinkTable table,
      Map<LinkTable.Node, Size> sizes,
      Map<LinkTable.Node, Place> put,
      double width,
      double rowHeight,
      @Nullable NodeLayout before) {
    NodeLayout layout = new NodeLayout(Ground.of(table, sizes, put, width, rowHeight));
    if (before != null && before.ground.equals(layout.ground)) {
      // Values that changed move nothing: what was placed at such cost stays.
      for (int i = 0; i < table.nodes().size(); i++) {
        layout.put(table.nodes().get(i), before.inOrder.get(i));
      }
      return layout;
    }
    List<Box> taken = new ArrayList<>();
    layout.places.putAll(put);
    put.forEach(
        (node, place) -> {
          double anchor = anchor(node, rowHeight);
          taken.add(box(place, anchor, size(sizes, node).within(width), width));
        });
    // What is unfolded is looked at: it stands near its rows, and the others give way.
    List<LinkTable.Node> free = new ArrayList<>(table.nodes());
    free.removeIf(put::containsKey);
    free.sort(Comparator.comparing(node -> node.unfolded() == null));
    for (LinkTable.Node node : free) {
      Size size = size(sizes, node).within(width);
      layout.places.put(node, layout.best(node, size, table, taken, width, rowHeight));
    }
    table.nodes().forEach(node -> layout.inOrder.add(layout.place(node)));
    return layout;
  }

  private static Size size(Map<LinkTable.Node, Size> sizes, LinkTable.Node node) {
    Size size = sizes.get(node);
    if (size == null) {
      throw new IllegalStateException("A node without a size: " + node.view().target());
    }
    return size;
  }

  private static double anchor(LinkTable.Node node, double rowHeight) {
    return anchor(node, r -> (r + 0.5) * rowHeight, r -> (r + 0.5) * rowHeight);
  }

  Place place(LinkTable.Node node) {
    return places.getOrDefault(node, new Place(0.5, 0));
  }

  /** The height that a node's ends have in the mean, the inputs weighing twice the output. */
  static double anchor(
      LinkTable.Node node,
      java.util.function.IntToDoubleFunction source,
      java.util.function.IntToDoubleFunction target) {
    double sum = 0;
    int n = 0;
    for (int row : node.inputs()) {
      if (row >= 0) {
        sum += source.applyAsDouble(row);
        n++;
      }
    }
    double out = target.applyAsDouble(node.target());
    return n == 0 ? out : (2 * sum / n + out) / 3;
  }

  private Place best(
      LinkTable.Node node,
      Size size,
      LinkTable table,
      List<Box> taken,
      double width,
      double rowHeight) {
    double anchor = anchor(node, rowHeight);
    Place best = new Place(0.5, -size.height() / 2);
    Box bestBox = box(best, anchor, size, width);
    double least = Double.MAX_VALUE;
    for (double lane : LANES) {
      for (double by = 0; by <= REACH; by += GRID) {
        for (int sign = -1; sign <= (by == 0 ? -1 : 1); sign += 2) {
          double bare = by * 0.5 + Math.abs(lane - 0.5) * 60;
          if (bare >= least) {
            // Links under it would only add to that.
            continue;
          }
          Place place = new Place(lane, -size.height() / 2 + sign * by);
          Box box = box(place, anchor, size, width);
          if (meets(taken, box)) {
            continue;
          }
          double cost = bare + crossed(box, node, table, width, rowHeight);
          if (cost < least) {
            least = cost;
            best = place;
            bestBox = box;
          }
        }
      }
    }
    // No room nearby: as far down as it takes.
    for (double by = REACH; least == Double.MAX_VALUE; by += GRID) {
      best = new Place(0.5, -size.height() / 2 + by);
      Box box = box(best, anchor, size, width);
      bestBox = box;
      least = meets(taken, box) ? least : by;
    }
    taken.add(bestBox);
    return best;
  }

  private static boolean meets(List<Box> taken, Box box) {
    for (Box other : taken) {
      if (other.meets(box, 10)) {
        return true;
      }
    }
    return false;
  }

  private static Box box(Place place, double anchor, Size size, double width) {
    double left = left(place.lane(), size.width(), width);
    double top = anchor + place.shift();
    return new Box(left, top, left + size.width(), top + size.height());
  }

  /** The left edge of a node of that width whose middle is at that share of the area. */
  static double left(double lane, double nodeWidth, double width) {
    double wanted = width * lane - nodeWidth / 2;
    return Math.max(MARGIN, Math.min(wanted, width - nodeWidth - MARGIN));
  }

  /** What it costs that links run under the node; its own do not count. */
  private static double crossed(
      Box box, LinkTable.Node node, LinkTable table, double width, double rowHeight) {
    double cost = box.top < 0 ? 400 : 0;
    double middle = (box.left + box.right) / 2 / Math.max(1, width);
    for (LinkTable.Line line : table.lines()) {
      if (line.view().rule() == node.view().rule()) {
        continue;
      }
      boolean pill = line.view().kind() == RuleView.Kind.PILL;
      if (runsUnder(
          box, pill ? OF_PILL : OF_LINK, middle, line.source(), line.target(), rowHeight)) {
        cost += pill ? 40 : 14;
      }
    }
    for (LinkTable.Loop loop : table.loops()) {
      if (runsUnder(box, OF_PILL, middle, loop.source(), loop.target(), rowHeight)) {
        cost += 40;
      }
    }
    return cost;
  }

  private static boolean runsUnder(
      Box box, double off, double middle, int source, int target, double rowHeight) {
    double y1 = (source + 0.5) * rowHeight;
    double y2 = (target + 0.5) * rowHeight;
    double y = y1 + (y2 - y1) * middle * middle * (3 - 2 * middle);
    return y > box.top - off && y < box.bottom + off;
  }
}
