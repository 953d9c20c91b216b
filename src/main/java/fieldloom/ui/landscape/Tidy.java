package fieldloom.ui.landscape;

import fieldloom.landscape.BusinessSystem;
import fieldloom.landscape.Edge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Arranges systems around the central one: on square rings, the ones it exchanges most with
 * nearest, each as near to where it was as there is room.
 */
final class Tidy {
  private static final double GRID = 8;
  private static final double ACROSS = 440;
  private static final double DOWN = 312;
  private static final double CARD = 200;

  /** Where a system may go, in columns and rows from the central one. */
  private record Slot(int column, int row) {}

  private record Choice(BusinessSystem system, Slot slot, double cost) {}

  private Tidy() {}

  /** A new place. */
  record Place(double x, double y) {}

  /**
   * @param systems of one area
   * @param edges between them
   * @param widest how wide the widest of them is
   * @return where each goes, by id
   */
  static Map<String, Place> arrange(List<BusinessSystem> systems, List<Edge> edges, double widest) {
    Map<String, Place> places = new LinkedHashMap<>();
    if (systems.isEmpty()) {
      return places;
    }
    Map<String, List<String>> neighbours = neighbours(edges);
    BusinessSystem central = central(systems, neighbours);
    places.put(central.id(), new Place(snap(central.x()), snap(central.y())));
    double across = Math.max(ACROSS, snap(widest + CARD + 50));
    List<BusinessSystem> others = byDistance(systems, central, neighbours);
    int from = 0;
    for (int ring = 1; from < others.size(); ring++) {
      int to = Math.min(others.size(), from + 8 * ring);
      arrange(others.subList(from, to), ring, central, across, places);
      from = to;
    }
    return places;
  }

  static double snap(double at) {
    return Math.round(at / GRID) * GRID;
  }

  private static Map<String, List<String>> neighbours(List<Edge> edges) {
    Map<String, List<String>> neighbours = new HashMap<>();
    for (Edge edge : edges) {
      neighbours.computeIfAbsent(edge.a(), id -> new ArrayList<>()).add(edge.b());
      neighbours.computeIfAbsent(edge.b(), id -> new ArrayList<>()).add(edge.a());
    }
    return neighbours;
  }

  /** The one that is said to be central, else the one that most others exchange with. */
  private static BusinessSystem central(
      List<BusinessSystem> systems, Map<String, List<String>> neighbours) {
    return systems.stream()
        .filter(BusinessSystem::central)
        .findFirst()
        .or(
            () ->
                systems.stream()
                    .max(
                        Comparator.comparingInt(
                            s -> neighbours.getOrDefault(s.id(), List.of()).size())))
        .orElseThrow();
  }

  /**
   * The others by the number of steps from the central one; what is not joined to it comes last.
   */
  private static List<BusinessSystem> byDistance(
      List<BusinessSystem> systems, BusinessSystem central, Map<String, List<String>> neighbours) {
    Map<String, Integer> steps = new LinkedHashMap<>();
    steps.put(central.id(), 0);
    List<String> reached = new ArrayList<>(List.of(central.id()));
    for (int i = 0; i < reached.size(); i++) {
      String id = reached.get(i);
      for (String next : neighbours.getOrDefault(id, List.of())) {
        if (steps.putIfAbsent(next, steps.getOrDefault(id, 0) + 1) == null) {
          reached.add(next);
        }
      }
    }
    List<BusinessSystem> others = new ArrayList<>(systems);
    others.remove(central);
    others.sort(Comparator.comparingInt(s -> steps.getOrDefault(s.id(), Integer.MAX_VALUE)));
    return others;
  }

  /** Gives the systems of a ring its slots, the cheapest choice first. */
  private static void arrange(
      List<BusinessSystem> systems,
      int ring,
      BusinessSystem central,
      double across,
      Map<String, Place> places) {
    List<Slot> slots = slots(ring);
    List<Choice> choices = new ArrayList<>();
    for (BusinessSystem system : systems) {
      for (Slot slot : slots) {
        double x = central.x() + slot.column() * across - system.x();
        double y = central.y() + slot.row() * DOWN - system.y();
        choices.add(new Choice(system, slot, x * x + y * y));
      }
    }
    choices.sort(Comparator.comparingDouble(Choice::cost));
    List<Slot> free = new ArrayList<>(slots);
    for (Choice choice : choices) {
      if (!places.containsKey(choice.system().id()) && free.remove(choice.slot())) {
        places.put(
            choice.system().id(),
            new Place(
                snap(central.x() + choice.slot().column() * across),
                snap(central.y() + choice.slot().row() * DOWN)));
      }
    }
  }

  private static List<Slot> slots(int ring) {
    List<Slot> slots = new ArrayList<>();
    for (int column = -ring; column <= ring; column++) {
      for (int row = -ring; row <= ring; row++) {
        if (Math.max(Math.abs(column), Math.abs(row)) == ring) {
          slots.add(new Slot(column, row));
        }
      }
    }
    return slots;
  }
}
