package fieldloom.ui.canvas;

import fieldloom.model.Rule;
import fieldloom.ui.canvas.Frame.Curve;
import fieldloom.ui.canvas.Frame.NodeBox;
import fieldloom.ui.canvas.Frame.Pill;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Finds what of a frame lies under a point: pills before nodes before links. */
final class HitTest {
  /** Pixels of the screen on each side of a link. */
  private static final double LINK_REACH = 9;

  /** Pixels of the screen around a port. */
  static final double PORT_REACH = 12;

  private final Frame frame;
  private final double reach;

  /**
   * @param reach gives pixels of the screen in those of the frame
   */
  HitTest(Frame frame, DoubleUnaryOperator reach) {
    this.frame = frame;
    this.reach = reach.applyAsDouble(LINK_REACH);
  }

  /** The rules under a point; several for a roll-up, none for the ground. */
  List<Rule> rules(double x, double y) {
    for (Pill pill : frame.pills().reversed()) {
      if (isOn(pill, x, y)) {
        return pillRules(pill);
      }
    }
    NodeBox node = box(x, y);
    if (node != null) {
      return List.of(node.rule());
    }
    Curve curve = nearest(x, y);
    return curve == null ? List.of() : curve.rules();
  }

  /** The box under a point; null where there is none. */
  @Nullable NodeBox box(double x, double y) {
    for (NodeBox node : frame.nodes().reversed()) {
      if (node.holds(x, y)) {
        return node;
      }
    }
    return null;
  }

  /** The group whose name is under a point; null where there is none. */
  Frame.@Nullable Group group(double x, double y) {
    for (Frame.Group group : frame.groups().reversed()) {
      if (group.isHead(x, y)) {
        return group;
      }
    }
    return null;
  }

  /** The link with one value under a point, where nothing lies over it; null else. */
  @Nullable Curve joint(double x, double y) {
    for (Pill pill : frame.pills()) {
      if (isOn(pill, x, y)) {
        return null;
      }
    }
    Curve curve = box(x, y) == null ? nearest(x, y) : null;
    return curve == null || curve.joint() == null ? null : curve;
  }

  private static boolean isOn(Pill pill, double x, double y) {
    return Math.abs(x - pill.x()) <= pill.width() / 2 && Math.abs(y - pill.y()) <= 11;
  }

  private List<Rule> pillRules(Pill pill) {
    if (pill.tone() == Frame.Tone.ROLL_UP) {
      for (Curve curve : frame.curves()) {
        if (curve.tone() == Frame.Tone.ROLL_UP && curve.rules().contains(pill.rule())) {
          return curve.rules();
        }
      }
    }
    return List.of(pill.rule());
  }

  /** The nearest link; of links as near as each other the one drawn last. */
  private @Nullable Curve nearest(double x, double y) {
    Curve best = null;
    double least = reach;
    for (Curve curve : frame.curves()) {
      double distance = curve.line().distance(x, y, reach);
      if (distance <= least) {
        least = distance;
        best = curve;
      }
    }
    return best;
  }
}
