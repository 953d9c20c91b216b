package fieldloom.ui.landscape;

import fieldloom.landscape.Area;
import fieldloom.landscape.Flow;
import fieldloom.landscape.FlowState;
import fieldloom.landscape.Landscape;
import fieldloom.store.Store;
import fieldloom.store.Store.Counts;
import fieldloom.ui.kit.Background;
import fieldloom.ui.kit.Texts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The landscape of a workspace: what is drawn of it, what is picked, and the edits. Only on the FX
 * thread; the store is asked in the background.
 */
public final class LandscapeViewModel {
  private static final long COUNTS_EVERY_MS = 100;

  private final LandscapeReader reader;
  private final LandscapeDocument document;
  private final LandscapeEdits edits;
  private final LandscapeSelection selection;
  private final Background background;
  private final Clock clock;
  private final LiveStates live = new LiveStates();
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<Figures> figures = new ReadOnlyObjectWrapper<>(Figures.NONE);
  private final ObjectProperty<FlowFilter> filter = new SimpleObjectProperty<>(FlowFilter.ALL);
  private final DoubleProperty zoom = new SimpleDoubleProperty(1);
  private Map<String, FlowState> states = Map.of();
  private AreaPicture picture = AreaPicture.EMPTY;
  private String area = "";
  private LandscapeReader.Offer offer = LandscapeReader.Offer.NONE;
  private @Nullable Drag drag;
  private long toldMs;

  /** A system on its way under the pointer. */
  private record Drag(String system, double x, double y) {}

  /**
   * @param clock tells how long ago runs were
   */
  public LandscapeViewModel(Store store, long workspace, Background background, Clock clock) {
    this.reader = new LandscapeReader(store, workspace, clock);
    this.document = new LandscapeDocument(store, workspace, background);
    this.edits = new LandscapeEdits(document, this);
    this.selection = new LandscapeSelection(this, reader, background);
    this.background = background;
    this.clock = clock;
    document.landscapeProperty().addListener((o, was, is) -> changed());
    document.stageProperty().addListener((o, was, is) -> changed());
    filter.addListener((o, was, is) -> project());
    Texts.follow(this, LandscapeViewModel::project);
  }

  /** Reads the landscape and how its flows go; what is picked stays. */
  public void refresh() {
    refreshThen(() -> {});
  }

  /** Reads the landscape that has been laid out in the workspace, or that it could not be. */
  public void laidOut() {
    refreshThen(() -> document.layingOut(false));
  }

  private void refreshThen(Runnable then) {
    int seen = document.edits();
    background.runInOrder(
        reader::read,
        found -> {
          offer = found.offer();
          live.read(found.states());
          if (found.problem() == null) {
            document.show(found.landscape(), seen);
          } else {
            document.cannotRead(found.problem());
          }
          then.run();
          project();
          selection.readDetails();
        },
        document::cannotRead);
  }

  /** Tells which jobs run in this window, by name, with their counts. */
  public void running(Map<String, Counts> byJob) {
    boolean others = live.running(byJob);
    long now = clock.millis();
    if (others || now - toldMs >= COUNTS_EVERY_MS) {
      toldMs = now;
      project();
    }
    if (others) {
      refresh();
    }
  }

  /** Tells the time anew; nothing is read. */
  void tick() {
    project();
  }

  private void changed() {
    project();
    selection.reconcile();
  }

  /** Computes what is drawn; the layout only where something of it has changed. */
  private void project() {
    Landscape landscape = document.landscape();
    states = live.of(landscape);
    picture = AreaPicture.of(landscape, area(), states, filter.get(), Texts.language(), picture);
    Drag moving = drag;
    if (moving != null) {
      picture = picture.with(moving.system(), moving.x(), moving.y());
    }
    figures.set(Figures.of(picture, states, clock.instant()));
    revision.set(revision.get() + 1);
  }

  public ReadOnlyObjectProperty<Stage> stageProperty() {
    return document.stageProperty();
  }

  /** Whether the workspace has one that can be edited. */
  public boolean isShown() {
    return document.stageProperty().get() == Stage.SHOWN;
  }

  /** Why the landscape cannot be read; empty where it can. */
  public ReadOnlyStringProperty unreadableProperty() {
    return document.unreadableProperty();
  }

  /** Why the last edit is not saved; empty where it is. */
  public ReadOnlyStringProperty unsavedProperty() {
    return document.unsavedProperty();
  }

  /** Counts up whenever the landscape looks different. */
  public ReadOnlyIntegerProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Figures> figuresProperty() {
    return figures.getReadOnlyProperty();
  }

  public ObjectProperty<FlowFilter> filterProperty() {
    return filter;
  }

  /** Pixels of the screen for one of the landscape. */
  public DoubleProperty zoomProperty() {
    return zoom;
  }

  Landscape landscape() {
    return document.landscape();
  }

  AreaPicture picture() {
    return picture;
  }

  FlowState state(Flow of) {
    return states.getOrDefault(of.id(), FlowState.NEVER);
  }

  Instant now() {
    return clock.instant();
  }

  LandscapeReader.Offer offer() {
    return offer;
  }

  /** The area that is shown. */
  Area area() {
    List<Area> areas = document.landscape().areas();
    return areas.stream().filter(a -> a.id().equals(area)).findFirst().orElse(areas.getFirst());
  }

  void showArea(Area wanted) {
    area = wanted.id();
    selection.pick(Picked.NOTHING);
    project();
  }

  /** What is picked in it. */
  LandscapeSelection selection() {
    return selection;
  }

  /** How each flow goes, by id. */
  Map<String, FlowState> states() {
    return states;
  }

  LandscapeEdits edits() {
    return edits;
  }

  public ReadOnlyObjectProperty<@Nullable String> undoLabelProperty() {
    return document.undoLabelProperty();
  }

  public ReadOnlyObjectProperty<@Nullable String> redoLabelProperty() {
    return document.redoLabelProperty();
  }

  /**
   * Takes the last step back.
   *
   * @return its name; null where there is none
   */
  public @Nullable String undo() {
    return edits.undo();
  }

  /** Does the step again that was taken back last. */
  public @Nullable String redo() {
    return edits.redo();
  }

  /** Tries again to save. */
  void retrySave() {
    document.save();
  }

  /** Goes on once all edits are saved; else says why they are not. */
  public void flush(Runnable saved, Consumer<String> notSaved) {
    document.flush(saved, notSaved);
  }

  /** Begins a landscape in which there is nothing yet. */
  void begin() {
    document.begin();
  }

  /** Tells that the program's own landscape is being laid out. */
  void layingOut() {
    document.layingOut(true);
  }

  /** Shows a system elsewhere while it is dragged; nothing is saved. */
  void drag(String system, double x, double y) {
    Drag to = new Drag(system, Tidy.snap(x), Tidy.snap(y));
    if (!to.equals(drag)) {
      drag = to;
      picture = picture.with(system, to.x(), to.y());
      revision.set(revision.get() + 1);
    }
  }

  boolean isDragging() {
    return drag != null;
  }

  /** Leaves a dragged system where it is. */
  void drop() {
    Drag last = drag;
    if (last != null) {
      drag = null;
      edits.move(last.system(), last.x(), last.y());
      project();
    }
  }

  /** Takes a dragged system back to where it was. */
  void cancelDrag() {
    if (drag != null) {
      drag = null;
      project();
    }
  }
}
