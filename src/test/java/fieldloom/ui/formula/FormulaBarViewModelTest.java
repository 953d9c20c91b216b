package fieldloom.ui.formula;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.session.Autosaver;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.FormulaDraft;
import fieldloom.ui.session.Previewer;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.SessionThreads;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formula bar with the engine behind it and no toolkit. */
class FormulaBarViewModelTest {
  /** Keeps the draft in memory. */
  private static final class Drafts implements Autosaver {
    private @Nullable FormulaDraft draft;

    @Override
    public int save(Mapping mapping) {
      return 1;
    }

    @Override
    public void saveDraft(@Nullable FormulaDraft value) {
      draft = value;
    }

    @Override
    public Optional<FormulaDraft> draft() {
      return Optional.ofNullable(draft);
    }
  }

  private final Drafts drafts = new Drafts();
  private final EditorSession session = open();
  private final FormulaBarViewModel bar = new FormulaBarViewModel(session);

  private EditorSession open() {
    EditorSession opened =
        new EditorSession(
            OrderToBill.mapping(),
            OrderToBill.schemas(),
            drafts,
            Previewer.engine(),
            SessionThreads.direct());
    opened.setSample(OrderToBill.sample());
    return opened;
  }

  private void select(String target) {
    session.select(Selection.target(FieldRef.parse(target)));
  }

  private List<String> proposed(String text) {
    bar.textProperty().set(text);
    return bar.complete(text.length(), false).items().stream().map(Completion::text).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "bill.FBillNo, order.orderNo, SO-2026-1187",
    "bill.FEntity[].FQty, line.qty, 12",
    "bill.FEntity[].FAmount, 'ROUND(line.qty * line.price * (1 + line.taxRate), 2)', 20068.80",
    "bill.FSaleOrgId.FNumber, '\"100\"', 100",
    "bill.FEntity[], order.lines[], 2 items",
  })
  void a_selected_field_shows_its_rule_and_what_it_gives(String field, String text, String value) {
    select(field);
    assertThat(bar.textProperty().get()).isEqualTo(text);
    assertThat(bar.draftProperty().get()).isFalse();
    assertThat(bar.resultProperty().get()).isEqualTo(new FormulaResult.Value(value));
  }

  @Test
  void what_is_typed_is_tried_at_once_and_applied_on_demand() {
    select("bill.FEntity[].FAmount");
    bar.textProperty().set("line.qty * line.price");
    assertThat(bar.draftProperty().get()).isTrue();
    assertThat(bar.resultProperty().get()).isEqualTo(new FormulaResult.Value("17760.00"));
    assertThat(session.preview().target(FieldRef.parse("bill.FEntity[].FAmount")))
        .hasToString("20068.80");
    assertThat(bar.apply()).isTrue();
    assertThat(session.preview().target(FieldRef.parse("bill.FEntity[].FAmount")))
        .hasToString("17760.00");
    assertThat(bar.draftProperty().get()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "UPPR(order.remark), 1:1, UPPR",
    "'ROUND(order.remark', 1:6, (",
    "UPPER(order.remrk), 1:7, order",
    "order.remark + 1, 1:14, +",
  })
  void a_fault_has_its_place(String text, String position, String underlined) {
    select("bill.FNote");
    bar.textProperty().set(text);
    assertThat(bar.resultProperty().get()).isInstanceOf(FormulaResult.Fault.class);
    FormulaResult.Fault fault = (FormulaResult.Fault) bar.resultProperty().get();
    assertThat(fault.message()).isNotBlank();
    assertThat(fault.position()).isEqualTo(position);
    assertThat(text.substring(fault.from(), fault.to())).isEqualTo(underlined);
  }

  @Test
  void a_draft_stays_with_its_field_and_survives_a_restart() {
    select("bill.FNote");
    bar.textProperty().set("UPPER(order.rem");
    select("bill.FBillNo");
    assertThat(bar.textProperty().get()).isEqualTo("order.orderNo");
    select("bill.FNote");
    assertThat(bar.textProperty().get()).isEqualTo("UPPER(order.rem");
    FormulaBarViewModel again = new FormulaBarViewModel(open());
    assertThat(again.targetProperty().get()).isEqualTo(FieldRef.parse("bill.FNote"));
    assertThat(again.textProperty().get()).isEqualTo("UPPER(order.rem");
    assertThat(again.draftProperty().get()).isTrue();
    bar.restore();
    assertThat(drafts.draft).isNull();
  }

  @Test
  void emptying_the_bar_removes_the_rule() {
    select("bill.FBillNo");
    bar.textProperty().set("");
    bar.apply();
    assertThat(session.index().filling(FieldRef.parse("bill.FBillNo"))).isEmpty();
  }

  @Test
  void typing_over_a_loop_changes_its_list_and_keeps_its_settings() {
    select("bill.FEntity[]");
    bar.textProperty().set("TAKE(order.lines[], 1)");
    bar.apply();
    Rule loop = session.index().filling(FieldRef.parse("bill.FEntity[]")).getFirst().rule();
    assertThat(loop.each().over()).isEqualTo("TAKE(order.lines[], 1)");
    assertThat(loop.each().where()).isEqualTo("line.qty > 0");
  }

  @Test
  void completion_writes_paths_as_the_fields_loops_do() {
    select("bill.FEntity[].FAmount");
    assertThat(proposed("line.ta").getFirst()).isEqualTo("line.taxRate");
    assertThat(proposed("line.ta")).contains("TAKE", "order.status");
    assertThat(proposed("taxr")).containsExactly("line.taxRate");
    select("bill.FNote");
    assertThat(proposed("taxr")).containsExactly("order.lines[].taxRate");
  }

  @Test
  void completion_finds_titles_and_functions_and_keeps_out_of_texts() {
    select("bill.FNote");
    assertThat(proposed("备注")).containsExactly("order.remark");
    assertThat(proposed("upp")).contains("UPPER");
    assertThat(proposed("\"upp")).isEmpty();
    assertThat(proposed("12")).isEmpty();
    assertThat(proposed("order.remark & ")).isEmpty();
    assertThat(bar.complete(15, true).items()).isNotEmpty();
  }

  @Test
  void completion_shows_the_samples_values() {
    select("bill.FNote");
    bar.textProperty().set("order.rema");
    assertThat(bar.complete(10, false).items().getFirst().sample()).isEqualTo("装车前电话确认");
  }
}
