package fieldloom.ui.loops;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Document;
import fieldloom.model.Each;
import fieldloom.model.Each.GroupBy;
import fieldloom.model.Each.OrderBy;
import fieldloom.model.Extras;
import fieldloom.model.Join;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.SchemaRef;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.Sketch;
import fieldloom.ui.loops.LoopViewModel.Distinct;
import fieldloom.ui.session.Autosaver;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.LoopProbe.Step;
import fieldloom.ui.session.Previewer;
import fieldloom.ui.session.Sample;
import fieldloom.ui.session.SessionThreads;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LoopViewModelTest {
  private static final Rule LOOP =
      Rule.each(
          "FEntity[]",
          new Each("order.lines[]", "line")
              .withWhere("line.qty > 0")
              .withOrderBy(List.of(new OrderBy("line.no", true), new OrderBy("line.sku", false))));

  private static EditorSession session(Rule... rules) {
    Mapping mapping = OrderToBill.empty().withRules(List.of(rules));
    Document stock = new Document("stock", "json", new SchemaRef.None());
    var schemas = new HashMap<>(OrderToBill.schemas());
    schemas.put(
        "stock",
        Sketch.of(
            """
            stock: object
              rows[]: object
                id: string
                shelf: string
            """));
    EditorSession session =
        new EditorSession(
            mapping.withSources(List.of(mapping.driver(), stock)),
            schemas,
            Autosaver.none(),
            Previewer.engine(),
            SessionThreads.direct());
    session.setSample(sample());
    return session;
  }

  private static Sample sample() {
    Obj order =
        new Obj()
            .put("orderNo", "1")
            .put("lines", List.of(line("A", 3), line("B", 0), line("A", 3), line("C", 9)));
    Obj row = new Obj().put("id", "A").put("shelf", "7");
    return new Sample(
        "s",
        Map.of(
            "order", List.of(order), "stock", List.of(new Obj().put("rows", List.of(row, row)))));
  }

  private static Obj line(String sku, int qty) {
    return new Obj().put("sku", sku).put("qty", Num.of(qty)).put("no", Num.of(1));
  }

  private static Each applied(EditorSession session) {
    return Objects.requireNonNull(session.mapping().rules().getFirst().each());
  }

  @Test
  void a_loop_that_is_not_touched_stays_the_same() {
    EditorSession session = session(LOOP);
    LoopViewModel model = LoopViewModel.of(session, LOOP);
    assertThat(model.apply()).isTrue();
    assertThat(session.undoLabelProperty().get()).isNull();
    assertThat(applied(session)).isEqualTo(LOOP.each());
  }

  @Test
  void sort_keys_are_added_moved_and_removed() {
    EditorSession session = session(LOOP);
    LoopViewModel model = LoopViewModel.of(session, LOOP);
    model.addOrder();
    model.type(
        e ->
            e.withOrderBy(
                Keys.with(e.orderBy(), 2, new OrderBy("line.name", false, "zh-CN", Extras.NONE))));
    model.reshape(e -> e.withOrderBy(Keys.moved(e.orderBy(), 2, -1)));
    model.reshape(e -> e.withOrderBy(Keys.without(e.orderBy(), 0)));
    model.addOrder();
    assertThat(model.apply()).isTrue();
    assertThat(applied(session).orderBy())
        .containsExactly(
            new OrderBy("line.name", false, "zh-CN", Extras.NONE), new OrderBy("line.sku", false));
    assertThat(session.undoLabelProperty().get()).isEqualTo("Change loop FEntity[]");
    session.undo();
    assertThat(applied(session)).isEqualTo(LOOP.each());
  }

  @Test
  void several_group_keys_have_names_and_one_alone_is_the_key() {
    EditorSession session = session(LOOP);
    LoopViewModel model = LoopViewModel.of(session, LOOP);
    model.setGroup("key");
    model.type(e -> e.withGroupBy(GroupBy.of("line.sku"), null));
    model.addGroupKey();
    model.type(
        e ->
            e.withGroupBy(
                new GroupBy(
                    List.of(new GroupBy.Key("line.sku", null), new GroupBy.Key("line.unit", "u")),
                    false),
                null));
    model.apply();
    assertThat(applied(session).groupBy().single()).isFalse();
    LoopViewModel again = LoopViewModel.of(session, session.mapping().rules().getFirst());
    again.setGroupKeys(List.of(new GroupBy.Key("line.sku", null)));
    again.setGroup("adjacent");
    again.apply();
    assertThat(applied(session).groupBy()).isEqualTo(GroupBy.of("line.sku"));
    assertThat(applied(session).group()).isEqualTo("adjacent");
  }

  @Test
  void what_the_rules_read_follows_into_groups_and_back() {
    Rule sku = Rule.link("FEntity[].FMaterialId.FNumber", "line.sku");
    Rule name = Rule.link("FEntity[].FMaterialName", "line.name");
    Rule sum = Rule.formula("FEntity[].FQty", "SUM(line.qty)");
    EditorSession session = session(LOOP, sku, name, sum);
    LoopViewModel model = LoopViewModel.of(session, LOOP);
    model.setGroup("key");
    model.type(e -> e.withGroupBy(GroupBy.of("line.sku"), null).withOrderBy(List.of()));
    model.apply();
    assertThat(session.mapping().rules().subList(1, 4))
        .containsExactly(
            Rule.link("FEntity[].FMaterialId.FNumber", "line.key"),
            Rule.formula("FEntity[].FMaterialName", "FIRST(line.items[].name)"),
            Rule.formula("FEntity[].FQty", "SUM(line.items[].qty)"));
    LoopViewModel back = LoopViewModel.of(session, session.mapping().rules().getFirst());
    back.setGroup("");
    back.apply();
    assertThat(session.mapping().rules().subList(1, 4)).containsExactly(sku, name, sum);
  }

  @Test
  void distinct_is_by_whole_items_or_by_values() {
    EditorSession session = session(LOOP);
    LoopViewModel model = LoopViewModel.of(session, LOOP);
    model.setDistinct(Distinct.WHOLE);
    assertThat(model.typed().distinct()).isEmpty();
    model.setDistinct(Distinct.KEYS);
    model.type(e -> LoopViewModel.withDistinct(e, List.of("line.sku")));
    assertThat(model.distinct()).isEqualTo(Distinct.KEYS);
    model.apply();
    assertThat(applied(session).distinct()).containsExactly("line.sku");
  }

  @Test
  void a_list_of_another_source_is_joined_with_a_name_of_its_own() {
    EditorSession session = session(LOOP);
    LoopViewModel model = LoopViewModel.of(session, LOOP);
    assertThat(model.lists()).containsExactly("stock[]", "stock.rows[]");
    model.addJoin();
    Join made = model.typed().join().getFirst();
    assertThat(made.as()).isEqualTo("stock2").isNotEqualTo("stock");
    model.setJoin(
        0, new Join("stock.rows[]", "row", "row.id == line.sku", "inner", null, null, Extras.NONE));
    assertThat(model.faults()).isEmpty();
    model.apply();
    assertThat(applied(session).join()).hasSize(1);
  }

  @Test
  void what_comes_of_the_sample_is_counted_step_by_step_as_it_is_typed() {
    EditorSession session = session(LOOP);
    LoopViewModel model = LoopViewModel.of(session, LOOP);
    assertThat(model.countsProperty().get().behind(Step.READ)).isEqualTo(4);
    assertThat(model.countsProperty().get().behind(Step.PASSED)).isEqualTo(3);
    model.addJoin();
    model.setJoin(
        0, new Join("stock.rows[]", "row", "row.id == line.sku", "left", null, null, Extras.NONE));
    assertThat(model.countsProperty().get().items()).containsExactly(4L, 6L, 5L, 5L, 5L);
    model.setDistinct(Distinct.WHOLE);
    model.setGroup("key");
    model.type(e -> e.withGroupBy(GroupBy.of("line.sku"), null));
    assertThat(model.countsProperty().get().fault()).contains("line.no");
    model.reshape(e -> e.withOrderBy(List.of()));
    assertThat(model.countsProperty().get().items()).containsExactly(4L, 6L, 5L, 2L, 2L);
    model.type(e -> e.withWhere("line.qty >"));
    assertThat(model.countsProperty().get().items()).isEmpty();
    assertThat(model.faults()).containsOnlyKeys(new Spot(Spot.Part.WHERE));
    assertThat(model.apply()).isFalse();
    model.type(e -> e.withWhere("line.nothing > 0"));
    assertThat(model.countsProperty().get().fault()).contains("nothing");
  }

  @Test
  void the_driving_source_is_filtered_and_grouped_and_rules_follow() {
    Rule no = Rule.link("FBillNo", "order.orderNo");
    Rule note = Rule.link("FNote", "order.remark");
    EditorSession session = session(no, note);
    LoopViewModel model = LoopViewModel.ofSource(session);
    assertThat(model.isSource()).isTrue();
    model.type(e -> e.withWhere("order.status == \"open\""));
    model.setGroup("key");
    model.type(e -> e.withGroupBy(GroupBy.of("order.orderNo"), null));
    assertThat(model.apply()).isTrue();
    assertThat(session.mapping().driver().intake())
        .isEqualTo(
            new Document.Intake("order.status == \"open\"", GroupBy.of("order.orderNo"), null));
    assertThat(session.mapping().rules())
        .containsExactly(
            Rule.link("FBillNo", "order.key"),
            Rule.formula("FNote", "FIRST(order.items[].remark)"));
    assertThat(session.undoLabelProperty().get())
        .isEqualTo("Change which records of order are mapped");
    LoopViewModel back = LoopViewModel.ofSource(session);
    back.type(e -> e.withWhere(null));
    back.setGroup("");
    back.apply();
    assertThat(session.mapping().driver().intake()).isNull();
    assertThat(session.mapping().rules()).containsExactly(no, note);
  }

  @Test
  void conditions_read_items_and_sort_keys_read_groups() {
    EditorSession session = session(LOOP);
    LoopViewModel model = LoopViewModel.of(session, LOOP);
    model.setGroup("key");
    model.type(e -> e.withGroupBy(GroupBy.of("line.sku"), null));
    Mapping where = model.scope(Spot.Part.WHERE).mapping();
    Mapping order = model.scope(Spot.Part.ORDER).mapping();
    assertThat(where.rules().getFirst().each().groupBy()).isNull();
    assertThat(order.rules().getFirst().each().groupBy()).isNotNull();
    assertThat(model.scope(Spot.Part.OVER).mapping().rules()).isEmpty();
  }
}
