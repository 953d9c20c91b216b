package fieldloom.landscape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The systems of a company and what flows between them. An immutable value; an edit makes a new
 * one. Ids are unique, and a flow goes between two different systems that are there.
 *
 * @param areas at least one
 */
public record Landscape(
    List<Area> areas, List<BusinessSystem> systems, List<Flow> flows, List<Relation> relations) {

  /** Path of a workspace's landscape among its documents. */
  public static final String PATH = "landscape.json";

  public Landscape {
    areas = List.copyOf(areas);
    systems = List.copyOf(systems);
    flows = List.copyOf(flows);
    relations = List.copyOf(relations);
  }

  /** One area, in which there is nothing yet. */
  public static Landscape empty() {
    Area area = new Area("main", new Words("Landscape", "系统全景"));
    return new Landscape(List.of(area), List.of(), List.of(), List.of());
  }

  public Optional<BusinessSystem> system(String id) {
    return systems.stream().filter(system -> system.id().equals(id)).findFirst();
  }

  public Optional<Flow> flow(String id) {
    return flows.stream().filter(flow -> flow.id().equals(id)).findFirst();
  }

  /** The systems of an area. */
  public List<BusinessSystem> systems(Area area) {
    return systems.stream().filter(system -> system.area().equals(area.id())).toList();
  }

  /** The edges between systems of an area, each pair of systems once, in the order of flows. */
  public List<Edge> edges(Area area) {
    List<String> ids = systems(area).stream().map(BusinessSystem::id).toList();
    Map<List<String>, List<Flow>> found = new LinkedHashMap<>();
    for (Flow flow : flows) {
      int from = ids.indexOf(flow.from());
      int to = ids.indexOf(flow.to());
      if (from >= 0 && to >= 0) {
        List<String> pair = List.of(ids.get(Math.min(from, to)), ids.get(Math.max(from, to)));
        found.computeIfAbsent(pair, p -> new ArrayList<>()).add(flow);
      }
    }
    List<Edge> edges = new ArrayList<>();
    found.forEach(
        (pair, between) ->
            edges.add(
                new Edge(pair.get(0), pair.get(1), between, sentence(pair.get(0), pair.get(1)))));
    return edges;
  }

  private Words sentence(String a, String b) {
    return relations.stream()
        .filter(relation -> relation.isBetween(a, b))
        .map(Relation::sentence)
        .findFirst()
        .orElse(Words.NONE);
  }

  /** Puts a system in, or in the place of the one with its id. */
  public Landscape with(BusinessSystem system) {
    return new Landscape(
        areas, put(systems, system, BusinessSystem::id, system.id()), flows, relations);
  }

  /** Puts a flow in, or in the place of the one with its id. */
  public Landscape with(Flow flow) {
    return new Landscape(areas, systems, put(flows, flow, Flow::id, flow.id()), relations);
  }

  /** Says what two systems have to do with each other, in the place of what was said of them. */
  public Landscape with(Relation relation) {
    List<Relation> changed = new ArrayList<>(relations);
    changed.removeIf(other -> other.isBetween(relation.a(), relation.b()));
    if (!relation.sentence().isEmpty()) {
      changed.add(relation);
    }
    return new Landscape(areas, systems, flows, changed);
  }

  /** Moves a system. */
  public Landscape moved(String id, double x, double y) {
    return mapped(system -> system.id().equals(id) ? system.at(x, y) : system);
  }

  /** Changes every system. */
  public Landscape mapped(UnaryOperator<BusinessSystem> change) {
    return new Landscape(areas, systems.stream().map(change).toList(), flows, relations);
  }

  /** Takes a system out, with the flows that touch it. Mappings and jobs stay where they are. */
  public Landscape withoutSystem(String id) {
    return new Landscape(
        areas,
        systems.stream().filter(system -> !system.id().equals(id)).toList(),
        flows.stream().filter(f -> !f.from().equals(id) && !f.to().equals(id)).toList(),
        relations.stream().filter(r -> !r.a().equals(id) && !r.b().equals(id)).toList());
  }

  /** Takes a flow out. Its mapping and job stay where they are. */
  public Landscape withoutFlow(String id) {
    return new Landscape(
        areas, systems, flows.stream().filter(flow -> !flow.id().equals(id)).toList(), relations);
  }

  /** An id that no system and no flow has: the text in lower case, with a number if need be. */
  public String freeId(String text) {
    String plain = text.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", "-");
    String id = plain;
    for (int n = 2; system(id).isPresent() || flow(id).isPresent(); n++) {
      id = plain + "-" + n;
    }
    return id;
  }

  private static <T> List<T> put(List<T> all, T one, Function<T, String> idOf, String id) {
    List<T> changed = new ArrayList<>(all);
    for (int i = 0; i < changed.size(); i++) {
      if (idOf.apply(changed.get(i)).equals(id)) {
        changed.set(i, one);
        return changed;
      }
    }
    changed.add(one);
    return changed;
  }
}
