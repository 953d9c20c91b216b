package fieldloom.ui.shell;

import fieldloom.ui.canvas.CanvasActions;
import fieldloom.ui.canvas.CanvasView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What can be done with the canvas that is shown. */
final class CanvasCommands {
  final Command zoomIn;
  final Command zoomOut;
  final Command zoomReset;
  final Command zoomFit;
  final Command zoomSelection;
  final Command overview;
  final Command tidy;

  private final Workbench bench;
  private final ObservableValue<String> noCanvas;
  private final ObservableValue<String> noBox;
  private final List<Command> ofBoxes;

  CanvasCommands(Workbench bench, Reasons reasons) {
    this.bench = bench;
    this.noCanvas = reasons.noCanvas();
    this.noBox = reasons.noBox();
    zoomIn = when("zoom-in", Feather.PLUS, "Shortcut+PLUS", view -> view.zoom().in());
    zoomOut = when("zoom-out", Feather.MINUS, "Shortcut+MINUS", view -> view.zoom().out());
    zoomReset = when("zoom-reset", Feather.SEARCH, "Shortcut+0", view -> view.zoom().reset());
    zoomFit = inView("zoom-fit", Feather.MAXIMIZE, "Shift+Z", view -> view.zoom().fit());
    zoomSelection =
        inView("zoom-selection", Feather.ZOOM_IN, "Z", view -> view.zoom().showSelection());
    tidy = when("tidy", Feather.ALIGN_CENTER, "Shortcut+Shift+T", CanvasView::tidy);
    ofBoxes = ofBoxes();
    overview = when("overview", Feather.MAP, null, view -> toggleOverview());
  }

  private List<Command> ofBoxes() {
    return List.of(
        ofBox("node-insert", Feather.PLUS_CIRCLE, "I", CanvasActions::insert),
        ofBox("node-unfold", Feather.MAXIMIZE_2, "PLUS", a -> a.unfold(true)),
        ofBox("node-fold", Feather.MINIMIZE_2, "MINUS", a -> a.unfold(false)),
        ofBox("node-argument", Feather.PLUS, "A", CanvasActions::addArgument),
        ofBox("node-value", Feather.EDIT_3, "ENTER", a -> a.type(CanvasActions.Typed.VALUE)),
        ofBox("node-name", Feather.TAG, "F2", a -> a.type(CanvasActions.Typed.NAME)),
        ofBox(
            "node-comment",
            Feather.MESSAGE_SQUARE,
            "Shift+F2",
            a -> a.type(CanvasActions.Typed.COMMENT)),
        ofBox("node-group", Feather.LAYERS, "G", a -> a.type(CanvasActions.Typed.GROUP)),
        ofBox("node-colour", Feather.DROPLET, "C", CanvasActions::nextColour),
        ofBox("node-delete", Feather.TRASH, "DELETE", a -> a.delete(false)),
        ofBox("node-cut", Feather.TRASH_2, "Shift+DELETE", a -> a.delete(true)),
        Command.when(
            "node-place",
            Workbench.TEXTS.bind("command.node-place"),
            Feather.CORNER_UP_LEFT,
            null,
            noBox,
            () -> with(view -> view.actions().putBack())));
  }

  private List<Command> ofRows() {
    return List.of(
        inView("row-link", Feather.GIT_COMMIT, "L", view -> view.actions().link()),
        inView("edges", Feather.CHEVRONS_RIGHT, "O", view -> view.actions().toEdge()),
        inView("row-constant", Feather.EDIT, "F2", view -> view.actions().constant()),
        inView("rule-copy", Feather.COPY, "Shortcut+C", view -> view.actions().copyRule()),
        inView("rule-paste", Feather.CLIPBOARD, "Shortcut+V", view -> view.actions().pasteRule()),
        inView("rule-delete", Feather.TRASH, "DELETE", view -> view.actions().deleteRules()));
  }

  private Command ofBox(String id, Feather icon, String key, Consumer<CanvasActions> action) {
    return Command.inView(
        id,
        Workbench.TEXTS.bind("command." + id),
        icon,
        key,
        noBox,
        () -> with(view -> action.accept(view.actions())));
  }

  /** Shows the overview, or puts it away. */
  private void toggleOverview() {
    bench.overview().shownProperty().set(!bench.overview().shownProperty().get());
  }

  /** All of them, in the order of menus. */
  List<Command> all() {
    List<Command> all = new ArrayList<>();
    all.addAll(List.of(zoomIn, zoomOut, zoomReset, zoomFit, zoomSelection, overview, tidy));
    all.addAll(ofRows());
    all.addAll(ofBoxes);
    return all;
  }

  private void with(Consumer<CanvasView> action) {
    CanvasView view = bench.canvasProperty().get();
    if (view != null) {
      action.accept(view);
    }
  }

  private Command inView(String id, Feather icon, String key, Consumer<CanvasView> action) {
    return Command.inView(
        id, Workbench.TEXTS.bind("command." + id), icon, key, noCanvas, () -> with(action));
  }

  private Command when(String id, Feather icon, @Nullable String key, Consumer<CanvasView> action) {
    return Command.when(
        id, Workbench.TEXTS.bind("command." + id), icon, key, noCanvas, () -> with(action));
  }
}
