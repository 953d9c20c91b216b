package fieldloom.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.ui.OrderToBill;
import fieldloom.ui.kit.Settings;
import fieldloom.ui.session.Edit;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Lens;
import fieldloom.ui.session.Page;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.ViewEdit;
import fieldloom.ui.table.RowFilter.Show;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table shows what of the mapping is looked at. */
class TableLensTest {
  private final EditorSession session = OrderToBill.session();

  private List<String> paths(RuleTableViewModel of) {
    return of.rows().stream().map(Row::path).toList();
  }

  @Test
  void focus_and_pages_show_their_rows_only_and_the_selected_one() {
    Lens lens = new Lens(session);
    RuleTableViewModel of = new RuleTableViewModel(session, lens, Settings.inMemory());
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
    assertThat(of.text(of.current(), Column.RULE)).isEqualTo("order.remark");
    assertThat(paths(of)).contains("FReceive.FCity");
    lens.showAll();
    assertThat(of.rows()).hasSize(all);
  }
}
