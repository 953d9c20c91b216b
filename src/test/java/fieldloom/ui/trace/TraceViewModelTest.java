package fieldloom.ui.trace;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.engine.trace.TraceStep;
import fieldloom.model.Rule;
import fieldloom.model.drawing.NodePath;
import fieldloom.model.value.Num;
import fieldloom.model.value.Obj;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.kit.Language;
import fieldloom.ui.kit.Texts;
import fieldloom.ui.session.Autosaver;
import fieldloom.ui.session.Edit;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Previewer;
import fieldloom.ui.session.Sample;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.SessionThreads;
import fieldloom.ui.session.TracedField;
import fieldloom.ui.session.Tracing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TraceViewModelTest {
  private static final FieldRef AMOUNT = FieldRef.parse("bill.FEntity[].FAmount");
  private static final FieldRef TOTAL = FieldRef.parse("bill.FTotal");
  private static final FieldRef QUANTITY = FieldRef.parse("bill.FEntity[].FQty");

  private final EditorSession session =
      new EditorSession(
          OrderToBill.mapping(),
          OrderToBill.schemas(),
          Autosaver.none(),
          Previewer.engine(),
          SessionThreads.direct());
  private final TraceViewModel model = new TraceViewModel(new Tracing(session));

  @AfterEach
  void backToEnglish() {
    Texts.languageProperty().set(Language.ENGLISH);
  }

  private void begin(FieldRef field) {
    session.setSample(OrderToBill.sample());
    session.select(Selection.target(field));
    model.setShown(true);
  }

  private List<String> said() {
    return model.lines().stream().map(line -> line.line().text().replace('\t', '|')).toList();
  }

  private int at() {
    return model.atProperty().get();
  }

  @Test
  void the_selected_field_is_shown_from_its_loop_item_to_what_is_written() {
    begin(AMOUNT);
    assertThat(model.titleProperty().get()).isEqualTo("FEntity[1].FAmount");
    assertThat(model.asideProperty().get()).isEqualTo("价税合计");
    assertThat(said())
        .containsExactly(
            "Loop item|FEntity[] ← order.lines[1] as line|2 items, this is 1",
            "where|line.qty > 0|12 > 0|TRUE",
            "Add|1 + line.taxRate|1 + 0.13|1.13",
            "Multiply|12 × 1480.00 × 1.13|20068.8000",
            "ROUND|ROUND(20068.8000, 2)|20068.80",
            "Write|FEntity[1].FAmount decimal|20068.80");
    assertThat(at()).isZero();
    Texts.languageProperty().set(Language.CHINESE);
    assertThat(said()).contains("筛选|line.qty > 0|12 > 0|TRUE");
  }

  @Test
  void steps_go_forward_into_the_next_field_and_back_to_its_last_step() {
    begin(QUANTITY);
    for (int i = 0; i < 3; i++) {
      model.step();
    }
    assertThat(at()).isEqualTo(3);
    model.step();
    assertThat(model.titleProperty().get()).isEqualTo("FEntity[1].FPrice");
    assertThat(at()).isZero();
    assertThat(session.selection())
        .isEqualTo(Selection.target(FieldRef.parse("bill.FEntity[].FPrice")));
    model.back();
    assertThat(model.titleProperty().get()).isEqualTo("FEntity[1].FQty");
    assertThat(at()).isEqualTo(3);
    model.back();
    assertThat(at()).isEqualTo(2);
  }

  @Test
  void rules_and_items_are_gone_through_in_the_order_of_their_computing() {
    begin(AMOUNT);
    model.item(1);
    assertThat(model.titleProperty().get()).isEqualTo("FEntity[2].FAmount");
    assertThat(said().getFirst()).endsWith("2 items, this is 2");
    model.item(1);
    assertThat(model.titleProperty().get()).isEqualTo("FEntity[2].FAmount");
    model.nextField();
    assertThat(model.titleProperty().get()).isEqualTo("FTotal");
    model.previousField();
    assertThat(model.titleProperty().get()).isEqualTo("FEntity[2].FAmount");
  }

  @Test
  void a_total_can_be_gone_into_and_shows_the_first_field_it_reads() {
    begin(TOTAL);
    assertThat(said())
        .containsExactly(
            "SUM|SUM(bill.FEntity[].FAmount)|SUM([20068.80, 20068.80])|40137.60",
            "Write|FTotal decimal|40137.60");
    assertThat(model.canGoInto()).isTrue();
    model.into();
    assertThat(model.titleProperty().get()).isEqualTo("FEntity[1].FAmount");
    assertThat(model.canGoInto()).isFalse();
  }

  @Test
  void running_on_stops_at_fields_with_a_breakpoint_item_by_item() {
    begin(FieldRef.parse("bill.FBillNo"));
    assertThat(model.run()).isFalse();
    model.tracing().toggleStop(QUANTITY);
    model.tracing().toggleStop(TOTAL);
    List<String> stops = new ArrayList<>();
    while (model.run()) {
      stops.add(model.titleProperty().get());
    }
    assertThat(stops).containsExactly("FEntity[1].FQty", "FEntity[2].FQty", "FTotal");
    model.toggleStop();
    assertThat(model.tracing().stops()).containsExactly(QUANTITY);
  }

  @Test
  void watched_fields_follow_the_item_and_the_sample() {
    session.setSample(sample(3, 5));
    session.select(Selection.target(AMOUNT));
    model.setShown(true);
    model.toggleWatch();
    model.tracing().toggleWatch(QUANTITY);
    model.item(1);
    assertThat(model.watched().rows())
        .extracting(Watched.Row::name, Watched.Row::value)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("FEntity[2].FAmount", "5.65"),
            org.assertj.core.groups.Tuple.tuple("FEntity[2].FQty", "5"));
    session.setSample(sample(7, 9));
    assertThat(model.watched().rows()).extracting(Watched.Row::value).containsExactly("10.17", "9");
    model.watched().remove(model.watched().rows().getFirst());
    assertThat(model.tracing().watches()).containsExactly(QUANTITY);
  }

  @Test
  void an_input_is_changed_for_the_preview_only_and_put_back() {
    begin(AMOUNT);
    Sample original = OrderToBill.sample();
    model.item(1);
    TraceInputs.Input quantity = model.inputs().rows().getFirst();
    assertThat(model.inputs().rows())
        .extracting(TraceInputs.Input::name)
        .containsExactly("order.lines[2].qty", "order.lines[2].price", "order.lines[2].taxRate");
    assertThat(model.inputs().change(quantity, "many"))
        .isEqualTo("“many” is no number: the value of the sample is one.");
    assertThat(model.inputs().change(quantity, "2")).isNull();
    assertThat(said()).contains("Multiply|2 × 1480.00 × 1.13|3344.8000");
    Obj bill = (Obj) session.preview().outcome().outputs().get("bill").getFirst();
    assertThat(bill.get("FTotal")).isEqualTo(Num.ofText("23413.60"));
    TraceInputs.Input changed = model.inputs().rows().getFirst();
    assertThat(changed.changed()).isTrue();
    assertThat(changed.before()).isEqualTo("12");
    assertThat(model.tracing().changes().countProperty().get()).isEqualTo(1);
    model.inputs().reset(changed);
    assertThat(model.inputs().rows().getFirst().changed()).isFalse();
    assertThat(session.sample()).isEqualTo(original);
    assertThat(said()).contains("Multiply|12 × 1480.00 × 1.13|20068.8000");
  }

  @Test
  void an_item_that_a_changed_input_leaves_out_is_no_longer_there() {
    begin(AMOUNT);
    model.inputs().change(model.inputs().rows().getFirst(), "0");
    assertThat(said().getFirst())
        .isEqualTo("Loop item|FEntity[] ← order.lines[2] as line|1 of 2 items, this is 1");
    model.inputs().resetAll();
    assertThat(said().getFirst()).contains("order.lines[1]");
    model.inputs().change(model.inputs().rows().getFirst(), "7");
    session.setSample(OrderToBill.sample());
    assertThat(model.tracing().changes().countProperty().get()).isZero();
  }

  @Test
  void an_edit_of_the_rule_shows_its_new_steps() {
    begin(TOTAL);
    Rule total = session.index().filling(TOTAL).getFirst().rule();
    session.apply(new Edit.ChangeRule(total, "1 + 1"));
    assertThat(said()).containsExactly("Add|1 + 1|2", "Write|FTotal decimal|2");
  }

  @Test
  void a_step_of_a_formula_tells_where_it_is_drawn() {
    begin(AMOUNT);
    List<NodePath> places = new ArrayList<>();
    model.setOnStep((rule, at) -> places.add(at));
    for (int i = 0; i < 5; i++) {
      model.step();
    }
    assertThat(places).containsExactly(NodePath.parse("0.2"), NodePath.parse("0"), NodePath.ROOT);
    assertThat(model.lines().get(4).step()).isInstanceOf(TraceStep.Compute.class);
  }

  @Test
  void where_there_are_no_steps_a_sentence_says_why() {
    model.setShown(true);
    assertThat(model.messageProperty().get()).startsWith("Select a target field");
    session.select(Selection.target(AMOUNT));
    assertThat(model.messageProperty().get()).isEqualTo("Pick a sample to see the steps.");
    session.select(Selection.target(FieldRef.parse("bill.FNote")));
    assertThat(model.messageProperty().get()).startsWith("No rule fills FNote.");
    session.setSample(sample(0, 0));
    session.select(Selection.target(AMOUNT));
    assertThat(model.messageProperty().get()).startsWith("Nothing was computed for FEntity");
    session.setSample(OrderToBill.sample());
    assertThat(model.messageProperty().get()).isEmpty();
    model.show(new TracedField(AMOUNT, "FEntity[2].FAmount"));
    assertThat(model.titleProperty().get()).isEqualTo("FEntity[2].FAmount");
    model.setShown(false);
    assertThat(session.preview().course()).isEmpty();
  }

  private static Sample sample(int... quantities) {
    List<Object> lines = new ArrayList<>();
    for (int quantity : quantities) {
      lines.add(
          new Obj()
              .put("no", Num.of(lines.size() + 1L))
              .put("qty", Num.of(quantity))
              .put("price", Num.of(1))
              .put("taxRate", Num.ofText("0.13")));
    }
    return new Sample("s", Map.of("order", List.of(new Obj().put("lines", lines))));
  }
}
