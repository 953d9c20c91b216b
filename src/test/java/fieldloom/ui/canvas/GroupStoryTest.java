package fieldloom.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.Snapshots;
import fieldloom.ui.canvas.Frame.Group;
import fieldloom.ui.canvas.Frame.NodeBox;
import fieldloom.ui.kit.Fonts;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.Looks;
import fieldloom.ui.session.RuleLook;
import fieldloom.ui.session.Selection;
import java.util.List;
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

/** Boxes are put together under a name, and go together. */
@ExtendWith(ApplicationExtension.class)
class GroupStoryTest {
  private static final Rule NAME =
      Rule.formula("FSalerName", "order.owner.lastName & order.owner.firstName");
  private static final Rule NOTE = Rule.formula("FNote", "order.remark & order.orderNo");

  private EditorSession session;
  private EditorFixture editor;

  @Start
  void start(Stage stage) {
    Fonts.load();
    session = OrderToBill.computed(OrderToBill.empty().withRules(List.of(NAME, NOTE)));
    editor = new EditorFixture(session);
    stage.setScene(editor.scene(Theme.LIGHT, 1000, 900));
    stage.show();
  }

  private Frame frame() {
    WaitForAsyncUtils.waitForFxEvents();
    return Snapshots.onToolkit(
        () -> {
          editor.root.layout();
          return editor.view.links().frame();
        });
  }

  private NodeBox box(Rule rule) {
    return frame().nodes().stream().filter(b -> b.rule().equals(rule)).findFirst().orElseThrow();
  }

  private Group group() {
    return frame().groups().getFirst();
  }

  private Point2D onScreen(double x, double y) {
    return Snapshots.onToolkit(
        () -> editor.view.localToScreen(editor.view.source().getWidth() + x, y));
  }

  private RuleLook look(Rule rule) {
    return Looks.of(session.mapping()).of(rule);
  }

  private void groupBoth(FxRobot robot) {
    NodeBox name = box(NAME);
    NodeBox note = box(NOTE);
    robot.clickOn(onScreen(name.x() + 20, name.y() + 10));
    pressWithShortcut(onScreen(note.x() + 20, note.y() + 10));
    robot.type(KeyCode.G);
    robot.write("Names", 0).type(KeyCode.ENTER);
  }

  /** The headless robot's mouse knows nothing of the keys that are held. */
  private void pressWithShortcut(Point2D at) {
    Snapshots.onToolkit(
        () -> {
          Node links = editor.view.links();
          EditorFixture.press(links, at, 1, false, true);
          return true;
        });
  }

  @Test
  void boxes_that_are_marked_become_a_group_which_undo_takes_back(FxRobot robot) {
    Mapping before = session.mapping();
    groupBoth(robot);
    assertThat(look(NAME).group()).isEqualTo("Names");
    assertThat(look(NOTE).group()).isEqualTo("Names");
    Group group = group();
    assertThat(group.name()).isEqualTo("Names");
    for (Rule rule : List.of(NAME, NOTE)) {
      NodeBox box = box(rule);
      assertThat(box.x()).isGreaterThan(group.x());
      assertThat(box.y()).isGreaterThan(group.y() + Group.HEAD);
      assertThat(box.x() + box.width()).isLessThan(group.x() + group.width());
      assertThat(box.y() + box.height()).isLessThan(group.y() + group.height());
    }
    assertThat(editor.view.lookupAll(".fl-node-group"))
        .anyMatch(n -> "Group Names, 2 boxes".equals(n.getAccessibleText()));
    Snapshots.onToolkit(
        () -> {
          session.undo();
          return true;
        });
    assertThat(session.mapping()).isEqualTo(before);
    assertThat(frame().groups()).isEmpty();
  }

  @Test
  void a_group_is_dragged_by_its_name_with_all_its_boxes_in_one_step(FxRobot robot) {
    groupBoth(robot);
    Mapping before = session.mapping();
    double note = box(NOTE).y();
    double name = box(NAME).y();
    Group group = group();
    Point2D head = onScreen(group.x() + 15, group.y() + 8);
    robot.moveTo(head).press(MouseButton.PRIMARY);
    robot.moveTo(head.add(0, 30)).moveTo(head.add(0, 64));
    assertThat(box(NOTE).y()).as("on its way").isEqualTo(note + 64);
    robot.release(MouseButton.PRIMARY);
    assertThat(box(NOTE).y()).isEqualTo(note + 64);
    assertThat(box(NAME).y()).isEqualTo(name + 64);
    Snapshots.onToolkit(
        () -> {
          session.undo();
          return true;
        });
    assertThat(session.mapping()).isEqualTo(before);
  }

  @Test
  void by_keys_a_box_joins_a_group_the_group_is_moved_and_left(FxRobot robot) {
    groupBoth(robot);
    double note = box(NOTE).y();
    robot.push(KeyCode.ALT, KeyCode.DOWN);
    assertThat(box(NOTE).y()).as("the whole group is marked").isEqualTo(note + NodeDress.GRID);
    Snapshots.onToolkit(
        () -> {
          session.select(Selection.NONE);
          session.select(Selection.rule(NOTE));
          return true;
        });
    robot.type(KeyCode.G);
    robot.type(KeyCode.BACK_SPACE, KeyCode.ENTER);
    assertThat(look(NOTE).group()).isEmpty();
    assertThat(look(NAME).group()).isEqualTo("Names");
    assertThat(group().members().keySet()).containsExactly(NAME);
  }

  @Test
  void a_group_is_named_anew_by_a_double_press_and_folded_and_unfolded_as_one(FxRobot robot) {
    groupBoth(robot);
    Group group = group();
    robot.doubleClickOn(onScreen(group.x() + 15, group.y() + 8));
    robot.write("People", 0).type(KeyCode.ENTER);
    assertThat(look(NAME).group()).isEqualTo("People");
    assertThat(look(NOTE).group()).isEqualTo("People");
    Snapshots.onToolkit(
        () -> {
          editor.canvas.nodes().groups().unfold(true);
          return true;
        });
    assertThat(look(NAME).open()).isTrue();
    assertThat(look(NOTE).open()).isTrue();
    assertThat(group().members()).hasSize(2);
  }
}
