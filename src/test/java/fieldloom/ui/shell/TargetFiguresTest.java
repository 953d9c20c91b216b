package fieldloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.FieldType;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.ui.OrderToBill;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TargetFiguresTest {

  private static TargetFigures figures(Rule... rules) {
    Mapping mapping = OrderToBill.empty().withRules(List.of(rules));
    return TargetFigures.of(mapping, OrderToBill.schemas());
  }

  @Test
  void aFieldCountsOnceWhateverFillsIt() {
    int fields = figures().fields();
    assertThat(fields).isGreaterThan(20);
    assertThat(
            figures(
                Rule.link("FBillNo", "order.orderNo"),
                Rule.link("FBillNo", "order.remark"),
                Rule.formula("FEntity[].FQty", "1")))
        .isEqualTo(new TargetFigures(2, fields));
  }

  @Test
  void aGroupThatIsFilledFillsItsFields() {
    assertThat(figures(Rule.link("FReceive", "order.`ship-to`")).mapped()).isEqualTo(4);
  }

  @Test
  void aLoopAloneFillsNothingAndAPathThatCannotBeReadNeither() {
    assertThat(
            figures(
                    Rule.each("FEntity[]", new fieldloom.model.Each("order.lines[]", "line")),
                    Rule.link("FEntity[.", "order.remark"))
                .mapped())
        .isZero();
  }

  @Test
  void aSchemaThatContainsItselfIsCountedOnceRound() {
    List<SchemaNode> children = new ArrayList<>();
    SchemaNode part =
        SchemaNode.builder("part", FieldType.OBJECT).children(() -> List.copyOf(children)).build();
    children.add(SchemaNode.builder("code", FieldType.STRING).build());
    children.add(part);
    TargetFigures figures =
        TargetFigures.of(OrderToBill.empty(), Map.of("bill", new SchemaTree(null, part)));
    assertThat(figures.fields()).isEqualTo(1);
  }
}
