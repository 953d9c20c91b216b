package fieldloom.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Each;
import fieldloom.model.Rule;
import fieldloom.model.difference.Change;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.canvas.Frame.State;
import fieldloom.ui.canvas.Frame.Tone;
import fieldloom.ui.schematree.SchemaTreeViewModel;
import fieldloom.ui.session.Edit;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Marks;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.Side;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is drawn, computed without a toolkit. */
class FrameBuilderTest {
  private static final double WIDTH = 616;
  private static final double TOP = 76;

  private final EditorSession session = OrderToBill.session();
  private final SchemaTreeViewModel source = new SchemaTreeViewModel(session, Side.SOURCE);
  private final SchemaTreeViewModel target = new SchemaTreeViewModel(session, Side.TARGET);
  private final CanvasViewModel canvas = new CanvasViewModel(session, source, target);

  FrameBuilderTest() {
    source.viewportHeightProperty().set(1000);
    target.viewportHeightProperty().set(1000);
  }

  private Frame frame(double height) {
    return canvas.frame(WIDTH, TOP, height);
  }

  private static HitTest hits(Frame frame) {
    return new HitTest(frame, pixels -> pixels);
  }

  private Rule rule(String target) {
    return session.index().filling(FieldRef.parse(target)).getLast().rule();
  }

  private static String text(Frame.Pill pill) {
    return pill.text().stream().map(Frame.Run::text).collect(Collectors.joining());
  }

  private double sourceY(String field) {
    return TOP + (source.rowOf(FieldRef.parse(field)) + 0.5) * 28;
  }

  @Test
  void a_link_runs_from_row_to_row() {
    Frame.Curve curve =
        frame(1000).curves().stream()
            .filter(c -> c.rules().contains(rule("bill.FBillNo")))
            .findFirst()
            .orElseThrow();
    assertThat(curve.line().x1()).isZero();
    assertThat(curve.line().x2()).isEqualTo(WIDTH);
    assertThat(curve.line().y1()).isEqualTo(sourceY("order.orderNo"));
    assertThat(curve.line().y2())
        .isEqualTo(TOP + (target.rowOf(FieldRef.parse("bill.FBillNo")) + 0.5) * 28);
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
        .filteredOn(box -> box.rule().equals(rule("bill.FEntity[].FAmount")))
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
  void pills_say_what_happens_on_the_way() {
    assertThat(frame(1000).pills())
        .extracting(FrameBuilderTest::text)
        .contains(
            "FORMATDATE yyyy-MM-dd",
            "LOOKUP customers",
            "× 100 · ROUND 2",
            "each line · where qty > 0 · order by no · 2 of 2",
            "255 → 80");
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

  @Test
  void pills_keep_apart_and_off_nodes() {
    List<Frame.Pill> pills = frame(1000).pills();
    for (Frame.Pill a : pills) {
      for (Frame.Pill b : pills) {
        boolean apart =
            a == b
                || Math.abs(a.y() - b.y()) >= 22
                || Math.abs(a.x() - b.x()) >= (a.width() + b.width()) / 2;
        assertThat(apart).as(text(a) + " and " + text(b)).isTrue();
      }
      for (Frame.NodeBox node : frame(1000).nodes()) {
        boolean on =
            Math.abs(a.x() - node.x() - node.width() / 2) < (a.width() + node.width()) / 2
                && Math.abs(a.y() - node.y() - node.height() / 2) < (22 + node.height()) / 2;
        assertThat(on).as(text(a) + " on " + node.function()).isFalse();
      }
    }
  }

  @Test
  void no_pill_reaches_over_a_tree_and_long_words_are_cut() {
    Rule loop = rule("bill.FEntity[]");
    Each each = loop.each();
    String where =
        "line.qty > 0 AND line.sku != \"not delivered any more\" AND line.price > 100 AND line.no >"
            + " 0";
    session.apply(
        new Edit.SetLoop(
            loop,
            new Each(
                each.over(),
                each.as(),
                each.join(),
                where,
                each.distinct(),
                each.groupBy(),
                each.group(),
                each.orderBy())));
    for (double width : new double[] {616, 410, 260}) {
      Frame frame = canvas.frame(width, TOP, 1000);
      assertThat(frame.pills()).isNotEmpty();
      for (Frame.Pill pill : frame.pills()) {
        assertThat(pill.x() - pill.width() / 2).as(text(pill)).isGreaterThanOrEqualTo(14);
        assertThat(pill.x() + pill.width() / 2).as(text(pill)).isLessThanOrEqualTo(width - 14);
      }
    }
    assertThat(canvas.frame(410, TOP, 1000).pills())
        .filteredOn(pill -> pill.tone() == Tone.LOOP)
        .allSatisfy(
            pill -> {
              assertThat(text(pill)).endsWith("…");
              assertThat(pill.spoken()).contains("order by no");
            });
  }

  @Test
  void a_formula_of_several_inputs_is_a_node_with_its_values() {
    Frame.NodeBox node =
        frame(1000).nodes().stream()
            .filter(n -> n.rule().equals(rule("bill.FEntity[].FAmount")))
            .findFirst()
            .orElseThrow();
    assertThat(node.function()).isEqualTo("ROUND");
    assertThat(node.text()).isEqualTo("qty × price × (1 + taxRate)");
    assertThat(node.inputs())
        .containsExactly(
            new Frame.Input("qty", "12"),
            new Frame.Input("price", "1480.00"),
            new Frame.Input("taxRate", "0.13"));
    assertThat(node.spoken()).isEqualTo("qty, price, taxRate to FAmount through ROUND");
  }

  @Test
  void nodes_never_lie_on_one_another() {
    List<Frame.NodeBox> nodes = frame(1000).nodes();
    assertThat(nodes).hasSize(2);
    Frame.NodeBox a = nodes.get(0);
    Frame.NodeBox b = nodes.get(1);
    assertThat(
            a.y() + a.height() < b.y()
                || b.y() + b.height() < a.y()
                || a.x() + a.width() < b.x()
                || b.x() + b.width() < a.x())
        .isTrue();
  }

  @Test
  void a_loop_has_a_band_and_two_brackets_over_its_fields() {
    Frame frame = frame(1000);
    assertThat(frame.bands()).hasSize(1);
    assertThat(frame.brackets())
        .extracting(Frame.Bracket::side)
        .containsExactly(Side.SOURCE, Side.TARGET);
    Frame.Band band = frame.bands().getFirst();
    assertThat(band.y1()).isEqualTo(sourceY("order.lines[]"));
    assertThat(band.y2()).isEqualTo(sourceY("order.lines[].taxRate") + 14);
  }

  @Test
  void links_of_a_closed_group_become_one_with_their_count() {
    source.setOpen(FieldRef.parse("order.`ship-to`"), false);
    target.setOpen(FieldRef.parse("bill.FReceive"), false);
    Frame frame = frame(1000);
    List<Frame.Curve> rolled =
        frame.curves().stream().filter(c -> c.tone() == Tone.ROLL_UP).toList();
    assertThat(rolled).hasSize(1);
    assertThat(rolled.getFirst().rules()).hasSize(4);
    assertThat(rolled.getFirst().width()).isEqualTo(4);
    assertThat(frame.pills()).extracting(FrameBuilderTest::text).contains("4 links");
  }

  @Test
  void a_group_that_is_mapped_in_part_is_thinner() {
    session.apply(new fieldloom.ui.session.Edit.DeleteRules(List.of(rule("bill.FReceive.FCity"))));
    target.setOpen(FieldRef.parse("bill.FReceive"), false);
    assertThat(frame(1000).curves())
        .filteredOn(c -> c.tone() == Tone.ROLL_UP)
        .extracting(Frame.Curve::width)
        .containsOnly(2.5);
  }

  @Test
  void a_selected_path_isolates_itself() {
    session.select(Selection.target(FieldRef.parse("bill.FEntity[].FAmount")));
    Frame frame = frame(1000);
    Rule amount = rule("bill.FEntity[].FAmount");
    assertThat(frame.curves())
        .allSatisfy(
            c ->
                assertThat(c.state())
                    .isEqualTo(c.rules().contains(amount) ? State.SELECTED : State.DIM));
    assertThat(frame.curves()).filteredOn(c -> c.state() == State.SELECTED).hasSize(4);
  }

  @Test
  void pointing_at_a_link_dims_the_others() {
    canvas.hover(Set.of(rule("bill.FBillNo")));
    assertThat(frame(1000).curves())
        .extracting(Frame.Curve::state)
        .contains(State.HOVER, State.DIM)
        .doesNotContain(State.NORMAL);
  }

  @Test
  void what_is_scrolled_away_ends_at_the_edge_with_a_count() {
    target.viewportHeightProperty().set(140);
    target.setScroll(280);
    Frame frame = frame(140);
    assertThat(frame.edges())
        .anySatisfy(
            e -> {
              assertThat(e.side()).isEqualTo(Side.TARGET);
              assertThat(e.up()).isTrue();
              assertThat(e.nearest()).isEqualTo(FieldRef.parse("bill.FCustId.FNumber"));
              assertThat(e.count()).isPositive();
            });
    assertThat(frame.ports()).allMatch(p -> p.y() >= TOP && p.y() <= TOP + 140);
  }

  @Test
  void the_link_of_a_pinned_field_ends_at_the_top_whatever_is_scrolled() {
    source.viewportHeightProperty().set(280);
    source.togglePin(FieldRef.parse("order.remark"));
    session.apply(
        new Edit.Link(FieldRef.parse("order.remark"), FieldRef.parse("bill.FDocumentStatus")));
    target.viewportHeightProperty().set(280);
    target.setScroll(target.maxScroll());
    for (double scroll : new double[] {0, 100, source.maxScroll()}) {
      source.setScroll(scroll);
      Rule rule = rule("bill.FDocumentStatus");
      assertThat(frame(280).curves())
          .filteredOn(c -> c.rules().contains(rule))
          .singleElement()
          .satisfies(c -> assertThat(c.line().y1()).isEqualTo(TOP + 14))
          .satisfies(c -> assertThat(c.line().x1()).isZero());
    }
  }

  @Test
  void a_loop_whose_list_is_scrolled_away_ends_at_the_ancestors_at_the_top() {
    source.viewportHeightProperty().set(280);
    source.scrollToTop(source.rowOf(FieldRef.parse("order.lines[].dueDate")));
    Frame frame = frame(280);
    assertThat(frame.curves())
        .filteredOn(c -> c.tone() == Tone.LOOP)
        .singleElement()
        .satisfies(c -> assertThat(c.line().y1()).isEqualTo(TOP + 14));
    assertThat(frame.bands().getFirst().y1()).isEqualTo(TOP + 14);
    assertThat(frame.ports()).anyMatch(p -> p.x() == 0 && p.y() == TOP + 14);
  }

  @Test
  void what_lies_behind_the_ancestors_counts_as_scrolled_away() {
    source.viewportHeightProperty().set(280);
    source.setScroll(28);
    assertThat(frame(280).edges())
        .filteredOn(e -> e.side() == Side.SOURCE && e.up())
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.count()).isEqualTo(1);
              assertThat(e.nearest()).isEqualTo(FieldRef.parse("order.orderNo"));
              assertThat(e.y()).isEqualTo(TOP + 28 + 14);
            });
  }

  @Test
  void a_group_none_of_whose_fields_is_mapped_is_the_thinnest() {
    session.apply(
        new Edit.DeleteRules(
            session.mapping().rules().stream()
                .filter(r -> r.to().startsWith("FEntity[]."))
                .toList()));
    target.setOpen(FieldRef.parse("bill.FEntity[]"), false);
    source.setOpen(FieldRef.parse("order.lines[]"), false);
    session.apply(
        new Edit.ReplaceMapping(
            OrderToBill.empty().withRules(List.of(Rule.link("FEntity[]", "order.lines[].unit"))),
            "one"));
    assertThat(frame(1000).curves())
        .filteredOn(c -> c.tone() == Tone.ROLL_UP)
        .extracting(Frame.Curve::width)
        .containsExactly(2.5);
    source.setOpen(FieldRef.parse("order.lines[]"), true);
    target.setOpen(FieldRef.root("bill"), false);
    assertThat(frame(1000).curves())
        .filteredOn(c -> c.tone() == Tone.ROLL_UP)
        .extracting(Frame.Curve::width)
        .containsExactly(1.5);
  }

  @Test
  void a_deep_group_is_whole_only_when_all_fields_in_it_are_mapped() {
    target.setOpen(FieldRef.parse("bill.FEntity[]"), false);
    assertThat(width("bill.FEntity[].FQty")).isEqualTo(2.5);
    session.apply(
        new Edit.Link(
            FieldRef.parse("order.lines[].unit"),
            FieldRef.parse("bill.FEntity[].FUnitID.FNumber")));
    assertThat(width("bill.FEntity[].FQty")).isEqualTo(4);
  }

  private double width(String target) {
    return frame(1000).curves().stream()
        .filter(c -> c.tone() == Tone.ROLL_UP && c.rules().contains(rule(target)))
        .mapToDouble(Frame.Curve::width)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_closed_source_weighs_by_how_much_of_it_is_read() {
    source.setOpen(FieldRef.parse("order.`ship-to`"), false);
    assertThat(width("bill.FReceive.FCity")).isEqualTo(4);
    session.apply(new Edit.DeleteRules(List.of(rule("bill.FReceive.FPhone"))));
    assertThat(width("bill.FReceive.FCity")).isEqualTo(2.5);
  }

  @Test
  void in_focus_only_what_touches_the_selection_is_drawn() {
    session.select(Selection.target(FieldRef.parse("bill.FEntity[].FAmount")));
    canvas.lens().focus();
    Frame frame = frame(1000);
    Set<Rule> shown =
        frame.curves().stream().flatMap(c -> c.rules().stream()).collect(Collectors.toSet());
    assertThat(shown)
        .containsExactlyInAnyOrder(rule("bill.FEntity[].FAmount"), rule("bill.FEntity[]"));
    assertThat(frame.nodes()).hasSize(1);
  }

  @Test
  void a_narrow_canvas_says_less() {
    assertThat(canvas.frame(300, TOP, 1000).pills())
        .extracting(FrameBuilderTest::text)
        .contains("FORMATDATE", "each");
    assertThat(canvas.frame(180, TOP, 1000).pills())
        .filteredOn(p -> p.tone() != Tone.ROLL_UP)
        .allMatch(p -> p.text().isEmpty());
  }

  @Test
  void the_nearest_link_within_nine_pixels_is_hit() {
    Frame frame = frame(1000);
    double y = sourceY("order.orderNo");
    Rule expected = rule("bill.FBillNo");
    assertThat(hits(frame).rules(40, y + 8)).containsExactly(expected);
    assertThat(hits(frame).rules(40, y - 12)).isEmpty();
  }

  @Test
  void a_pill_and_a_node_are_hit_before_the_links_under_them() {
    Frame frame = frame(1000);
    Frame.NodeBox node = frame.nodes().getFirst();
    assertThat(hits(frame).rules(node.x() + 5, node.y() + 5)).containsExactly(node.rule());
    Frame.Pill pill = frame.pills().getFirst();
    assertThat(hits(frame).rules(pill.x(), pill.y())).containsExactly(pill.rule());
  }
}
