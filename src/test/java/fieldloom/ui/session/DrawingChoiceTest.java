package fieldloom.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.ui.OrderToBill;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is asked when something is drawn that can mean several things, and what is copied. */
class DrawingChoiceTest {
  private static final FieldRef LINES = FieldRef.parse("order.lines[]");

  private static EditChoice ask(Mapping mapping, String from, String to) {
    LinkPlan plan =
        new LinkPlanner(mapping, OrderToBill.schemas())
            .plan(FieldRef.parse(from), FieldRef.parse(to));
    assertThat(plan).isInstanceOf(LinkPlan.Ask.class);
    return ((LinkPlan.Ask) plan).choice();
  }

  private static List<Rule> chosen(Mapping mapping, EditChoice choice, int option) {
    return choice.options().get(option).edit().applyTo(mapping).rules();
  }

  @Test
  void a_list_on_a_single_field_asks_which_value() {
    Mapping mapping = OrderToBill.empty();
    EditChoice text = ask(mapping, "order.lines[].sku", "bill.FNote");
    assertThat(text.options())
        .extracting(EditChoice.Option::detail)
        .containsExactly(
            "FIRST(order.lines[].sku)",
            "LAST(order.lines[].sku)",
            "JOIN(\", \", order.lines[].sku)",
            "COUNT(order.lines[].sku)");
    assertThat(chosen(mapping, text, 2))
        .containsExactly(Rule.formula("FNote", "JOIN(\", \", order.lines[].sku)"));
    EditChoice number = ask(mapping, "order.lines[].qty", "bill.FTotal");
    assertThat(chosen(mapping, number, 2))
        .containsExactly(Rule.formula("FTotal", "SUM(order.lines[].qty)"));
    Mapping filled = mapping.withRules(List.of(Rule.link("FNote", "order.remark")));
    EditChoice replacing = ask(filled, "order.lines[].sku", "bill.FNote");
    assertThat(replacing.question()).isNotEqualTo(text.question()).contains("filled");
    assertThat(chosen(filled, replacing, 0))
        .containsExactly(Rule.formula("FNote", "FIRST(order.lines[].sku)"));
  }

  @Test
  void within_its_loop_a_field_of_the_list_is_one_value() {
    LinkPlan plan =
        new LinkPlanner(OrderToBill.mapping(), OrderToBill.schemas())
            .plan(
                FieldRef.parse("order.lines[].unit"),
                FieldRef.parse("bill.FEntity[].FUnitID.FNumber"));
    assertThat(plan).isInstanceOf(LinkPlan.Apply.class);
  }

  @Test
  void a_list_on_a_target_makes_its_records() {
    Mapping mapping = OrderToBill.empty();
    LinkPlan plan =
        new LinkPlanner(mapping, OrderToBill.schemas()).plan(LINES, FieldRef.root("bill"));
    Mapping made = ((LinkPlan.Apply) plan).edit().applyTo(mapping);
    assertThat(made.rules().getFirst().to()).isEqualTo(Rule.RECORDS);
    assertThat(made.rules().getFirst().each().over()).isEqualTo("order.lines[]");
    Edit.Link link =
        new Edit.Link(FieldRef.parse("order.lines[].sku"), FieldRef.parse("bill.FBillNo"));
    assertThat(link.applyTo(made).rules()).contains(Rule.link("FBillNo", "line.sku"));
  }

  @Test
  void a_copied_rule_reads_the_same_fields_as_the_loops_around_it_name_them() {
    Mapping mapping = OrderToBill.mapping();
    Rule amount =
        mapping.rules().stream()
            .filter(r -> r.to().equals("FEntity[].FEntryTaxRate"))
            .findFirst()
            .orElseThrow();
    Mapping inside =
        new PasteRule(mapping, amount, FieldRef.parse("bill.FEntity[].FPrice")).applyTo(mapping);
    assertThat(inside.rules())
        .contains(Rule.formula("FEntity[].FPrice", "ROUND(line.taxRate * 100, 2)"));
    Mapping outside = new PasteRule(mapping, amount, FieldRef.parse("bill.FNote")).applyTo(mapping);
    assertThat(outside.rules())
        .contains(Rule.formula("FNote", "ROUND(order.lines[].taxRate * 100, 2)"));
    Rule name = Rule.link("FBillNo", "order.orderNo");
    Mapping copied =
        new PasteRule(mapping, name, FieldRef.parse("bill.FEntity[].FMaterialName"))
            .applyTo(mapping);
    assertThat(copied.rules()).contains(Rule.link("FEntity[].FMaterialName", "order.orderNo"));
    assertThat(copied.rules()).hasSameSizeAs(mapping.rules());
  }

  @Test
  void a_copied_rule_is_pasted_on_several_fields_in_one_step_each_by_its_own_loop() {
    Mapping mapping = OrderToBill.mapping();
    Rule rate =
        mapping.rules().stream()
            .filter(r -> r.to().equals("FEntity[].FEntryTaxRate"))
            .findFirst()
            .orElseThrow();
    PasteRule paste =
        new PasteRule(
            mapping,
            rate,
            List.of(
                FieldRef.root("bill"),
                FieldRef.parse("bill.FNote"),
                FieldRef.parse("bill.FEntity[].FPrice"),
                FieldRef.parse("bill.FEntity[].FSeq")));
    assertThat(paste.label()).isEqualTo("Paste the rule of FEntity[].FEntryTaxRate on 4 fields");
    assertThat(paste.applyTo(mapping).rules())
        .contains(
            Rule.formula("FNote", "ROUND(order.lines[].taxRate * 100, 2)"),
            Rule.formula("FEntity[].FPrice", "ROUND(line.taxRate * 100, 2)"),
            Rule.formula("FEntity[].FSeq", "ROUND(line.taxRate * 100, 2)"))
        .noneMatch(rule -> rule.to().equals(Rule.RECORDS));
  }

  @Test
  void a_list_that_a_loop_joins_is_read_through_its_name() {
    Mapping mapping = OrderToBill.mapping();
    Rule loop = mapping.rules().stream().filter(r -> r.each() != null).findFirst().orElseThrow();
    fieldloom.model.Join join =
        new fieldloom.model.Join("order.extras.tags[]", "tag", "tag == line.sku", "left");
    Mapping joined = new Edit.SetLoop(loop, loop.each().withJoin(List.of(join))).applyTo(mapping);
    assertThat(
            Loops.of(joined)
                .written(
                    FieldRef.parse("order.extras.tags[]"),
                    FieldRef.parse("bill.FEntity[].FMaterialName")))
        .hasToString("tag");
  }
}
