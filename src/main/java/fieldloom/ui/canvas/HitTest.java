package fieldloom.ui.canvas;

import fieldloom.model.Rule;
import fieldloom.ui.canvas.Frame.Curve;
import fieldloom.ui.canvas.Frame.NodeBox;
import fieldloom.ui.canvas.Frame.Pill;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what of a frame lies under a point: pills before nodes before links. */
final class HitTest {
  /** Pixels on each side of a link. */
  static final double LINK_REACH = 9;

  /** Pixels around a port. */
  static final double PORT_REACH = 12;

  private HitTest() {}

  /** The rules under a point; several for a roll-up, none for the ground. */
  static List<Rule> rules(Frame frame, double x, double y) {
    for (Pill pill : frame.pills().reversed()) {
      if (isOn(pill, x, y)) {
        return pillRules(frame, pill);
      }
    }
    NodeBox node = box(frame, x, y);
    if (node != null) {
      return List.of(node.rule());
    }
    Curve curve = nearest(frame, x, y);
    return curve == null ? List.of() : curve.rules();
  }

  /** The box under a point; null where there is none. */
  static @Nullable NodeBox box(Frame frame, double x, double y) {
    for (NodeBox node : frame.nodes().reversed()) {
      if (node.holds(x, y)) {
        return node;
      }
    }
    return null;
  }

  /** The link with one value under a point, where nothing lies over it; null else. */
  static @Nullable Curve joint(Frame frame, double x, double y) {
    for (Pill pill : frame.pills()) {
      if (isOn(pill, x, y)) {
        return null;
      }
    }
    Curve curve = box(frame, x, y) == null ? nearest(frame, x, y) : null;
    return curve == null || curve.joint() == null ? null : curve;
  }

  private static boolean isOn(Pill pill, double x, double y) {
    return Math.abs(x - pill.x()) <= pill.width() / 2 && Math.abs(y - pill.y()) <= 11;
  }

  private static List<Rule> pillRules(Frame frame, Pill pill) {
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
  private static @Nullable Curve nearest(Frame frame, double x, double y) {
    Curve best = null;
    double least = LINK_REACH;
    for (Curve curve : frame.curves()) {
      double distance = curve.line().distance(x, y, LINK_REACH);
      if (distance <= least) {
        least = distance;
        best = curve;
      }
    }
    return best;
  }
}
