package fieldloom.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Rule;
import fieldloom.model.drawing.NodePath;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.Snapshots;
import fieldloom.ui.canvas.Frame.NodeBox;
import fieldloom.ui.kit.Fonts;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Looks;
import fieldloom.ui.session.RowStrip;
import fieldloom.ui.session.RuleLook;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Formulas as nodes, by mouse and by keyboard alone. */
@ExtendWith(ApplicationExtension.class)
class NodeStoryTest {
  private static final FieldRef NAME = FieldRef.parse("bill.FSalerName");

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
                        Rule.formula("FNote", "LEFT(order.remark, 20)"),
                        Rule.formula(
                            "FSalerName",
                            "CONCAT(TRIM(order.owner.lastName), order.owner.firstName)"))));
    editor = new EditorFixture(session);
    Scene scene = editor.scene(Theme.LIGHT, 1000, 900);
    stage.setScene(scene);
    stage.show();
  }

  private Rule rule(String field) {
    return Snapshots.onToolkit(
        () -> session.index().filling(FieldRef.parse(field)).getLast().rule());
  }

  private String formula(String field) {
    return String.valueOf(rule(field).expression());
  }

  private NodeBox box(String field, String at) {
    Rule rule = rule(field);
    WaitForAsyncUtils.waitForFxEvents();
    return Snapshots.onToolkit(
        () -> {
          editor.root.layout();
          return editor.view.links().frame().nodes().stream()
              .filter(b -> b.rule().equals(rule) && b.path().equals(NodePath.parse(at)))
              .findFirst()
              .orElseThrow(() -> new AssertionError("No box at " + at));
        });
  }

  private Point2D head(NodeBox box) {
    return onScreen(box.x() + 20, box.y() + 10);
  }

  private Point2D row(NodeBox box, int row) {
    return onScreen(box.x() + box.width() / 2, box.rowY(row));
  }

  private Point2D port(NodeBox box, int row) {
    return onScreen(box.x(), box.rowY(row));
  }

  private Point2D onScreen(double x, double y) {
    return Snapshots.onToolkit(
        () -> editor.view.localToScreen(editor.view.source().getWidth() + x, y));
  }

  private Point2D fieldPort(String field) {
    return Snapshots.onToolkit(
        () -> {
          RowStrip strip = editor.source;
          double y =
              76 + (strip.rowOf(FieldRef.parse(field)) + 0.5) * 28 - strip.scrollProperty().get();
          return editor.view.localToScreen(editor.view.source().getWidth(), y);
        });
  }

  private Point2D targetRow(String field) {
    return Snapshots.onToolkit(
        () -> {
          RowStrip strip = editor.target;
          double y =
              76 + (strip.rowOf(FieldRef.parse(field)) + 0.5) * 28 - strip.scrollProperty().get();
          return editor.view.target().localToScreen(100, y);
        });
  }

  private static boolean atPort(Node field, Point2D port) {
    return Snapshots.onToolkit(
        () -> {
          Point2D at = field.localToScreen(0, 0);
          return Math.abs(at.getX() - port.getX()) < 60 && Math.abs(at.getY() - port.getY()) < 60;
        });
  }

  private Node named(String start) {
    return Snapshots.onToolkit(
        () ->
            editor.root.lookupAll("*").stream()
                .filter(n -> n.isVisible() && n.getAccessibleText() != null)
                .filter(n -> n.getAccessibleText().startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing is called " + start)));
  }

  /** Presses twice at a point; the robot's own double clicks come too late on a busy machine. */
  private void twice(FxRobot robot, Point2D at) {
    robot.moveTo(at);
    robot.interact(
        () -> {
          Node links = editor.view.links();
          EditorFixture.press(links, at, 2, false, false);
        });
    robot.release(MouseButton.PRIMARY);
  }

  private void unfold(FxRobot robot, String field) {
    robot.clickOn(targetRow(field));
    robot.push(KeyCode.ADD);
    assertThat(look(field).open()).isTrue();
  }

  private RuleLook look(String field) {
    Rule rule = rule(field);
    return Snapshots.onToolkit(() -> Looks.of(session.mapping()).of(rule));
  }

  @Test
  void a_double_click_unfolds_a_box_and_another_folds_it(FxRobot robot) {
    twice(robot, head(box("bill.FSalerName", "")));
    assertThat(box("bill.FSalerName", "0").function()).isEqualTo("TRIM");
    assertThat(named("TRIM in FSalerName: text Zhang").isVisible()).isTrue();
    twice(robot, head(box("bill.FSalerName", "")));
    assertThat(look("bill.FSalerName").open()).isFalse();
  }

  @Test
  void keys_unfold_walk_and_fold(FxRobot robot) {
    robot.clickOn(targetRow("bill.FSalerName"));
    robot.push(KeyCode.ADD);
    assertThat(look("bill.FSalerName").open()).isTrue();
    robot.push(KeyCode.LEFT);
    assertThat(Snapshots.onToolkit(() -> editor.canvas.nodes().picked().at().toString()))
        .isEqualTo("0");
    robot.push(KeyCode.SUBTRACT);
    assertThat(look("bill.FSalerName").open()).isFalse();
    robot.push(KeyCode.ENTER);
    assertThat(look("bill.FSalerName").open()).isTrue();
    robot.push(KeyCode.ENTER);
    assertThat(look("bill.FSalerName").open()).isFalse();
  }

  @Test
  void the_plus_on_a_link_inserts_a_function(FxRobot robot) {
    Point2D from = fieldPort("order.orderNo");
    robot.moveTo(from.add(60, 0)).moveTo(from.add(62, 0));
    robot.clickOn(named("Insert a function"));
    robot.write("upper");
    robot.push(KeyCode.ENTER);
    assertThat(formula("bill.FBillNo")).isEqualTo("UPPER(order.orderNo)");
    robot.interact(session::undo);
    assertThat(formula("bill.FBillNo")).isEqualTo("order.orderNo");
  }

  @Test
  void a_function_is_inserted_and_its_argument_typed_by_keys_alone(FxRobot robot) {
    robot.clickOn(targetRow("bill.FBillNo"));
    robot.push(KeyCode.I);
    robot.write("left");
    robot.push(KeyCode.ENTER);
    assertThat(formula("bill.FBillNo")).isEqualTo("LEFT(order.orderNo, 5)");
    assertThat(atPort(named("Value"), port(box("bill.FBillNo", ""), 1))).isTrue();
    robot.write("2");
    robot.push(KeyCode.ENTER);
    assertThat(formula("bill.FBillNo")).isEqualTo("LEFT(order.orderNo, 2)");
    robot.push(KeyCode.RIGHT);
    robot.push(KeyCode.DELETE);
    assertThat(formula("bill.FBillNo")).isEqualTo("order.orderNo");
  }

  @Test
  void escape_gives_the_list_of_functions_up(FxRobot robot) {
    robot.clickOn(targetRow("bill.FBillNo"));
    robot.push(KeyCode.I);
    robot.push(KeyCode.ESCAPE);
    assertThat(Snapshots.onToolkit(() -> editor.canvas.nodes().insertingProperty().get())).isNull();
    assertThat(Snapshots.onToolkit(editor.view::isFocused)).isTrue();
  }

  @Test
  void del_keeps_the_links_and_shift_del_takes_them(FxRobot robot) {
    unfold(robot, "bill.FSalerName");
    robot.clickOn(head(box("bill.FSalerName", "0")));
    robot.push(KeyCode.DELETE);
    assertThat(formula("bill.FSalerName"))
        .isEqualTo("CONCAT(order.owner.lastName, order.owner.firstName)");
    robot.interact(session::undo);
    // Elsewhere on the box, so that it counts as no double click.
    robot.clickOn(head(box("bill.FSalerName", "0")).add(40, 0));
    robot.push(KeyCode.SHIFT, KeyCode.DELETE);
    assertThat(formula("bill.FSalerName")).isEqualTo("CONCAT(order.owner.firstName)");
  }

  @Test
  void a_link_to_a_port_is_selected_and_deleted(FxRobot robot) {
    unfold(robot, "bill.FSalerName");
    NodeBox box = box("bill.FSalerName", "");
    robot.clickOn(fieldPort("order.owner.firstName").midpoint(port(box, 1)));
    assertThat(Snapshots.onToolkit(() -> editor.canvas.nodes().picked().at().toString()))
        .isEqualTo("1");
    robot.push(KeyCode.DELETE);
    assertThat(formula("bill.FSalerName")).isEqualTo("CONCAT(TRIM(order.owner.lastName))");
  }

  @Test
  void del_on_a_pill_leaves_its_link(FxRobot robot) {
    robot.clickOn(named("remark to FNote through LEFT"));
    robot.push(KeyCode.DELETE);
    assertThat(rule("bill.FNote")).isEqualTo(Rule.link("FNote", "order.remark"));
    robot.push(KeyCode.DELETE);
    assertThat(Snapshots.onToolkit(() -> session.index().filling(FieldRef.parse("bill.FNote"))))
        .isEmpty();
  }

  @Test
  void a_box_is_dragged_to_the_grid_in_one_step(FxRobot robot) {
    NodeBox before = box("bill.FSalerName", "");
    Point2D from = head(before);
    robot.moveTo(from).press(MouseButton.PRIMARY);
    robot.moveTo(from.add(10, 20)).moveTo(from.add(20, 60)).release(MouseButton.PRIMARY);
    NodeBox after = box("bill.FSalerName", "");
    assertThat(after.y() - before.y()).isBetween(54.0, 66.0);
    assertThat(look("bill.FSalerName").place()).isEqualTo(after.place());
    robot.interact(session::undo);
    assertThat(look("bill.FSalerName").place()).isNull();
  }

  @Test
  void alt_and_arrows_move_the_selected_box(FxRobot robot) {
    unfold(robot, "bill.FSalerName");
    NodeBox before = box("bill.FSalerName", "0");
    robot.clickOn(head(before));
    robot.push(KeyCode.ALT, KeyCode.DOWN);
    robot.push(KeyCode.ALT, KeyCode.DOWN);
    robot.push(KeyCode.ALT, KeyCode.LEFT);
    NodeBox after = box("bill.FSalerName", "0");
    assertThat(after.y() - before.y()).isEqualTo(16);
    assertThat(after.x() - before.x()).isEqualTo(-8);
  }

  @Test
  void a_field_is_dragged_onto_a_port_and_a_port_onto_a_field(FxRobot robot) {
    unfold(robot, "bill.FSalerName");
    drag(robot, fieldPort("order.remark"), row(box("bill.FSalerName", ""), 1));
    assertThat(formula("bill.FSalerName"))
        .isEqualTo("CONCAT(TRIM(order.owner.lastName), order.remark)");
    drag(robot, port(box("bill.FSalerName", "0"), 0), fieldPort("order.currency"));
    assertThat(formula("bill.FSalerName")).isEqualTo("CONCAT(TRIM(order.currency), order.remark)");
  }

  private void drag(FxRobot robot, Point2D from, Point2D to) {
    robot.moveTo(from).press(MouseButton.PRIMARY);
    robot.moveTo(from.midpoint(to)).moveTo(to).release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void a_port_is_linked_to_another_field_by_keys_alone(FxRobot robot) {
    robot.clickOn(targetRow("bill.FSalerName"));
    robot.push(KeyCode.ADD);
    robot.push(KeyCode.LEFT);
    robot.push(KeyCode.LEFT);
    robot.push(KeyCode.L);
    robot.push(KeyCode.DOWN);
    robot.push(KeyCode.DOWN);
    robot.push(KeyCode.ENTER);
    assertThat(formula("bill.FSalerName"))
        .isEqualTo("CONCAT(TRIM(order.orderNo), order.owner.firstName)");
  }

  @Test
  void a_constant_is_typed_at_its_port(FxRobot robot) {
    unfold(robot, "bill.FNote");
    twice(robot, row(box("bill.FNote", ""), 1));
    robot.write("7");
    robot.push(KeyCode.ENTER);
    assertThat(formula("bill.FNote")).isEqualTo("LEFT(order.remark, 7)");
  }

  @Test
  void a_node_is_named_commented_and_coloured_by_keys(FxRobot robot) {
    robot.clickOn(head(box("bill.FSalerName", "")));
    robot.push(KeyCode.F2);
    robot.write("Full name");
    robot.push(KeyCode.ENTER);
    robot.push(KeyCode.SHIFT, KeyCode.F2);
    robot.write("as on the card");
    robot.push(KeyCode.ENTER);
    robot.push(KeyCode.C);
    assertThat(named("Full name, ").getAccessibleText()).endsWith("blue, as on the card");
    assertThat(session.index().filling(NAME)).hasSize(1);
  }

  @Test
  void the_menu_offers_what_can_be_done(FxRobot robot) {
    unfold(robot, "bill.FSalerName");
    robot.rightClickOn(head(box("bill.FSalerName", "")));
    robot.clickOn("Add an argument");
    assertThat(formula("bill.FSalerName"))
        .isEqualTo("CONCAT(TRIM(order.owner.lastName), order.owner.firstName, \"\")");
    robot.rightClickOn(row(box("bill.FSalerName", ""), 2));
    robot.clickOn("Remove argument");
    assertThat(formula("bill.FSalerName"))
        .isEqualTo("CONCAT(TRIM(order.owner.lastName), order.owner.firstName)");
  }
}
