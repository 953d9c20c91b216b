package fieldloom.ui.landscape;

import fieldloom.ui.kit.Cubic;
import fieldloom.ui.landscape.LandscapeLayout.Lane;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Draws the curves between systems and puts a card on each. One layout a builder. */
final class LayoutBuilder {
  private static final double NEAR_SYSTEM = 8;
  private static final double IN_THE_WAY = 3;
  private static final double INWARDS = 0.2;
  private static final int LOOKS = 14;
  private static final double SAMPLE = 12;

  private final Map<String, Box> systems;
  private final List<Wanted> wanted;
  private final BoxIndex index = new BoxIndex();
  private final double middleX;
  private final double middleY;

  /** An edge to be drawn, and how large its card is. */
  record Wanted(Pair pair, double cardWidth, double cardHeight) {}

  private record Drawn(Wanted wanted, int curve, Cubic line, double length) {}

  /**
   * @param systems by id
   * @param wanted between systems that are there
   */
  LayoutBuilder(Map<String, Box> systems, List<Wanted> wanted) {
    this.systems = systems;
    this.wanted = wanted;
    this.middleX = systems.values().stream().mapToDouble(Box::centreX).average().orElse(0);
    this.middleY = systems.values().stream().mapToDouble(Box::centreY).average().orElse(0);
  }

  LandscapeLayout build() {
    systems.values().forEach(index::add);
    List<Route> routes = new ArrayList<>();
    Ports ports = new Ports();
    for (int i = 0; i < wanted.size(); i++) {
      Pair pair = wanted.get(i).pair();
      Route route = best(box(pair.a()), box(pair.b()));
      routes.add(route);
      ports.add(i, pair, route, route.curve(box(pair.a()), 0, box(pair.b()), 0));
    }
    ports.spread(systems);
    List<Drawn> drawn = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      Pair pair = wanted.get(i).pair();
      Cubic line =
          routes
              .get(i)
              .curve(box(pair.a()), ports.shift(i, true), box(pair.b()), ports.shift(i, false));
      double length = Math.hypot(line.x2() - line.x1(), line.y2() - line.y1());
      sample(line, length, i);
      drawn.add(new Drawn(wanted.get(i), i, line, length));
    }
    Map<Pair, Lane> lanes = lanes(drawn);
    return new LandscapeLayout(systems, lanes, bounds(lanes.values()));
  }

  /**
   * A layout with one system elsewhere: its own curves are drawn anew, the others stay.
   *
   * @param wanted the cards that the layout was made for
   */
  static LandscapeLayout moved(
      LandscapeLayout layout, List<Wanted> wanted, String system, Box box) {
    Map<String, Box> systems = new LinkedHashMap<>(layout.systems());
    systems.put(system, box);
    List<Wanted> touching = wanted.stream().filter(w -> w.pair().touches(system)).toList();
    LayoutBuilder builder = new LayoutBuilder(systems, touching);
    Map<Pair, Lane> lanes = new LinkedHashMap<>(layout.lanes());
    lanes.forEach(
        (pair, lane) -> {
          if (!pair.touches(system)) {
            builder.index.add(lane.card());
          }
        });
    lanes.putAll(builder.build().lanes());
    return new LandscapeLayout(systems, lanes, layout.bounds());
  }

  private Box box(String id) {
    Box box = systems.get(id);
    if (box == null) {
      throw new IllegalStateException("No system " + id + " to draw a curve to");
    }
    return box;
  }

  private Route best(Box a, Box b) {
    Route best = null;
    double least = Double.MAX_VALUE;
    for (Route route : Route.between(a, b)) {
      double cost = route.cost() + inwards(route, a, b);
      if (cost < least) {
        cost += IN_THE_WAY * inTheWay(route, a, b);
      }
      if (best == null || cost < least) {
        least = cost;
        best = route;
      }
    }
    if (best == null) {
      throw new IllegalStateException("No route");
    }
    return best;
  }

  /** A curve that bends outwards leaves the middle to the others. */
  private double inwards(Route route, Box a, Box b) {
    if (!route.isBent()) {
      return 0;
    }
    double corner = route.cornerFrom(middleX, middleY, a, b);
    return corner < route.cornerFrom(middleX, middleY, b, a) ? INWARDS : 0;
  }

  /** How many other systems the curve would run through. */
  private int inTheWay(Route route, Box a, Box b) {
    Cubic line = route.curve(a, 0, b, 0);
    Set<Box> met = new HashSet<>();
    for (int i = 1; i < LOOKS; i++) {
      double t = i / (double) LOOKS;
      Box over = index.over(line.x(t), line.y(t), NEAR_SYSTEM, a, b);
      if (over != null) {
        met.add(over);
      }
    }
    return met.size();
  }

  private void sample(Cubic line, double length, int curve) {
    int n = (int) Math.ceil(length / SAMPLE);
    for (int i = 0; i <= n; i++) {
      double t = i / (double) Math.max(1, n);
      index.addPoint(line.x(t), line.y(t), curve);
    }
  }

  /** Short curves first: they leave their cards the least choice. */
  private Map<Pair, Lane> lanes(List<Drawn> drawn) {
    CardPlaces places = new CardPlaces(index);
    Map<Pair, Box> cards = new LinkedHashMap<>();
    drawn.stream()
        .sorted(Comparator.comparingDouble(Drawn::length))
        .forEach(
            d -> {
              Box card =
                  places.place(
                      d.line(), d.curve(), d.wanted().cardWidth(), d.wanted().cardHeight());
              index.add(card);
              cards.put(d.wanted().pair(), card);
            });
    Map<Pair, Lane> lanes = new LinkedHashMap<>();
    for (Drawn d : drawn) {
      Box card = cards.get(d.wanted().pair());
      if (card != null) {
        lanes.put(d.wanted().pair(), new Lane(d.line(), card));
      }
    }
    return lanes;
  }

  private Box bounds(Collection<Lane> lanes) {
    Box all = null;
    for (Box box : systems.values()) {
      all = all == null ? box : all.with(box);
    }
    if (all == null) {
      return LandscapeLayout.EMPTY.bounds();
    }
    for (Lane lane : lanes) {
      all = all.with(lane.card());
      for (int i = 1; i < LOOKS; i++) {
        double t = i / (double) LOOKS;
        all = all.with(new Box(lane.line().x(t), lane.line().y(t), 0, 0));
      }
    }
    return all;
  }
}
