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
      double distance = curve.line().distance(x, y, LINK_REACH);
      if (distance <= least) {
        least = distance;
        best = curve.rules();
      }
    }
    return best;
  }
}
