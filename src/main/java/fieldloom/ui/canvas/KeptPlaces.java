package fieldloom.ui.canvas;

import fieldloom.ui.canvas.NodeGround.Run;
import fieldloom.ui.canvas.NodeLayout.Box;
import fieldloom.ui.canvas.NodeLayout.Placed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The places of an earlier layout that hold in one that is being made. A node takes the first
 * cheapest of the places around its anchor that meet no box. What goes away may make others cheaper
 * or free: then it must not have been near the node at all. What comes only makes places dearer or
 * takes them: then it is enough that the node's own place is not among these.
 */
final class KeptPlaces {
  private final NodeGround ground;
  private final List<Placed> earlier;
  private final Map<NodeGround.Block, Integer> at = new HashMap<>();
  private final NodeGround.Changes links;
  private final List<Box> gone = new ArrayList<>();
  private final List<Box> come = new ArrayList<>();
  private int next;

  private KeptPlaces(NodeGround ground, List<Placed> earlier, NodeGround.Changes links) {
    this.ground = ground;
    this.earlier = earlier;
    this.links = links;
    for (int i = 0; i < earlier.size(); i++) {
      at.putIfAbsent(earlier.get(i).block(), i);
    }
  }

  /**
   * Those of an earlier layout.
   *
   * @param before null where there is none: then no place holds
   * @param now of which the ground is known, and what was put by hand
   */
  static KeptPlaces of(@Nullable NodeLayout before, NodeLayout now) {
    NodeGround ground = now.ground();
    NodeGround.Changes links = before == null ? null : ground.since(before.ground());
    // In less room boxes reach beyond the middle of the area's edges.
    boolean narrow = ground.width() < NodeLayout.MIN_WIDTH + 2 * NodeLayout.MARGIN;
    if (before == null || links == null || narrow) {
      return new KeptPlaces(ground, List.of(), new NodeGround.Changes(List.of(), List.of()));
    }
    KeptPlaces kept = new KeptPlaces(ground, before.placed(), links);
    without(before.put(), now.put(), kept.gone);
    without(now.put(), before.put(), kept.come);
    return kept;
  }

  private static void without(Set<Box> all, Set<Box> others, List<Box> into) {
    for (Box box : all) {
      if (!others.contains(box)) {
        into.add(box);
      }
    }
  }

  /** The node in the earlier layout, which is gone through in its order; null where it is new. */
  @Nullable Placed take(NodeGround.Block block) {
    boolean inTurn = next < earlier.size() && earlier.get(next).block().equals(block);
    int found = inTurn ? next : at.getOrDefault(block, -1);
    if (found < next) {
      return null;
    }
    earlier.subList(next, found).forEach(passed -> gone.add(passed.box()));
    next = found + 1;
    return earlier.get(found);
  }

  /** Takes up where a node came to be, and where it was; null where it is new. */
  void placed(@Nullable Placed was, Placed now) {
    if (was == null || !was.box().equals(now.box())) {
      come.add(now.box());
      if (was != null) {
        gone.add(was.box());
      }
    }
  }

  /** Whether the place of a node would come out the same. */
  boolean holds(Placed was, double anchor) {
    Box box = was.box();
    double height = box.bottom() - box.top();
    double around = NodeLayout.REACH + NodeGround.OF_PILL + 1;
    double top = anchor - height / 2 - around;
    // One that found no room nearby looked as far down as it came.
    double bottom = Math.max(anchor + height / 2, box.bottom()) + around;
    for (Box other : gone) {
      if (other.bottom() > top && other.top() < bottom) {
        return false;
      }
    }
    for (Box other : come) {
      if (other.meets(box)) {
        return false;
      }
    }
    for (Run run : links.gone()) {
      if (passes(run, box, top, bottom)) {
        return false;
      }
    }
    for (Run run : links.come()) {
      if (ground.runsUnder(run, box)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a link runs between these heights where a node of that width is tried. */
  private boolean passes(Run run, Box box, double top, double bottom) {
    double nodeWidth = box.right() - box.left();
    for (double lane : NodeLayout.LANES) {
      double left = NodeLayout.left(lane, nodeWidth, ground.width());
      double y = ground.height(run, (left + nodeWidth / 2) / Math.max(1, ground.width()));
      if (y > top && y < bottom) {
        return true;
      }
    }
    return false;
  }
}
