package fieldloom.ui.shell;

import fieldloom.ui.canvas.CanvasView;
import fieldloom.ui.canvas.CanvasViewModel;
import fieldloom.ui.kit.Overlay;
import fieldloom.ui.preview.PreviewView;
import fieldloom.ui.preview.PreviewViewModel;
import fieldloom.ui.schematree.SchemaTreeView;
import fieldloom.ui.schematree.SchemaTreeViewModel;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.Side;
import fieldloom.ui.tests.TestsView;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The open mapping: formula bar, canvas, and around it preview, test cases and problems. */
final class EditorPane extends BorderPane {
  /** Below this width the preview lies under the canvas, not beside it. */
  private static final double WIDE_PX = 1200;

  private final Workbench bench;
  private final SplitPane across = new SplitPane();
  private final SplitPane down = new SplitPane();
  private final Node canvas;
  private final PreviewView preview;
  private final TestsView tests;
  private final Node problems;
  private final Subscription watching;
  private double beside = 0.6;
  private double above = 0.6;

  EditorPane(Workbench bench, OpenMapping open, Overlay overlay) {
    this.bench = bench;
    getStyleClass().add("fl-editor");
    EditorSession session = open.session();
    canvas = canvas(session);
    preview = new PreviewView(new PreviewViewModel(session));
    tests = new TestsView(open.tests());
    problems = Panes.problems(session);
    setTop(Panes.formula(session));
    down.setOrientation(Orientation.VERTICAL);
    setCenter(across);
    watching =
        Subscription.combine(
            bench.previewShownProperty().subscribe(shown -> arrange()),
            bench.testsShownProperty().subscribe(shown -> arrange()),
            bench.problemsShownProperty().subscribe(shown -> arrange()),
            widthProperty().map(w -> w.doubleValue() >= WIDE_PX - 52).subscribe(w -> arrange()));
  }

  private static Node canvas(EditorSession session) {
    SchemaTreeViewModel source = new SchemaTreeViewModel(session, Side.SOURCE);
    SchemaTreeViewModel target = new SchemaTreeViewModel(session, Side.TARGET);
    return new CanvasView(
        new CanvasViewModel(session, source, target),
        new SchemaTreeView(source),
        new SchemaTreeView(target));
  }

  /** Puts what is shown into the split panes; the dividers stay where they were left. */
  private void arrange() {
    remember();
    boolean wide = getWidth() >= WIDE_PX - 52;
    boolean preview = bench.previewShownProperty().get();
    List<Node> column = new ArrayList<>(List.of(canvas));
    Node dock = dock();
    if (dock != null) {
      column.add(dock);
    } else if (preview && !wide) {
      column.add(this.preview);
    }
    List<Node> row = new ArrayList<>(List.of(down));
    if (preview && wide) {
      row.add(this.preview);
    }
    across.getItems().setAll(List.of());
    down.getItems().setAll(column);
    across.getItems().setAll(row);
    if (row.size() > 1) {
      across.setDividerPositions(beside);
    }
    if (column.size() > 1) {
      down.setDividerPositions(above);
    }
    SplitPane.setResizableWithParent(this.preview, false);
    SplitPane.setResizableWithParent(tests, false);
  }

  private @Nullable Node dock() {
    if (bench.testsShownProperty().get()) {
      return tests;
    }
    return bench.problemsShownProperty().get() ? problems : null;
  }

  private void remember() {
    if (across.getDividers().size() == 1) {
      beside = across.getDividerPositions()[0];
    }
    if (down.getDividers().size() == 1) {
      above = down.getDividerPositions()[0];
    }
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
