package fieldloom.ui.shell;

import fieldloom.ui.formula.FormulaBarView;
import fieldloom.ui.formula.FormulaBarViewModel;
import fieldloom.ui.history.HistoryView;
import fieldloom.ui.history.HistoryViewModel;
import fieldloom.ui.history.VersionsViewModel;
import fieldloom.ui.palette.PaletteView;
import fieldloom.ui.palette.PaletteViewModel;
import fieldloom.ui.preview.PreviewView;
import fieldloom.ui.preview.PreviewViewModel;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Lens;
import fieldloom.ui.session.Side;
import fieldloom.ui.tests.CaseCommands;
import fieldloom.ui.tests.TestsView;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The open mapping: formula bar, one of its views, and around it preview, test cases and problems.
 */
final class EditorPane extends BorderPane {
  /** Below this width the preview lies under the view, not beside it. */
  private static final double WIDE_PX = 1200;

  private static final double RAIL_PX = 52;
  private static final String DOCK = "editor.dock.divider";

  private final Workbench bench;
  private final SplitPane across = new SplitPane();
  private final SplitPane down = new SplitPane();
  private final FormulaBarView formula;
  private final EditorSession session;
  private final Lens lens;
  private final SchemaActions schemas;
  private final MappingDialogs dialogs;
  private final StackPane views = new StackPane();
  private final Map<MappingView, ViewPane> panes = new EnumMap<>(MappingView.class);
  private final PreviewView preview;
  private final VersionsViewModel versions;
  private final HistoryView history;
  private final PaletteView functions;
  private final TracePane trace;
  private final RightPane right;
  private final TestsView tests;
  private final ProblemsDock problems;
  private final ObservableValue<Map<FieldRef, Boolean>> expected;
  private final Subscription watching;
  private double above;
  private @Nullable ViewPane shown;

  EditorPane(
      Workbench bench,
      OpenMapping open,
      Commands commands,
      SchemaActions schemas,
      MappingDialogs dialogs,
      SampleActions samples,
      EditActions edits,
      CaseCommands cases) {
    this.bench = bench;
    getStyleClass().add("fl-editor");
    this.schemas = schemas;
    right = new RightPane(bench.services().settings());
    above = RightPane.divider(bench.services().settings(), DOCK, 0.6);
    addEventFilter(MouseEvent.MOUSE_RELEASED, e -> keepDividers());
    this.dialogs = dialogs;
    session = open.session();
    lens = open.lens();
    formula = new FormulaBarView(new FormulaBarViewModel(session));
    PreviewViewModel previewed = new PreviewViewModel(session, bench.services().background());
    preview = new PreviewView(previewed, samples.grid(open), samples::show, samples::drop);
    versions =
        new VersionsViewModel(
            session,
            new StoreVersions(bench.services(), open.path()),
            bench.services().background(),
            Clock.systemDefaultZone());
    history =
        new HistoryView(
            new HistoryViewModel(session, Clock.systemDefaultZone()),
            versions,
            edits::wentTo,
            () -> bench.historyShownProperty().set(false));
    PutFunctions put = new PutFunctions(() -> shown, formula);
    functions =
        new PaletteView(
            new PaletteViewModel(session, bench.services().settings()),
            put,
            () -> bench.functionsShownProperty().set(false));
    trace = new TracePane(bench, open.trace(), commands.trace.run);
    previewed.setOnTrace(trace::show);
    tests = new TestsView(open.tests(), cases);
    expected = open.tests().marksProperty();
    problems = new ProblemsDock(open.problems(), dialogs, this, views, () -> shown);
    setTop(formula);
    addEventHandler(KeyEvent.KEY_TYPED, this::startFormula);
    addEventHandler(KeyEvent.KEY_PRESSED, this::look);
    down.setOrientation(Orientation.VERTICAL);
    DropArea.on(views, samples::drop);
    down.getItems().add(views);
    across.getItems().add(down);
    setCenter(across);
    watching =
        Subscription.combine(
            sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(now -> follow(put, now)),
            bench.viewProperty().subscribe(this::show),
            bench.findsProperty().subscribe((was, is) -> find()),
            bench.previewShownProperty().subscribe(shown -> arrange()),
            bench
                .historyShownProperty()
                .subscribe((was, is) -> focus(is, history, history::focusSteps)),
            bench.historyShownProperty().subscribe(shown -> arrange()),
            bench
                .functionsShownProperty()
                .subscribe((was, is) -> focus(is, functions, functions::focusSearch)),
            bench.functionsShownProperty().subscribe(shown -> arrange()),
            bench
                .traceShownProperty()
                .subscribe((was, is) -> focus(is, trace.view(), trace::focus)),
            bench.traceShownProperty().subscribe(shown -> arrange()),
            trace.watch(this),
            bench.testsShownProperty().subscribe(shown -> arrange()),
            bench.problemsShownProperty().subscribe(shown -> arrange()),
            widthProperty()
                .map(w -> w.doubleValue() >= WIDE_PX - RAIL_PX)
                .subscribe(w -> arrange()));
  }

  private ViewPane make(MappingView view) {
    return switch (view) {
      case CANVAS ->
          new CanvasPane(
              session,
              lens,
              bench.services().settings(),
              schemas,
              dialogs,
              bench.overview(),
              versions.marksProperty(),
              expected,
              trace);
      case TABLE ->
          new TablePane(
              session,
              lens,
              bench.services().settings(),
              CanvasPane.actions(Side.TARGET, schemas),
              dialogs::fixes);
      case TEXT ->
          new TextPane(session, lens, CanvasPane.actions(Side.TARGET, schemas), dialogs::fixes);
    };
  }

  /** Shows one of the views; another is made when it is first shown. */
  private void show(MappingView view) {
    ViewPane before = shown;
    FieldRef top = before == null ? null : before.top();
    ViewPane now = panes.computeIfAbsent(view, this::make);
    if (now == before) {
      return;
    }
    shown = now;
    bench.canvasProperty().set(now instanceof CanvasPane pane ? pane.canvas() : null);
    if (before != null) {
      before.hide();
      before.node().setVisible(false);
    }
    if (!views.getChildren().contains(now.node())) {
      views.getChildren().add(now.node());
      now.node().managedProperty().bind(now.node().visibleProperty());
    }
    now.node().setVisible(true);
    // It can be scrolled once it has been laid out.
    Platform.runLater(
        () -> {
          views.layout();
          now.show(top);
          if (before != null) {
            now.focus();
          }
        });
  }

  /** Puts what is shown beside and under the view; the dividers stay where they were left. */
  private void arrange() {
    boolean wide = getWidth() >= WIDE_PX - RAIL_PX;
    boolean previewing = bench.previewShownProperty().get();
    Node dock = dock();
    if (dock == null && previewing && !wide) {
      dock = preview;
    }
    boolean tracing = bench.traceShownProperty().get();
    boolean under = tracing && dock == null && !wide;
    arrangeRight(previewing && wide, tracing && !under);
    dock = under ? trace.view() : dock;
    above = second(down, dock, above);
  }

  /** What lies at the right is as wide as it was left with what is in it now. */
  private void arrangeRight(boolean previewing, boolean tracing) {
    List<Node> nodes = new ArrayList<>();
    if (previewing) {
      nodes.add(preview);
    }
    if (tracing) {
      nodes.add(trace.view());
    }
    if (bench.functionsShownProperty().get()) {
      nodes.add(functions);
    }
    if (bench.historyShownProperty().get()) {
      nodes.add(history);
    }
    if (nodes.equals(right.getItems())) {
      return;
    }
    if (across.getItems().size() > 1) {
      right.keepWidth(across.getDividerPositions()[0]);
    }
    right.show(nodes);
    second(across, nodes.isEmpty() ? null : right, right.width());
    if (!nodes.isEmpty()) {
      across.setDividerPositions(right.width());
    }
  }

  /** A pane has the keyboard where it is opened; where it is closed the view has it again. */
  private void focus(boolean shown, Node pane, Runnable first) {
    if (shown) {
      // Split panes take what is new in them into the scene in the next pulse only.
      Platform.runLater(
          () -> {
            across.applyCss();
            across.layout();
            first.run();
          });
    } else if (isInside(getScene().getFocusOwner(), pane)) {
      focusView();
    }
  }

  /**
   * Makes a node the second of a split pane, or takes the second away. The first is never moved: it
   * would lose its styles for a moment.
   *
   * @param divider where the divider was left
   * @return where it is left now
   */
  private static double second(SplitPane pane, @Nullable Node node, double divider) {
    Node present = pane.getItems().size() > 1 ? pane.getItems().get(1) : null;
    if (present == node) {
      return divider;
    }
    double left = present == null ? divider : pane.getDividerPositions()[0];
    if (present != null) {
      pane.getItems().remove(1);
    }
    if (node != null) {
      SplitPane.setResizableWithParent(node, false);
      pane.getItems().add(node);
      pane.setDividerPositions(left);
    }
    return left;
  }

  /** Where dividers are left holds for the next window too. */
  private void keepDividers() {
    if (across.getItems().size() > 1) {
      right.keepWidth(across.getDividerPositions()[0]);
      right.keepBetween();
    }
    if (down.getItems().size() > 1) {
      above = down.getDividerPositions()[0];
      RightPane.keep(bench.services().settings(), DOCK, above);
    }
  }

  private @Nullable Node dock() {
    if (bench.testsShownProperty().get()) {
      return tests;
    }
    return bench.problemsShownProperty().get() ? problems.view() : null;
  }

  /** An equals sign typed in a view begins a formula, as in a sheet. */
  private void startFormula(KeyEvent event) {
    Node focused = getScene().getFocusOwner();
    boolean typing = focused instanceof TextInputControl || isInside(focused, formula);
    if (!typing
        && !event.isConsumed()
        && !event.isShortcutDown()
        && event.getCharacter().equals("=")) {
      formula.focusFormula();
      event.consume();
    }
  }

  /** F focuses on what is selected and Escape leaves the focus, where nobody types. */
  private void look(KeyEvent event) {
    boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
    boolean here = isInside(getScene().getFocusOwner(), views);
    if (!plain || !here || event.getTarget() instanceof TextInputControl) {
      return;
    }
    if (event.getCode() == KeyCode.F) {
      lens.toggleFocus();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && lens.isFocused()) {
      lens.leaveFocus();
      event.consume();
    }
  }

  private static boolean isInside(@Nullable Node node, Node ancestor) {
    for (Node n = node; n != null; n = n.getParent()) {
      if (n == ancestor) {
        return true;
      }
    }
    return false;
  }

  /** Functions go to the caret of the formula where that had the keyboard before the palette. */
  private void follow(PutFunctions put, @Nullable Node focused) {
    if (!isInside(focused, functions)) {
      put.setCaretInFormula(isInside(focused, formula));
    }
  }

  private void find() {
    if (shown != null) {
      shown.find();
    }
  }

  /** Where F6 stops: formula, view, what is at the right and what lies under. */
  List<FocusStop> stops() {
    List<FocusStop> stops = new ArrayList<>(FocusStop.of(formula).stream().toList());
    if (shown != null) {
      stops.addAll(shown.stops());
    }
    right.getItems().stream().flatMap(n -> FocusStop.of(n).stream()).forEach(stops::add);
    down.getItems().stream().skip(1).flatMap(n -> FocusStop.of(n).stream()).forEach(stops::add);
    return stops;
  }

  /** Gives the view that is shown the keyboard. */
  void focusView() {
    if (shown != null) {
      shown.focus();
    }
  }

  /** Lets go of the window when another mapping takes its place. */
  void leave() {
    watching.unsubscribe();
    bench.canvasProperty().set(null);
  }
}
