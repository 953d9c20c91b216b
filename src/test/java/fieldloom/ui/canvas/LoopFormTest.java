package fieldloom.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.model.Each;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopFormTest {
  private static final Each EACH =
      new Each("order.lines[]", "line")
          .withWhere("line.qty > 0")
          .withOrderBy(
              List.of(new Each.OrderBy("line.no", true), new Each.OrderBy("line.sku", false)));

  @Test
  void a_form_that_is_not_touched_gives_the_loop_back() {
    assertThat(LoopForm.of(EACH).toEach(EACH)).isEqualTo(EACH);
    Each grouped = new Each("order.lines[]", "g").withGroupBy(Each.GroupBy.of("g.sku"), "adjacent");
    assertThat(LoopForm.of(grouped).toEach(grouped)).isEqualTo(grouped);
  }

  @Test
  void what_is_emptied_goes_and_the_further_keys_stay() {
    LoopForm form = new LoopForm("order.lines[]", " ", "", "", false, "", false);
    Each each = form.toEach(EACH);
    assertThat(each.as()).isNull();
    assertThat(each.where()).isNull();
    assertThat(each.orderBy()).containsExactly(new Each.OrderBy("line.sku", false));
  }

  @ParameterizedTest
  @CsvSource({
    "'', line, '', OVER",
    "order.lines[], 1x, '', AS",
    "order.lines[], line, line.qty >, WHERE",
    "order.lines[, line, '', OVER",
  })
  void what_cannot_be_read_is_named(String over, String as, String where, LoopForm.Part part) {
    LoopForm.Fault fault = new LoopForm(over, as, where, "", false, "", false).fault();
    assertThat(fault).isNotNull();
    assertThat(fault.part()).isEqualTo(part);
    assertThat(fault.message()).isNotBlank();
  }
}
