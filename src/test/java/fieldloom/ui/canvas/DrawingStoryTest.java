package fieldloom.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Each;
import fieldloom.model.Rule;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.Snapshots;
import fieldloom.ui.canvas.Frame.State;
import fieldloom.ui.kit.Fonts;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.Side;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What lists and groups become that are drawn onto others, and what is seen on the way. */
@ExtendWith(ApplicationExtension.class)
class DrawingStoryTest {
  private static final PseudoClass FITS = PseudoClass.getPseudoClass("fits");
  private static final int WAIT_S = 20;

  private EditorSession session;
  private EditorFixture editor;

  @Start
  void start(Stage stage) {
    Fonts.load();
    session = OrderToBill.computed(OrderToBill.empty());
    editor = new EditorFixture(session);
    stage.setScene(editor.scene(Theme.LIGHT, 1000, 560));
    stage.show();
  }

  private List<Rule> rules() {
    return Snapshots.onToolkit(() -> session.mapping().rules());
  }

  private static void await(Callable<Boolean> what) throws TimeoutException {
    WaitForAsyncUtils.waitFor(WAIT_S, TimeUnit.SECONDS, what);
  }

  private Frame frame() {
    return Snapshots.onToolkit(() -> editor.view.links().frame());
  }

  @Test
  void a_list_on_a_list_makes_a_loop_with_a_bracket_over_its_fields(FxRobot robot) {
    Point2D list = editor.row(Side.TARGET, "bill.FEntity[]");
    EditorFixture.drag(robot, editor.row(Side.SOURCE, "order.lines[]"), list);
    assertThat(rules().getFirst())
        .isEqualTo(Rule.each("FEntity[]", new Each("order.lines[]", "line")));
    assertThat(frame().brackets())
        .extracting(Frame.Bracket::side)
        .containsExactly(Side.SOURCE, Side.TARGET);
    robot.interact(session::undo);
    assertThat(rules()).isEmpty();
    assertThat(frame().brackets()).isEmpty();
  }

  @Test
  void a_list_on_a_single_field_asks_which_value_and_escape_gives_it_up(FxRobot robot) {
    Point2D note = editor.row(Side.TARGET, "bill.FNote");
    Point2D names = editor.row(Side.SOURCE, "order.lines[].name");
    EditorFixture.drag(robot, names, note);
    robot.push(KeyCode.ESCAPE);
    assertThat(rules()).isEmpty();
    EditorFixture.drag(robot, names, note);
    robot.push(KeyCode.DIGIT3);
    assertThat(rules()).containsExactly(Rule.formula("FNote", "JOIN(\", \", order.lines[].name)"));
  }

  @Test
  void a_group_on_a_group_links_what_is_named_alike(FxRobot robot) {
    EditorFixture.drag(
        robot,
        editor.row(Side.SOURCE, "order.`ship-to`"),
        editor.row(Side.TARGET, "bill.FReceive"));
    assertThat(rules())
        .contains(
            Rule.link("FReceive.FName", "order.`ship-to`.name"),
            Rule.link("FReceive.FPhone", "order.`ship-to`.phone"),
            Rule.link("FReceive.FCity", "order.`ship-to`.city"));
    robot.interact(session::undo);
    assertThat(rules()).isEmpty();
  }

  @Test
  void while_a_link_is_drawn_what_fits_is_lit_and_the_tree_scrolls_at_its_edge(FxRobot robot)
      throws Exception {
    Point2D top = editor.row(Side.TARGET, "bill.FBillNo");
    Point2D from = editor.row(Side.SOURCE, "order.createdAt");
    robot.moveTo(from).press(MouseButton.PRIMARY);
    robot.moveTo(from.midpoint(top)).moveTo(top);
    await(() -> isLit("FDate,") && !isLit("FSettleCurrId,"));
    double bottom = editor.view.localToScreen(0, editor.view.getHeight()).getY();
    double foot = editor.view.belowRows();
    robot.moveTo(new Point2D(top.getX(), bottom - foot - 4));
    await(() -> Snapshots.onToolkit(() -> editor.target.scrollProperty().get()) > 100);
    robot.release(MouseButton.PRIMARY);
    await(() -> !isLit("FTags[],"));
    // Released on a row far below, which was not in view when the drag began.
    assertThat(rules()).hasSize(1);
    double scrolled = Snapshots.onToolkit(() -> editor.target.scrollProperty().get());
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(Snapshots.onToolkit(() -> editor.target.scrollProperty().get())).isEqualTo(scrolled);
  }

  private boolean isLit(String start) {
    return Snapshots.onToolkit(
        () ->
            editor.view.target().lookupAll(".fl-row").stream()
                .filter(Node::isVisible)
                .filter(row -> row.getAccessibleText() != null)
                .filter(row -> row.getAccessibleText().startsWith(start))
                .anyMatch(row -> row.getPseudoClassStates().contains(FITS)));
  }

  @Test
  void pointing_at_a_link_isolates_it_until_the_pointer_leaves(FxRobot robot) throws Exception {
    link(robot, "order.orderNo", "bill.FBillNo");
    link(robot, "order.remark", "bill.FNote");
    assertThat(frame().curves()).hasSize(2);
    Point2D source = editor.port(Side.SOURCE, "order.orderNo");
    Point2D target = editor.port(Side.TARGET, "bill.FBillNo");
    robot.interact(editor.canvas::clearSelection);
    robot.moveTo(source.midpoint(target));
    await(() -> states("FBillNo").equals(List.of(State.HOVER)));
    assertThat(states("FNote")).containsExactly(State.DIM);
    robot.moveTo(source.midpoint(target).add(0, 130));
    await(() -> states("FNote").equals(List.of(State.NORMAL)));
  }

  private void link(FxRobot robot, String from, String to) {
    Point2D end = editor.row(Side.TARGET, to);
    EditorFixture.drag(robot, editor.row(Side.SOURCE, from), end);
  }

  private List<State> states(String to) {
    return frame().curves().stream()
        .filter(c -> c.rules().getFirst().to().equals(to))
        .map(Frame.Curve::state)
        .toList();
  }
}
