package fieldloom.ui.canvas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  static final double MIN_WIDTH = 96;

  /** How far above and below its anchor a node is tried. */
  static final double REACH = 26 * GRID;

  /** How far boxes keep off each other. */
  private static final double GAP = 10;

  static final double[] LANES = {0.5, 0.36, 0.62};

  private final Map<LinkTable.Node, Place> places = new IdentityHashMap<>();
  private final NodeGround ground;

  /** Where the nodes are that were put by hand. */
  private final Set<Box> put = new HashSet<>();

  /** The others, in the order in which they were placed: each keeps off those before it. */
  private final List<Placed> placed = new ArrayList<>();

  private NodeLayout(NodeGround ground) {
    this.ground = ground;
  }

  NodeGround ground() {
    return ground;
  }

  Set<Box> put() {
    return put;
  }

  List<Placed> placed() {
    return placed;
  }

  /** A node that was placed, and where its box came to be in unscrolled rows. */
  record Placed(NodeGround.Block block, Place place, Box box) {}

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

  record Box(double left, double top, double right, double bottom) {
    boolean meets(Box o) {
      return left < o.right + GAP
          && o.left < right + GAP
          && top < o.bottom + GAP
          && o.top < bottom + GAP;
    }
  }

  /**
   * Places all nodes.
   *
   * @param put the places of those that were put somewhere by hand; the others keep off them
   * @param before an earlier layout, of which each place holds that would come out the same; null
   *     where there is none
   */
  static NodeLayout of(
      LinkTable table,
      Map<LinkTable.Node, Size> sizes,
      Map<LinkTable.Node, Place> put,
      double width,
      double rowHeight,
      @Nullable NodeLayout before) {
    NodeLayout layout = new NodeLayout(NodeGround.of(table, width, rowHeight));
    layout.places.putAll(put);
    put.forEach(
        (node, place) -> {
          double anchor = anchor(node, rowHeight);
          layout.put.add(box(place, anchor, size(sizes, node).within(width), width));
        });
    List<Box> taken = new ArrayList<>(layout.put);
    KeptPlaces kept = KeptPlaces.of(before, layout);
    // What is unfolded is looked at: it stands near its rows, and the others give way.
    List<LinkTable.Node> free = new ArrayList<>(table.nodes());
    free.removeIf(put::containsKey);
    free.sort(Comparator.comparing(node -> node.unfolded() == null));
    for (LinkTable.Node node : free) {
      NodeGround.Block block = NodeGround.Block.of(node, size(sizes, node).within(width));
      double anchor = anchor(node, rowHeight);
      Placed was = kept.take(block);
      Placed now = was != null && kept.holds(was, anchor) ? was : layout.best(block, anchor, taken);
      kept.placed(was, now);
      taken.add(now.box());
      layout.placed.add(now);
      layout.places.put(node, now.place());
    }
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

  private Placed best(NodeGround.Block block, double anchor, List<Box> taken) {
    Size size = block.size();
    double width = ground.width();
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
          double cost = bare + crossed(box, least - bare);
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
    return new Placed(block, best, bestBox);
  }

  private static boolean meets(List<Box> taken, Box box) {
    for (Box other : taken) {
      if (other.meets(box)) {
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

  /** What it costs that links run under the node; where it is not below the limit, any such. */
  private double crossed(Box box, double limit) {
    double cost = box.top < 0 ? 400 : 0;
    for (int i = 0; i < ground.runs().size() && cost < limit; i++) {
      NodeGround.Run run = ground.runs().get(i);
      if (ground.runsUnder(run, box)) {
        cost += run.pill() ? 40 : 14;
      }
    }
    return cost;
  }
}
