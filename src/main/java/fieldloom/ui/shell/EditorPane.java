package fieldloom.ui.shell;

import fieldloom.ui.canvas.CanvasView;
import fieldloom.ui.canvas.CanvasViewModel;
import fieldloom.ui.formula.FormulaBarView;
import fieldloom.ui.formula.FormulaBarViewModel;
import fieldloom.ui.preview.PreviewView;
import fieldloom.ui.preview.PreviewViewModel;
import fieldloom.ui.problems.ProblemsView;
import fieldloom.ui.schematree.SchemaAction;
import fieldloom.ui.schematree.SchemaTreeView;
import fieldloom.ui.schematree.SchemaTreeViewModel;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.Side;
import fieldloom.ui.tests.TestsView;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The open mapping: formula bar, canvas, and around it preview, test cases and problems. */
final class EditorPane extends BorderPane {
  /** Below this width the preview lies under the canvas, not beside it. */
  private static final double WIDE_PX = 1200;

  private static final double RAIL_PX = 52;

  private final Workbench bench;
  private final SplitPane across = new SplitPane();
  private final SplitPane down = new SplitPane();
  private final FormulaBarView formula;
  private final Node canvas;
  private final PreviewView preview;
  private final TestsView tests;
  private final ProblemsView problems;
  private final Subscription watching;
  private double beside = 0.6;
  private double above = 0.6;

  EditorPane(Workbench bench, OpenMapping open, SchemaActions schemas) {
    this.bench = bench;
    getStyleClass().add("fl-editor");
    EditorSession session = open.session();
    canvas = canvas(session, schemas);
    preview = new PreviewView(new PreviewViewModel(session));
    tests = new TestsView(open.tests());
    problems = new ProblemsView(open.problems());
    formula = new FormulaBarView(new FormulaBarViewModel(session));
    setTop(formula);
    addEventHandler(KeyEvent.KEY_TYPED, this::startFormula);
    down.setOrientation(Orientation.VERTICAL);
    down.getItems().add(canvas);
    across.getItems().add(down);
    setCenter(across);
    watching =
        Subscription.combine(
            bench.previewShownProperty().subscribe(shown -> arrange()),
            bench.testsShownProperty().subscribe(shown -> arrange()),
            bench.problemsShownProperty().subscribe(shown -> arrange()),
            widthProperty()
                .map(w -> w.doubleValue() >= WIDE_PX - RAIL_PX)
                .subscribe(w -> arrange()));
  }

  private static Node canvas(EditorSession session, SchemaActions schemas) {
    SchemaTreeViewModel source = new SchemaTreeViewModel(session, Side.SOURCE);
    SchemaTreeViewModel target = new SchemaTreeViewModel(session, Side.TARGET);
    CanvasView canvas =
        new CanvasView(
            new CanvasViewModel(session, source, target),
            tree(source, schemas),
            tree(target, schemas));
    canvas.setTreeItems(side -> List.of(replaceItem(side, schemas)));
    return canvas;
  }

  private static SchemaTreeView tree(SchemaTreeViewModel model, SchemaActions schemas) {
    Side side = model.side();
    SchemaTreeView tree = new SchemaTreeView(model);
    tree.setSchemaActions(
        List.of(
            new SchemaAction(
                Workbench.TEXTS.bind("schema.file"),
                Feather.FILE_TEXT,
                () -> schemas.fromFile(side)),
            new SchemaAction(
                Workbench.TEXTS.bind("schema.samples"),
                Feather.COPY,
                () -> schemas.fromSamples(side)),
            new SchemaAction(
                Workbench.TEXTS.bind("schema.catalog"),
                Feather.BOOK,
                () -> schemas.fromCatalog(side)),
            new SchemaAction(
                Workbench.TEXTS.bind("schema.database"),
                Feather.DATABASE,
                () -> schemas.fromDatabase(side))));
    tree.setOnFilesDropped(files -> schemas.fromDropped(side, files));
    return tree;
  }

  private static MenuItem replaceItem(Side side, SchemaActions schemas) {
    MenuItem item = new MenuItem();
    item.textProperty().bind(Workbench.TEXTS.bind("schema.replace"));
    item.setOnAction(e -> schemas.replace(side));
    return item;
  }

  /** Puts what is shown beside and under the canvas; the dividers stay where they were left. */
  private void arrange() {
    boolean wide = getWidth() >= WIDE_PX - RAIL_PX;
    boolean previewing = bench.previewShownProperty().get();
    Node dock = dock();
    if (dock == null && previewing && !wide) {
      dock = preview;
    }
    beside = second(across, previewing && wide ? preview : null, beside);
    above = second(down, dock, above);
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

  private @Nullable Node dock() {
    if (bench.testsShownProperty().get()) {
      return tests;
    }
    return bench.problemsShownProperty().get() ? problems : null;
  }

  /** An equals sign typed on the canvas begins a formula, as in a sheet. */
  private void startFormula(KeyEvent event) {
    Node focused = getScene().getFocusOwner();
    boolean typing = focused instanceof TextInputControl || isInside(focused, formula);
    if (!typing && !event.isConsumed() && event.getCharacter().equals("=")) {
      formula.focusFormula();
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

  /** Gives the canvas the keyboard. */
  void focusCanvas() {
    canvas.requestFocus();
  }

  /** Lets go of the window when another mapping takes its place. */
  void leave() {
    watching.unsubscribe();
  }
}
