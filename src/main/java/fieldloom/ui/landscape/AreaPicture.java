package fieldloom.ui.landscape;

import fieldloom.landscape.Area;
import fieldloom.landscape.BusinessSystem;
import fieldloom.landscape.Edge;
import fieldloom.landscape.Flow;
import fieldloom.landscape.FlowState;
import fieldloom.landscape.FlowState.Health;
import fieldloom.landscape.Landscape;
import fieldloom.ui.kit.Language;
import fieldloom.ui.landscape.LayoutBuilder.Wanted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that is drawn of an area at one moment.
 *
 * @param systems by id
 * @param edges by the systems they join
 * @param cards what the card of each edge says
 * @param healths how each edge goes
 * @param matching the edges that the filter lets through
 * @param wanted the cards that the layout was made for
 * @param words how systems and flows read
 */
record AreaPicture(
    Area area,
    Map<String, BusinessSystem> systems,
    Map<Pair, Edge> edges,
    Map<Pair, List<CardLine>> cards,
    Map<Pair, Health> healths,
    Set<Pair> matching,
    List<Wanted> wanted,
    LandscapeWords words,
    LandscapeLayout layout) {

  /** Nothing to draw. */
  static final AreaPicture EMPTY =
      new AreaPicture(
          Landscape.empty().areas().getFirst(),
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          Set.of(),
          List.of(),
          LandscapeWords.of(Landscape.empty(), Language.ENGLISH),
          LandscapeLayout.EMPTY);

  /**
   * @param before a picture whose layout is kept where nothing has moved
   */
  static AreaPicture of(
      Landscape landscape,
      Area area,
      Map<String, FlowState> states,
      FlowFilter filter,
      Language language,
      AreaPicture before) {
    LandscapeWords words = LandscapeWords.of(landscape, language);
    boolean sameNames = words.equals(before.words);
    Map<String, BusinessSystem> systems = new LinkedHashMap<>();
    Map<String, Box> boxes = new LinkedHashMap<>();
    for (BusinessSystem system : landscape.systems(area)) {
      systems.put(system.id(), system);
      boxes.put(system.id(), Sizes.box(system, language));
    }
    Map<Pair, Edge> edges = new LinkedHashMap<>();
    Map<Pair, List<CardLine>> cards = new LinkedHashMap<>();
    Map<Pair, Health> healths = new LinkedHashMap<>();
    Set<Pair> matching = new LinkedHashSet<>();
    List<Wanted> wanted = new ArrayList<>();
    for (Edge edge : landscape.edges(area)) {
      Pair pair = Pair.of(edge);
      List<CardLine> made = CardLine.of(edge.directions(), states, boxes, words);
      List<CardLine> known = before.cards.get(pair);
      // The same list says that the card need not be drawn anew; names in it may have changed.
      List<CardLine> lines = made.equals(known) && sameNames ? known : made;
      edges.put(pair, edge);
      cards.put(pair, lines);
      healths.put(pair, health(lines));
      if (edge.flows().stream().anyMatch(f -> filter.lets(health(f, states)))) {
        matching.add(pair);
      }
      wanted.add(new Wanted(pair, Sizes.cardWidth(lines), Sizes.cardHeight(lines.size())));
    }
    boolean same = before.wanted.equals(wanted) && before.layout.systems().equals(boxes);
    LandscapeLayout layout = same ? before.layout : new LayoutBuilder(boxes, wanted).build();
    return new AreaPicture(area, systems, edges, cards, healths, matching, wanted, words, layout);
  }

  /** The same with a system elsewhere for a moment; what it does not touch stays. */
  AreaPicture with(String system, double x, double y) {
    Box box = layout.systems().get(system);
    if (box == null) {
      return this;
    }
    LandscapeLayout moved =
        LayoutBuilder.moved(layout, wanted, system, Box.around(x, y, box.width(), box.height()));
    return new AreaPicture(area, systems, edges, cards, healths, matching, wanted, words, moved);
  }

  private static Health health(Flow flow, Map<String, FlowState> states) {
    return states.getOrDefault(flow.id(), FlowState.NEVER).health();
  }

  /** What runs is said first, then what is worst. */
  private static Health health(List<CardLine> lines) {
    Health worst = Health.NEVER;
    for (CardLine line : lines) {
      if (line.health() == Health.RUNNING) {
        return Health.RUNNING;
      }
      worst = line.health().compareTo(worst) > 0 ? line.health() : worst;
    }
    return worst;
  }

  /** What can be picked, with where it is: systems, and the cards that the filter lets through. */
  Map<Picked, Box> things() {
    Map<Picked, Box> things = new LinkedHashMap<>();
    layout.systems().forEach((id, box) -> things.put(new Picked.OfSystem(id), box));
    for (Pair pair : matching) {
      LandscapeLayout.Lane lane = layout.lanes().get(pair);
      if (lane != null) {
        things.put(new Picked.OfEdge(pair), lane.card());
      }
    }
    return things;
  }

  /** What the keyboard comes to first: the central system, else the first. */
  Picked first() {
    return systems.values().stream()
        .filter(BusinessSystem::central)
        .findFirst()
        .or(() -> systems.values().stream().findFirst())
        .<Picked>map(system -> new Picked.OfSystem(system.id()))
        .orElse(Picked.NOTHING);
  }

  /** The edge that is picked; null where none is. */
  @Nullable Edge edge(Picked picked) {
    return picked instanceof Picked.OfEdge(var pair) ? edges.get(pair) : null;
  }

  /** The system that is picked; null where none is. */
  @Nullable BusinessSystem system(Picked picked) {
    return picked instanceof Picked.OfSystem(var id) ? systems.get(id) : null;
  }

  boolean has(Picked picked) {
    return picked.equals(Picked.NOTHING) || edge(picked) != null || system(picked) != null;
  }
}
