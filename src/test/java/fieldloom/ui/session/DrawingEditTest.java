package fieldloom.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.engine.MappingCompiler;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionLibrary;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.drawing.NodePath;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.session.NodeLook.Hue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Edits of one formula, drawn as nodes. */
class DrawingEditTest {
  private static final FieldRef NOTE = FieldRef.parse("bill.FNote");

  private static Mapping mapping(String formula) {
    return new Edit.SetFormula(NOTE, formula).applyTo(OrderToBill.empty());
  }

  private static Rule rule(Mapping mapping) {
    return mapping.rules().getLast();
  }

  private static NodePath at(String path) {
    return NodePath.parse(path);
  }

  private static String text(Mapping mapping) {
    return mapping.rules().isEmpty() ? "" : String.valueOf(rule(mapping).expression());
  }

  @ParameterizedTest(name = "{2} on {0} at {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "order.remark                | ''  | UPPER   | UPPER(order.remark)",
        "order.remark                | ''  | LEFT    | LEFT(order.remark, 5)",
        "order.remark                | ''  | CONCAT  | CONCAT(order.remark)",
        "order.remark                | ''  | IF      | IF(TRUE, order.remark)",
        "order.remark                | ''  | LOOKUP  | LOOKUP(\"units\", order.remark)",
        "order.remark                | ''  | &       | order.remark & \"\"",
        "order.a + order.b           | 1   | ABS     | order.a + ABS(order.b)",
        "order.a + order.b           | ''  | *       | (order.a + order.b) * 1",
        "order.a + order.b           | 0   | +       | order.a + 0 + order.b",
        "SUM(order.lines[].qty)      | 0   | FILTER  | SUM(FILTER(order.lines[].qty, item -> TRUE))",
        "order.remark                | ''  | NOW     | order.remark",
        "order.remark                | ''  | NO_SUCH | order.remark",
        "order.remark                | 0.1 | UPPER   | order.remark"
      })
  void a_function_is_put_on_a_value(String formula, String at, String what, String wanted) {
    Mapping before = mapping(formula);
    assertThat(text(new DrawingEdit.Insert(rule(before), at(at), what).applyTo(before)))
        .isEqualTo(wanted);
  }

  @ParameterizedTest(name = "{0} at {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "ROUND(order.a * order.b, 2)         | ''  | order.a * order.b",
        "ROUND(order.a * order.b, 2)         | 0   | ROUND(order.a, 2)",
        "LOOKUP(\"units\", order.remark)     | ''  | order.remark",
        "IF(order.a > 1, \"x\", \"y\")       | ''  | order.a > 1",
        "UPPER(\"x\")                        | ''  | \"x\"",
        "order.a & NOW()                     | 1   | order.a",
        "LEFT(NOW(), 2)                      | 0   | LEFT(\"\", 2)",
        "FILTER(order.l[], x -> x.a > 1)     | 1   | FILTER(order.l[], item -> TRUE)",
        "FILTER(order.l[], x -> x.a > 1)     | ''  | order.l[]",
        "FIRST(order.l[]).sku                | 0   | order.l[].sku",
        "UPPER(order.a)                      | 0   | UPPER(order.a)",
        "order.a                             | ''  | order.a"
      })
  void a_node_goes_and_its_links_stay(String formula, String at, String wanted) {
    Mapping before = mapping(formula);
    assertThat(text(new DrawingEdit.Lift(rule(before), at(at)).applyTo(before))).isEqualTo(wanted);
  }

  @Test
  void a_formula_that_is_lifted_to_its_field_is_a_plain_link() {
    Mapping before = mapping("UPPER(order.`ship-to`.name)");
    Mapping after = new DrawingEdit.Lift(rule(before), NodePath.ROOT).applyTo(before);
    assertThat(after.rules()).containsExactly(Rule.link("FNote", "order.`ship-to`.name"));
  }

  @ParameterizedTest(name = "{0} at {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "UPPER(order.a)                          | ''    | ''",
        "CONCAT(order.a, order.b, order.c)       | 1     | CONCAT(order.a, order.c)",
        "CONCAT(order.a)                         | 0     | CONCAT(\"\")",
        "order.a + order.b                       | 0     | order.b",
        "order.a / order.b                       | 1     | order.a",
        "ROUND(order.a, 2)                       | 1     | ROUND(order.a)",
        "ROUND(order.a, 2)                       | 0     | ROUND(0, 2)",
        "SWITCH(order.a, 1, 2, 3, 4, 5)          | 4     | SWITCH(order.a, 1, 2, 5)",
        "SWITCH(order.a, 1, 2, 3, 4, 5)          | 5     | SWITCH(order.a, 1, 2, 3, 4)",
        "IFS(order.a > 1, 1, order.b > 1, 2)     | 0     | IFS(order.b > 1, 2)",
        "{\"a\": order.a, \"b\": order.b}        | 0     | {\"b\": order.b}",
        "[order.a, order.b]                      | 1     | [order.a]",
        "NOT order.a                             | 0     | NOT TRUE"
      })
  void a_node_goes_with_its_links(String formula, String at, String wanted) {
    Mapping before = mapping(formula);
    Mapping after = new DrawingEdit.Cut(rule(before), at(at)).applyTo(before);
    assertThat(text(after)).isEqualTo(wanted);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "CONCAT(order.a)               | CONCAT(order.a, \"\")",
        "order.a & order.b             | order.a & order.b & \"\"",
        "order.a * order.b             | order.a * order.b * 1",
        "order.a - order.b             | order.a - order.b",
        "[order.a]                     | [order.a, \"\"]",
        "{\"value2\": 1}               | {\"value2\": 1, \"value3\": \"\"}",
        "SWITCH(order.a, 1, 2, 5)      | SWITCH(order.a, 1, 2, \"a\", 1, 5)",
        "UPPER(order.a)                | UPPER(order.a)"
      })
  void an_argument_is_added_where_more_are_taken(String formula, String wanted) {
    Mapping before = mapping(formula);
    assertThat(text(new DrawingEdit.AddArgument(rule(before), NodePath.ROOT).applyTo(before)))
        .isEqualTo(wanted);
  }

  @Test
  void an_argument_that_must_be_there_is_not_removed() {
    Mapping before = mapping("LEFT(order.a, 2)");
    assertThat(new DrawingEdit.RemoveArgument(rule(before), at("1")).applyTo(before))
        .isSameAs(before);
  }

  @Test
  void a_field_comes_in_at_a_port_through_its_loop() {
    Mapping before =
        new Edit.SetFormula(FieldRef.parse("bill.FEntity[].FAmount"), "ROUND(line.qty * 1, 2)")
            .applyTo(
                new Edit.MakeLoop(FieldRef.parse("order.lines[]"), FieldRef.parse("bill.FEntity[]"))
                    .applyTo(OrderToBill.empty()));
    Mapping after =
        new DrawingEdit.Feed(
                rule(before),
                at("0.1"),
                FieldRef.parse("order.lines[].price"),
                FieldRef.parse("bill.FEntity[].FAmount"))
            .applyTo(before);
    assertThat(text(after)).isEqualTo("ROUND(line.qty * line.price, 2)");
  }

  @Test
  void a_constant_is_put_into_a_port_and_what_cannot_be_read_is_not() {
    Mapping before = mapping("LEFT(order.a, 2)");
    Rule rule = rule(before);
    assertThat(text(new DrawingEdit.Put(rule, at("1"), "5").applyTo(before)))
        .isEqualTo("LEFT(order.a, 5)");
    assertThat(new DrawingEdit.Put(rule, at("1"), "5 +").applyTo(before)).isSameAs(before);
    assertThat(new DrawingEdit.Put(rule, at("3"), "5").applyTo(before)).isSameAs(before);
  }

  /** Whatever is inserted has as many arguments as it must have, each of a kind that it takes. */
  @Test
  void every_function_of_the_library_compiles_where_it_is_inserted() {
    int inserted = 0;
    for (FunctionDef function : FunctionLibrary.standard().all()) {
      Mapping before = mapping("order.remark");
      Mapping after =
          new DrawingEdit.Insert(rule(before), NodePath.ROOT, function.name()).applyTo(before);
      if (function.maxArguments() > 0) {
        assertThat(text(after)).contains("order.remark");
        assertThat(MappingCompiler.compile(after, Map.of(), Map.of()).problems())
            .as(text(after))
            .noneMatch(p -> Set.of("argument-count", "syntax").contains(p.code()));
        inserted++;
      } else {
        assertThat(after).isSameAs(before);
      }
    }
    assertThat(inserted).isGreaterThan(150);
  }

  @Test
  void what_a_node_looks_like_follows_it_through_edits() {
    Mapping before = mapping("ROUND(order.a * order.b, 2)");
    Rule rule = rule(before);
    Mapping named =
        DrawingEdit.Dress.named(rule, at("0"), NodeLook.PLAIN, " Net amount ").applyTo(before);
    assertThat(Looks.of(named).of(rule).node(at("0"), "*").name()).isEqualTo("Net amount");
    Mapping wrapped = new DrawingEdit.Insert(rule, NodePath.ROOT, "ABS").applyTo(named);
    assertThat(Looks.of(wrapped).of(rule(wrapped)).node(at("0.0"), "*").name())
        .isEqualTo("Net amount");
    Mapping lifted = new DrawingEdit.Lift(rule, NodePath.ROOT).applyTo(named);
    assertThat(Looks.of(lifted).of(rule(lifted)).node(NodePath.ROOT, "*").name())
        .isEqualTo("Net amount");
  }

  @Test
  void a_look_is_kept_in_the_layout_beside_what_else_is_there() throws Exception {
    Mapping before = mapping("ROUND(order.a * order.b, 2)");
    Rule rule = rule(before);
    Mapping placed = new DrawingEdit.Place(rule, new RuleLook.Place(-16, 40)).applyTo(before);
    Mapping open = new DrawingEdit.Unfold(rule, true).applyTo(placed);
    Mapping coloured =
        DrawingEdit.Dress.coloured(
                rule, at("0"), new NodeLook(8, -8, "", "why", Hue.NONE), Hue.GREEN)
            .applyTo(open);
    assertThat(String.valueOf(coloured.layout()))
        .isEqualTo(
            "{\"nodes\":[{\"to\":\"FNote\",\"open\":true,\"x\":-16,\"y\":40,\"steps\":"
                + "[{\"at\":\"0\",\"is\":\"*\",\"x\":8,\"y\":-8,\"comment\":\"why\","
                + "\"colour\":\"green\"}]}]}");
    RuleLook look = Looks.of(coloured).of(rule);
    assertThat(look.open()).isTrue();
    assertThat(look.place()).isEqualTo(new RuleLook.Place(-16, 40));
    assertThat(look.node(at("0"), "*").hue()).isEqualTo(Hue.GREEN);
    assertThat(look.node(at("0"), "+")).isEqualTo(NodeLook.PLAIN);
    Mapping folded = new DrawingEdit.Unfold(rule, false).applyTo(before);
    assertThat(folded).isSameAs(before);
  }

  @Test
  void a_look_follows_its_rule_to_another_field_and_to_a_loop_of_another_name() {
    Mapping before = OrderToBill.mapping();
    Rule amount =
        before.rules().stream().filter(r -> r.to().endsWith("FAmount")).findFirst().orElseThrow();
    Mapping named =
        DrawingEdit.Dress.named(amount, NodePath.ROOT, NodeLook.PLAIN, "Gross").applyTo(before);
    FieldRef from = FieldRef.parse("bill.FEntity[].FAmount");
    FieldRef to = FieldRef.parse("bill.FEntity[].Amount2");
    Mapping moved =
        new Edit.Rebind(Side.TARGET, before.mainTarget(), Map.of(from, to)).applyTo(named);
    Rule now =
        moved.rules().stream().filter(r -> r.to().endsWith("Amount2")).findFirst().orElseThrow();
    assertThat(Looks.of(moved).of(now).node(NodePath.ROOT, "ROUND").name()).isEqualTo("Gross");
  }

  @Test
  void two_rules_of_one_field_keep_their_looks_apart() {
    List<Rule> rules =
        List.of(Rule.formula("FTags[]", "UPPER(a.x)"), Rule.formula("FTags[]", "LOWER(a.y)"));
    Mapping before = OrderToBill.empty().withRules(rules);
    Mapping after = new DrawingEdit.Unfold(rules.get(1), true).applyTo(before);
    assertThat(Looks.of(after).of(rules.get(0)).open()).isFalse();
    assertThat(Looks.of(after).of(rules.get(1)).open()).isTrue();
  }
}
