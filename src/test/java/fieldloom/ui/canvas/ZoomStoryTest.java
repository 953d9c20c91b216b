package fieldloom.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fieldloom.model.Rule;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.Snapshots;
import fieldloom.ui.kit.Fonts;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.RowStrip;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.Side;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The canvas zoomed and moved, and all that is done on it there. */
@ExtendWith(ApplicationExtension.class)
class ZoomStoryTest {
  private EditorSession session;
  private EditorFixture editor;

  @Start
  void start(Stage stage) {
    Fonts.load();
    session =
        OrderToBill.computed(
            OrderToBill.empty()
                .withRules(
                    List.of(
                        Rule.link("FBillNo", "order.orderNo"),
                        Rule.formula(
                            "FSalerName", "CONCAT(order.owner.lastName, order.owner.firstName)"))));
    editor = new EditorFixture(session);
    Scene scene = editor.scene(Theme.LIGHT, 1000, 500);
    stage.setScene(scene);
    // Other tests may have left the window with a size of its own.
    stage.sizeToScene();
    stage.show();
  }

  private void zoomTo(double to) {
    Snapshots.onToolkit(
        () -> {
          editor.canvas.zoom().zoomTo(to, 0);
          editor.root.layout();
          return to;
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private double zoom() {
    return Snapshots.onToolkit(() -> editor.canvas.zoom().zoomProperty().get());
  }

  private double scroll(Side side) {
    return Snapshots.onToolkit(() -> editor.canvas.strip(side).scrollProperty().get());
  }

  private double rowAt(Side side, double y) {
    return Snapshots.onToolkit(
        () -> {
          RowStrip strip = editor.canvas.strip(side);
          return (strip.scrollProperty().get() + y - editor.view.aboveRows()) / strip.rowHeight();
        });
  }

  /** The middle of a field's row on the screen. */
  private Point2D row(Side side, String field) {
    return Snapshots.onToolkit(
        () -> {
          RowStrip strip = editor.canvas.strip(side);
          strip.reveal(FieldRef.parse(field));
          editor.root.layout();
          double y =
              editor.view.aboveRows()
                  + (strip.rowOf(FieldRef.parse(field)) + 0.5) * strip.rowHeight()
                  - strip.scrollProperty().get();
          Node tree = side == Side.SOURCE ? editor.view.source() : editor.view.target();
          return tree.localToScreen(100, y);
        });
  }

  /** Scrolls the names of both sides into the middle. */
  private void bringNames() {
    Snapshots.onToolkit(
        () -> {
          bring(Side.SOURCE, "order.owner.lastName");
          bring(Side.TARGET, "bill.FSalerName");
          editor.root.layout();
          return true;
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void bring(Side side, String field) {
    RowStrip strip = editor.canvas.strip(side);
    double y = (strip.rowOf(FieldRef.parse(field)) + 0.5) * strip.rowHeight();
    CanvasZoom.scroll(strip, y - strip.viewportHeightProperty().get() / 2);
  }

  private Point2D port(Side side, String field) {
    Point2D row = row(side, field);
    double x =
        Snapshots.onToolkit(
            () ->
                side == Side.SOURCE
                    ? editor.view.localToScreen(editor.view.source().getWidth(), 0).getX()
                    : editor.view.target().localToScreen(0, 0).getX());
    return new Point2D(x, row.getY());
  }

  /** A point between the trees, on the screen. */
  private Point2D between(double y) {
    return Snapshots.onToolkit(
        () ->
            editor.view.localToScreen(
                (editor.view.source().getWidth() + editor.view.target().getLayoutX()) / 2, y));
  }

  private Frame.NodeBox box(String field, String at) {
    return Snapshots.onToolkit(
        () -> {
          editor.root.layout();
          return editor.view.links().frame().nodes().stream()
              .filter(b -> b.rule().to().endsWith(field) && b.path().toString().equals(at))
              .findFirst()
              .orElseThrow(() -> new AssertionError("No box of " + field));
        });
  }

  private Point2D onScreen(double x, double y) {
    return Snapshots.onToolkit(
        () -> {
          double unit = editor.view.links().unit();
          return editor.view.localToScreen(editor.view.source().getWidth() + x * unit, y * unit);
        });
  }

  private void wheel(FxRobot robot, Point2D at, double deltaX, double deltaY, boolean control) {
    robot.interact(
        () -> {
          Point2D in = editor.view.screenToLocal(at);
          Node target = editor.view;
          for (Node n : List.of(editor.view.source(), editor.view.target())) {
            if (n.getBoundsInParent().contains(in)) {
              target = n.lookup(".fl-rows");
            }
          }
          Point2D scene = editor.view.localToScene(in);
          target.fireEvent(
              new ScrollEvent(
                  ScrollEvent.SCROLL,
                  scene.getX(),
                  scene.getY(),
                  at.getX(),
                  at.getY(),
                  deltaX != 0,
                  control,
                  false,
                  false,
                  false,
                  false,
                  deltaX,
                  deltaY,
                  deltaX,
                  deltaY,
                  ScrollEvent.HorizontalTextScrollUnits.NONE,
                  0,
                  ScrollEvent.VerticalTextScrollUnits.NONE,
                  0,
                  0,
                  null));
          editor.root.layout();
        });
  }

  private List<Rule> rules() {
    return Snapshots.onToolkit(() -> session.mapping().rules());
  }

  private Optional<Rule> rule(String to) {
    return rules().stream().filter(r -> r.to().equals(to)).findFirst();
  }

  @Test
  void the_wheel_with_control_zooms_to_the_pointer(FxRobot robot) {
    robot.interact(() -> editor.canvas.zoom().pan(120));
    double source = rowAt(Side.SOURCE, 250);
    double target = rowAt(Side.TARGET, 250);
    wheel(robot, between(250), 0, 80, true);
    assertThat(zoom()).isEqualTo(1.25);
    assertThat(rowAt(Side.SOURCE, 250)).isCloseTo(source, within(0.03));
    assertThat(rowAt(Side.TARGET, 250)).isCloseTo(target, within(0.03));
    wheel(robot, row(Side.SOURCE, "order.remark"), 0, -80, true);
    assertThat(zoom()).isEqualTo(1);
  }

  @Test
  void the_wheel_moves_the_tree_under_it_and_both_trees_between_them(FxRobot robot) {
    wheel(robot, row(Side.SOURCE, "order.orderNo"), 0, -40, false);
    assertThat(scroll(Side.SOURCE)).isEqualTo(40);
    assertThat(scroll(Side.TARGET)).isZero();
    wheel(robot, between(300), 0, -40, false);
    assertThat(scroll(Side.SOURCE)).isEqualTo(80);
    assertThat(scroll(Side.TARGET)).isEqualTo(40);
    wheel(robot, row(Side.TARGET, "bill.FNote"), -20, 0, false);
    assertThat(scroll(Side.SOURCE)).as("with Shift both move anywhere").isEqualTo(100);
    assertThat(scroll(Side.TARGET)).isEqualTo(60);
  }

  @Test
  void the_middle_button_takes_hold_of_both_trees(FxRobot robot) {
    robot.moveTo(between(380)).press(MouseButton.MIDDLE);
    robot.moveTo(between(340)).moveTo(between(330)).release(MouseButton.MIDDLE);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(scroll(Side.SOURCE)).isEqualTo(50);
    assertThat(scroll(Side.TARGET)).isEqualTo(50);
  }

  @Test
  void holding_space_takes_hold_too_and_draws_no_link(FxRobot robot) {
    robot.interact(
        () -> {
          session.select(Selection.source(FieldRef.parse("order.orderNo")));
          editor.view.requestFocus();
        });
    robot.moveTo(between(380)).press(KeyCode.SPACE).press(MouseButton.PRIMARY);
    robot.moveTo(between(340)).moveTo(between(330)).release(MouseButton.PRIMARY);
    robot.release(KeyCode.SPACE);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(scroll(Side.TARGET)).isEqualTo(50);
    assertThat(Snapshots.onToolkit(() -> editor.canvas.linkingProperty().get())).isNull();
    assertThat(rules()).hasSize(2);
  }

  @Test
  void arrows_move_what_is_seen_while_nothing_is_selected(FxRobot robot) {
    robot.interact(
        () -> {
          session.select(Selection.NONE);
          editor.view.requestFocus();
        });
    robot.push(KeyCode.DOWN).push(KeyCode.DOWN);
    assertThat(scroll(Side.SOURCE)).isEqualTo(56);
    robot.push(KeyCode.UP);
    assertThat(scroll(Side.TARGET)).isEqualTo(28);
    robot.push(KeyCode.END);
    assertThat(scroll(Side.TARGET)).isEqualTo(Snapshots.onToolkit(editor.target::maxScroll));
  }

  @Test
  void keys_zoom_to_what_is_selected_and_to_all_rows(FxRobot robot) {
    robot.interact(
        () -> {
          editor.view.requestFocus();
          session.select(Selection.target(FieldRef.parse("bill.FSalerName")));
        });
    robot.push(KeyCode.Z);
    assertThat(zoom()).isGreaterThan(1);
    robot.push(KeyCode.SHIFT, KeyCode.Z);
    assertThat(zoom()).isLessThan(1);
    assertThat(scroll(Side.SOURCE)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 2})
  void links_are_drawn_from_port_to_port_at_every_zoom(double zoom) {
    FxRobot robot = new FxRobot();
    zoomTo(zoom);
    robot.clickOn(port(Side.SOURCE, "order.remark"));
    robot.clickOn(port(Side.TARGET, "bill.FNote"));
    assertThat(rule("FNote").orElseThrow().from()).isEqualTo("order.remark");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 2})
  void a_link_is_selected_where_it_is_drawn(double zoom) {
    FxRobot robot = new FxRobot();
    zoomTo(zoom);
    Point2D from = port(Side.SOURCE, "order.orderNo");
    Point2D to = port(Side.TARGET, "bill.FBillNo");
    robot.clickOn(from.midpoint(to));
    assertThat(Snapshots.onToolkit(() -> session.selection().rule()))
        .isEqualTo(rule("FBillNo").orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 2})
  void a_box_is_moved_as_far_as_the_pointer_goes(double zoom) {
    FxRobot robot = new FxRobot();
    zoomTo(zoom);
    bringNames();
    Frame.NodeBox before = box("FSalerName", "");
    Point2D at = onScreen(before.x() + 20, before.y() + 10);
    Point2D to = at.add(0, 32 * zoom);
    robot.moveTo(at).press(MouseButton.PRIMARY).moveTo(at.midpoint(to)).moveTo(to);
    robot.release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
    Frame.NodeBox after = box("FSalerName", "");
    assertThat(after.y() - before.y()).isCloseTo(32, within(NodeDress.GRID / 2.0 + 0.1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 2})
  void a_field_is_linked_to_the_very_port_it_is_dropped_on(double zoom) {
    FxRobot robot = new FxRobot();
    robot.interact(() -> editor.canvas.nodes().open(rule("FSalerName").orElseThrow(), true));
    zoomTo(zoom);
    bringNames();
    Frame.NodeBox box = box("FSalerName", "");
    Point2D second = onScreen(box.x(), box.rowY(1));
    robot.clickOn(second);
    Point2D from = port(Side.SOURCE, "order.owner.lastName");
    Frame.NodeBox now = box("FSalerName", "");
    Point2D to = onScreen(now.x(), now.rowY(1));
    robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(from.midpoint(to)).moveTo(to);
    robot.release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(rule("FSalerName").orElseThrow().expression())
        .isEqualTo("CONCAT(order.owner.lastName, order.owner.lastName)");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 2})
  void a_constant_is_typed_in_its_own_row(double zoom) {
    FxRobot robot = new FxRobot();
    zoomTo(zoom);
    Point2D row = row(Side.TARGET, "bill.FNote");
    robot.doubleClickOn(row);
    Node field = Snapshots.onToolkit(() -> editor.view.target().lookup(".fl-row-editor"));
    double middle =
        Snapshots.onToolkit(
            () -> {
              editor.root.layout();
              var bounds = field.localToScreen(field.getBoundsInLocal());
              return (bounds.getMinY() + bounds.getMaxY()) / 2;
            });
    assertThat(field).isInstanceOf(TextField.class);
    assertThat(middle).isCloseTo(row.getY(), within(2.0));
    robot.write("now", 0).push(KeyCode.ENTER);
    assertThat(rule("FNote").orElseThrow().expression()).isEqualTo("\"now\"");
  }
}
