package fieldloom.ui.landscape;

import fieldloom.ui.kit.Cubic;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the things of an area are.
 *
 * @param systems by id
 * @param lanes by the systems they join
 * @param bounds with all of it within
 */
record LandscapeLayout(Map<String, Box> systems, Map<Pair, Lane> lanes, Box bounds) {
  static final LandscapeLayout EMPTY = new LandscapeLayout(Map.of(), Map.of(), new Box(0, 0, 0, 0));

  /** Pixels on each side of a curve at which it is still hit, at full size. */
  private static final double REACH = 9;

  /** An edge: its curve and the card on it. */
  record Lane(Cubic line, Box card) {}

  /** The layout a part of the way towards another one; what is only there is there already. */
  LandscapeLayout towards(LandscapeLayout other, double part) {
    Map<String, Box> boxes = new LinkedHashMap<>(other.systems);
    boxes.replaceAll((id, box) -> systems.getOrDefault(id, box).towards(box, part));
    Map<Pair, Lane> between = new LinkedHashMap<>(other.lanes);
    between.replaceAll(
        (pair, lane) -> {
          Lane from = lanes.getOrDefault(pair, lane);
          return new Lane(
              from.line().towards(lane.line(), part), from.card().towards(lane.card(), part));
        });
    return new LandscapeLayout(boxes, between, other.bounds);
  }

  /** How many systems are elsewhere in another layout. */
  long moved(LandscapeLayout other) {
    return systems.entrySet().stream()
        .filter(e -> !e.getValue().equals(other.systems.getOrDefault(e.getKey(), e.getValue())))
        .count();
  }

  /** The box of what is picked; null where it is not there. */
  @Nullable Box box(Picked picked) {
    return switch (picked) {
      case Picked.Nothing n -> null;
      case Picked.OfSystem(var id) -> systems.get(id);
      case Picked.OfEdge(var pair) -> {
        Lane lane = lanes.get(pair);
        yield lane == null ? null : lane.card();
      }
    };
  }

  /**
   * What is at a point: cards before systems before curves.
   *
   * @param zoom pixels of the screen for one of the landscape
   */
  Picked at(double x, double y, double zoom) {
    for (Map.Entry<Pair, Lane> lane : lanes.entrySet()) {
      if (lane.getValue().card().contains(x, y)) {
        return new Picked.OfEdge(lane.getKey());
      }
    }
    for (Map.Entry<String, Box> system : systems.entrySet()) {
      if (system.getValue().contains(x, y)) {
        return new Picked.OfSystem(system.getKey());
      }
    }
    return nearest(x, y, REACH / zoom);
  }

  private Picked nearest(double x, double y, double reach) {
    Picked best = Picked.NOTHING;
    double least = reach;
    for (Map.Entry<Pair, Lane> lane : lanes.entrySet()) {
      double distance = lane.getValue().line().distance(x, y, reach);
      if (distance <= least) {
        least = distance;
        best = new Picked.OfEdge(lane.getKey());
      }
    }
    return best;
  }
}
