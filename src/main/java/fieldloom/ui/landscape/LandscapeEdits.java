package fieldloom.ui.landscape;

import fieldloom.landscape.BusinessSystem;
import fieldloom.landscape.Flow;
import fieldloom.landscape.Landscape;
import fieldloom.landscape.Relation;
import fieldloom.landscape.Words;
import fieldloom.ui.kit.Texts;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What can be done to a landscape: each a function from one to the next, and one step to undo. */
final class LandscapeEdits {
  private final LandscapeDocument document;
  private final LandscapeViewModel model;
  private @Nullable String nudged;
  private Tidy.Place centre = new Tidy.Place(0, 0);

  LandscapeEdits(LandscapeDocument document, LandscapeViewModel model) {
    this.document = document;
    this.model = model;
  }

  private void apply(String key, String about, UnaryOperator<Landscape> edit) {
    nudged = null;
    document.apply(LandscapeWords.TEXTS.get(key, about), edit);
  }

  /** Where in the landscape the middle of the view is; new systems come near it. */
  void setCentre(double x, double y) {
    centre = new Tidy.Place(x, y);
  }

  /** Adds a system to the area that is shown, near the middle of the view, and picks it. */
  void add(BusinessSystem system) {
    Box box = Sizes.box(system, Texts.language());
    Tidy.Place place =
        FreePlace.near(
            centre.x(), centre.y(), box.width(), box.height(), model.picture().things().values());
    put("step.add", system.at(place.x(), place.y()));
  }

  /** Puts a system in the place of the one with its id. */
  void change(BusinessSystem system) {
    put("step.change", system);
  }

  /** Only one system of an area is central. */
  private void put(String key, BusinessSystem system) {
    apply(
        key,
        system.name(),
        landscape ->
            landscape
                .mapped(
                    other ->
                        system.central() && other.area().equals(system.area())
                            ? notCentral(other)
                            : other)
                .with(system));
    model.selection().pick(new Picked.OfSystem(system.id()));
  }

  private static BusinessSystem notCentral(BusinessSystem s) {
    return new BusinessSystem(
        s.id(), s.area(), s.name(), s.title(), s.sentence(), s.icon(), false, s.x(), s.y());
  }

  /** Adds a flow and shows it. */
  void add(Flow flow) {
    put("step.add", flow);
  }

  /** Puts a flow in the place of the one with its id, and shows it. */
  void change(Flow flow) {
    put("step.change", flow);
  }

  private void put(String key, Flow flow) {
    apply(key, LandscapeWords.first(flow.title()), landscape -> landscape.with(flow));
    model.picture().edges().keySet().stream()
        .filter(pair -> pair.touches(flow.from()) && pair.touches(flow.to()))
        .findFirst()
        .ifPresent(pair -> model.selection().pick(new Picked.OfEdge(pair)));
    model.selection().showFlow(flow);
    // It may have been given another mapping or job, with runs of its own.
    model.refresh();
  }

  /** Says what two systems have to do with each other. */
  void say(Pair pair, Words sentence) {
    apply("step.say", "", landscape -> landscape.with(new Relation(pair.a(), pair.b(), sentence)));
  }

  void remove(BusinessSystem system) {
    apply("step.remove", system.name(), landscape -> landscape.withoutSystem(system.id()));
  }

  void remove(Flow flow) {
    apply(
        "step.remove",
        LandscapeWords.first(flow.title()),
        landscape -> landscape.withoutFlow(flow.id()));
  }

  void move(String system, double x, double y) {
    apply("step.move", name(system), landscape -> landscape.moved(system, x, y));
  }

  /** Moves a system by a step of the grid; steps one behind the other are undone together. */
  void nudge(String id, double dx, double dy) {
    UnaryOperator<Landscape> move =
        landscape ->
            landscape
                .system(id)
                .map(s -> landscape.moved(id, Tidy.snap(s.x() + dx), Tidy.snap(s.y() + dy)))
                .orElse(landscape);
    if (id.equals(nudged)) {
      document.amend(move);
    } else {
      apply("step.move", name(id), move);
    }
    nudged = id;
  }

  /** Another step of {@link #nudge} is a step of its own. */
  void forgetStep() {
    nudged = null;
  }

  private String name(String system) {
    return document.landscape().system(system).map(BusinessSystem::name).orElse(system);
  }

  /** Arranges the area around its central system. */
  void tidy() {
    AreaPicture picture = model.picture();
    double widest =
        picture.layout().systems().values().stream().mapToDouble(Box::width).max().orElse(0);
    Map<String, Tidy.Place> places =
        Tidy.arrange(
            List.copyOf(picture.systems().values()), List.copyOf(picture.edges().values()), widest);
    apply(
        "step.tidy",
        "",
        landscape ->
            landscape.mapped(
                system -> {
                  Tidy.Place place = places.get(system.id());
                  return place == null ? system : system.at(place.x(), place.y());
                }));
  }

  /** Takes the last step back. */
  @Nullable String undo() {
    nudged = null;
    return document.undo();
  }

  @Nullable String redo() {
    nudged = null;
    return document.redo();
  }
}
