package fieldloom.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.drawing.NodePath;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.canvas.Frame.NodeBox;
import fieldloom.ui.canvas.Frame.State;
import fieldloom.ui.schematree.SchemaTreeViewModel;
import fieldloom.ui.session.Autosaver;
import fieldloom.ui.session.DrawingEdit;
import fieldloom.ui.session.Edit;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.NodeLook;
import fieldloom.ui.session.Previewer;
import fieldloom.ui.session.RuleLook;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.SessionThreads;
import fieldloom.ui.session.Side;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is drawn of rules that are unfolded into their nodes, computed without a toolkit. */
class UnfoldedFrameTest {
  private static final double WIDTH = 616;
  private static final double TOP = 76;
  private static final FieldRef AMOUNT = FieldRef.parse("bill.FEntity[].FAmount");

  private EditorSession session = OrderToBill.session();
  private CanvasViewModel canvas = canvas();

  private CanvasViewModel canvas() {
    SchemaTreeViewModel source = new SchemaTreeViewModel(session, Side.SOURCE);
    SchemaTreeViewModel target = new SchemaTreeViewModel(session, Side.TARGET);
    source.viewportHeightProperty().set(1000);
    target.viewportHeightProperty().set(1000);
    return new CanvasViewModel(session, source, target);
  }

  private Rule amount() {
    return session.index().filling(AMOUNT).getLast().rule();
  }

  private Frame frame() {
    return canvas.frame(WIDTH, TOP, 1000);
  }

  private List<NodeBox> boxes() {
    return frame().nodes().stream().filter(b -> b.rule().equals(amount())).toList();
  }

  private NodeBox box(String at) {
    return boxes().stream()
        .filter(b -> b.path().equals(NodePath.parse(at)) && b.at() != null)
        .findFirst()
        .orElseThrow();
  }

  private void unfold() {
    canvas.nodes().open(amount(), true);
  }

  @Test
  void each_step_shows_what_it_gave_and_a_step_that_fails_says_so() {
    session =
        new EditorSession(
            OrderToBill.mapping(),
            OrderToBill.schemas(),
            Autosaver.none(),
            Previewer.engine(),
            SessionThreads.direct());
    session.setSample(OrderToBill.sample());
    canvas = canvas();
    unfold();
    assertThat(box("0").value()).isEqualTo("20068.8000");
    assertThat(box("0").inputs())
        .extracting(i -> i.label() + " " + i.value())
        .containsExactly("qty 12", "price 1480.00", "+ 1.13");
    assertThat(box("0.2").value()).isEqualTo("1.13");
    assertThat(box("").inputs().getFirst().value()).isEqualTo("20068.8000");

    session.apply(new Edit.ChangeRule(amount(), "ROUND(line.qty + NUMBER(line.sku), 2)"));
    assertThat(box("0").value()).isEqualTo("fails");
    assertThat(box("0.1").value()).isEqualTo("fails");
  }

  @Test
  void a_node_for_each_step_with_its_links() {
    unfold();
    assertThat(boxes()).extracting(NodeBox::function).containsExactly("ROUND", "×", "+");
    assertThat(box("0").inputs())
        .extracting(i -> i.label() + " " + i.value())
        .containsExactly("qty 12", "price 1480.00", "+ ");
    assertThat(box("").inputs())
        .extracting(i -> i.label() + " " + i.value())
        .containsExactly("number ", "digits 2");
    assertThat(box("").value()).isEqualTo("20068.80");
    // Three fields, two steps and the result.
    assertThat(frame().curves())
        .filteredOn(c -> c.rules().contains(amount()))
        .hasSize(6)
        .allMatch(c -> c.joint() != null && c.joint().at() != null);
  }

  @Test
  void links_run_from_box_to_port_and_from_row_to_port() {
    unfold();
    NodeBox round = box("");
    NodeBox times = box("0");
    Frame.Curve inner = curve("0");
    assertThat(inner.line().x1()).isEqualTo(times.x() + times.width());
    assertThat(inner.line().y1()).isEqualTo(times.y() + 11);
    assertThat(inner.line().x2()).isEqualTo(round.x());
    assertThat(inner.line().y2()).isEqualTo(round.rowY(0));
    Frame.Curve price = curve("0.1");
    assertThat(price.line().x1()).isZero();
    assertThat(price.line().y2()).isEqualTo(times.rowY(1));
  }

  private Frame.Curve curve(String at) {
    Frame.Joint joint = Frame.Joint.of(amount(), NodePath.parse(at));
    return frame().curves().stream().filter(c -> joint.equals(c.joint())).findFirst().orElseThrow();
  }

  @ParameterizedTest(name = "{0} px")
  @ValueSource(doubles = {1200, 616, 420, 300, 200})
  void boxes_never_lie_on_one_another_however_little_room_there_is(double width) {
    String deep =
        "IF(line.qty > 100 AND line.price * 2 < 50, ROUND(line.qty * (line.price - 1) / (1 +"
            + " line.taxRate), 2), CLAMP(ABS(line.qty) + LENGTH(UPPER(TRIM(line.name))), 0,"
            + " MAX_OF(line.price, line.no, line.qty)))";
    session.apply(new Edit.ChangeRule(amount(), deep));
    unfold();
    Rule tax =
        session.index().filling(FieldRef.parse("bill.FEntity[].FEntryTaxRate")).get(0).rule();
    canvas.nodes().open(tax, true);
    List<NodeBox> all = canvas.frame(width, TOP, 5000).nodes();
    assertThat(all).hasSizeGreaterThan(14);
    for (NodeBox a : all) {
      assertThat(a.x()).isGreaterThanOrEqualTo(0);
      assertThat(a.x() + a.width()).isLessThanOrEqualTo(width);
      for (NodeBox b : all) {
        boolean apart =
            a == b
                || a.x() + a.width() <= b.x()
                || b.x() + b.width() <= a.x()
                || a.y() + a.height() <= b.y()
                || b.y() + b.height() <= a.y();
        assertThat(apart).as(a.spoken() + " on " + b.spoken()).isTrue();
      }
    }
  }

  @Test
  void of_a_selected_rule_one_node_is_selected() {
    unfold();
    assertThat(box("").state()).isEqualTo(State.SELECTED);
    assertThat(box("0").state()).isEqualTo(State.NORMAL);
    canvas.nodes().select(amount(), NodePath.parse("0"));
    assertThat(box("").state()).isEqualTo(State.NORMAL);
    assertThat(box("0").state()).isEqualTo(State.SELECTED);
    canvas.nodes().walk(NodesModel.Way.TO_INPUT);
    assertThat(box("0").inputs().getFirst().selected()).isTrue();
    canvas.nodes().walk(NodesModel.Way.AFTER);
    assertThat(box("0").inputs().get(1).selected()).isTrue();
    session.select(Selection.NONE);
    assertThat(canvas.nodes().picked()).isNull();
  }

  @Test
  void a_box_that_was_put_somewhere_stays_there_folded_and_unfolded() {
    unfold();
    NodeBox before = box("");
    canvas.nodes().dress().put(before, -41, -20, NodeDress.Room.ENDLESS);
    NodeBox after = box("");
    assertThat(after.place().x() % 8).isZero();
    assertThat(after.place().y() % 8).isZero();
    assertThat(after.x() - before.x()).isBetween(-46.0, -36.0);
    assertThat(session.undoLabelProperty().get()).startsWith("Move ROUND");
    canvas.nodes().open(amount(), false);
    NodeBox folded = boxes().getFirst();
    assertThat(folded.place()).isEqualTo(after.place());
    session.undo();
    session.undo();
    assertThat(box("").place()).isEqualTo(before.place());
  }

  @Test
  void a_box_that_was_put_somewhere_can_be_put_back() {
    unfold();
    NodeBox before = box("");
    NodeBox step = box("0");
    canvas.nodes().dress().put(before, 0, 40, NodeDress.Room.ENDLESS);
    canvas.nodes().dress().put(box("0"), 16, 8, NodeDress.Room.ENDLESS);
    assertThat(canvas.nodes().dress().isMoved()).isTrue();
    canvas.nodes().dress().putBack();
    canvas.nodes().select(amount(), NodePath.ROOT);
    canvas.nodes().dress().putBack();
    assertThat(canvas.nodes().dress().isMoved()).isFalse();
    assertThat(box("").y()).isEqualTo(before.y());
    assertThat(box("0").x()).isEqualTo(step.x());
  }

  @Test
  void what_reads_no_source_is_unfolded_too() {
    Rule total = session.index().filling(FieldRef.parse("bill.FTotal")).getFirst().rule();
    assertThat(frame().nodes()).noneMatch(b -> b.rule().equals(total));
    canvas.nodes().open(total, true);
    NodeBox box =
        frame().nodes().stream().filter(b -> b.rule().equals(total)).findFirst().orElseThrow();
    assertThat(box.function()).isEqualTo("SUM");
    assertThat(box.value()).isEqualTo("21268.86");
    assertThat(frame().curves()).filteredOn(c -> c.rules().contains(total)).hasSize(1);
  }

  @Test
  void a_step_moves_by_itself_on_the_grid() {
    unfold();
    NodeBox before = box("0");
    NodeBox root = box("");
    canvas.nodes().dress().put(before, 13, 30, NodeDress.Room.ENDLESS);
    assertThat(box("0").x() - before.x()).isEqualTo(16);
    assertThat(box("0").y() - before.y()).isEqualTo(32);
    assertThat(box("").x()).isEqualTo(root.x());
    canvas.nodes().dress().move(NodeDress.snapped(box("0"), 5, 5, NodeDress.Room.ENDLESS));
    assertThat(box("0").x() - before.x()).isEqualTo(24);
    canvas.nodes().dress().move(null);
    assertThat(box("0").x() - before.x()).isEqualTo(16);
  }

  @Test
  void boxes_keep_off_what_was_put_by_hand() {
    Rule name = session.index().filling(FieldRef.parse("bill.FSalerName")).getFirst().rule();
    NodeBox amount = boxes().getFirst();
    NodeBox named =
        frame().nodes().stream().filter(b -> b.rule().equals(name)).findFirst().orElseThrow();
    session.apply(
        new DrawingEdit.Place(
            name,
            new RuleLook.Place(
                (int) (amount.x() + amount.width() / 2 - WIDTH / 2),
                (int) (named.place().y() + amount.y() - named.y()))));
    NodeBox there = boxes().getFirst();
    assertThat(there.y()).isNotEqualTo(amount.y());
  }

  @Test
  void a_name_a_comment_and_a_colour_show_and_are_spoken() {
    unfold();
    canvas.nodes().select(amount(), NodePath.parse("0"));
    canvas.nodes().dress().type(NodeDress.Part.NAME);
    assertThat(canvas.nodes().dress().typed("Gross")).isNull();
    canvas.nodes().dress().nextColour();
    canvas.nodes().dress().type(NodeDress.Part.COMMENT);
    canvas.nodes().dress().typed("with tax");
    NodeBox box = box("0");
    assertThat(box.function()).isEqualTo("Gross");
    assertThat(box.text()).isEqualTo("×");
    assertThat(box.look().hue()).isEqualTo(NodeLook.Hue.BLUE);
    assertThat(box.spoken())
        .isEqualTo("Gross, × in FAmount: qty 12, price 1480.00, +, blue, with tax");
  }

  @Test
  void conditions_variables_and_constants_stand_at_ports() {
    Mapping mapping = OrderToBill.mapping();
    Rule note =
        Rule.formula("FNote", "CONCAT(\"re: \", order.remark, param.by)")
            .withWhen("order.status == \"new\"");
    session = OrderToBill.session(mapping.withRules(List.of(note)));
    canvas = canvas();
    canvas.nodes().open(note, true);
    NodeBox box = frame().nodes().getFirst();
    assertThat(box.inputs())
        .extracting(i -> i.label() + " " + i.value())
        .containsExactly("text \"re: \"", "text 装车前电话确认", "text by", "when status confirmed");
    assertThat(frame().curves()).hasSize(3);
  }

  @ParameterizedTest(name = "{0} typed over {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "yyyy     | \"x\"  | \"yyyy\"",
        "7        | \"x\"  | \"7\"",
        "7        | 2      | 7",
        "seven    | 2      | \"seven\"",
        "= 1+ 2   | 2      | 1 + 2",
        "true     | FALSE  | TRUE"
      })
  void what_is_typed_at_a_port_is_a_text_a_number_or_a_formula(
      String typed, String before, String wanted) {
    session.apply(new Edit.ChangeRule(amount(), "F(line.qty, " + before + ")"));
    unfold();
    canvas.nodes().select(amount(), NodePath.parse("1"));
    canvas.nodes().dress().type(NodeDress.Part.VALUE);
    assertThat(canvas.nodes().dress().typed(typed)).isNull();
    assertThat(amount().formula()).isEqualTo("F(line.qty, " + wanted + ")");
  }

  @Test
  void a_formula_that_cannot_be_read_is_said_and_not_taken() {
    unfold();
    canvas.nodes().select(amount(), NodePath.parse("1"));
    canvas.nodes().dress().type(NodeDress.Part.VALUE);
    assertThat(canvas.nodes().dress().typed("=2 +")).contains("1:4");
    assertThat(canvas.nodes().dress().typingProperty().get()).isNotNull();
    assertThat(amount().formula()).endsWith(", 2)");
  }

  @Test
  void a_function_goes_on_the_field_of_a_folded_nodes_link() {
    Frame.Curve price =
        frame().curves().stream()
            .filter(c -> c.rules().contains(amount()) && c.joint().field() != null)
            .filter(c -> c.joint().field().name().equals("price"))
            .findFirst()
            .orElseThrow();
    canvas.nodes().insertOn(price.joint());
    canvas.nodes().insert("ABS");
    assertThat(amount().formula())
        .isEqualTo("ROUND(line.qty * ABS(line.price) * (1 + line.taxRate), 2)");
    assertThat(canvas.nodes().isOpen(amount())).isFalse();
  }

  @Test
  void what_needs_more_than_the_value_is_unfolded_and_typed_next() {
    Rule no = session.index().filling(FieldRef.parse("bill.FBillNo")).getFirst().rule();
    canvas.nodes().insertOn(Frame.Joint.of(no, NodePath.ROOT));
    canvas.nodes().insert("LEFT");
    assertThat(canvas.nodes().dress().typingProperty().get().text()).isEqualTo("5");
    canvas.nodes().dress().typed("8");
    Rule now = session.index().filling(FieldRef.parse("bill.FBillNo")).getFirst().rule();
    assertThat(now.formula()).isEqualTo("LEFT(order.orderNo, 8)");
    session.undo();
    session.undo();
    assertThat(session.mapping()).isEqualTo(OrderToBill.mapping());
  }

  @Test
  void deleting_keeps_links_unless_it_is_to_take_them() {
    unfold();
    canvas.nodes().select(amount(), NodePath.ROOT);
    canvas.nodes().delete(false);
    assertThat(amount().formula()).isEqualTo("line.qty * line.price * (1 + line.taxRate)");
    canvas.nodes().select(amount(), NodePath.parse("2"));
    canvas.nodes().delete(true);
    assertThat(amount().formula()).isEqualTo("line.qty * line.price");
    canvas.nodes().open(amount(), false);
    canvas.nodes().delete(false);
    assertThat(amount().from()).isEqualTo("line.qty");
    canvas.nodes().delete(false);
    assertThat(session.index().filling(AMOUNT)).isEmpty();
  }

  @Test
  void functions_are_found_by_name_by_other_names_and_in_both_languages() {
    FunctionChoices choices = canvas.nodes().choices();
    assertThat(choices.find("round").getFirst().what()).isEqualTo("ROUND");
    assertThat(choices.find("vlookup").getFirst().what()).isEqualTo("LOOKUP");
    assertThat(choices.find("大写")).extracting(FunctionChoices.Choice::what).contains("UPPER");
    assertThat(choices.find("multiply")).extracting(FunctionChoices.Choice::what).contains("*");
    assertThat(choices.find("").size()).isGreaterThan(150);
    assertThat(choices.find("no such thing")).isEmpty();
  }
}
