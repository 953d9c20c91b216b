package fieldloom.ui.schematree;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.ui.OrderToBill;
import fieldloom.ui.session.Edit;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Lens;
import fieldloom.ui.session.Page;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.Side;
import fieldloom.ui.session.ViewEdit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.Test;

/** Which fields a tree shows. */
class TreeFilterTest {
  private EditorSession session;
  private Lens lens;
  private SchemaTreeViewModel source;
  private SchemaTreeViewModel target;

  TreeFilterTest() {
    open();
  }

  @BeforeTry
  void open() {
    session = OrderToBill.session();
    lens = new Lens(session);
    source = new SchemaTreeViewModel(session, Side.SOURCE, lens);
    target = new SchemaTreeViewModel(session, Side.TARGET, lens);
    source.viewportHeightProperty().set(280);
    target.viewportHeightProperty().set(280);
  }

  private static List<String> labels(SchemaTreeViewModel tree) {
    return tree.rows().stream().map(SchemaRow::label).toList();
  }

  private static FieldRef field(String path) {
    return FieldRef.parse(path);
  }

  @Test
  void focus_shows_what_touches_the_selection_and_its_ancestors_only() {
    session.select(Selection.target(field("bill.FEntity[].FAmount")));
    lens.focus();
    assertThat(labels(target)).containsExactly("bill", "FEntity[]", "FAmount", "FTotal");
    assertThat(labels(source)).containsExactly("order", "lines[]", "qty", "price", "taxRate");
  }

  @Test
  void counts_stay_in_focus() {
    int fields = target.filter().count(Show.ALL);
    int unmapped = target.filter().count(Show.UNMAPPED);
    session.select(Selection.target(field("bill.FNote")));
    lens.focus();
    assertThat(target.filter().count(Show.ALL)).isEqualTo(fields);
    assertThat(target.filter().count(Show.UNMAPPED)).isEqualTo(unmapped);
  }

  @Test
  void leaving_the_focus_takes_rows_back_to_where_they_were() {
    source.setScroll(123);
    target.setScroll(77);
    session.select(Selection.source(field("order.lines[].qty")));
    double before = source.scrollProperty().get();
    lens.toggleFocus();
    assertThat(source.rowCount()).isLessThan(6);
    lens.toggleFocus();
    assertThat(source.scrollProperty().get()).isEqualTo(before);
    assertThat(target.scrollProperty().get()).isEqualTo(77);
    assertThat(labels(source)).contains("orderNo", "status");
  }

  @Test
  void focus_on_a_group_shows_all_in_it() {
    session.select(Selection.source(field("order.lines[]")));
    lens.focus();
    assertThat(labels(source))
        .startsWith("order", "lines[]", "no", "sku")
        .doesNotContain("orderNo");
    assertThat(labels(target)).contains("FEntity[]", "FSeq").doesNotContain("FBillNo", "FUnitID");
  }

  @Test
  void what_is_selected_out_of_the_focus_takes_it_along() {
    session.select(Selection.target(field("bill.FBillNo")));
    lens.focus();
    session.select(Selection.source(field("order.orderNo")));
    assertThat(lens.focusProperty().get().field()).isEqualTo(field("bill.FBillNo"));
    session.select(Selection.target(field("bill.FDate")));
    assertThat(labels(source)).containsExactly("order", "createdAt");
  }

  @Test
  void nothing_selected_is_no_focus() {
    lens.focus();
    assertThat(lens.isFocused()).isFalse();
    assertThat(labels(source)).contains("orderNo");
  }

  @Test
  void a_rule_in_focus_is_followed_by_its_field() {
    session.select(
        Selection.rule(session.index().filling(field("bill.FBillNo")).getFirst().rule()));
    lens.focus();
    session.apply(new Edit.SetFormula(field("bill.FBillNo"), "UPPER(order.remark)"));
    assertThat(labels(source)).containsExactly("order", "remark");
    assertThat(labels(target)).containsExactly("bill", "FBillNo");
  }

  @Test
  void pinned_rows_out_of_the_focus_go_with_the_others() {
    source.togglePin(field("order.remark"));
    source.togglePin(field("order.orderNo"));
    session.select(Selection.target(field("bill.FBillNo")));
    lens.focus();
    assertThat(labels(source)).containsExactly("orderNo");
  }

  @Test
  void a_page_shows_its_fields_and_what_their_rules_read() {
    Page page = new Page("Lines", List.of(), List.of(field("bill.FEntity[]")));
    session.apply(new ViewEdit.AddPage(page));
    lens.show("Lines");
    assertThat(labels(target))
        .contains("FEntity[]", "FAmount", "FUnitID.FNumber")
        .doesNotContain("FDate");
    assertThat(labels(source)).contains("lines[]", "qty").doesNotContain("orderNo", "unit");
    session.undo();
    assertThat(lens.pageProperty().get()).isNull();
    assertThat(labels(source)).contains("orderNo");
  }

  @Test
  void search_and_kind_go_together_and_count_what_they_find() {
    target.showProperty().set(Show.REQUIRED);
    target.searchProperty().set("FNumber");
    assertThat(target.filter().hits()).isEqualTo(6);
    target.showProperty().set(Show.UNMAPPED);
    assertThat(labels(target))
        .containsExactly("bill", "FSaleDeptId.FNumber", "FEntity[]", "FUnitID.FNumber");
    assertThat(target.filter().hits()).isEqualTo(2);
  }

  @Test
  void hits_are_walked_forth_and_back_among_the_kind_that_is_shown() {
    target.showProperty().set(Show.UNMAPPED);
    target.searchProperty().set("FNumber");
    target.walk().nextHit();
    assertThat(session.selection().field()).isEqualTo(field("bill.FSaleDeptId.FNumber"));
    assertThat(target.walk().isOnHit()).isTrue();
    target.walk().nextHit();
    assertThat(session.selection().field()).isEqualTo(field("bill.FEntity[].FUnitID.FNumber"));
    target.walk().nextHit();
    assertThat(session.selection().field()).isEqualTo(field("bill.FSaleDeptId.FNumber"));
    target.walk().previousHit();
    assertThat(session.selection().field()).isEqualTo(field("bill.FEntity[].FUnitID.FNumber"));
  }

  @Test
  void a_group_that_is_found_opens_and_one_with_finds_inside_closes() {
    source.searchProperty().set("lines");
    assertThat(labels(source)).containsExactly("order", "lines[]");
    source.toggle(source.rows().get(1));
    assertThat(labels(source)).contains("sku", "qty");
    source.searchProperty().set("sku");
    assertThat(labels(source)).containsExactly("order", "lines[]", "sku");
    source.toggle(source.rows().get(1));
    assertThat(labels(source)).containsExactly("order", "lines[]");
    source.reveal(field("order.lines[].sku"));
    assertThat(labels(source)).containsExactly("order", "lines[]", "sku");
  }

  @Test
  void a_kind_follows_the_rules_at_once() {
    source.showProperty().set(Show.UNMAPPED);
    assertThat(labels(source)).contains("remark");
    session.apply(new Edit.Link(field("order.remark"), field("bill.FNote")));
    assertThat(labels(source)).doesNotContain("remark");
  }

  @Test
  void what_is_found_makes_a_page() {
    assertThat(lens.found(Side.TARGET)).isEmpty();
    target.searchProperty().set("FQty");
    assertThat(lens.found(Side.TARGET)).containsExactly(field("bill.FEntity[].FQty"));
  }

  /** Something that is done to what is shown. */
  record Step(Kind kind, int at) {}

  /** What can be done. */
  enum Kind {
    SEARCH,
    SHOW,
    FOCUS,
    PAGE,
    SELECT,
    PIN,
    CLOSE,
    LINK,
    UNDO
  }

  @Property(tries = 200)
  void the_selected_row_is_never_hidden(@ForAll("steps") List<Step> steps) {
    List<FieldRef> sources = fields(source);
    List<FieldRef> targets = fields(target);
    for (Step step : steps) {
      act(step, sources, targets);
      Selection selected = session.selection();
      if (selected.field() != null) {
        SchemaTreeViewModel tree = selected.side() == Side.SOURCE ? source : target;
        int row = tree.rowOf(selected.field());
        boolean shown = row >= 0 && tree.shows(row, selected.field());
        // Who closes the group around the selected field means to hide it.
        assertThat(shown || step.kind() == Kind.CLOSE || closed(tree, selected.field()))
            .as(step + " hides " + selected.field())
            .isTrue();
      }
    }
    while (session.undo() != null) {
      assertThat(session.mapping()).isNotNull();
    }
    assertThat(session.mapping()).isEqualTo(OrderToBill.mapping());
  }

  private static boolean closed(SchemaTreeViewModel tree, FieldRef field) {
    int row = tree.rowOf(field);
    return row >= 0 && tree.rows().get(row).expandable() && !tree.rows().get(row).expanded();
  }

  private static List<FieldRef> fields(SchemaTreeViewModel tree) {
    return tree.rows().stream().map(SchemaRow::field).toList();
  }

  private void act(Step step, List<FieldRef> sources, List<FieldRef> targets) {
    boolean onSource = step.at() % 2 == 0;
    SchemaTreeViewModel tree = onSource ? source : target;
    List<FieldRef> all = onSource ? sources : targets;
    FieldRef field = all.get(step.at() % all.size());
    switch (step.kind()) {
      case SEARCH -> tree.searchProperty().set(List.of("", "no", "zzz", "FN").get(step.at() % 4));
      case SHOW -> tree.showProperty().set(Show.values()[step.at() % Show.values().length]);
      case FOCUS -> lens.toggleFocus();
      case PAGE -> {
        session.apply(
            new ViewEdit.AddPage(
                Page.of("p" + step.at() % 3, session.selection(), session.index())));
        lens.show(step.at() % 4 == 3 ? null : "p" + step.at() % 3);
      }
      case SELECT -> session.select(Selection.field(tree.side(), field));
      case PIN -> tree.togglePin(field);
      case CLOSE -> tree.setOpen(field, step.at() % 3 == 0);
      case LINK ->
          session.apply(
              new Edit.Link(
                  sources.get(step.at() % sources.size()),
                  targets.get(step.at() % targets.size())));
      case UNDO -> session.undo();
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(Arbitraries.of(Kind.class), Arbitraries.integers().between(0, 200))
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(25);
  }
}
