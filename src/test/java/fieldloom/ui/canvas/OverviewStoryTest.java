package fieldloom.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.ui.OrderToBill;
import fieldloom.ui.Snapshots;
import fieldloom.ui.canvas.OverviewPlace.Corner;
import fieldloom.ui.kit.Fonts;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.Side;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
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

/** The overview by mouse and keyboard, and boxes that glide. */
@ExtendWith(ApplicationExtension.class)
class OverviewStoryTest {
  private EditorSession session;
  private EditorFixture editor;

  @Start
  void start(Stage stage) {
    Fonts.load();
    session = OrderToBill.session();
    editor = new EditorFixture(session);
    Scene scene = editor.scene(Theme.LIGHT, 1300, 500);
    stage.setScene(scene);
    stage.show();
  }

  private Node named(String spoken) {
    return Snapshots.onToolkit(
        () ->
            editor.root.lookupAll("*").stream()
                .filter(n -> spoken.equals(n.getAccessibleText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing is called " + spoken)));
  }

  private Bounds onScreen(Node node) {
    WaitForAsyncUtils.waitForFxEvents();
    return Snapshots.onToolkit(() -> node.localToScreen(node.getLayoutBounds()));
  }

  private double scroll(Side side) {
    return Snapshots.onToolkit(() -> editor.canvas.strip(side).scrollProperty().get());
  }

  private Corner corner() {
    return Snapshots.onToolkit(() -> editor.overview.corner());
  }

  @Test
  void dragging_what_is_framed_scrolls_and_pressing_elsewhere_goes_there(FxRobot robot) {
    Bounds map = onScreen(named("Overview"));
    Point2D middle = new Point2D(map.getCenterX(), map.getMinY() + 10);
    robot.moveTo(middle).press(MouseButton.PRIMARY).moveTo(middle.add(0, 5));
    robot.moveTo(middle.add(0, 12)).release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(scroll(Side.SOURCE)).isBetween(50.0, 300.0);
    assertThat(scroll(Side.TARGET)).isBetween(50.0, 300.0);
    map = onScreen(named("Overview"));
    robot.clickOn(new Point2D(map.getMaxX() - 8, map.getMaxY() - 4));
    assertThat(scroll(Side.TARGET)).isEqualTo(Snapshots.onToolkit(editor.target::maxScroll));
    assertThat(scroll(Side.SOURCE)).as("only the side that was pressed").isLessThan(300);
  }

  @Test
  void arrows_scroll_while_it_has_the_keyboard(FxRobot robot) {
    robot.interact(() -> named("Overview").requestFocus());
    robot.push(KeyCode.DOWN).push(KeyCode.DOWN);
    assertThat(scroll(Side.SOURCE)).isEqualTo(56);
    robot.push(KeyCode.HOME);
    assertThat(scroll(Side.SOURCE)).isZero();
  }

  @Test
  void it_is_dragged_to_another_corner(FxRobot robot) {
    Node mover = named("Move the overview to another corner");
    robot.moveTo(onScreen(named("Overview")).getCenterX(), onScreen(mover).getCenterY());
    Point2D from = new Point2D(onScreen(mover).getCenterX(), onScreen(mover).getCenterY());
    Bounds links = onScreen(Snapshots.onToolkit(() -> editor.view.lookup(".fl-links")));
    Point2D to = new Point2D(links.getMinX() + 60, links.getMaxY() - 60);
    robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(from.midpoint(to)).moveTo(to);
    robot.release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(corner()).isEqualTo(Corner.LOWER_LEFT);
    assertThat(onScreen(named("Overview")).getMinX()).isLessThan(links.getCenterX());
  }

  @Test
  void its_buttons_work_by_keyboard(FxRobot robot) {
    robot.interact(() -> named("Move the overview to another corner").requestFocus());
    robot.push(KeyCode.SPACE);
    assertThat(corner()).isEqualTo(Corner.LOWER_LEFT);
    robot.interact(() -> named("Size of the overview").requestFocus());
    double before = Snapshots.onToolkit(() -> editor.overview.width());
    robot.push(KeyCode.SPACE);
    assertThat(Snapshots.onToolkit(() -> editor.overview.width())).isGreaterThan(before);
    robot.interact(() -> named("Hide the overview").requestFocus());
    robot.push(KeyCode.SPACE);
    WaitForAsyncUtils.waitForFxEvents();
    Node map = named("Overview");
    assertThat(Snapshots.onToolkit(map::isVisible)).isFalse();
    robot.interact(() -> editor.overview.shownProperty().set(true));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(Snapshots.onToolkit(map::isVisible)).isTrue();
  }

  @Test
  void boxes_glide_to_where_tidying_puts_them(FxRobot robot) throws TimeoutException {
    Frame.NodeBox box = Snapshots.onToolkit(() -> editor.view.links().frame().nodes().getFirst());
    robot.interact(() -> editor.canvas.nodes().dress().put(box, 80, 40, NodeDress.Room.ENDLESS));
    WaitForAsyncUtils.waitForFxEvents();
    double moved = Snapshots.onToolkit(this::firstX);
    double begun =
        Snapshots.onToolkit(
            () -> {
              editor.view.tidy();
              editor.root.layout();
              return firstX();
            });
    assertThat(begun).as("it sets out from where it was").isEqualTo(moved);
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> Snapshots.onToolkit(() -> Math.abs(firstX() - moved) > 40));
    assertThat(Snapshots.onToolkit(() -> session.undoLabelProperty().get()))
        .isEqualTo("Tidy the canvas");
  }

  private double firstX() {
    return editor.view.links().frame().nodes().getFirst().x();
  }
}
