package fieldloom.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.pack.MappingFile;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.session.Edit;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Lens;
import fieldloom.ui.session.Page;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.TextFault;
import fieldloom.ui.session.ViewEdit;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormulaTextViewModelTest {
  private final EditorSession session = OrderToBill.session();
  private final FormulaTextViewModel model = new FormulaTextViewModel(session);

  FormulaTextViewModelTest() {
    model.setActive(true);
  }

  private Line line(String name) {
    return model.lines().stream()
        .filter(line -> line.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No line " + name + " in " + model.lines()));
  }

  private Rule rule(String to) {
    return session.mapping().rules().stream()
        .filter(r -> r.to().equals(to))
        .findFirst()
        .orElse(null);
  }

  @Test
  void each_rule_is_a_line_in_the_order_of_the_schema_and_a_loop_is_a_block() {
    String all = model.copyAll();
    assertThat(all)
        .startsWith(
            """
            FBillNo = order.orderNo
            FDate = FORMATDATE(order.createdAt, "yyyy-MM-dd")
            FBillTypeID.FNumber = "XSDD01_SYS"
            """)
        .contains(
            """
              FSeq = line.no
              FMaterialId.FNumber = line.sku
            """)
        .contains("\nFEntity[] = each order.lines[] as line")
        .contains("\nFTotal = SUM(bill.FEntity[].FAmount)\n");
    assertThat(all.lines().count()).isEqualTo(session.mapping().rules().size());
    assertThat(model.count(false)).isEqualTo(session.mapping().rules().size());
  }

  @Test
  void focus_and_pages_show_their_lines_only_with_the_loops_around_them() {
    Lens lens = new Lens(session);
    FormulaTextViewModel of = new FormulaTextViewModel(session, lens);
    of.setActive(true);
    int all = of.lines().size();
    session.select(Selection.target(FieldRef.parse("bill.FEntity[].FQty")));
    lens.focus();
    assertThat(of.lines()).extracting(Line::name).containsExactly("FEntity[]", "FQty");
    assertThat(of.copyAll().lines()).hasSize(2);
    lens.leaveFocus();
    assertThat(of.lines()).hasSize(all);
    session.select(Selection.NONE);
    session.apply(
        new ViewEdit.AddPage(
            new Page("To", List.of(), List.of(FieldRef.parse("bill.FSaleDeptId")))));
    lens.show("To");
    assertThat(of.lines()).isEmpty();
    assertThat(of.isEmpty()).isFalse();
    session.select(Selection.target(FieldRef.parse("bill.FBillNo")));
    assertThat(of.lines()).extracting(Line::name).containsExactly("FBillNo");
    of.allProperty().set(true);
    assertThat(of.lines()).extracting(Line::name).contains("FSaleDeptId.FNumber");
  }

  @Test
  void fields_without_a_rule_are_lines_too_where_they_are_wanted() {
    assertThat(model.lines()).noneMatch(line -> line.name().equals("FNote"));
    model.allProperty().set(true);
    assertThat(model.text(line("FNote"))).isEmpty();
    assertThat(line("FUnitID.FNumber").depth()).isEqualTo(1);
    assertThat(model.lines()).hasSize(model.count(true));
  }

  @Test
  void a_line_shows_what_comes_of_it_and_what_is_wrong_with_it() {
    assertThat(model.shown(line("FBillNo")).result()).isEqualTo("SO-2026-1187");
    Shown shown = model.shown(line("FMaterialName"));
    assertThat(shown.sentence()).isEqualTo("255 → 80");
    assertThat(shown.error()).isFalse();
    assertThat(model.spoken(line("FMaterialName"))).contains("255 → 80").contains("line.name");
  }

  @Test
  void a_line_is_edited_in_one_step_that_undo_takes_back() {
    byte[] before = MappingFile.write(session.mapping());
    assertThat(model.apply(line("FBillNo"), "UPPER(order.orderNo) when order.orderNo != \"\""))
        .isNull();
    assertThat(rule("FBillNo"))
        .isEqualTo(
            Rule.formula("FBillNo", "UPPER(order.orderNo)").withWhen("order.orderNo != \"\""));
    assertThat(session.undo()).isEqualTo("Change FBillNo");
    assertThat(MappingFile.write(session.mapping())).isEqualTo(before);
    assertThat(session.undo()).isNull();
  }

  @Test
  void what_cannot_be_read_stays_a_draft_and_the_last_rule_keeps_running() {
    Mapping before = session.mapping();
    Line line = line("FBillNo");
    model.typed(line, "UPPER(");
    TextFault fault = model.apply(line, "UPPER(");
    assertThat(fault).isNotNull();
    assertThat(session.mapping()).isSameAs(before);
    Shown shown = model.shown(line("FBillNo"));
    assertThat(shown.draft()).isTrue();
    assertThat(shown.text()).isEqualTo("UPPER(");
    assertThat(shown.sentence()).startsWith("Draft, not applied: ");
    assertThat(session.drafts().of(line.field()))
        .as("the formula bar shows it")
        .isEqualTo("UPPER(");
    model.restore(line);
    assertThat(model.shown(line("FBillNo")).text()).isEqualTo("order.orderNo");
    assertThat(session.drafts().of(line.field())).isNull();
  }

  @Test
  void a_draft_of_a_loop_is_kept_beside_the_drafts_of_formulas() {
    Line line = line("FEntity[]");
    model.typed(line, "each order.lines[] as");
    assertThat(model.apply(line, "each order.lines[] as")).isNotNull();
    assertThat(model.shown(line("FEntity[]")).draft()).isTrue();
    assertThat(session.drafts().of(line.field())).isNull();
    assertThat(model.apply(line, "each order.lines[] as row")).isNull();
    assertThat(model.shown(line("FEntity[]")).draft()).isFalse();
    assertThat(model.text(line("FQty"))).isEqualTo("row.qty");
  }

  @Test
  void a_rule_is_typed_for_a_field_that_has_none_and_deleted_again() {
    Mapping before = session.mapping();
    model.allProperty().set(true);
    assertThat(model.apply(line("FNote"), "=order.remark")).isNull();
    assertThat(rule("FNote")).isEqualTo(Rule.link("FNote", "order.remark"));
    model.select(model.lines().indexOf(line("FNote")));
    model.delete();
    assertThat(session.mapping()).isEqualTo(before);
  }

  @Test
  void what_is_selected_elsewhere_is_selected_here_and_the_other_way_round() {
    session.select(Selection.target(FieldRef.parse("bill.FDate")));
    assertThat(model.current().name()).isEqualTo("FDate");
    session.select(Selection.rule(rule("FEntity[].FQty")));
    assertThat(model.current().name()).isEqualTo("FQty");
    model.select(0);
    assertThat(session.selection()).isEqualTo(Selection.target(FieldRef.parse("bill.FBillNo")));
    session.select(Selection.target(FieldRef.parse("bill.FNote")));
    assertThat(model.current().name()).as("shown although it has no rule").isEqualTo("FNote");
    session.apply(new Edit.SetConstant(FieldRef.parse("bill.FDate"), "\"x\""));
    assertThat(model.current().name()).isEqualTo("FNote");
  }

  @Test
  void a_search_keeps_the_loop_around_what_it_finds() {
    model.searchProperty().set("line.qty *");
    assertThat(model.lines()).extracting(Line::name).containsExactly("FEntity[]", "FAmount");
    model.searchProperty().set("djbh");
    assertThat(model.lines()).extracting(Line::name).containsExactly("FBillNo");
    model.searchProperty().set("qqq");
    assertThat(model.lines()).isEmpty();
  }

  @Test
  void tokens_faults_and_hits_are_parts_of_their_own() {
    assertThat(Run.of("UPPER(order.a)", false, 6, 13, java.util.List.of("ord")))
        .containsExactly(
            new Run("UPPER", "f-fn", false, false),
            new Run("(", "f-op", false, false),
            new Run("ord", "f-path", true, true),
            new Run("er.a", "f-path", true, false),
            new Run(")", "f-op", false, false));
    assertThat(Run.of("each a[] as x when b", true, -1, -1, java.util.List.of()))
        .filteredOn(run -> run.style().equals("f-word"))
        .extracting(Run::text)
        .containsExactly("each", "as", "when");
  }
}
