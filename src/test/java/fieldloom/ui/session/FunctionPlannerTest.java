package fieldloom.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionLibrary;
import fieldloom.model.Each;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.drawing.NodePath;
import fieldloom.model.formula.FormulaParser;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.session.FunctionPlanner.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunctionPlannerTest {
  private static final FieldRef NOTE = FieldRef.parse("bill.FNote");
  private static final Rule LINK = Rule.link("FNote", "order.remark");

  private static FunctionPlanner planner(Rule... rules) {
    return new FunctionPlanner(RuleIndex.of(OrderToBill.empty().withRules(List.of(rules))));
  }

  private static Mapping done(Mapping mapping, Edit edit) {
    return edit.applyTo(mapping);
  }

  @Test
  void everyFunctionBecomesTheRuleOfAnEmptyFieldAsAFormulaThatCanBeRead() throws Exception {
    for (FunctionDef function : FunctionLibrary.standard().all()) {
      Plan plan = planner().onField(NOTE, false, function.name());
      assertThat(plan).isInstanceOf(Plan.OnField.class);
      Mapping after = done(OrderToBill.empty(), ((Plan.OnField) plan).edit());
      Rule rule = after.rules().getFirst();
      assertThat(rule.to()).isEqualTo("FNote");
      assertThat(rule.formula()).contains(function.name());
      FormulaParser.parse(rule.formula());
      assertThat(Looks.of(after).of(rule).open()).isTrue();
    }
  }

  @Test
  void aFieldThatIsFilledKeepsItsValueInsideTheFunction() {
    assertThat(planner(LINK).onField(NOTE, false, "UPPER"))
        .isEqualTo(new Plan.OnValue(LINK, NodePath.ROOT, "Puts UPPER on what fills FNote"));
  }

  @Test
  void aFunctionWithoutArgumentsTakesThePlaceOfWhatFilledTheField() {
    Plan plan = planner(LINK).onField(NOTE, false, "TODAY");
    Mapping before = OrderToBill.empty().withRules(List.of(LINK));
    assertThat(done(before, ((Plan.OnField) plan).edit()).rules())
        .containsExactly(Rule.formula("FNote", "TODAY()"));
  }

  @Test
  void whatTakesNoFunctionIsRefusedWithItsReason() {
    Rule loop = Rule.each("FEntity[]", new Each("order.lines[]", "line"));
    Rule broken = Rule.formula("FNote", "UPPER(");
    FieldRef lines = FieldRef.parse("bill.FEntity[]");
    assertThat(planner().onField(FieldRef.parse("bill.FReceive"), true, "UPPER").words())
        .isEqualTo("FReceive is a group; drop on one of its fields.");
    assertThat(planner(loop).onField(lines, false, "UPPER"))
        .isEqualTo(new Plan.Refuse("FEntity[] is a loop; put functions on its fields."));
    assertThat(planner(broken).onValue(broken, NodePath.ROOT, "TRIM"))
        .isEqualTo(new Plan.Refuse("The formula of FNote cannot be read; put it right first."));
    assertThat(planner(LINK).onValue(LINK, NodePath.ROOT, "TODAY"))
        .isEqualTo(new Plan.Refuse("TODAY takes no value; drop it on a target field."));
    assertThat(planner(LINK, LINK.withWhen("TRUE")).onField(NOTE, false, "TRIM").words())
        .startsWith("FNote is filled by several rules");
  }

  @Test
  void puttingAFunctionWhereARuleIsOrAnUnknownOneChangesNothing() {
    Mapping mapping = OrderToBill.empty().withRules(List.of(LINK));
    assertThat(new Edit.PutFunction(NOTE, "UPPER").applyTo(mapping)).isSameAs(mapping);
    Mapping empty = OrderToBill.empty();
    assertThat(new Edit.PutFunction(NOTE, "NO_SUCH").applyTo(empty)).isSameAs(empty);
  }
}
