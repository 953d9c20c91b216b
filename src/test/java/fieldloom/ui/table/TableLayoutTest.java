package fieldloom.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TableLayoutTest {
  @Test
  void a_layout_is_read_as_it_was_written() {
    Map<Column, Double> widths = new EnumMap<>(TableLayout.FIRST.widths());
    widths.put(Column.NOTE, 300.0);
    TableLayout moved =
        new TableLayout(
            List.of(
                Column.NUMBER,
                Column.PATH,
                Column.NOTE,
                Column.RULE,
                Column.TITLE,
                Column.TYPE,
                Column.REQUIRED,
                Column.DEFAULT,
                Column.EXAMPLE,
                Column.STATUS),
            widths,
            Set.of(Column.TYPE));
    assertThat(TableLayout.read(moved.write())).isEqualTo(moved);
    assertThat(moved.shown()).doesNotContain(Column.TYPE).startsWith(Column.NUMBER, Column.PATH);
  }

  @Test
  void nonsense_and_older_layouts_give_all_columns_the_frozen_ones_first_and_shown() {
    for (String text : List.of("", "x", "note:99999,!path:20,rule", "note:100,note:200,:,!")) {
      TableLayout read = TableLayout.read(text);
      assertThat(read.order()).as(text).containsExactlyInAnyOrder(Column.values());
      assertThat(read.order()).as(text).startsWith(Column.NUMBER, Column.PATH);
      assertThat(read.shown()).as(text).contains(Column.NUMBER, Column.PATH);
    }
    assertThat(TableLayout.read("note:100").order().get(2)).isEqualTo(Column.NOTE);
  }
}
