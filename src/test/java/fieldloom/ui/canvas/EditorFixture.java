package fieldloom.ui.canvas;

import fieldloom.ui.Snapshots;
import fieldloom.ui.formula.FormulaBarView;
import fieldloom.ui.formula.FormulaBarViewModel;
import fieldloom.ui.kit.Settings;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.schematree.SchemaTreeView;
import fieldloom.ui.schematree.SchemaTreeViewModel;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Lens;
import fieldloom.ui.session.Side;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The editor as the shell puts it together, for pictures and stories. */
public final class EditorFixture {
  /** The tree's head and its search stand above the rows. */
  private static final double HEAD_PX = 76;

  public final EditorSession session;
  public final Lens lens;
  public final SchemaTreeViewModel source;
  public final SchemaTreeViewModel target;
  public final CanvasViewModel canvas;
  public final FormulaBarViewModel formula;
  public final OverviewPlace overview = new OverviewPlace(Settings.inMemory());
  public final CanvasView view;
  public final FormulaBarView bar;
  public final BorderPane root = new BorderPane();

  public EditorFixture(EditorSession session) {
    this.session = session;
    lens = new Lens(session);
    source = new SchemaTreeViewModel(session, Side.SOURCE, lens);
    target = new SchemaTreeViewModel(session, Side.TARGET, lens);
    canvas = new CanvasViewModel(session, source, target, lens);
    formula = new FormulaBarViewModel(session);
    view = new CanvasView(canvas, new SchemaTreeView(source), new SchemaTreeView(target), overview);
    bar = new FormulaBarView(formula);
    root.setTop(bar);
    root.setCenter(view);
  }

  /** Closes the groups that the design's pictures show closed. */
  public EditorFixture closed() {
    source.setOpen(FieldRef.parse("order.`ship-to`"), false);
    source.setOpen(FieldRef.parse("order.extras"), false);
    target.setOpen(FieldRef.parse("bill.FReceive"), false);
    return this;
  }

  public Scene scene(Theme theme, double width, double height) {
    return Snapshots.scene(root, theme, width, height);
  }

  /** The middle of a field's row on the screen, scrolled to where it is seen. */
  Point2D row(Side side, String field) {
    return Snapshots.onToolkit(
        () -> {
          SchemaTreeViewModel tree = side == Side.SOURCE ? source : target;
          tree.reveal(FieldRef.parse(field));
          double y = HEAD_PX + tree.middleOf(tree.rowOf(FieldRef.parse(field)));
          return view.tree(side).localToScreen(100, y);
        });
  }

  /** The port of a field's row on the screen. */
  Point2D port(Side side, String field) {
    Point2D row = row(side, field);
    double x =
        Snapshots.onToolkit(
            () ->
                side == Side.SOURCE
                    ? view.localToScreen(view.source().getWidth(), 0).getX()
                    : view.target().localToScreen(0, 0).getX());
    return new Point2D(x, row.getY());
  }

  /** Drags with the mouse, by the middle of the way. */
  static void drag(FxRobot robot, Point2D from, Point2D to) {
    robot.moveTo(from).press(MouseButton.PRIMARY);
    robot.moveTo(from.midpoint(to)).moveTo(to).release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Presses without the robot, whose mouse knows nothing of keys that are held. FX thread. */
  static void press(Node on, Point2D at, int clicks, boolean shift, boolean control) {
    Point2D in = on.getScene().getRoot().screenToLocal(at);
    on.fireEvent(
        new MouseEvent(
            MouseEvent.MOUSE_PRESSED,
            in.getX(),
            in.getY(),
            at.getX(),
            at.getY(),
            MouseButton.PRIMARY,
            clicks,
            shift,
            control,
            false,
            false,
            true,
            false,
            false,
            false,
            false,
            true,
            null));
  }
}
