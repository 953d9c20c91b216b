package fieldloom.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CellsTest {
  @Test
  void cells_are_cut_at_tabs_and_rows_at_line_ends() {
    assertThat(Cells.read("a\tb\r\n\tc\r\n")).containsExactly(List.of("a", "b"), List.of("", "c"));
    assertThat(Cells.read("a\nb")).containsExactly(List.of("a"), List.of("b"));
    assertThat(Cells.read("a\t")).containsExactly(List.of("a", ""));
  }

  @Test
  void a_cell_in_quotes_may_hold_tabs_lines_and_doubled_quotes() {
    assertThat(Cells.read("\"two\nlines\"\tx\n\"say \"\"hi\"\"\"\t\"a\tb\""))
        .containsExactly(List.of("two\nlines", "x"), List.of("say \"hi\"", "a\tb"));
  }

  @Test
  void quotes_that_are_part_of_a_formula_stay() {
    assertThat(Cells.read("\"100\"\t\"\"\t\"a\" & \"b\"\tCONCAT(\"a\", \"b\")"))
        .containsExactly(List.of("\"100\"", "\"\"", "\"a\" & \"b\"", "CONCAT(\"a\", \"b\")"));
    assertThat(Cells.write(List.of(List.of("\"100\"", "x")))).isEqualTo("\"\"\"100\"\"\"\tx\n");
  }

  @Property
  void what_is_copied_is_pasted_again(
      @ForAll @Size(min = 1, max = 4)
          List<
                  @Size(min = 1, max = 4) List<
                      @StringLength(max = 6) @CharRange(from = 'a', to = 'c') String>>
              words,
      @ForAll @StringLength(min = 1, max = 4) @CharRange(from = '\t', to = '\n') String breaks) {
    List<List<String>> cells =
        words.stream()
            .map(row -> row.stream().map(w -> w.replace("a", "\"").replace("b", breaks)).toList())
            .toList();
    // A last row of one empty cell is a line end and nothing behind it.
    List<List<String>> whole = new java.util.ArrayList<>(cells);
    whole.add(List.of("end"));
    assertThat(Cells.read(Cells.write(whole))).isEqualTo(whole);
  }
}
