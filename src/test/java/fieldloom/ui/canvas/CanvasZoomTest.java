package fieldloom.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fieldloom.ui.OrderToBill;
import fieldloom.ui.schematree.SchemaTreeViewModel;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.RowStrip;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How large the canvas is drawn and what of it is seen, without a toolkit. */
class CanvasZoomTest {
  private static final double SEEN = 300;

  private final EditorSession session = OrderToBill.session();
  private final SchemaTreeViewModel source = new SchemaTreeViewModel(session, Side.SOURCE);
  private final SchemaTreeViewModel target = new SchemaTreeViewModel(session, Side.TARGET);
  private final CanvasViewModel canvas = new CanvasViewModel(session, source, target);
  private final CanvasZoom zoom = canvas.zoom();

  CanvasZoomTest() {
    source.viewportHeightProperty().set(SEEN);
    target.viewportHeightProperty().set(SEEN);
  }

  private static double rowAt(RowStrip strip, double y) {
    return (strip.scrollProperty().get() + y) / strip.rowHeight();
  }

  @Test
  void rows_grow_with_the_zoom_and_with_text() {
    assertThat(source.rowHeight()).isEqualTo(28);
    zoom.zoomTo(2, 0);
    assertThat(source.rowHeight()).isEqualTo(56);
    zoom.zoomTo(0.5, 0);
    assertThat(target.rowHeight()).isEqualTo(14);
    zoom.zoomTo(1, 0);
    zoom.setText(1.5);
    assertThat(source.rowHeight()).isEqualTo(Math.round(1.9 * 13 * 1.5));
    zoom.setText(1.1);
    assertThat(source.rowHeight()).as("a row is never lower than its density").isEqualTo(28);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.75, 1.25, 2})
  void what_is_under_the_pointer_stays_there(double to) {
    // Far enough down that neither end is in the way.
    source.setScroll(200);
    target.setScroll(250);
    double fromSource = rowAt(source, 120);
    double fromTarget = rowAt(target, 120);
    zoom.zoomTo(to, 120);
    assertThat(rowAt(source, 120)).isCloseTo(fromSource, within(0.5 / source.rowHeight()));
    assertThat(rowAt(target, 120)).isCloseTo(fromTarget, within(0.5 / target.rowHeight()));
  }

  @Test
  void steps_go_through_round_figures_and_end_at_the_limits() {
    zoom.step(1, 0);
    assertThat(zoom.zoomProperty().get()).isEqualTo(1.1);
    zoom.step(-2, 0);
    assertThat(zoom.zoomProperty().get()).isEqualTo(0.9);
    zoom.step(100, 0);
    assertThat(zoom.zoomProperty().get()).isEqualTo(CanvasZoom.MOST);
    zoom.step(-100, 0);
    assertThat(zoom.zoomProperty().get()).isEqualTo(CanvasZoom.LEAST);
    zoom.reset();
    assertThat(zoom.zoomProperty().get()).isEqualTo(1);
  }

  @Test
  void all_rows_of_both_trees_fit_into_the_view() {
    zoom.fit();
    assertThat(source.rowCount() * source.rowHeight()).isLessThanOrEqualTo(SEEN);
    assertThat(target.rowCount() * target.rowHeight()).isLessThanOrEqualTo(SEEN);
    assertThat(zoom.zoomProperty().get()).isLessThan(1);
  }

  @Test
  void few_rows_are_not_made_larger_than_they_are() {
    source.viewportHeightProperty().set(5000);
    target.viewportHeightProperty().set(5000);
    zoom.fit();
    assertThat(zoom.zoomProperty().get()).isEqualTo(1);
  }

  @Test
  void both_ends_of_what_is_selected_come_into_view() {
    session.select(Selection.target(FieldRef.parse("bill.FEntity[].FAmount")));
    source.setScroll(0);
    target.setScroll(0);
    zoom.showSelection();
    assertThat(seen(target, "bill.FEntity[].FAmount")).isTrue();
    assertThat(seen(source, "order.lines[].qty")).isTrue();
    assertThat(seen(source, "order.lines[].taxRate")).isTrue();
  }

  private static boolean seen(RowStrip strip, String field) {
    double y =
        (strip.rowOf(FieldRef.parse(field)) + 0.5) * strip.rowHeight()
            - strip.scrollProperty().get();
    return y > 0 && y < SEEN;
  }

  @Test
  void zooming_to_nothing_selected_changes_nothing() {
    zoom.zoomTo(0.75, 0);
    zoom.showSelection();
    assertThat(zoom.zoomProperty().get()).isEqualTo(0.75);
  }

  @Test
  void links_end_at_the_rows_whatever_the_zoom() {
    for (double to : new double[] {0.5, 1, 2}) {
      zoom.zoomTo(to, 0);
      source.setScroll(0);
      target.setScroll(0);
      Frame frame = canvas.frame(616, 76, 600);
      double onScreen = 76 + (source.rowOf(FieldRef.parse("order.orderNo")) + 0.5) * 28 * to;
      double expected = onScreen / to;
      assertThat(frame.curves())
          .as("at " + to)
          .anyMatch(c -> c.line().x1() == 0 && Math.abs(c.line().y1() - expected) < 1e-9);
      assertThat(frame.curves()).anyMatch(c -> c.line().x2() == 616 / to);
    }
  }

  @Test
  void moving_both_trees_ends_where_rows_end() {
    zoom.pan(-50);
    assertThat(source.scrollProperty().get()).isZero();
    zoom.pan(1e9);
    assertThat(source.scrollProperty().get()).isEqualTo(source.maxScroll());
    assertThat(target.scrollProperty().get()).isEqualTo(target.maxScroll());
  }
}
