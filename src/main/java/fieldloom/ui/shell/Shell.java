package fieldloom.ui.shell;

import fieldloom.ui.canvas.CanvasView;
import fieldloom.ui.catalog.CatalogView;
import fieldloom.ui.formula.FormulaBarView;
import fieldloom.ui.history.HistoryView;
import fieldloom.ui.jobs.JobsView;
import fieldloom.ui.kit.Overlay;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.landscape.LandscapeView;
import fieldloom.ui.palette.PaletteView;
import fieldloom.ui.problems.ProblemsView;
import fieldloom.ui.schemas.PickPane;
import fieldloom.ui.schematree.SchemaTreeView;
import fieldloom.ui.start.StartView;
import fieldloom.ui.table.RuleTableView;
import fieldloom.ui.text.FormulaTextView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The window's content: rail, bars, and one of the screens. Put its {@link #scene} into a stage.
 * Only on the FX thread.
 */
public final class Shell {
  /** Below this width, counted in text of 13 px, the rail and the words of buttons go. */
  private static final double NARROW_PX = 1000;

  private final Workbench bench;
  private final BorderPane frame = new BorderPane();
  private final Overlay overlay = new Overlay(frame);
  private final EditActions edits;
  private final MappingActions mappings;
  private final SchemaActions schemas;
  private final SampleActions samples;
  private final MappingDialogs dialogs;
  private final Commands commands;
  private final Map<Command, List<KeyCombination>> further;
  private final Scene scene;
  private final Rail rail;
  private final TopBar top;
  private final DocBar doc;
  private final StatusBar status;
  private final StartView start;
  private final JobsView jobs;
  private final CatalogView catalog;
  private final LandscapeScreen landscapes;
  private final CaseActions cases;
  private final LandscapeView landscape;
  private @Nullable EditorPane editor;

  /**
   * @param width of the scene in pixels
   * @param height of the scene in pixels
   */
  public Shell(ShellServices services, double width, double height) {
    bench = new Workbench(services);
    WorkspaceFiles files =
        new WorkspaceFiles(services.store(), services.workspace().id(), services.loader());
    edits = new EditActions(bench, overlay);
    mappings = new MappingActions(bench, overlay, files, edits);
    RunActions runs = new RunActions(bench, overlay, files, mappings, edits);
    schemas = new SchemaActions(bench, overlay, files);
    dialogs = new MappingDialogs(bench, overlay, files, schemas);
    cases = new CaseActions(bench, overlay, mappings, dialogs, edits);
    landscapes = new LandscapeScreen(bench, overlay, mappings, edits);
    samples = new SampleActions(bench, overlay, files, mappings.data());
    WindowActions window = new WindowActions(bench, overlay);
    Reasons reasons = new Reasons(bench);
    commands =
        new Commands(
            bench,
            mappings,
            landscapes,
            edits,
            runs,
            schemas,
            dialogs,
            samples,
            window,
            overlay,
            reasons);
    further =
        Map.of(
            commands.run, keys("Shortcut+ENTER"),
            commands.redo, keys("Shortcut+Shift+Z"),
            commands.trace.trace, keys(TraceCommands.EVERYWHERE),
            commands.lens.focus, keys(LensCommands.EVERYWHERE),
            commands.canvas.zoomIn,
                keys("Shortcut+EQUALS", "Shortcut+Shift+EQUALS", "Shortcut+ADD"),
            commands.canvas.zoomOut, keys("Shortcut+SUBTRACT"),
            commands.canvas.zoomReset,
                List.of(new KeyCodeCombination(KeyCode.NUMPAD0, KeyCombination.SHORTCUT_DOWN)));
    rail = new Rail(bench, commands);
    top = new TopBar(bench, commands, mappings, reasons);
    doc = new DocBar(bench, commands);
    status = new StatusBar(bench, commands, edits);
    start = new StartView(bench.start(), mappings);
    landscape = new LandscapeView(bench.landscape(), landscapes.commands());
    jobs = new JobsView(bench.jobs(), () -> firstRun(runs), cases::keepRecords);
    catalog = new CatalogView(bench.catalog(), new CatalogMappings(bench, mappings, files, edits));
    frame.getStyleClass().add("fl-shell");
    scene = new Scene(overlay, width, height);
    addCss();
    bench.themeProperty().subscribe(theme -> theme.apply(scene));
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::keyInFields);
    scene.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    bench.textSizeProperty().subscribe(size -> size.apply(scene));
    scene.widthProperty().subscribe(w -> narrow());
    top.textProperty().subscribe(size -> narrow());
    bench.openProperty().subscribe(this::edit);
    bench.screenProperty().subscribe(this::show);
  }

  private static List<KeyCombination> keys(String... keys) {
    return Stream.of(keys).map(KeyCombination::valueOf).toList();
  }

  /** The scene to put into a stage. */
  public Scene scene() {
    return scene;
  }

  /**
   * Shows the landscape if the workspace has one; else the mapping that was open last, if it is
   * still there; else the start screen.
   */
  public void begin() {
    landscapes.showOr(this::showLast);
  }

  private void showLast() {
    String last = bench.services().settings().get("mapping", "");
    if (last.isEmpty()) {
      mappings.showStart();
    } else {
      mappings.openOr(last, mappings::showStart);
    }
  }

  /** Opens a mapping of the workspace. */
  public void open(String path) {
    mappings.open(path);
  }

  /** Shows a mapping that has been read already. */
  public void show(LoadedMapping mapping) {
    mappings.show(mapping);
  }

  /**
   * Saves what is not saved, stops what runs, and then lets the window go, on the FX thread. Where
   * something would be lost it asks; the answer may be to stay.
   */
  public void close(Runnable closed) {
    edits.close(closed);
  }

  /**
   * Adds the css of the views before they are there: adding it while nodes come into the scene
   * makes JavaFX look for colours in half a tree.
   */
  private void addCss() {
    Theme.addCss(scene, Shell.class, "shell.css");
    Theme.addCss(scene, SchemaTreeView.class, "schematree.css");
    Theme.addCss(scene, CanvasView.class, "canvas.css");
    Theme.addCss(scene, FormulaBarView.class, "formula.css");
    Theme.addCss(scene, ProblemsView.class, "problems.css");
    Theme.addCss(scene, RuleTableView.class, "table.css");
    Theme.addCss(scene, HistoryView.class, "history.css");
    Theme.addCss(scene, PaletteView.class, "palette.css");
    Theme.addCss(scene, FormulaTextView.class, "text.css");
    Theme.addCss(scene, PickPane.class, "schemas.css");
  }

  private void firstRun(RunActions runs) {
    if (commands.run.isOn()) {
      runs.run();
    } else {
      mappings.showStart();
    }
  }

  private void edit(@Nullable OpenMapping open) {
    if (editor != null) {
      editor.leave();
    }
    editor =
        open == null
            ? null
            : new EditorPane(bench, open, commands, schemas, dialogs, samples, edits, cases);
    show(bench.screenProperty().get());
  }

  private void show(Screen screen) {
    VBox bars = new VBox(top);
    switch (screen) {
      case START -> {
        frame.setCenter(new BorderPane(start, bars, null, null, null));
        start.focusFirst();
      }
      case LANDSCAPE -> {
        frame.setCenter(new BorderPane(landscape, bars, null, null, null));
        landscape.focusFirst();
      }
      case JOBS -> {
        frame.setCenter(new BorderPane(jobs, bars, null, null, null));
        jobs.requestFocus();
      }
      case CATALOG -> {
        frame.setCenter(new BorderPane(catalog, bars, null, null, null));
        catalog.begin();
      }
      case MAPPING -> {
        bars.getChildren().add(doc);
        frame.setCenter(new BorderPane(editor, bars, null, null, null));
        if (editor != null) {
          // Split panes take their items into the scene in the next pulse only.
          Platform.runLater(editor::focusView);
        }
      }
    }
    frame.setLeft(rail);
    frame.setBottom(new StackPane(status));
  }

  private void narrow() {
    boolean narrow = scene.getWidth() < NARROW_PX * top.textProperty().getValue();
    rail.setVisible(!narrow);
    rail.setManaged(!narrow);
    frame.getStyleClass().remove("fl-narrow");
    if (narrow) {
      frame.getStyleClass().add("fl-narrow");
    }
  }

  /** Fields to type in would take the key of the history for the one that deletes a letter. */
  private void keyInFields(KeyEvent event) {
    KeyCombination key = commands.history.key();
    if (overlay.dialog() == null && key != null && key.match(event)) {
      commands.history.run();
      event.consume();
    }
  }

  /** Gives the next region of the window the keyboard, or the one before. */
  private void goOn(boolean back) {
    List<FocusStop> stops = new ArrayList<>();
    Stream.of(rail, top).forEach(n -> FocusStop.of(n).ifPresent(stops::add));
    if (bench.screenProperty().get() == Screen.MAPPING) {
      FocusStop.of(doc).ifPresent(stops::add);
      stops.addAll(editor == null ? List.of() : editor.stops());
    } else if (frame.getCenter() instanceof BorderPane pane) {
      FocusStop.of(pane.getCenter()).ifPresent(stops::add);
    }
    FocusStop.of(status).ifPresent(stops::add);
    FocusStop.next(stops, scene.getFocusOwner(), back).first().requestFocus();
  }

  /** What no control wanted goes to the commands; while a dialog is open it takes all keys. */
  private void key(KeyEvent event) {
    if (overlay.dialog() != null || event.isConsumed()) {
      return;
    }
    if (event.getCode() == KeyCode.F6 && !event.isShortcutDown() && !event.isAltDown()) {
      goOn(event.isShiftDown());
      event.consume();
      return;
    }
    for (Command command : commands.all()) {
      boolean also =
          further.getOrDefault(command, List.of()).stream().anyMatch(k -> k.match(event));
      if (also || command.isKey(event)) {
        command.run();
        event.consume();
        return;
      }
    }
  }
}
