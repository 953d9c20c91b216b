package fieldloom.ui.landscape;

import fieldloom.ui.kit.Cubic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Spreads the ends of curves along the sides of systems, so that they do not cross there. */
final class Ports {
  private static final double APART_ACROSS = 25;
  private static final double APART_DOWN = 40;
  private static final double MARGIN = 12;
  private static final double LOOK_MOST = 80;
  private static final int HALVINGS = 18;

  private final Map<Place, List<End>> ends = new HashMap<>();
  private final Map<Long, Double> shifts = new HashMap<>();

  private final Map<Integer, Curve> curves = new HashMap<>();

  private record Place(String system, Side side) {}

  private record Curve(Pair pair, Route route) {}

  /**
   * An end of a curve.
   *
   * @param first whether it is the curve's beginning
   */
  private record End(int curve, boolean first, Cubic line) {

    /** How far the other end is away from the side, outwards. */
    double depth(Side side) {
      return Math.abs(side.isHorizontal() ? line.x2() - line.x1() : line.y2() - line.y1());
    }

    /** Where along the side the curve is at that distance from it. */
    double along(Side side, double distance) {
      double low = 0;
      double high = 1;
      for (int i = 0; i < HALVINGS; i++) {
        double middle = (low + high) / 2;
        if (outwards(side, middle) < distance) {
          low = middle;
        } else {
          high = middle;
        }
      }
      double t = first ? low : 1 - low;
      return side.isHorizontal() ? line.y(t) : line.x(t);
    }

    private double outwards(Side side, double part) {
      double t = first ? part : 1 - part;
      return side.isHorizontal()
          ? side.dx * (line.x(t) - (first ? line.x1() : line.x2()))
          : side.dy * (line.y(t) - (first ? line.y1() : line.y2()));
    }
  }

  /** Adds both ends of a curve that is drawn from middle to middle of the sides. */
  void add(int curve, Pair pair, Route route, Cubic line) {
    curves.put(curve, new Curve(pair, route));
    ends.computeIfAbsent(new Place(pair.a(), route.from()), p -> new ArrayList<>())
        .add(new End(curve, true, line));
    ends.computeIfAbsent(new Place(pair.b(), route.to()), p -> new ArrayList<>())
        .add(new End(curve, false, line));
  }

  void spread(Map<String, Box> systems) {
    ends.forEach(
        (place, all) -> {
          Box box = systems.get(place.system());
          if (box != null && all.size() > 1) {
            spread(place.side(), box, all);
          }
        });
    straighten(systems);
  }

  private void spread(Side side, Box box, List<End> all) {
    double look =
        Math.min(LOOK_MOST, all.stream().mapToDouble(end -> end.depth(side)).min().orElse(0) / 2);
    record Placed(End end, double along) {}
    List<Placed> sorted = new ArrayList<>();
    all.forEach(end -> sorted.add(new Placed(end, end.along(side, look))));
    sorted.sort(Comparator.comparingDouble(Placed::along));
    double most = side.isHorizontal() ? APART_ACROSS : APART_DOWN;
    int n = sorted.size();
    double apart = Math.min(most, (side.length(box) - 2 * MARGIN) / (n - 1));
    for (int i = 0; i < n; i++) {
      End end = sorted.get(i).end();
      shifts.put(key(end.curve(), end.first()), (i - (n - 1) / 2.0) * apart);
    }
  }

  /**
   * Where one end has its side for itself, it goes to the height of the other one: the curve
   * becomes a straight line.
   */
  private void straighten(Map<String, Box> systems) {
    curves.forEach(
        (curve, c) -> {
          Box a = systems.get(c.pair().a());
          Box b = systems.get(c.pair().b());
          if (a == null || b == null || c.route().isBent()) {
            return;
          }
          boolean across = c.route().from().isHorizontal();
          double apart = across ? b.centreY() - a.centreY() : b.centreX() - a.centreX();
          double tilt = apart + shift(curve, false) - shift(curve, true);
          if (alone(c.pair().a(), c.route().from())) {
            move(curve, true, shift(curve, true) + tilt, c.route().from().length(a));
          } else if (alone(c.pair().b(), c.route().to())) {
            move(curve, false, shift(curve, false) - tilt, c.route().to().length(b));
          }
        });
  }

  private boolean alone(String system, Side side) {
    return ends.getOrDefault(new Place(system, side), List.of()).size() == 1;
  }

  private void move(int curve, boolean first, double shift, double length) {
    if (Math.abs(shift) <= length / 2 - MARGIN) {
      shifts.put(key(curve, first), shift);
    }
  }

  private static long key(int curve, boolean first) {
    return curve * 2L + (first ? 0 : 1);
  }

  /** How far an end is moved along its side. */
  double shift(int curve, boolean first) {
    return shifts.getOrDefault(key(curve, first), 0.0);
  }
}
