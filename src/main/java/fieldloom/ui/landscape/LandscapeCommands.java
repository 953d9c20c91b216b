package fieldloom.ui.landscape;

import fieldloom.landscape.BusinessSystem;
import fieldloom.landscape.Edge;
import fieldloom.landscape.Flow;
import fieldloom.store.Store.Run;
import fieldloom.ui.kit.MessageDialog;
import fieldloom.ui.kit.Overlay;
import fieldloom.ui.kit.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be done on the landscape, from buttons, keys and menus alike. FX thread. */
public final class LandscapeCommands {
  private static final Texts TEXTS = LandscapeWords.TEXTS;

  private final LandscapeViewModel model;
  private final LandscapeActions actions;
  private final Overlay overlay;

  /**
   * @param actions what lies on other screens
   * @param overlay where dialogs open
   */
  public LandscapeCommands(LandscapeViewModel model, LandscapeActions actions, Overlay overlay) {
    this.model = model;
    this.actions = actions;
    this.overlay = overlay;
  }

  /** Asks for a new system and adds it. */
  public void addSystem() {
    if (model.isShown()) {
      overlay.show(new SystemDialog(model.area(), model.landscape(), null, model.edits()::add));
    }
  }

  void edit(BusinessSystem system) {
    overlay.show(new SystemDialog(model.area(), model.landscape(), system, model.edits()::change));
  }

  /** Asks for a new flow, from the system that is picked, and adds it. */
  public void addFlow() {
    List<BusinessSystem> systems = List.copyOf(model.picture().systems().values());
    if (!model.isShown()) {
      return;
    }
    if (systems.size() < 2) {
      actions.tell(TEXTS.get("flow.need.systems"));
      return;
    }
    FlowDialog.Offer offer = new FlowDialog.Offer(systems, model.offer());
    overlay.show(new FlowDialog(model.landscape(), offer, null, from(), this::added));
  }

  /** The system that a new flow leaves, unless somebody says otherwise. */
  private @Nullable String from() {
    return switch (model.selection().picked()) {
      case Picked.Nothing n -> null;
      case Picked.OfSystem(var id) -> id;
      case Picked.OfEdge(var pair) -> pair.a();
    };
  }

  private void added(Flow flow, boolean newMapping) {
    model.edits().add(flow);
    if (newMapping) {
      createMapping(flow);
    }
  }

  void edit(Flow flow) {
    FlowDialog.Offer offer =
        new FlowDialog.Offer(List.copyOf(model.picture().systems().values()), model.offer());
    overlay.show(
        new FlowDialog(
            model.landscape(),
            offer,
            flow,
            null,
            (changed, newMapping) -> {
              model.edits().change(changed);
              if (newMapping) {
                createMapping(changed);
              }
            }));
  }

  /** Asks for what two systems have to do with each other. */
  void say(Edge edge) {
    String heading = model.picture().words().heading(edge);
    overlay.show(
        new SentenceDialog(
            heading, edge.sentence(), words -> model.edits().say(Pair.of(edge), words)));
  }

  /** Removes what is picked: a system, or the flow that is shown. */
  void remove() {
    BusinessSystem system = model.picture().system(model.selection().picked());
    if (system == null) {
      removeFlow();
    } else {
      remove(system);
    }
  }

  /** Asks first only where a mapping may be missed: it stays in the workspace. */
  void remove(BusinessSystem system) {
    List<Flow> flows =
        model.landscape().flows().stream()
            .filter(f -> f.from().equals(system.id()) || f.to().equals(system.id()))
            .toList();
    if (flows.stream().allMatch(flow -> flow.mapping() == null)) {
      model.edits().remove(system);
      return;
    }
    overlay.show(
        MessageDialog.ask(
            TEXTS.get("remove.title", system.name()),
            TEXTS.get("remove.system", system.name(), flows.size()),
            TEXTS.get("remove"),
            () -> model.edits().remove(system)));
  }

  /** Removes the flow that is shown. */
  void removeFlow() {
    Flow flow = model.selection().flow();
    if (flow != null) {
      remove(flow);
    }
  }

  private void remove(Flow flow) {
    if (flow.mapping() == null) {
      model.edits().remove(flow);
      return;
    }
    String title = LandscapeWords.first(flow.title());
    overlay.show(
        MessageDialog.ask(
            TEXTS.get("remove.title", title),
            TEXTS.get("remove.flow", title, flow.mapping()),
            TEXTS.get("remove"),
            () -> model.edits().remove(flow)));
  }

  /** Goes from a system to its first edge, and from an edge to the mapping of its flow. */
  void enter() {
    switch (model.selection().picked()) {
      case Picked.Nothing n -> model.selection().pick(model.picture().first());
      case Picked.OfSystem(var id) -> model.selection().enterSystem(id);
      case Picked.OfEdge e -> openMapping();
    }
  }

  /** Opens the mapping of the flow that is shown; where it has none, makes one. */
  void openMapping() {
    Flow flow = model.selection().flow();
    if (flow == null) {
      return;
    }
    if (flow.mapping() == null) {
      createMapping(flow);
    } else {
      actions.openMapping(flow.mapping());
    }
  }

  private void createMapping(Flow flow) {
    actions.newMapping(
        path -> {
          model
              .landscape()
              .flow(flow.id())
              .ifPresent(
                  f ->
                      model
                          .edits()
                          .change(new Flow(f.id(), f.from(), f.to(), f.title(), path, f.job())));
          actions.openMapping(path);
        });
  }

  void runJob() {
    Flow flow = model.selection().flow();
    if (flow != null && flow.job() != null) {
      actions.runJob(flow.job());
    }
  }

  void openJob() {
    Flow flow = model.selection().flow();
    if (flow != null && flow.job() != null) {
      actions.openJob(flow.job());
    }
  }

  /** Shows the errors of the last run of the flow that is shown. */
  void openErrors() {
    Flow flow = model.selection().flow();
    Run last = flow == null ? null : model.state(flow).last();
    if (last != null) {
      actions.openRun(last);
    }
  }

  /** Puts the landscape that comes with the program into the workspace. */
  void layOut() {
    model.layingOut();
    actions.layOut();
  }
}
