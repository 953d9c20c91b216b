package fieldloom.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Mapping;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.schematree.SchemaTreeViewModel;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Looks;
import fieldloom.ui.session.RuleLook;
import fieldloom.ui.session.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tidying, without a toolkit. */
class TidyTest {
  private static final double WIDTH = 616;

  private final EditorSession session = OrderToBill.session();
  private final SchemaTreeViewModel source = new SchemaTreeViewModel(session, Side.SOURCE);
  private final SchemaTreeViewModel target = new SchemaTreeViewModel(session, Side.TARGET);
  private final CanvasViewModel canvas = new CanvasViewModel(session, source, target);

  TidyTest() {
    source.viewportHeightProperty().set(2000);
    target.viewportHeightProperty().set(2000);
  }

  private List<Frame.NodeBox> boxes() {
    return canvas.frame(WIDTH, 76, 2000).nodes();
  }

  private static boolean meet(Frame.NodeBox a, Frame.NodeBox b) {
    return a.x() < b.x() + b.width()
        && b.x() < a.x() + a.width()
        && a.y() < b.y() + b.height()
        && b.y() < a.y() + a.height();
  }

  private void heap() {
    for (Frame.NodeBox box : boxes()) {
      if (box.isWhole()) {
        canvas.nodes().dress().put(box, 0, 200 - box.y(), NodeDress.Room.ENDLESS);
      }
    }
  }

  private void assertApart(List<Frame.NodeBox> boxes) {
    for (Frame.NodeBox a : boxes) {
      assertThat(a.x()).isGreaterThanOrEqualTo(0);
      assertThat(a.x() + a.width()).isLessThanOrEqualTo(WIDTH);
      assertThat(a.y()).as("below the heads of the trees").isGreaterThanOrEqualTo(76 - 8);
      for (Frame.NodeBox b : boxes) {
        if (a != b && !a.rule().equals(b.rule())) {
          assertThat(meet(a, b)).as(a.spoken() + " on " + b.spoken()).isFalse();
        }
      }
    }
  }

  @Test
  void boxes_that_lay_on_one_another_stand_apart() {
    heap();
    List<Frame.NodeBox> before = boxes();
    assertThat(before).hasSizeGreaterThan(1);
    assertThat(meet(before.get(0), before.get(1))).isTrue();
    canvas.tidy(WIDTH);
    assertApart(boxes());
  }

  @Test
  void what_is_unfolded_is_tidied_as_one() {
    canvas.nodes().open(rule("bill.FEntity[].FAmount"), true);
    heap();
    canvas.tidy(WIDTH);
    assertApart(boxes());
    assertThat(boxes()).hasSizeGreaterThan(2);
  }

  private fieldloom.model.Rule rule(String field) {
    return session.index().filling(FieldRef.parse(field)).getLast().rule();
  }

  @Test
  void tidying_is_one_step_and_is_taken_back_as_one() {
    heap();
    Mapping before = session.mapping();
    canvas.tidy(WIDTH);
    assertThat(session.undoLabelProperty().get()).isEqualTo("Tidy the canvas");
    assertThat(session.mapping()).isNotEqualTo(before);
    assertThat(session.mapping().rules()).as("rules stay as they are").isEqualTo(before.rules());
    session.undo();
    assertThat(session.mapping()).isEqualTo(before);
  }

  @Test
  void the_same_drawing_is_tidied_the_same_way() {
    canvas.tidy(WIDTH);
    RuleLook once = Looks.of(session.mapping()).of(rule("bill.FSalerName"));
    canvas.tidy(WIDTH);
    assertThat(Looks.of(session.mapping()).of(rule("bill.FSalerName"))).isEqualTo(once);
  }

  @Test
  void a_canvas_without_boxes_says_so() {
    EditorSession plain = new Plain().session;
    CanvasViewModel empty =
        new CanvasViewModel(
            plain,
            new SchemaTreeViewModel(plain, Side.SOURCE),
            new SchemaTreeViewModel(plain, Side.TARGET));
    empty.tidy(WIDTH);
    assertThat(empty.messageProperty().get()).isEqualTo("There are no boxes to tidy.");
    assertThat(plain.undoLabelProperty().get()).isNull();
  }

  private static final class Plain {
    private final EditorSession session =
        new EditorSession(
            OrderToBill.empty(),
            OrderToBill.schemas(),
            fieldloom.ui.session.Autosaver.none(),
            fieldloom.ui.session.Previewer.engine(),
            fieldloom.ui.session.SessionThreads.direct());
  }
}
