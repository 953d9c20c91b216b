package fieldloom.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Each;
import fieldloom.model.Mapping;
import fieldloom.model.Path;
import fieldloom.model.Rule;
import fieldloom.ui.OrderToBill;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopEditTest {
  private static Rule loop(Mapping mapping) {
    return mapping.rules().stream().filter(r -> r.each() != null).findFirst().orElseThrow();
  }

  @Test
  void deleting_the_only_loop_takes_the_rules_of_its_items_along() {
    Mapping mapping = OrderToBill.mapping();
    Mapping without = new Edit.DeleteLoop(loop(mapping), false).applyTo(mapping);
    assertThat(LinkEditTest.rules(without)).noneMatch(r -> r.startsWith("FEntity[]"));
    assertThat(LinkEditTest.rules(without)).contains("FTotal <SUM(bill.FEntity[].FAmount)>");
  }

  @Test
  void deleting_a_loop_can_keep_its_rules_reading_whole_lists() {
    Mapping mapping = OrderToBill.mapping();
    Mapping without = new Edit.DeleteLoop(loop(mapping), true).applyTo(mapping);
    assertThat(LinkEditTest.rules(without))
        .contains(
            "FEntity[].FQty <order.lines[].qty>",
            "FEntity[].FAmount <ROUND(order.lines[].qty * order.lines[].price * (1 +"
                + " order.lines[].taxRate), 2)>")
        .noneMatch(r -> r.contains("each"));
  }

  @Test
  void of_two_loops_the_deleted_one_takes_only_the_rules_that_use_it() {
    Mapping mapping =
        OrderToBill.empty()
            .withRules(
                List.of(
                    Rule.each("FEntity[]", new Each("order.lines[]", "line")),
                    Rule.each("FEntity[]", new Each("order.fees[]", "fee")),
                    Rule.link("FEntity[].FSeq", "line.no"),
                    Rule.link("FEntity[].FSeq", "fee.no"),
                    Rule.formula("FEntity[].FQty", "1")));
    Mapping without = new Edit.DeleteLoop(mapping.rules().getFirst(), false).applyTo(mapping);
    assertThat(LinkEditTest.rules(without))
        .containsExactly(
            "FEntity[] <each order.fees[] as fee>",
            "FEntity[].FSeq <fee.no>",
            "FEntity[].FQty <1>");
  }

  @Test
  void a_loop_inside_the_deleted_one_goes_with_its_rules() {
    Mapping mapping =
        OrderToBill.empty()
            .withRules(
                List.of(
                    Rule.each("a[]", new Each("order.lines[]", "line")),
                    Rule.each("a[]", new Each("order.fees[]", "fee")),
                    Rule.each("a[].b[]", new Each("line.taxes[]", "tax")),
                    Rule.link("a[].b[].rate", "tax.rate"),
                    Rule.link("a[].n", "fee.no")));
    Mapping without = new Edit.DeleteLoop(mapping.rules().getFirst(), false).applyTo(mapping);
    assertThat(LinkEditTest.rules(without))
        .containsExactly("a[] <each order.fees[] as fee>", "a[].n <fee.no>");
  }

  @Test
  void another_alias_is_carried_into_every_text_that_uses_it() {
    Mapping mapping = OrderToBill.mapping();
    Rule loop = loop(mapping);
    Each each = loop.each();
    Each renamed =
        new Each(
            each.over(),
            "row",
            each.join(),
            each.where(),
            each.distinct(),
            each.groupBy(),
            each.group(),
            each.orderBy());
    Mapping changed = new Edit.SetLoop(loop, renamed).applyTo(mapping);
    Each now = loop(changed).each();
    assertThat(now.where()).isEqualTo("row.qty > 0");
    assertThat(now.orderBy().getFirst().by()).isEqualTo("row.no");
    assertThat(LinkEditTest.rules(changed))
        .contains(
            "FEntity[].FQty <row.qty>",
            "FEntity[].FAmount <ROUND(row.qty * row.price * (1 + row.taxRate), 2)>")
        .noneMatch(r -> r.contains("line."));
  }

  @Test
  void a_group_reads_its_items_through_the_alias() {
    Each grouped = new Each("order.lines[]", "g").withGroupBy(Each.GroupBy.of("g.sku"), null);
    Mapping mapping = OrderToBill.empty().withRules(List.of(Rule.each("FEntity[]", grouped)));
    Mapping linked =
        new Edit.Link(FieldRef.parse("order.lines[].qty"), FieldRef.parse("bill.FEntity[].FQty"))
            .applyTo(mapping);
    assertThat(LinkEditTest.rules(linked)).endsWith("FEntity[].FQty <g.items[].qty>");
    Loops loops = Loops.of(linked);
    Rule rule = linked.rules().get(1);
    assertThat(loops.resolve(Path.parse("g.items[].qty"), rule))
        .isEqualTo(FieldRef.parse("order.lines[].qty"));
    assertThat(loops.resolve(Path.parse("g.key"), rule)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "line.sku, FEntity[].FSeq, order.lines[].sku",
    "order.orderNo, FEntity[].FSeq, order.orderNo",
    "bill.FEntity[].FAmount, FTotal, bill.FEntity[].FAmount",
    "line.sku, FTotal,",
    "nobody.x, FTotal,",
  })
  void a_path_means_a_field_by_where_its_rule_stands(String path, String to, String field) {
    Loops loops = Loops.of(OrderToBill.mapping());
    FieldRef expected = field == null ? null : FieldRef.parse(field);
    assertThat(loops.resolve(Path.parse(path), Rule.link(to, path))).isEqualTo(expected);
  }

  @Test
  void a_joined_alias_means_the_joined_lists_field() {
    Each each =
        new Each("order.lines[]", "line")
            .withJoin(
                List.of(new fieldloom.model.Join("order.stock[]", "s", "s.id == line.sku", null)));
    Rule rule = Rule.link("FEntity[].FSeq", "s.free");
    Mapping mapping = OrderToBill.empty().withRules(List.of(Rule.each("FEntity[]", each), rule));
    assertThat(Loops.of(mapping).resolve(Path.parse("s.free"), rule))
        .isEqualTo(FieldRef.parse("order.stock[].free"));
  }
}
