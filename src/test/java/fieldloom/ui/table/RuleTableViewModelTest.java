package fieldloom.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.pack.MappingFile;
import fieldloom.ui.OrderToBill;
import fieldloom.ui.kit.Settings;
import fieldloom.ui.session.Autosaver;
import fieldloom.ui.session.Edit;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Lens;
import fieldloom.ui.session.Page;
import fieldloom.ui.session.Previewer;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.SessionThreads;
import fieldloom.ui.session.Side;
import fieldloom.ui.session.TextFault;
import fieldloom.ui.session.ViewEdit;
import fieldloom.ui.table.RowFilter.Show;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table with the engine behind it and no toolkit. */
class RuleTableViewModelTest {
  private final Settings settings = Settings.inMemory();
  private final EditorSession session = session(OrderToBill.mapping());
  private final RuleTableViewModel table = table(session);

  private static EditorSession session(Mapping mapping) {
    EditorSession opened =
        new EditorSession(
            mapping,
            OrderToBill.schemas(),
            Autosaver.none(),
            Previewer.engine(),
            SessionThreads.direct());
    opened.setSample(OrderToBill.sample());
    return opened;
  }

  private RuleTableViewModel table(EditorSession of) {
    RuleTableViewModel made = new RuleTableViewModel(of, settings);
    made.setActive(true);
    return made;
  }

  private Row row(String path) {
    return table.rows().stream()
        .filter(row -> row.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row " + path));
  }

  private String cell(String path, Column column) {
    return table.text(row(path), column);
  }

  private @Nullable TextFault type(String path, Column column, String text) {
    table.edits().typed(row(path), column, text);
    return table.edits().apply(row(path), column, text);
  }

  private void select(String path, Column column) {
    table.select(CellRange.of(table.rowOf(row(path).field(), 0), table.column(column)));
  }

  private void select(String from, Column left, String to, Column right) {
    select(from, left);
    table.select(table.range().to(table.rowOf(row(to).field(), 0), table.column(right)));
  }

  private static String file(Mapping mapping) {
    return new String(MappingFile.write(mapping), StandardCharsets.UTF_8);
  }

  private @Nullable Rule rule(String to) {
    return session.mapping().rules().stream()
        .filter(r -> r.to().equals(to))
        .findFirst()
        .orElse(null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FBillNo | NUMBER | 1",
        "FBillNo | TYPE | string",
        "FBillNo | REQUIRED | yes",
        "FBillNo | RULE | order.orderNo",
        "FBillNo | EXAMPLE | SO-2026-1187 → SO-2026-1187",
        "FNote | RULE | ''",
        "FNote | STATUS | Unmapped",
        "FNote | TITLE | 备注",
        "FEntity[] | RULE | each order.lines[] as line where line.qty > 0 order by line.no",
        "FEntity[] | EXAMPLE | 2 items → 2 items",
        "FEntity[].FAmount | EXAMPLE | '12, 1480.00, 0.13 → 20068.80'",
        "FSaleOrgId.FNumber | RULE | '\"100\"'",
        "FTags[] | TYPE | list of string",
      })
  void a_row_shows_its_field_its_rule_and_the_samples_values(
      String path, Column column, String text) {
    assertThat(cell(path, column)).isEqualTo(text);
  }

  private List<String> paths(RuleTableViewModel of) {
    return of.rows().stream().map(Row::path).toList();
  }

  @Test
  void focus_and_pages_show_their_rows_only_and_the_selected_one() {
    Lens lens = new Lens(session);
    RuleTableViewModel of = new RuleTableViewModel(session, lens, settings);
    of.setActive(true);
    int all = of.rows().size();
    session.select(Selection.source(FieldRef.parse("order.customer")));
    lens.focus();
    assertThat(paths(of)).containsExactly("FCustId.FNumber");
    assertThat(of.count(Show.ALL)).isEqualTo(1);
    assertThat(of.count(Show.MAPPED)).isEqualTo(1);
    lens.leaveFocus();
    assertThat(of.rows()).hasSize(all);
    session.select(Selection.NONE);
    session.apply(
        new ViewEdit.AddPage(new Page("To", List.of(), List.of(FieldRef.parse("bill.FReceive")))));
    lens.show("To");
    assertThat(paths(of)).isNotEmpty().allMatch(path -> path.startsWith("FReceive."));
    of.filter(Show.PROBLEMS);
    assertThat(of.rows()).isEmpty();
    session.select(Selection.target(FieldRef.parse("bill.FNote")));
    assertThat(paths(of)).contains("FReceive.FCity", "FNote");
    assertThat(of.current().path()).isEqualTo("FNote");
    session.select(Selection.target(FieldRef.parse("bill.FReceive.FCity")));
    session.apply(new Edit.SetFormula(FieldRef.parse("bill.FReceive.FCity"), "order.remark"));
    assertThat(cell("FReceive.FCity", Column.RULE)).isEqualTo("order.remark");
    assertThat(paths(of)).contains("FReceive.FCity");
    lens.showAll();
    assertThat(of.rows()).hasSize(all);
  }

  @Test
  void a_rule_is_a_path_a_formula_or_a_constant_as_it_is_typed() {
    assertThat(type("FNote", Column.RULE, "order.remark")).isNull();
    assertThat(rule("FNote")).isEqualTo(Rule.link("FNote", "order.remark"));
    assertThat(type("FNote", Column.RULE, "= UPPER(order.remark)")).isNull();
    assertThat(rule("FNote")).isEqualTo(Rule.formula("FNote", "UPPER(order.remark)"));
    assertThat(type("FNote", Column.RULE, "\"none\"")).isNull();
    assertThat(rule("FNote")).isEqualTo(Rule.formula("FNote", "\"none\""));
    assertThat(type("FNote", Column.RULE, "")).isNull();
    assertThat(rule("FNote")).isNull();
    assertThat(session.undoLabelProperty().get()).isEqualTo("Clear FNote");
  }

  @Test
  void a_broken_formula_stays_a_draft_with_its_sentence_and_the_rule_stays() {
    TextFault fault = type("FBillNo", Column.RULE, "UPPER(order.orderNo");
    assertThat(fault).isNotNull();
    assertThat(rule("FBillNo")).isEqualTo(Rule.link("FBillNo", "order.orderNo"));
    assertThat(cell("FBillNo", Column.RULE)).isEqualTo("UPPER(order.orderNo");
    assertThat(cell("FBillNo", Column.STATUS)).contains(fault.sentence().substring(0, 5));
    assertThat(session.drafts().of(FieldRef.parse("bill.FBillNo")))
        .isEqualTo("UPPER(order.orderNo");
    table.edits().restore(row("FBillNo"), Column.RULE);
    assertThat(cell("FBillNo", Column.RULE)).isEqualTo("order.orderNo");
    assertThat(session.undoLabelProperty().get()).isNull();
  }

  @Test
  void a_default_is_a_DEFAULT_in_the_formula_and_read_back_from_it() {
    assertThat(type("FBillNo", Column.DEFAULT, "none")).isNull();
    assertThat(rule("FBillNo"))
        .isEqualTo(Rule.formula("FBillNo", "DEFAULT(order.orderNo, \"none\")"));
    assertThat(cell("FBillNo", Column.RULE)).isEqualTo("order.orderNo");
    assertThat(cell("FBillNo", Column.DEFAULT)).isEqualTo("none");
    assertThat(type("FBillNo", Column.RULE, "TRIM(order.orderNo)")).isNull();
    assertThat(rule("FBillNo"))
        .isEqualTo(Rule.formula("FBillNo", "DEFAULT(TRIM(order.orderNo), \"none\")"));
    assertThat(type("FEntity[].FPrice", Column.DEFAULT, "0")).isNull();
    assertThat(rule("FEntity[].FPrice"))
        .isEqualTo(Rule.formula("FEntity[].FPrice", "DEFAULT(line.price, 0)"));
    assertThat(type("FEntity[].FPrice", Column.DEFAULT, "=line.no")).isNull();
    assertThat(cell("FEntity[].FPrice", Column.DEFAULT)).isEqualTo("=line.no");
    assertThat(type("FEntity[].FPrice", Column.DEFAULT, "")).isNull();
    assertThat(rule("FEntity[].FPrice")).isEqualTo(Rule.link("FEntity[].FPrice", "line.price"));
  }

  @Test
  void a_note_stands_with_the_rule_and_without_one_with_the_field() throws Exception {
    type("FBillNo", Column.NOTE, "ask sales");
    type("FNote", Column.NOTE, "needed?");
    String file = file(session.mapping());
    assertThat(file).contains("\"note\": \"ask sales\"").contains("\"FNote\": \"needed?\"");
    assertThat(MappingFile.read(file.getBytes(StandardCharsets.UTF_8), "x.flmap"))
        .isEqualTo(session.mapping());
    type("FNote", Column.RULE, "order.remark");
    assertThat(cell("FNote", Column.NOTE)).isEqualTo("needed?");
    select("FNote", Column.RULE);
    table.edits().delete();
    assertThat(rule("FNote")).isNull();
    assertThat(cell("FNote", Column.NOTE)).isEqualTo("needed?");
  }

  @Test
  void a_loop_is_changed_by_its_line_and_its_new_alias_goes_into_its_rules() {
    assertThat(
            type(
                "FEntity[]",
                Column.RULE,
                "each order.lines[] as l where l.qty > 1 order by l.no desc"))
        .isNull();
    Rule loop = rule("FEntity[]");
    assertThat(loop.each().as()).isEqualTo("l");
    assertThat(loop.each().where()).isEqualTo("l.qty > 1");
    assertThat(loop.each().orderBy().getFirst().descending()).isTrue();
    assertThat(rule("FEntity[].FSeq")).isEqualTo(Rule.link("FEntity[].FSeq", "l.no"));
    TextFault fault = type("FEntity[]", Column.RULE, "each order.lines[] as l where l.qty >");
    assertThat(fault).isNotNull();
    assertThat(rule("FEntity[]")).isEqualTo(loop);
  }

  @Test
  void a_list_typed_into_an_empty_loops_row_begins_a_loop() {
    EditorSession empty = session(OrderToBill.empty());
    RuleTableViewModel model = table(empty);
    Row entity =
        model.rows().stream().filter(r -> r.path().equals("FEntity[]")).findFirst().orElseThrow();
    assertThat(model.edits().apply(entity, Column.RULE, "order.lines[]")).isNull();
    Rule loop = empty.mapping().rules().getFirst();
    assertThat(loop.each().over()).isEqualTo("order.lines[]");
    assertThat(loop.each().as()).isEqualTo("line");
  }

  @Test
  void rows_of_a_spreadsheet_are_pasted_in_one_step_and_undone_in_one() {
    String before = file(session.mapping());
    select("FNote", Column.RULE);
    table.edits().paste("order.remark\tnone\r\n=UPPER(order.owner.lastName)\t\r\n");
    assertThat(table.edits().messageProperty().get()).isEmpty();
    assertThat(rule("FNote")).isEqualTo(Rule.formula("FNote", "DEFAULT(order.remark, \"none\")"));
    assertThat(rule("FSalerName"))
        .isEqualTo(Rule.formula("FSalerName", "UPPER(order.owner.lastName)"));
    assertThat(session.undoLabelProperty().get()).isEqualTo("Paste 3 cells");
    session.undo();
    assertThat(file(session.mapping())).isEqualTo(before);
    assertThat(session.undoLabelProperty().get()).isNull();
  }

  @Test
  void what_cannot_be_pasted_is_told_with_row_and_column_and_nothing_is() {
    Mapping before = session.mapping();
    select("FNote", Column.RULE);
    table.edits().paste("order.remark\n=UPPER(\n");
    assertThat(table.edits().messageProperty().get())
        .startsWith("Nothing was pasted: row 11, Rule: ");
    select("FNote", Column.TYPE);
    table.edits().paste("integer");
    assertThat(table.edits().messageProperty().get())
        .isEqualTo("Nothing was pasted: row 10, Type: this column cannot be changed.");
    select("FTags[]", Column.NOTE);
    table.edits().paste("a\nb\nc");
    assertThat(table.edits().messageProperty().get()).contains("3 rows do not fit");
    assertThat(session.mapping()).isSameAs(before);
  }

  @Test
  void the_whole_table_copied_and_pasted_again_changes_nothing() {
    Mapping before = session.mapping();
    table.select(new CellRange(0, 0, table.rows().size() - 1, table.columns().size() - 1));
    String copied = table.edits().copy();
    table.edits().paste(copied);
    assertThat(table.edits().messageProperty().get()).isEmpty();
    assertThat(session.mapping()).isSameAs(before);
    assertThat(copied.lines().findFirst().orElseThrow())
        .startsWith("1\tFBillNo\t单据编号\tstring\tyes");
  }

  @Test
  void one_cell_pasted_fills_all_that_is_selected() {
    select("FNote", Column.NOTE, "FSaleDeptId.FNumber", Column.NOTE);
    table.edits().paste("ask");
    assertThat(cell("FNote", Column.NOTE)).isEqualTo("ask");
    assertThat(cell("FSalerName", Column.NOTE)).isEqualTo("ask");
    assertThat(cell("FSaleDeptId.FNumber", Column.NOTE)).isEqualTo("ask");
  }

  @Test
  void a_rule_is_copied_to_the_rows_below_in_one_step() {
    select("FBillNo", Column.RULE, "FBillTypeID.FNumber", Column.RULE);
    table.edits().fillDown();
    assertThat(rule("FDate")).isEqualTo(Rule.link("FDate", "order.orderNo"));
    assertThat(rule("FBillTypeID.FNumber"))
        .isEqualTo(Rule.link("FBillTypeID.FNumber", "order.orderNo"));
    assertThat(session.undoLabelProperty().get()).isEqualTo("Copy FBillNo to 2 fields");
    session.undo();
    assertThat(session.mapping()).isEqualTo(OrderToBill.mapping());
    select("FEntity[].FSeq", Column.RULE);
    table.edits().fillDown();
    assertThat(table.edits().messageProperty().get()).startsWith("A loop cannot be copied");
    assertThat(session.mapping()).isEqualTo(OrderToBill.mapping());
  }

  @Test
  void deleted_rules_go_in_one_step_a_loop_with_what_lives_by_it() {
    select("FEntity[]", Column.RULE);
    table.edits().delete();
    assertThat(session.mapping().rules()).noneMatch(r -> r.to().startsWith("FEntity[]"));
    session.undo();
    assertThat(session.mapping()).isEqualTo(OrderToBill.mapping());
    select("FBillNo", Column.NUMBER, "FDate", Column.STATUS);
    table.edits().delete();
    assertThat(rule("FBillNo")).isNull();
    assertThat(rule("FDate")).isNull();
    assertThat(session.undoLabelProperty().get()).isEqualTo("Delete 2 rules");
  }

  @Test
  void chips_show_their_rows_and_count_them() {
    for (Show show : Show.values()) {
      table.filter(show);
      assertThat(table.rows()).as(show.name()).hasSize(table.count(show));
    }
    table.filter(Show.UNMAPPED);
    assertThat(table.rows()).extracting(Row::path).contains("FNote").doesNotContain("FBillNo");
    // What is edited stays in sight until the chip is pressed again.
    type("FNote", Column.RULE, "order.remark");
    assertThat(table.rows()).extracting(Row::path).contains("FNote");
    table.filter(Show.UNMAPPED);
    assertThat(table.rows()).extracting(Row::path).doesNotContain("FNote");
  }

  @ParameterizedTest
  @CsvSource({
    "fbill, FBillNo",
    "单据编号, FBillNo",
    "djbh, FBillNo",
    "amount, FEntity[].FAmount",
    "line.sku, FEntity[].FMaterialId.FNumber",
    "wlbm fnumber, FEntity[].FMaterialId.FNumber",
  })
  void rows_are_found_by_path_title_pinyin_and_rule(String typed, String path) {
    table.searchProperty().set(typed);
    assertThat(table.rows()).extracting(Row::path).contains(path);
    assertThat(table.rows()).hasSizeLessThan(10);
  }

  @Test
  void sorting_is_a_view_only_and_the_selected_cell_goes_along() {
    select("FNote", Column.RULE);
    List<Rule> before = session.mapping().rules();
    table.sort(() -> new RowOrder(table::text).by(Column.PATH, true));
    assertThat(table.rows().getFirst().path()).isEqualTo("FTotal");
    assertThat(table.current()).isEqualTo(row("FNote"));
    assertThat(session.mapping().rules()).isSameAs(before);
    table.sort(null);
    assertThat(table.rows().getFirst().path()).isEqualTo("FBillNo");
  }

  @Test
  void the_selected_field_is_the_same_in_both_views_and_a_hidden_one_is_brought_back() {
    select("FNote", Column.RULE);
    assertThat(session.selection()).isEqualTo(Selection.target(FieldRef.parse("bill.FNote")));
    table.filter(Show.UNMAPPED);
    session.select(Selection.field(Side.TARGET, FieldRef.parse("bill.FEntity[].FQty")));
    assertThat(table.current()).isEqualTo(row("FEntity[].FQty"));
    assertThat(table.showProperty().get()).isEqualTo(Show.ALL);
    session.select(Selection.rule(rule("FDate")));
    assertThat(table.current()).isEqualTo(row("FDate"));
  }

  @Test
  void rules_of_fields_that_the_schema_does_not_have_are_rows_too() {
    EditorSession odd =
        session(OrderToBill.mapping().withRules(List.of(Rule.link("FNothing", "order.orderNo"))));
    RuleTableViewModel model = table(odd);
    assertThat(model.rows().getLast().path()).isEqualTo("FNothing");
    assertThat(model.stateOf(model.rows().getLast()).verdict().isProblem()).isTrue();
  }

  @Test
  void columns_that_were_moved_and_hidden_are_remembered() {
    TableLayout moved = TableLayout.read("note:200,!type:100");
    table.setLayout(moved);
    assertThat(new RuleTableViewModel(session, settings).layoutProperty().get()).isEqualTo(moved);
    assertThat(table.columns()).doesNotContain(Column.TYPE);
  }

  @Test
  void while_it_is_not_seen_it_rests_and_catches_up_when_it_is() {
    table.setActive(false);
    int seen = table.revisionProperty().get();
    session.apply(
        new fieldloom.ui.session.Edit.Link(
            FieldRef.parse("order.remark"), FieldRef.parse("bill.FNote")));
    assertThat(table.revisionProperty().get()).isEqualTo(seen);
    table.setActive(true);
    assertThat(cell("FNote", Column.RULE)).isEqualTo("order.remark");
  }
}
