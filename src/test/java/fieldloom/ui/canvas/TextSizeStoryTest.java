package fieldloom.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fieldloom.model.Rule;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.Snapshots;
import fieldloom.ui.kit.Fonts;
import fieldloom.ui.kit.TextSize;
import fieldloom.ui.kit.Theme;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.RowStrip;
import fieldloom.ui.session.Side;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The canvas with larger text. */
@ExtendWith(ApplicationExtension.class)
class TextSizeStoryTest {
  private EditorSession session;
  private EditorFixture editor;
  private Scene scene;

  @Start
  void start(Stage stage) {
    Fonts.load();
    session = OrderToBill.session();
    editor = new EditorFixture(session);
    scene = editor.scene(Theme.LIGHT, 1400, 800);
    stage.setScene(scene);
    stage.show();
  }

  private void text(TextSize size) {
    Snapshots.onToolkit(
        () -> {
          size.apply(scene);
          editor.root.applyCss();
          editor.root.layout();
          return size;
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private double height(String style) {
    return Snapshots.onToolkit(
        () -> {
          editor.root.layout();
          Node node = editor.view.lookup(style);
          return node.localToScene(node.getLayoutBounds()).getHeight();
        });
  }

  @Test
  void rows_badges_pills_and_boxes_grow_with_text() {
    double badge = height(".fl-badge");
    double pill = height(".fl-pill");
    double node = height(".fl-node");
    text(TextSize.LARGER);
    assertThat(Snapshots.onToolkit(() -> editor.source.rowHeight())).isEqualTo(37);
    assertThat(height(".fl-row")).isCloseTo(37, within(0.5));
    assertThat(height(".fl-badge")).isCloseTo(1.5 * badge, within(1.0));
    text(TextSize.DOUBLE);
    assertThat(Snapshots.onToolkit(() -> editor.source.rowHeight())).isEqualTo(49);
    assertThat(height(".fl-pill")).isCloseTo(2 * pill, within(1.0));
    assertThat(height(".fl-node")).isGreaterThan(1.5 * node);
    text(TextSize.NORMAL);
    assertThat(height(".fl-badge")).isCloseTo(badge, within(0.5));
  }

  @Test
  void at_double_size_the_trees_take_two_fifths_each() {
    text(TextSize.DOUBLE);
    assertThat(Snapshots.onToolkit(() -> editor.view.source().getWidth())).isEqualTo(560);
    assertThat(Snapshots.onToolkit(() -> editor.view.target().getWidth())).isEqualTo(560);
  }

  @Test
  void rows_begin_where_the_heads_of_the_trees_end() {
    for (TextSize size : TextSize.values()) {
      text(size);
      double top =
          Snapshots.onToolkit(
              () -> {
                Node rows = editor.view.source().lookup(".fl-rows");
                return editor.view.sceneToLocal(rows.localToScene(0, 0)).getY();
              });
      assertThat(Snapshots.onToolkit(() -> editor.view.aboveRows()))
          .as(size.percent() + " %")
          .isEqualTo(top);
    }
  }

  @Test
  void links_are_drawn_from_row_to_row_with_larger_text(FxRobot robot) {
    text(TextSize.DOUBLE);
    Point2D from = row(Side.SOURCE, "order.remark");
    Point2D to = row(Side.TARGET, "bill.FSaleOrgId.FNumber");
    robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(from.midpoint(to)).moveTo(to);
    robot.release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(Snapshots.onToolkit(() -> session.mapping().rules()))
        .extracting(Rule::from)
        .contains("order.remark");
  }

  private Point2D row(Side side, String field) {
    return Snapshots.onToolkit(
        () -> {
          RowStrip strip = editor.canvas.strip(side);
          // In the middle: at an edge a drag scrolls.
          double middle = (strip.rowOf(FieldRef.parse(field)) + 0.5) * strip.rowHeight();
          CanvasZoom.scroll(strip, middle - strip.viewportHeightProperty().get() / 2);
          editor.root.layout();
          double y = editor.view.aboveRows() + middle - strip.scrollProperty().get();
          Node tree = side == Side.SOURCE ? editor.view.source() : editor.view.target();
          return tree.localToScreen(100, y);
        });
  }
}
