package fieldloom.ui.canvas;

import fieldloom.model.Rule;
import fieldloom.ui.canvas.Frame.Curve;
import fieldloom.ui.canvas.Frame.NodeBox;
import fieldloom.ui.canvas.Frame.Pill;
import java.util.List;

/** Finds what of a frame lies under a point: pills before nodes before links. */
final class HitTest {
  /** Pixels on each side of a link. */
  static final double LINK_REACH = 9;

  /** Pixels around a port. */
  static final double PORT_REACH = 12;

  private static final int STEPS = 24;

  private HitTest() {}

  /** The rules under a point; several for a roll-up, none for the ground. */
  static List<Rule> rules(Frame frame, double x, double y) {
    for (Pill pill : frame.pills().reversed()) {
      if (Math.abs(x - pill.x()) <= pill.width() / 2 && Math.abs(y - pill.y()) <= 11) {
        return pillRules(frame, pill);
      }
    }
    for (NodeBox node : frame.nodes().reversed()) {
      if (x >= node.x()
          && x <= node.x() + node.width()
          && y >= node.y()
          && y <= node.y() + node.height()) {
        return List.of(node.rule());
      }
    }
    return nearest(frame, x, y);
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
  private static List<Rule> nearest(Frame frame, double x, double y) {
    List<Rule> best = List.of();
    double least = LINK_REACH;
    for (Curve curve : frame.curves()) {
      double distance = distance(curve, x, y);
      if (distance <= least) {
        least = distance;
        best = curve.rules();
      }
    }
    return best;
  }

  /** How far a point is from a link. */
  static double distance(Curve curve, double x, double y) {
    double low = Math.min(curve.y1(), curve.y2()) - LINK_REACH;
    double high = Math.max(curve.y1(), curve.y2()) + LINK_REACH;
    if (y < low
        || y > high
        || x < Math.min(curve.x1(), curve.x2()) - LINK_REACH
        || x > Math.max(curve.x1(), curve.x2()) + LINK_REACH) {
      return Double.MAX_VALUE;
    }
    double least = Double.MAX_VALUE;
    double[] from = curve.at(0);
    for (int i = 1; i <= STEPS; i++) {
      double[] to = curve.at(i / (double) STEPS);
      least = Math.min(least, toSegment(x, y, from, to));
      from = to;
    }
    return least;
  }

  private static double toSegment(double x, double y, double[] from, double[] to) {
    double dx = to[0] - from[0];
    double dy = to[1] - from[1];
    double length = dx * dx + dy * dy;
    double t = length == 0 ? 0 : ((x - from[0]) * dx + (y - from[1]) * dy) / length;
    double at = Math.clamp(t, 0, 1);
    return Math.hypot(x - from[0] - at * dx, y - from[1] - at * dy);
  }
}
