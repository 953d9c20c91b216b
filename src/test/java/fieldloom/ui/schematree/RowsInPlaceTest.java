package fieldloom.ui.schematree;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.ui.OrderToBill;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.LayoutFields;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.Side;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stays at the top of a tree while its rows scroll. */
class RowsInPlaceTest {
  private static final double ROW = PlacedRows.ROW_HEIGHT;

  private final EditorSession session = OrderToBill.session();
  private final SchemaTreeViewModel source = new SchemaTreeViewModel(session, Side.SOURCE);

  RowsInPlaceTest() {
    source.viewportHeightProperty().set(8 * ROW);
  }

  private static FieldRef field(String path) {
    return FieldRef.parse(path);
  }

  private double middle(String path) {
    return source.middleOf(source.rowOf(field(path)));
  }

  private List<String> bar() {
    return Arrays.stream(source.scrolling().crumbs())
        .mapToObj(row -> source.rows().get(row).label())
        .toList();
  }

  @Test
  void the_ancestors_of_the_first_row_stay_at_the_top() {
    assertThat(bar()).isEmpty();
    source.setScroll(1);
    assertThat(bar()).containsExactly("order");
    source.scrollToTop(source.rowOf(field("order.lines[].sku")));
    assertThat(bar()).containsExactly("order", "lines[]");
    assertThat(middle("order.lines[].sku")).isEqualTo(1.5 * ROW);
    source.scrollToTop(source.rowOf(field("order.owner.lastName")));
    assertThat(bar()).containsExactly("order", "owner");
  }

  @Test
  void a_row_of_the_bar_has_the_height_of_the_bar_and_others_above_are_away() {
    source.scrollToTop(source.rowOf(field("order.lines[].sku")));
    assertThat(middle("order.lines[]")).isEqualTo(ROW / 2);
    assertThat(source.isAbove(source.rowOf(field("order.lines[]")))).isFalse();
    assertThat(source.isAbove(source.rowOf(field("order.lines[].no")))).isTrue();
    assertThat(source.isAbove(source.rowOf(field("order.orderNo")))).isTrue();
    assertThat(source.isAbove(source.rowOf(field("order.lines[].sku")))).isFalse();
    assertThat(source.inset()).isEqualTo(ROW);
    assertThat(source.rowAt(5)).isEqualTo(source.rowOf(field("order.lines[]")));
    assertThat(source.rowAt(ROW + 5)).isEqualTo(source.rowOf(field("order.lines[].sku")));
  }

  @Test
  void a_row_that_is_revealed_lies_under_the_bar_and_not_behind_it() {
    source.setScroll(source.maxScroll());
    source.reveal(field("order.lines[].sku"));
    assertThat(middle("order.lines[].sku")).isGreaterThan(source.inset());
    source.select(source.rows().get(source.rowOf(field("order.lines[]"))));
    assertThat(bar()).containsExactly("order");
    assertThat(middle("order.lines[]")).isEqualTo(1.5 * ROW);
  }

  @Test
  void keys_walk_every_row_up_and_down_in_full_view() {
    for (int step : new int[] {1, -1}) {
      for (int i = 0; i < source.rowCount(); i++) {
        source.walk().move(step);
        int row = source.walk().selectedRow();
        assertThat(source.middleOf(row) - ROW / 2)
            .as(source.rows().get(row).label())
            .isGreaterThanOrEqualTo(source.inset() - 0.001);
        assertThat(source.middleOf(row) + ROW / 2).isLessThanOrEqualTo(8 * ROW + 0.001);
      }
    }
  }

  @Test
  void a_pinned_field_stays_at_the_top_with_its_whole_name() {
    source.togglePin(field("order.lines[].sku"));
    source.togglePin(field("order.customer.code"));
    assertThat(source.rows())
        .extracting(SchemaRow::label)
        .startsWith("lines[].sku", "customer.code", "order", "orderNo")
        .doesNotContain("sku", "code");
    source.setScroll(10 * ROW);
    assertThat(middle("order.lines[].sku")).isEqualTo(ROW / 2);
    assertThat(middle("order.customer.code")).isEqualTo(1.5 * ROW);
    assertThat(source.inset()).isEqualTo(3 * ROW);
    assertThat(source.rowAt(ROW + 1)).isEqualTo(1);
    assertThat(source.isAbove(0)).isFalse();
    source.setScroll(0);
    assertThat(middle("order")).isEqualTo(2.5 * ROW);
    assertThat(bar()).isEmpty();
  }

  @Test
  void a_pinned_field_stays_while_its_group_is_closed_and_others_are_searched_for() {
    source.togglePin(field("order.customer.code"));
    source.setOpen(field("order.customer"), false);
    int row = source.rowOf(field("order.customer.code"));
    assertThat(row).isZero();
    assertThat(source.shows(row, field("order.customer.code"))).isTrue();
    source.searchProperty().set("lastName");
    assertThat(source.rows())
        .extracting(SchemaRow::label)
        .containsExactly("customer.code", "order", "owner", "lastName");
  }

  @Test
  void a_field_that_is_let_go_is_back_in_its_place() {
    List<SchemaRow> before = source.rows();
    source.togglePin(field("order.lines[].sku"));
    assertThat(source.isPinned(field("order.lines[].sku"))).isTrue();
    source.togglePin(field("order.lines[].sku"));
    assertThat(source.rows()).isEqualTo(before);
    source.togglePin(field("order.lines[].sku"));
    session.undo();
    assertThat(source.rows()).isEqualTo(before);
  }

  @Test
  void groups_and_unknown_fields_are_not_pinned() {
    assertThat(source.togglePin(field("order.lines[]"))).isFalse();
    assertThat(source.togglePin(field("order.nothing"))).isFalse();
    assertThat(source.togglePin(FieldRef.root("order"))).isFalse();
    assertThat(LayoutFields.pins(session.mapping(), Side.SOURCE)).isEmpty();
  }

  @Test
  void where_there_is_little_room_pinned_rows_scroll_too() {
    for (String name : List.of("orderNo", "createdAt", "currency", "remark", "status")) {
      source.togglePin(field("order." + name));
    }
    assertThat(source.scrolling().frozen()).isZero();
    source.setScroll(6 * ROW);
    assertThat(middle("order.orderNo")).isNegative();
    source.viewportHeightProperty().set(10 * ROW);
    assertThat(middle("order.orderNo")).isEqualTo(ROW / 2);
  }

  @Test
  void keys_lead_from_a_pinned_row_to_its_group() {
    source.togglePin(field("order.lines[].sku"));
    session.select(Selection.source(field("order.lines[].sku")));
    source.walk().left();
    assertThat(session.selection().field()).isEqualTo(field("order.lines[]"));
  }

  @Test
  void a_group_knows_how_much_of_it_is_mapped() {
    int lines = source.rowOf(field("order.lines[]"));
    assertThat(source.fieldsIn(lines)).isEqualTo(8);
    assertThat(source.mappedIn(lines)).isEqualTo(7);
    int root = source.rowOf(FieldRef.root("order"));
    assertThat(source.fieldsIn(root)).isEqualTo(source.filter().count(Show.ALL));
    assertThat(source.mappedIn(root)).isEqualTo(source.filter().count(Show.MAPPED));
  }
}
