package fieldloom.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Mapping;
import fieldloom.model.SchemaTree;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.Sketch;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkPlannerTest {
  private static LinkPlan plan(Mapping mapping, String from, String to) {
    return new LinkPlanner(mapping, OrderToBill.schemas())
        .plan(FieldRef.parse(from), FieldRef.parse(to));
  }

  private static Mapping applied(Mapping mapping, String from, String to) {
    return ((LinkPlan.Apply) plan(mapping, from, to)).edit().applyTo(mapping);
  }

  @Test
  void a_field_on_a_free_field_is_linked_at_once() {
    assertThat(plan(OrderToBill.empty(), "order.remark", "bill.FNote"))
        .isInstanceOf(LinkPlan.Apply.class);
  }

  @Test
  void an_array_on_an_array_makes_a_loop() {
    assertThat(LinkEditTest.rules(applied(OrderToBill.empty(), "order.lines[]", "bill.FEntity[]")))
        .containsExactly("FEntity[] <each order.lines[] as line>");
  }

  @Test
  void a_second_array_on_an_array_asks_whether_to_append_or_replace() {
    Mapping looped = applied(OrderToBill.empty(), "order.lines[]", "bill.FEntity[]");
    LinkPlanner planner =
        new LinkPlanner(
            looped,
            Map.of(
                "order",
                Sketch.of(
                    """
                    order: object
                      lines[]: object
                        no: integer
                      fees[]: object
                        no: integer
                    """),
                "bill",
                OrderToBill.BILL));
    LinkPlan asked = planner.plan(FieldRef.parse("order.fees[]"), FieldRef.parse("bill.FEntity[]"));
    assertThat(asked)
        .asInstanceOf(InstanceOfAssertFactories.type(LinkPlan.Ask.class))
        .extracting(a -> a.choice().options().stream().map(EditChoice.Option::label).toList())
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .containsExactly("Append", "Replace");
  }

  @Test
  void a_second_source_on_a_field_asks_and_shows_what_comes_of_each_answer() {
    Mapping linked = applied(OrderToBill.empty(), "order.remark", "bill.FNote");
    EditChoice choice = ((LinkPlan.Ask) plan(linked, "order.status", "bill.FNote")).choice();
    assertThat(choice.options())
        .extracting(EditChoice.Option::label, EditChoice.Option::detail)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Join text", "order.remark & \" \" & order.status"),
            org.assertj.core.groups.Tuple.tuple(
                "First non-empty", "COALESCE(order.remark, order.status)"),
            org.assertj.core.groups.Tuple.tuple("Replace", "order.status"));
  }

  @ParameterizedTest
  @CsvSource({
    "order.remark, bill.FReceive, FReceive is a group; drop on one of its fields.",
    "order.remark, bill, bill is a group; drop on one of its fields.",
    "order.owner, bill.FReceive, No fields of owner and FReceive match.",
    "order.remark, bill.FNote, remark is linked to FNote already.",
  })
  void what_cannot_be_is_refused_with_a_sentence(String from, String to, String reason) {
    Mapping linked = applied(OrderToBill.empty(), "order.remark", "bill.FNote");
    assertThat(plan(linked, from, to)).isEqualTo(new LinkPlan.Refuse(reason));
  }

  @Test
  void groups_link_their_fields_by_name_or_title_in_one_step() {
    Mapping linked = applied(OrderToBill.empty(), "order.`ship-to`", "bill.FReceive");
    assertThat(LinkEditTest.rules(linked))
        .containsExactly(
            "FReceive.FName <order.`ship-to`.name>",
            "FReceive.FPhone <order.`ship-to`.phone>",
            "FReceive.FCity <order.`ship-to`.city>",
            "FReceive.FAddress <order.`ship-to`.street>");
  }

  @Test
  void a_loop_that_is_there_takes_the_matching_fields_on_a_second_drop() {
    Mapping looped = applied(OrderToBill.empty(), "order.lines[]", "bill.FEntity[]");
    SchemaTree lines =
        Sketch.of("order: object\n  lines[]: object\n    price: decimal\n    no: integer");
    SchemaTree items =
        Sketch.of("bill: object\n  FEntity[]: object\n    Price: decimal\n    other: string");
    Mapping linked =
        ((LinkPlan.Apply)
                new LinkPlanner(looped, Map.of("order", lines, "bill", items))
                    .plan(FieldRef.parse("order.lines[]"), FieldRef.parse("bill.FEntity[]")))
            .edit()
            .applyTo(looped);
    assertThat(LinkEditTest.rules(linked)).contains("FEntity[].Price <line.price>");
  }
}
