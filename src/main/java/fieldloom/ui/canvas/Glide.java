package fieldloom.ui.canvas;

import fieldloom.model.Rule;
import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Point2D;

/**
 * Boxes on their way to new places.
 *
 * @param left how far each is from its place, in pixels of what is drawn
 * @param part how much of the way is still to go, from 1 to 0
 */
record Glide(Map<Rule, Point2D> left, double part) {
  static final Glide NONE = new Glide(Map.of(), 0);

  /** From where boxes are in one frame to where they are in another. */
  static Glide between(Frame before, Frame after) {
    Map<Rule, Frame.NodeBox> was = new HashMap<>();
    for (Frame.NodeBox box : before.nodes()) {
      if (box.isWhole()) {
        was.put(box.rule(), box);
      }
    }
    Map<Rule, Point2D> left = new HashMap<>();
    for (Frame.NodeBox box : after.nodes()) {
      Frame.NodeBox old = box.isWhole() ? was.get(box.rule()) : null;
      if (old != null) {
        left.put(box.rule(), new Point2D(old.x() - box.x(), old.y() - box.y()));
      }
    }
    return new Glide(left, 1);
  }

  Glide at(double value) {
    return value <= 0 ? NONE : new Glide(left, value);
  }

  double dx(Rule rule) {
    Point2D by = left.get(rule);
    return by == null ? 0 : by.getX() * part;
  }

  double dy(Rule rule) {
    Point2D by = left.get(rule);
    return by == null ? 0 : by.getY() * part;
  }
}
