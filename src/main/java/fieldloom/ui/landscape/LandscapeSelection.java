package fieldloom.ui.landscape;

import fieldloom.landscape.Edge;
import fieldloom.landscape.Flow;
import fieldloom.ui.kit.Background;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What of the landscape is picked, and which of its flows is shown. Only on the FX thread. */
final class LandscapeSelection {
  private final LandscapeViewModel model;
  private final LandscapeReader reader;
  private final Background background;
  private final ReadOnlyObjectWrapper<Picked> picked = new ReadOnlyObjectWrapper<>(Picked.NOTHING);
  private final ReadOnlyObjectWrapper<@Nullable Flow> flow = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable FlowDetails> details =
      new ReadOnlyObjectWrapper<>();

  LandscapeSelection(LandscapeViewModel model, LandscapeReader reader, Background background) {
    this.model = model;
    this.reader = reader;
    this.background = background;
  }

  ReadOnlyObjectProperty<Picked> pickedProperty() {
    return picked.getReadOnlyProperty();
  }

  Picked picked() {
    return picked.get();
  }

  /** The flow whose details are shown; null where none is. */
  ReadOnlyObjectProperty<@Nullable Flow> flowProperty() {
    return flow.getReadOnlyProperty();
  }

  @Nullable Flow flow() {
    return flow.get();
  }

  /** What the workspace has for that flow; null until it was read. */
  ReadOnlyObjectProperty<@Nullable FlowDetails> detailsProperty() {
    return details.getReadOnlyProperty();
  }

  void pick(Picked wanted) {
    model.edits().forgetStep();
    picked.set(wanted);
    showFlow(leading());
  }

  private @Nullable Flow leading() {
    Edge edge = model.picture().edge(picked.get());
    return edge == null ? null : CardLine.leading(edge.flows(), model.states());
  }

  /** Shows the details of a flow of what is picked. */
  void showFlow(@Nullable Flow wanted) {
    if (!Objects.equals(wanted, flow.get())) {
      details.set(null);
      flow.set(wanted);
      readDetails();
    }
  }

  /** Reads them anew: mapping and job may have come or gone. */
  void readDetails() {
    Flow wanted = flow.get();
    if (wanted != null) {
      background.run(
          () -> reader.details(wanted),
          this::showDetails,
          sentence -> showDetails(FlowDetails.unread(wanted, sentence)));
    }
  }

  private void showDetails(FlowDetails found) {
    if (found.flow().equals(flow.get())) {
      details.set(found);
    }
  }

  /** What was picked may be gone, or be in another area; so may the flow. */
  void reconcile() {
    if (!model.picture().has(picked.get())) {
      pick(Picked.NOTHING);
      return;
    }
    Flow shown = flow.get();
    if (shown != null) {
      Flow now = model.landscape().flow(shown.id()).orElse(null);
      boolean here = now != null && flows().contains(now);
      showFlow(here ? now : leading());
    }
  }

  /** The flows of what is picked, in the landscape's order. */
  List<Flow> flows() {
    AreaPicture picture = model.picture();
    return switch (picked.get()) {
      case Picked.Nothing n -> List.of();
      case Picked.OfEdge e -> {
        Edge edge = picture.edge(e);
        yield edge == null ? List.of() : edge.flows();
      }
      case Picked.OfSystem(var id) -> {
        List<Flow> flows = new ArrayList<>();
        for (Edge edge : picture.edges().values()) {
          if (Pair.of(edge).touches(id)) {
            flows.addAll(edge.flows());
          }
        }
        yield flows;
      }
    };
  }

  /** Goes to the nearest thing in a direction. */
  void walk(Arrow direction) {
    Picked from = picked.get();
    pick(
        from.equals(Picked.NOTHING)
            ? model.picture().first()
            : Walk.next(model.picture().things(), from, direction));
  }

  /** Goes from a system to its first edge. */
  void enterSystem(String id) {
    model.picture().matching().stream()
        .filter(pair -> pair.touches(id))
        .findFirst()
        .ifPresent(pair -> pick(new Picked.OfEdge(pair)));
  }
}
