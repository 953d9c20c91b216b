package fieldloom.ui.shell;

import fieldloom.ui.canvas.CanvasView;
import fieldloom.ui.jobs.ActiveRun;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.landscape.LandscapeViewModel;
import fieldloom.ui.session.EditorSession;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Why commands on the open mapping are off, in words; empty where they are on. */
final class Reasons {
  private final ReadOnlyStringWrapper noMapping = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper noRun = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper noLandscape = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper noUndo = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper noRedo = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper noActiveRun = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper noCanvas = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper noBox = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper testsTitle = new ReadOnlyStringWrapper("");
  private final Workbench bench;
  private Subscription watching = Subscription.EMPTY;

  Reasons(Workbench bench) {
    this.bench = bench;
    bench.screenProperty().addListener((o, was, is) -> tell());
    bench.landscape().stageProperty().addListener((o, was, is) -> tell());
    bench.landscape().undoLabelProperty().addListener((o, was, is) -> tell());
    bench.landscape().redoLabelProperty().addListener((o, was, is) -> tell());
    bench.canvasProperty().addListener((o, was, is) -> tell());
    bench.openProperty().subscribe(this::watch);
    tell();
    Texts.follow(this, Reasons::tell);
    bench.jobs().active().addListener((ListChangeListener<ActiveRun>) change -> tell());
  }

  private void watch(@Nullable OpenMapping open) {
    watching.unsubscribe();
    if (open != null) {
      EditorSession session = open.session();
      watching =
          Subscription.combine(
              session.previewProperty().subscribe(p -> tell()),
              session.mappingProperty().subscribe(m -> tell()),
              session.selectionProperty().subscribe(s -> tellBox()),
              session.undoLabelProperty().subscribe(l -> tell()),
              session.redoLabelProperty().subscribe(l -> tell()));
    }
    tell();
  }

  private void tell() {
    noMapping.set(reason(session -> ""));
    boolean canvas =
        bench.screenProperty().get() == Screen.MAPPING && bench.canvasProperty().get() != null;
    noCanvas.set(canvas ? "" : Workbench.TEXTS.get("reason.no-canvas"));
    tellBox();
    noActiveRun.set(
        bench.jobs().active().isEmpty() ? Workbench.TEXTS.get("reason.no-active-run") : "");
    noRun.set(
        reason(
            session -> {
              long errors = session.preview().errors();
              return errors == 0 ? "" : Workbench.TEXTS.get("reason.errors", errors);
            }));
    noLandscape.set(bench.landscape().isShown() ? "" : Workbench.TEXTS.get("reason.no-landscape"));
    LandscapeViewModel landscape = bench.landscape();
    boolean here = bench.screenProperty().get() == Screen.LANDSCAPE;
    noUndo.set(
        here
            ? label(landscape.undoLabelProperty().get(), "reason.no-undo")
            : reason(session -> label(session.undoLabelProperty().get(), "reason.no-undo")));
    noRedo.set(
        here
            ? label(landscape.redoLabelProperty().get(), "reason.no-redo")
            : reason(session -> label(session.redoLabelProperty().get(), "reason.no-redo")));
    OpenMapping open = bench.openProperty().get();
    int cases = open == null ? 0 : open.session().mapping().tests().size();
    testsTitle.set(
        cases == 0
            ? Workbench.TEXTS.get("command.tests")
            : Workbench.TEXTS.get("tests.title", cases));
  }

  /** Whether something is selected that boxes are made of. */
  private void tellBox() {
    CanvasView shown = bench.canvasProperty().get();
    boolean any = shown != null && shown.actions().isAny();
    noBox.set(
        !noCanvas.get().isEmpty()
            ? noCanvas.get()
            : any ? "" : Workbench.TEXTS.get("reason.no-box"));
  }

  private static String label(@Nullable String step, String key) {
    return step == null ? Workbench.TEXTS.get(key) : "";
  }

  private String reason(Function<EditorSession, String> ofSession) {
    OpenMapping open = bench.openProperty().get();
    return open == null
        ? Workbench.TEXTS.get("reason.no-mapping")
        : ofSession.apply(open.session());
  }

  ReadOnlyStringProperty noMapping() {
    return noMapping.getReadOnlyProperty();
  }

  /** Why nothing can be added to the landscape. */
  ReadOnlyStringProperty noLandscape() {
    return noLandscape.getReadOnlyProperty();
  }

  /** Why nothing can be done with the canvas. */
  ReadOnlyStringProperty noCanvas() {
    return noCanvas.getReadOnlyProperty();
  }

  /** Why nothing can be done with a link or a box. */
  ReadOnlyStringProperty noBox() {
    return noBox.getReadOnlyProperty();
  }

  ReadOnlyStringProperty noRun() {
    return noRun.getReadOnlyProperty();
  }

  /** Why no run can be cancelled. */
  ReadOnlyStringProperty noActiveRun() {
    return noActiveRun.getReadOnlyProperty();
  }

  ReadOnlyStringProperty noUndo() {
    return noUndo.getReadOnlyProperty();
  }

  ReadOnlyStringProperty noRedo() {
    return noRedo.getReadOnlyProperty();
  }

  /** {@code Test 6}: the button says how many cases there are. */
  ReadOnlyStringProperty testsTitle() {
    return testsTitle.getReadOnlyProperty();
  }
}
