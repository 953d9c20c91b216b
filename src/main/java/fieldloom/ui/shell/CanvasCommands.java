package fieldloom.ui.shell;

import fieldloom.ui.canvas.CanvasView;
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

  CanvasCommands(Workbench bench, Reasons reasons) {
    this.bench = bench;
    this.noCanvas = reasons.noCanvas();
    zoomIn = when("zoom-in", Feather.PLUS, "Shortcut+PLUS", view -> view.zoom().in());
    zoomOut = when("zoom-out", Feather.MINUS, "Shortcut+MINUS", view -> view.zoom().out());
    zoomReset = when("zoom-reset", Feather.SEARCH, "Shortcut+DIGIT0", view -> view.zoom().reset());
    zoomFit = when("zoom-fit", Feather.MAXIMIZE, "Shift+Z", view -> view.zoom().fit());
    zoomSelection =
        when("zoom-selection", Feather.ZOOM_IN, "Z", view -> view.zoom().showSelection());
    tidy = when("tidy", Feather.ALIGN_CENTER, "Shortcut+Shift+T", CanvasView::tidy);
    overview = when("overview", Feather.MAP, null, view -> toggleOverview());
  }

  /** Shows the overview, or puts it away. */
  private void toggleOverview() {
    bench.overview().shownProperty().set(!bench.overview().shownProperty().get());
  }

  /** All of them, in the order of menus. */
  List<Command> all() {
    return List.of(zoomIn, zoomOut, zoomReset, zoomFit, zoomSelection, overview, tidy);
  }

  private Command when(String id, Feather icon, @Nullable String key, Consumer<CanvasView> action) {
    return Command.when(
        id,
        Workbench.TEXTS.bind("command." + id),
        icon,
        key,
        noCanvas,
        () -> {
          CanvasView view = bench.canvasProperty().get();
          if (view != null) {
            action.accept(view);
          }
        });
  }
}
