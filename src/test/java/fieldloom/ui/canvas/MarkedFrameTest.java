package fieldloom.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Rule;
import fieldloom.model.difference.Change;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.canvas.Frame.Tone;
import fieldloom.ui.schematree.SchemaTreeViewModel;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Marks;
import fieldloom.ui.session.Side;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What links, pills and boxes say beside themselves, computed without a toolkit. */
class MarkedFrameTest {
  private static final double WIDTH = 616;
  private static final double TOP = 76;

  private final EditorSession session = OrderToBill.session();
  private final SchemaTreeViewModel source = new SchemaTreeViewModel(session, Side.SOURCE);
  private final SchemaTreeViewModel target = new SchemaTreeViewModel(session, Side.TARGET);
  private final CanvasViewModel canvas = new CanvasViewModel(session, source, target);

  MarkedFrameTest() {
    source.viewportHeightProperty().set(1000);
    target.viewportHeightProperty().set(1000);
  }

  private Frame frame(double height) {
    return canvas.frame(WIDTH, TOP, height);
  }

  @Test
  void what_another_version_has_otherwise_is_marked_on_links_loops_pills_and_boxes() {
    canvas.showMarks(
        new Marks(
            Map.of(
                FieldRef.parse("bill.FEntity[]"), Change.Kind.CHANGED,
                FieldRef.parse("bill.FCustId.FNumber"), Change.Kind.NEW,
                FieldRef.parse("bill.FEntity[].FAmount"), Change.Kind.CHANGED),
            List.of(
                new Marks.Absent(
                    FieldRef.parse("order.remark"),
                    FieldRef.parse("bill.FNote"),
                    Change.Kind.NEW))));
    Frame frame = frame(1000);
    assertThat(frame.curves())
        .filteredOn(c -> c.rules().isEmpty())
        .singleElement()
        .satisfies(c -> assertThat(c.tone()).isEqualTo(Tone.NEW));
    assertThat(curve(frame, "bill.FEntity[]").tone()).isEqualTo(Tone.CHANGED);
    assertThat(pill(frame, "bill.FEntity[]").tone()).isEqualTo(Tone.CHANGED);
    assertThat(pill(frame, "bill.FEntity[]").icon()).isEqualTo("fth-edit-2");
    assertThat(pill(frame, "bill.FEntity[]").spoken()).endsWith(", changed");
    assertThat(pill(frame, "bill.FCustId.FNumber").tone()).isEqualTo(Tone.NEW);
    assertThat(pill(frame, "bill.FCustId.FNumber").spoken()).endsWith(", new");
    assertThat(frame.nodes())
        .filteredOn(box -> box.rule().equals(loopOrRule("bill.FEntity[].FAmount")))
        .singleElement()
        .satisfies(box -> assertThat(box.tone()).isEqualTo(Tone.CHANGED))
        .satisfies(box -> assertThat(box.spoken()).endsWith(", changed"));
    canvas.showMarks(Marks.NONE);
    assertThat(curve(frame(1000), "bill.FEntity[]").tone()).isEqualTo(Tone.LOOP);
  }

  private Frame.Curve curve(Frame frame, String target) {
    return frame.curves().stream()
        .filter(c -> c.rules().equals(List.of(loopOrRule(target))))
        .findFirst()
        .orElseThrow();
  }

  private Frame.Pill pill(Frame frame, String target) {
    return frame.pills().stream()
        .filter(p -> p.rule().equals(loopOrRule(target)))
        .findFirst()
        .orElseThrow();
  }

  private Rule loopOrRule(String target) {
    return session.index().filling(FieldRef.parse(target)).getFirst().rule();
  }

  @Test
  void a_pill_without_room_for_a_word_becomes_a_sign_beside_the_boxes() {
    Frame frame = canvas.frame(282, TOP, 1000);
    assertThat(frame.nodes()).isNotEmpty();
    for (Frame.Pill pill : frame.pills()) {
      if (pill.tone() == Tone.NORMAL) {
        assertThat(frame.nodes())
            .noneMatch(
                box ->
                    pill.x() + pill.width() / 2 > box.x()
                        && pill.x() - pill.width() / 2 < box.x() + box.width()
                        && pill.y() + 11 > box.y()
                        && pill.y() - 11 < box.y() + box.height());
      }
    }
  }
}
