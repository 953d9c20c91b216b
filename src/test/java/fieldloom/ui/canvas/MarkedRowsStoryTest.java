package fieldloom.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Rule;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.Snapshots;
import fieldloom.ui.kit.Fonts;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Side;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Several rows are marked, and something is done with all of them in one step. */
@ExtendWith(ApplicationExtension.class)
class MarkedRowsStoryTest {
  private EditorSession session;
  private EditorFixture editor;

  @Start
  void start(Stage stage) {
    Fonts.load();
    session = OrderToBill.session();
    editor = new EditorFixture(session);
    stage.setScene(editor.scene(Theme.LIGHT, 1000, 480));
    stage.show();
  }

  private static <T> T fx(Supplier<T> work) {
    return Snapshots.onToolkit(work);
  }

  private Point2D row(String field) {
    return editor.row(Side.TARGET, field);
  }

  private boolean texts(String text) {
    return editor.root.lookupAll(".label").stream()
        .anyMatch(n -> n instanceof Label l && text.equals(l.getText()));
  }

  private String spoken(String start) {
    return fx(
        () ->
            editor.root.lookupAll(".fl-row").stream()
                .filter(Node::isVisible)
                .map(Node::getAccessibleText)
                .filter(text -> text != null && text.startsWith(start))
                .findFirst()
                .orElse(""));
  }

  /** The headless robot's mouse knows nothing of the keys that are held. */
  private void press(Point2D at, boolean shift, boolean control) {
    fx(
        () -> {
          Node rows = editor.view.tree(Side.TARGET).lookup(".fl-rows");
          EditorFixture.press(rows, at, 1, shift, control);
          return true;
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private List<FieldRef> marked() {
    return fx(() -> editor.target.marked());
  }

  private static FieldRef bill(String field) {
    return FieldRef.parse("bill." + field);
  }

  @Test
  void a_rule_is_pasted_on_all_rows_that_are_marked_by_mouse_and_undone_at_once(FxRobot robot) {
    robot.clickOn(row("bill.FBillNo"));
    robot.push(KeyCode.CONTROL, KeyCode.C);
    robot.clickOn(row("bill.FReceive.FName"));
    press(row("bill.FReceive.FCity"), true, false);
    press(row("bill.FNote"), false, true);
    press(row("bill.FReceive.FPhone"), false, true);
    assertThat(marked())
        .containsExactly(bill("FReceive.FName"), bill("FReceive.FCity"), bill("FNote"));
    assertThat(fx(() -> texts("3 marked"))).isTrue();
    assertThat(spoken("FNote, ")).contains(", marked");
    robot.push(KeyCode.CONTROL, KeyCode.V);
    assertThat(fx(() -> session.mapping().rules()))
        .contains(
            Rule.link("FReceive.FName", "order.orderNo"),
            Rule.link("FReceive.FCity", "order.orderNo"),
            Rule.link("FNote", "order.orderNo"));
    assertThat(fx(() -> editor.canvas.messageProperty().get())).isEqualTo("Pasted on 3 fields.");
    robot.interact(session::undo);
    assertThat(fx(() -> session.mapping())).isEqualTo(OrderToBill.mapping());
    robot.clickOn(row("bill.FReceive.FCity"));
    assertThat(marked()).containsExactly(bill("FReceive.FCity"));
  }

  @Test
  void rows_are_marked_by_key_and_groups_among_them_are_left_out_of_a_paste(FxRobot robot) {
    robot.clickOn(row("bill.FBillNo"));
    robot.push(KeyCode.CONTROL, KeyCode.C);
    robot.clickOn(row("bill.FSettleCurrId.FNumber"));
    robot.push(KeyCode.DOWN);
    robot.push(KeyCode.SHIFT, KeyCode.DOWN);
    robot.push(KeyCode.SHIFT, KeyCode.DOWN);
    robot.push(KeyCode.SHIFT, KeyCode.UP);
    assertThat(marked()).containsExactly(bill("FReceive"), bill("FReceive.FName"));
    robot.push(KeyCode.CONTROL, KeyCode.DOWN);
    robot.push(KeyCode.CONTROL, KeyCode.DOWN);
    robot.push(KeyCode.CONTROL, KeyCode.SPACE);
    assertThat(marked())
        .containsExactly(bill("FReceive"), bill("FReceive.FName"), bill("FReceive.FCity"));
    robot.push(KeyCode.CONTROL, KeyCode.V);
    assertThat(fx(() -> editor.canvas.messageProperty().get()))
        .isEqualTo("Pasted on 2 fields. One with parts of its own was left out.");
    assertThat(fx(() -> session.index().filling(bill("FReceive")))).isEmpty();
    robot.push(KeyCode.DELETE);
    assertThat(fx(() -> session.index().filling(bill("FReceive.FName")))).isEmpty();
    assertThat(fx(() -> session.index().filling(bill("FReceive.FCity")))).isEmpty();
    robot.push(KeyCode.CONTROL, KeyCode.A);
    assertThat(marked()).hasSize(fx(() -> editor.target.rowCount()) - 1);
    robot.push(KeyCode.UP);
    assertThat(marked()).containsExactly(bill("FReceive.FPhone"));
  }

  @Test
  void the_menu_keeps_what_is_marked_and_a_search_hides_marks_from_it(FxRobot robot) {
    robot.clickOn(row("bill.FNote"));
    press(row("bill.FDocumentStatus"), false, true);
    robot.rightClickOn(row("bill.FNote"));
    assertThat(marked()).containsExactly(bill("FNote"), bill("FDocumentStatus"));
    robot.push(KeyCode.ESCAPE);
    robot.interact(() -> editor.target.searchProperty().set("FNote"));
    assertThat(marked()).containsExactly(bill("FNote"));
  }
}
