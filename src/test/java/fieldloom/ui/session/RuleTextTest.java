package fieldloom.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Each;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.ui.OrderToBill;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTextTest {
  private static final FieldRef NOTE = FieldRef.parse("bill.FNote");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "order.remark when order.total > 0 | order.remark | order.total > 0",
        "UPPER(order.a) WHEN order.b | UPPER(order.a) | order.b",
        "\"when x\" when TRUE | \"when x\" | TRUE",
        "12 when (order.b) | 12 | (order.b)",
        "order.when | order.when | -",
        "order.a + when | order.a + when | -",
        "IF(order.a, when, 1) | IF(order.a, when, 1) | -",
        "when | when | -",
        "each when | each when | -",
        "each order.lines[] as l where l.q > 0 when order.b | each order.lines[] as l where l.q > 0"
            + " | order.b",
        "order.a when | order.a | ``",
        "UPPER( when | UPPER( when | -"
      })
  void a_text_is_taken_apart_where_a_word_stands_behind_a_value(
      String text, String body, String when) {
    RuleText parts = RuleText.split(text);
    assertThat(parts.body()).isEqualTo(body);
    assertThat(parts.when()).isEqualTo(when);
  }

  @Test
  void a_rule_is_written_with_its_condition_and_read_again() {
    Rule rule = Rule.link("FNote", "order.remark").withWhen("order.total > 0");
    assertThat(RuleText.of(rule)).isEqualTo("order.remark when order.total > 0");
    Rule loop = Rule.each("L[]", new Each("order.lines[]", "l").withWhere("l.qty > 0"));
    assertThat(RuleText.of(loop)).isEqualTo("each order.lines[] as l where l.qty > 0");
  }

  @Test
  void what_is_wrong_is_said_with_its_place_in_the_whole_text() {
    assertThat(RuleText.fault("UPPER(order.a) when order.b", false, null)).isNull();
    TextFault condition = RuleText.fault("order.a when order.b > > 1", false, null);
    assertThat(condition.from()).isEqualTo("order.a when order.b > ".length());
    assertThat(RuleText.fault("order.a when", false, null).sentence()).contains("condition");
    TextFault body = RuleText.fault("order.a + when order.b", false, null);
    assertThat(body).isNotNull();
    TextFault loop = RuleText.fault("each order.lines[] as l where l.qty >", true, null);
    assertThat(loop).isNotNull();
  }

  @Test
  void a_line_sets_value_and_condition_in_one_step_and_takes_both_away() {
    Mapping first = OrderToBill.mapping();
    Mapping set =
        new Edit.SetLine(NOTE, null, "order.remark when order.status = \"x\"").applyTo(first);
    Rule rule = set.rules().getLast();
    assertThat(rule).isEqualTo(Rule.link("FNote", "order.remark").withWhen("order.status = \"x\""));
    Mapping changed = new Edit.SetLine(NOTE, rule, "UPPER(order.remark)").applyTo(set);
    assertThat(changed.rules().getLast()).isEqualTo(Rule.formula("FNote", "UPPER(order.remark)"));
    Edit none = new Edit.SetLine(NOTE, changed.rules().getLast(), " ");
    assertThat(none.applyTo(changed)).isEqualTo(first);
    assertThat(none.label()).isEqualTo("Clear FNote");
  }

  @Test
  void a_line_changes_a_loop_and_carries_its_alias_into_the_rules() {
    Mapping first = OrderToBill.mapping();
    Rule loop = first.rules().stream().filter(r -> r.each() != null).findFirst().orElseThrow();
    Mapping changed =
        new Edit.SetLine(
                FieldRef.parse("bill.FEntity[]"),
                loop,
                "each order.lines[] as row where row.qty > 1 when order.orderNo != \"\"")
            .applyTo(first);
    Rule now = changed.rules().get(first.rules().indexOf(loop));
    assertThat(now.each().as()).isEqualTo("row");
    assertThat(now.each().where()).isEqualTo("row.qty > 1");
    assertThat(now.when()).isEqualTo("order.orderNo != \"\"");
    assertThat(changed.rules()).extracting(Rule::from).contains("row.qty");
  }

  @Test
  void every_line_as_it_is_changes_nothing() {
    Mapping mapping = OrderToBill.mapping();
    List<RuleView> views = RuleIndex.of(mapping).views();
    assertThat(views).hasSizeGreaterThan(15);
    for (RuleView view : views) {
      String text = RuleText.of(view.rule());
      assertThat(RuleText.fault(text, view.kind() == RuleView.Kind.LOOP, view.rule().each()))
          .as(text)
          .isNull();
      assertThat(new Edit.SetLine(view.target(), view.rule(), text).applyTo(mapping))
          .as(text)
          .isEqualTo(mapping);
    }
  }
}
