package fieldloom.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.ui.OrderToBill;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkEditTest {
  private static Mapping link(Mapping mapping, String from, String to) {
    return new Edit.Link(FieldRef.parse(from), FieldRef.parse(to)).applyTo(mapping);
  }

  /**
   * Rules in short: {@code FEntity[] <each order.lines[] as line>}, {@code FNote <order.remark>}.
   */
  static List<String> rules(Mapping mapping) {
    return mapping.rules().stream().map(LinkEditTest::shortly).toList();
  }

  private static String shortly(Rule rule) {
    String text =
        rule.each() != null && rule.expression() == null
            ? "each " + rule.each().over() + " as " + rule.each().as()
            : rule.expression();
    return rule.to() + " <" + text + ">" + (rule.in() == null ? "" : " in " + rule.in());
  }

  @Test
  void a_link_between_single_fields_is_one_rule() {
    Mapping linked = link(OrderToBill.empty(), "order.customer.code", "bill.FCustId.FNumber");
    assertThat(linked.rules()).containsExactly(Rule.link("FCustId.FNumber", "order.customer.code"));
  }

  @Test
  void a_link_across_arrays_makes_the_loop_and_reads_through_its_alias() {
    Mapping linked =
        link(OrderToBill.empty(), "order.lines[].sku", "bill.FEntity[].FMaterialId.FNumber");
    assertThat(rules(linked))
        .containsExactly(
            "FEntity[] <each order.lines[] as line>", "FEntity[].FMaterialId.FNumber <line.sku>");
  }

  @Test
  void a_second_link_uses_the_loop_that_is_there() {
    Mapping once = link(OrderToBill.empty(), "order.lines[].sku", "bill.FEntity[].FSeq");
    Mapping twice = link(once, "order.lines[].qty", "bill.FEntity[].FQty");
    assertThat(rules(twice))
        .containsExactly(
            "FEntity[] <each order.lines[] as line>",
            "FEntity[].FSeq <line.sku>",
            "FEntity[].FQty <line.qty>");
  }

  @Test
  void a_head_field_goes_into_every_item_without_a_loop_of_its_own() {
    Mapping once = link(OrderToBill.empty(), "order.lines[].sku", "bill.FEntity[].FSeq");
    Mapping twice = link(once, "order.currency", "bill.FEntity[].FMaterialName");
    assertThat(rules(twice)).endsWith("FEntity[].FMaterialName <order.currency>");
  }

  @ParameterizedTest
  @CsvSource({
    // nested arrays pair up from outside
    "order.groups[].lines[].sku, bill.heads[].items[].code,"
        + " heads[] <each order.groups[] as group>; heads[].items[] <each group.lines[] as line>;"
        + " heads[].items[].code <line.sku>",
    // more source arrays than target arrays: the last loop goes over the flattened list
    "order.groups[].lines[].sku, bill.items[].code,"
        + " items[] <each order.groups[].lines[] as line>; items[].code <line.sku>",
    // a list of scalars is copied as it is
    "order.tags[], bill.labels[], labels[] <order.tags[]>",
    // one item's value of a list of scalars is the alias itself
    "order.tags[], bill.items[].label,"
        + " items[] <each order.tags[] as tag>; items[].label <tag>",
    // a column of a list of objects fills a list of scalars
    "order.lines[].sku, bill.labels[], labels[] <order.lines[].sku>",
    // a list into a single field stays a list; the compiler says what is wrong with it
    "order.lines[].sku, bill.FNote, FNote <order.lines[].sku>",
  })
  void arrays_on_both_sides_find_each_other(String from, String to, String expected) {
    assertThat(String.join("; ", rules(link(OrderToBill.empty(), from, to)))).isEqualTo(expected);
  }

  @Test
  void inner_loops_start_from_the_outer_ones_alias() {
    Mapping outer =
        new Edit.MakeLoop(FieldRef.parse("order.groups[]"), FieldRef.parse("bill.heads[]"))
            .applyTo(OrderToBill.empty());
    Mapping linked = link(outer, "order.groups[].lines[].sku", "bill.heads[].items[].code");
    assertThat(rules(linked))
        .containsExactly(
            "heads[] <each order.groups[] as group>",
            "heads[].items[] <each group.lines[] as line>",
            "heads[].items[].code <line.sku>");
  }

  @ParameterizedTest
  @CsvSource({
    "order.lines[], line", "order.entries[], entry", "order.boxes[], box",
        "order.address[], address",
    "order.明细[], 明细", "order.`line items`[], item", "order.Items[], item", "order.bus[], bu",
    "order.nots[], not2", "order.orders[], order2", "order.params[], param2"
  })
  void an_alias_is_one_of_the_lists_name_and_hides_nothing(String list, String alias) {
    Mapping made =
        new Edit.MakeLoop(FieldRef.parse(list), FieldRef.parse("bill.x[]"))
            .applyTo(OrderToBill.empty());
    assertThat(made.rules().getFirst().each().as()).isEqualTo(alias);
  }

  @Test
  void linking_over_a_rule_keeps_its_condition_and_default() {
    Rule old = Rule.formula("FNote", "\"x\"").withWhen("order.status == \"new\"");
    Mapping linked =
        link(OrderToBill.empty().withRules(List.of(old)), "order.remark", "bill.FNote");
    assertThat(linked.rules()).containsExactly(old.withFormula(null).withFrom("order.remark"));
  }

  @ParameterizedTest
  @CsvSource({
    "order.remark, JOIN_TEXT, order.remark & \" \" & order.status",
    "order.remark, FIRST_NON_EMPTY, 'COALESCE(order.remark, order.status)'",
    "'COALESCE(order.remark, order.currency)', FIRST_NON_EMPTY,"
        + " 'COALESCE(order.remark, order.currency, order.status)'",
    "'COALESCE(a, b) & COALESCE(c)', FIRST_NON_EMPTY,"
        + " 'COALESCE(COALESCE(a, b) & COALESCE(c), order.status)'",
    "order.a & order.b, JOIN_TEXT, order.a & order.b & \" \" & order.status",
    "order.a + order.b, JOIN_TEXT, (order.a + order.b) & \" \" & order.status",
  })
  void a_second_source_is_joined_or_stands_in(
      String before, Edit.Combine.How how, String expected) {
    Mapping mapping =
        new Edit.SetFormula(FieldRef.parse("bill.FNote"), before).applyTo(OrderToBill.empty());
    Mapping combined =
        new Edit.Combine(FieldRef.parse("order.status"), FieldRef.parse("bill.FNote"), how)
            .applyTo(mapping);
    assertThat(combined.rules()).containsExactly(Rule.formula("FNote", expected));
  }

  @Test
  void with_two_loops_on_an_array_a_link_goes_to_the_one_over_its_list() {
    Mapping mapping =
        new Edit.MakeLoop(FieldRef.parse("order.fees[]"), FieldRef.parse("bill.FEntity[]"))
            .applyTo(
                new Edit.MakeLoop(FieldRef.parse("order.lines[]"), FieldRef.parse("bill.FEntity[]"))
                    .applyTo(OrderToBill.empty()));
    Mapping one = link(mapping, "order.lines[].sku", "bill.FEntity[].FSeq");
    Mapping both = link(one, "order.fees[].code", "bill.FEntity[].FSeq");
    assertThat(rules(both))
        .containsExactly(
            "FEntity[] <each order.lines[] as line>",
            "FEntity[] <each order.fees[] as fee>",
            "FEntity[].FSeq <line.sku>",
            "FEntity[].FSeq <fee.code>");
  }

  @Test
  void a_rule_of_a_further_target_names_it() {
    Mapping two =
        new Edit.PutDocument(
                Side.TARGET,
                new fieldloom.model.Document(
                    "rejects", "json", new fieldloom.model.SchemaRef.None()))
            .applyTo(OrderToBill.empty());
    Mapping linked = link(two, "order.orderNo", "rejects.no");
    assertThat(linked.rules().getFirst().target()).isEqualTo("rejects");
    assertThat(linked.singleTarget()).isFalse();
  }

  @Test
  void many_new_rules_stand_as_they_would_one_by_one() {
    List<Rule> added =
        Stream.of("z", "a.b.c", "l[].x", "a.q", "a.b.d", "m.n", "l[].y.z", "a.b.c", "y")
            .map(to -> Rule.link(to, "order.orderNo"))
            .toList();
    Mapping before =
        OrderToBill.empty()
            .withRules(
                Stream.of("a.b.a", "l[].w", "k", "a.c", "l[].y.a", "e")
                    .map(to -> Rule.link(to, "order.remark"))
                    .toList());
    Mapping each = before;
    for (Rule rule : added) {
      each = RuleEdits.put(each, null, rule);
    }
    Mapping all = RulePlaces.put(before, added);
    assertThat(all.rules()).isEqualTo(each.rules());
    assertThat(all.rules())
        .extracting(Rule::to)
        .containsExactly(
            "a.b.a", "a.b.c", "a.b.d", "a.b.c", "l[].w", "k", "a.c", "a.q", "l[].y.a", "l[].y.z",
            "l[].x", "e", "z", "m.n", "y");
  }

  @Test
  void a_new_rule_stands_with_its_kin() {
    Mapping whole = OrderToBill.mapping();
    Mapping linked = link(whole, "order.lines[].unit", "bill.FEntity[].FUnitID.FNumber");
    int at = rules(linked).indexOf("FEntity[].FUnitID.FNumber <line.unit>");
    assertThat(rules(linked).get(at - 1)).startsWith("FEntity[].FAmount");
  }
}
