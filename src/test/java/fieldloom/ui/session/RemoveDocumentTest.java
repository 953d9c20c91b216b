package fieldloom.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Document;
import fieldloom.model.Each;
import fieldloom.model.Extras;
import fieldloom.model.Join;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.SchemaRef;
import fieldloom.ui.OrderToBill;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemoveDocumentTest {
  private static final Mapping TWO =
      new Edit.PutDocument(Side.TARGET, new Document("rejected", "json", new SchemaRef.None()))
          .applyTo(
              new Edit.PutDocument(Side.SOURCE, new Document("stock", "json", new SchemaRef.None()))
                  .applyTo(OrderToBill.empty()));

  @Test
  void what_nothing_uses_goes_and_the_first_stays() {
    assertThat(new RemoveDocument(Side.TARGET, "rejected").applyTo(TWO).targets()).hasSize(1);
    assertThat(new RemoveDocument(Side.SOURCE, "stock").applyTo(TWO).sources()).hasSize(1);
    assertThat(new RemoveDocument(Side.SOURCE, "order").applyTo(TWO)).isSameAs(TWO);
    assertThat(new RemoveDocument(Side.TARGET, "bill").applyTo(TWO)).isSameAs(TWO);
  }

  @Test
  void what_a_rule_a_join_or_a_lookup_uses_stays() {
    Join join = new Join("stock[]", "s", "s.id == line.sku", null, null, "rejected", Extras.NONE);
    Mapping joined =
        TWO.withRules(
            List.of(
                Rule.each("FEntity[]", new Each("order.lines[]", "line").withJoin(List.of(join)))));
    assertThat(new RemoveDocument(Side.SOURCE, "stock").applyTo(joined)).isSameAs(joined);
    assertThat(new RemoveDocument(Side.TARGET, "rejected").applyTo(joined)).isSameAs(joined);
    Mapping looked =
        TWO.withRules(
            List.of(Rule.formula("FNote", "LOOKUP_IN(stock[], \"id\", order.orderNo, \"n\")")));
    assertThat(new RemoveDocument(Side.SOURCE, "stock").applyTo(looked)).isSameAs(looked);
  }

  @Test
  void a_list_on_a_further_target_makes_its_records() {
    Mapping made =
        new Edit.MakeLoop(FieldRef.parse("order.lines[]"), FieldRef.root("rejected")).applyTo(TWO);
    assertThat(made.rules().getFirst().target()).isEqualTo("rejected");
    assertThat(made.rules().getFirst().makesRecords()).isTrue();
    Edit link = new Edit.Link(FieldRef.parse("order.lines[].sku"), FieldRef.parse("rejected.code"));
    assertThat(link.applyTo(made).rules().get(1).from()).isEqualTo("line.sku");
  }
}
