package fieldloom.ui.landscape;

import fieldloom.ui.kit.Cubic;
import java.util.ArrayList;
import java.util.List;

/**
 * The sides by which a curve leaves one system and reaches another.
 *
 * @param cost what makes it less fit than another route; 1 is an easy curve
 */
record Route(Side from, Side to, double cost) {
  private static final double LEAST_GAP = 32;
  private static final double LEAST_BEND = 24;
  private static final double CORNER_COST = 1.6;
  private static final double ACROSS_COST = 0.5;
  private static final double DOWN_COST = 0.9;

  /** How near a bent curve comes to the corner, of 0 to 1. */
  private static final double BEND = 0.9;

  private static final double SWING = 0.45;

  /** The routes that there are between two boxes, at least one. */
  static List<Route> between(Box a, Box b) {
    double dx = b.centreX() - a.centreX();
    double dy = b.centreY() - a.centreY();
    double wide = Math.abs(dx);
    double high = Math.abs(dy);
    Side across = dx >= 0 ? Side.RIGHT : Side.LEFT;
    Side acrossBack = dx >= 0 ? Side.LEFT : Side.RIGHT;
    Side down = dy >= 0 ? Side.BOTTOM : Side.TOP;
    Side downBack = dy >= 0 ? Side.TOP : Side.BOTTOM;
    double gapX = wide - (a.width() + b.width()) / 2;
    double gapY = high - (a.height() + b.height()) / 2;
    List<Route> routes = new ArrayList<>(4);
    if (gapX >= LEAST_GAP) {
      routes.add(new Route(across, acrossBack, ACROSS_COST + high / gapX / 2));
    }
    if (gapY >= LEAST_GAP) {
      routes.add(new Route(down, downBack, DOWN_COST + wide / gapY / 2));
    }
    if (wide - a.width() / 2 >= LEAST_BEND && high - b.height() / 2 >= LEAST_BEND) {
      routes.add(new Route(across, downBack, CORNER_COST));
    }
    if (high - a.height() / 2 >= LEAST_BEND && wide - b.width() / 2 >= LEAST_BEND) {
      routes.add(new Route(down, acrossBack, CORNER_COST));
    }
    if (routes.isEmpty()) {
      boolean more = gapX >= gapY;
      routes.add(new Route(more ? across : down, more ? acrossBack : downBack, 0));
    }
    return routes;
  }

  boolean isBent() {
    return from.isHorizontal() != to.isHorizontal();
  }

  /** How far the corner of a bent curve is from a point. */
  double cornerFrom(double x, double y, Box a, Box b) {
    double cornerX = from.isHorizontal() ? b.centreX() : a.centreX();
    double cornerY = from.isHorizontal() ? a.centreY() : b.centreY();
    return Math.hypot(cornerX - x, cornerY - y);
  }

  /** The curve, with its ends moved along their sides. */
  Cubic curve(Box a, double shiftA, Box b, double shiftB) {
    double x1 = from.x(a, shiftA);
    double y1 = from.y(a, shiftA);
    double x2 = to.x(b, shiftB);
    double y2 = to.y(b, shiftB);
    double part = isBent() ? BEND : SWING;
    double reachA = part * Math.abs(from.isHorizontal() ? x2 - x1 : y2 - y1);
    double reachB = part * Math.abs(to.isHorizontal() ? x2 - x1 : y2 - y1);
    return new Cubic(
        x1,
        y1,
        x1 + from.dx * reachA,
        y1 + from.dy * reachA,
        x2 + to.dx * reachB,
        y2 + to.dy * reachB,
        x2,
        y2);
  }
}
