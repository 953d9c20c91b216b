package fieldloom.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Rule;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.Snapshots;
import fieldloom.ui.kit.Fonts;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.Side;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The editor by mouse and keyboard, with the engine behind it. */
@ExtendWith(ApplicationExtension.class)
class EditorStoryTest {
  private EditorSession session;
  private EditorFixture editor;

  @Start
  void start(Stage stage) {
    Fonts.load();
    session = OrderToBill.computed(OrderToBill.empty());
    editor = new EditorFixture(session);
    Scene scene = editor.scene(Theme.LIGHT, 1000, 900);
    stage.setScene(scene);
    stage.show();
  }

  private Point2D row(Side side, String field) {
    return editor.row(side, field);
  }

  private Point2D port(Side side, String field) {
    return editor.port(side, field);
  }

  private List<Rule> rules() {
    return Snapshots.onToolkit(() -> session.mapping().rules());
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

  @Test
  void a_link_is_drawn_by_dragging_from_row_to_row(FxRobot robot) {
    EditorFixture.drag(robot, row(Side.SOURCE, "order.orderNo"), row(Side.TARGET, "bill.FBillNo"));
    assertThat(rules()).containsExactly(Rule.link("FBillNo", "order.orderNo"));
    assertThat(named("FBillNo").getAccessibleText())
        .isEqualTo("FBillNo, 单据编号, string, required, from orderNo, SO-2026-1187");
  }

  @Test
  void a_link_is_drawn_backwards_too(FxRobot robot) {
    EditorFixture.drag(robot, port(Side.TARGET, "bill.FNote"), port(Side.SOURCE, "order.remark"));
    assertThat(rules()).containsExactly(Rule.link("FNote", "order.remark"));
  }

  @Test
  void two_clicks_on_ports_draw_a_link_and_escape_gives_it_up(FxRobot robot) {
    robot.clickOn(port(Side.SOURCE, "order.remark"));
    robot.push(KeyCode.ESCAPE);
    robot.clickOn(port(Side.TARGET, "bill.FNote"));
    robot.push(KeyCode.ESCAPE);
    assertThat(rules()).isEmpty();
    robot.clickOn(port(Side.SOURCE, "order.remark"));
    robot.clickOn(port(Side.TARGET, "bill.FNote"));
    assertThat(rules()).containsExactly(Rule.link("FNote", "order.remark"));
  }

  @Test
  void dropping_beside_the_rows_draws_nothing(FxRobot robot) {
    Point2D from = row(Side.SOURCE, "order.remark");
    EditorFixture.drag(robot, from, from.add(250, 0));
    assertThat(rules()).isEmpty();
    assertThat(Snapshots.onToolkit(() -> editor.canvas.linkingProperty().get())).isNull();
  }

  @Test
  void a_selected_link_is_deleted_and_comes_back_on_undo(FxRobot robot) {
    EditorFixture.drag(robot, row(Side.SOURCE, "order.remark"), row(Side.TARGET, "bill.FNote"));
    Point2D source = port(Side.SOURCE, "order.remark");
    Point2D target = port(Side.TARGET, "bill.FNote");
    robot.clickOn(source.midpoint(target));
    assertThat(Snapshots.onToolkit(() -> session.selection().rule())).isEqualTo(rules().getFirst());
    robot.push(KeyCode.DELETE);
    assertThat(rules()).isEmpty();
    robot.interact(session::undo);
    assertThat(rules()).hasSize(1);
  }

  @Test
  void a_second_source_asks_and_a_digit_answers(FxRobot robot) {
    EditorFixture.drag(robot, row(Side.SOURCE, "order.remark"), row(Side.TARGET, "bill.FNote"));
    EditorFixture.drag(robot, row(Side.SOURCE, "order.currency"), row(Side.TARGET, "bill.FNote"));
    assertThat(named("First non-empty").isVisible()).isTrue();
    robot.push(KeyCode.DIGIT2);
    assertThat(rules())
        .containsExactly(Rule.formula("FNote", "COALESCE(order.remark, order.currency)"));
  }

  @Test
  void a_formula_is_typed_with_completion_and_applied(FxRobot robot) {
    robot.clickOn(row(Side.TARGET, "bill.FNote"));
    robot.interact(editor.bar::focusFormula);
    robot.write("UPPER(rema");
    assertThat(named("order.remark").isVisible()).isTrue();
    robot.push(KeyCode.TAB);
    robot.write(")");
    assertThat(Snapshots.onToolkit(() -> editor.formula.textProperty().get()))
        .isEqualTo("UPPER(order.remark)");
    assertThat(rules()).isEmpty();
    robot.push(KeyCode.ENTER);
    assertThat(rules()).containsExactly(Rule.formula("FNote", "UPPER(order.remark)"));
  }

  @Test
  void a_formula_that_cannot_be_read_stays_a_draft_and_escape_restores(FxRobot robot) {
    EditorFixture.drag(robot, row(Side.SOURCE, "order.remark"), row(Side.TARGET, "bill.FNote"));
    robot.interact(editor.bar::focusFormula);
    robot.write(" & ");
    robot.push(KeyCode.ENTER);
    assertThat(rules()).containsExactly(Rule.link("FNote", "order.remark"));
    robot.push(KeyCode.ESCAPE);
    assertThat(Snapshots.onToolkit(() -> editor.formula.textProperty().get()))
        .isEqualTo("order.remark");
  }

  @Test
  void a_link_is_drawn_with_keys_alone(FxRobot robot) {
    robot.clickOn(row(Side.SOURCE, "order.orderNo"));
    robot.push(KeyCode.L);
    robot.push(KeyCode.DOWN);
    robot.push(KeyCode.DOWN);
    robot.push(KeyCode.ENTER);
    assertThat(rules()).containsExactly(Rule.link("FBillNo", "order.orderNo"));
  }

  @Test
  void a_constant_is_typed_into_the_row(FxRobot robot) {
    robot.clickOn(row(Side.TARGET, "bill.FDocumentStatus"));
    robot.push(KeyCode.F2);
    robot.write("A \"new\" one");
    robot.push(KeyCode.ENTER);
    assertThat(rules()).containsExactly(Rule.formula("FDocumentStatus", "\"A \\\"new\\\" one\""));
  }

  private static RuleEditors asking(List<Rule> asked) {
    return new RuleEditors() {
      @Override
      public void fixes() {
        throw new AssertionError("fixes");
      }

      @Override
      public void loop(Rule loop) {
        asked.add(loop);
      }

      @Override
      public void table(String name) {
        throw new AssertionError("table " + name);
      }

      @Override
      public void function(Rule rule) {
        throw new AssertionError("function " + rule);
      }
    };
  }

  @Test
  void enter_on_a_loop_asks_for_its_editor(FxRobot robot) {
    List<Rule> asked = new ArrayList<>();
    robot.interact(() -> editor.canvas.setEditors(asking(asked)));
    EditorFixture.drag(
        robot, row(Side.SOURCE, "order.lines[]"), row(Side.TARGET, "bill.FEntity[]"));
    robot.clickOn(row(Side.TARGET, "bill.FEntity[]"));
    robot.push(KeyCode.ENTER);
    assertThat(asked).containsExactly(rules().getFirst());
    assertThat(named("lines to FEntity through each line").isVisible()).isTrue();
  }

  @Test
  void letters_typed_into_the_search_do_not_draw(FxRobot robot) {
    robot.clickOn(row(Side.SOURCE, "order.orderNo"));
    robot.clickOn(named("Find target fields"));
    robot.write("fl =");
    robot.push(KeyCode.DELETE);
    assertThat(Snapshots.onToolkit(() -> editor.canvas.linkingProperty().get())).isNull();
    assertThat(Snapshots.onToolkit(() -> editor.target.searchProperty().get())).isEqualTo("fl =");
  }
}
