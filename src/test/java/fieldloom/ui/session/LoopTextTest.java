package fieldloom.ui.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.model.Each;
import fieldloom.model.formula.FormulaException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoopTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "each order.lines[]",
        "each order.lines[] as line",
        "each order.lines[] as line where line.qty > 0 AND (line.no == 1)",
        "each order.lines[] as line where (line.where == \"where\")",
        "each FILTER(order.lines[], x -> x.qty > 0) as 行 order by 行.no desc, IF(行.a, 1, 2)",
        "each order.by[] as by where by.order > 1 order by by.order",
      })
  void a_line_that_is_read_is_written_as_it_was(String line) throws Exception {
    assertThat(LoopText.of(LoopText.read(line, null))).isEqualTo(line);
  }

  @Test
  void what_a_line_has_no_words_for_stays() throws Exception {
    Each old =
        new Each("order.lines[]", "line")
            .withGroupBy(Each.GroupBy.of("line.sku"), "key")
            .withOrderBy(
                List.of(new Each.OrderBy("line.no", false, "zh", fieldloom.model.Extras.NONE)));
    Each now = LoopText.read("each order.lines[] order by line.no desc", old);
    assertThat(now.as()).isEqualTo("line");
    assertThat(now.groupBy()).isEqualTo(old.groupBy());
    assertThat(now.orderBy().getFirst().locale()).isEqualTo("zh");
    assertThat(now.orderBy().getFirst().descending()).isTrue();
    assertThat(LoopText.read("order.rest[]", old).orderBy()).isEqualTo(old.orderBy());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "each | 5",
        "each order.lines[] as where line.x | 22",
        "each order.lines[] as line where line.qty > | 44",
        "each order.lines[] as line order by | 36",
      })
  void a_line_that_cannot_be_read_says_where(String line, int column) {
    assertThatThrownBy(() -> LoopText.read(line, null))
        .isInstanceOfSatisfying(
            FormulaException.class, e -> assertThat(e.pos().column()).isEqualTo(column));
  }
}
