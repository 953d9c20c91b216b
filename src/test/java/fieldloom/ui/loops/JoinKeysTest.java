package fieldloom.ui.loops;

import static org.assertj.core.api.Assertions.assertThat;

import fieldloom.ui.loops.JoinKeys.Pair;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoinKeysTest {
  @Test
  void a_condition_that_keys_are_equal_is_pairs() {
    assertThat(JoinKeys.read("s.id == line.sku and MAX(s.a, s.b) == 1"))
        .containsExactly(new Pair("s.id", "line.sku"), new Pair("MAX(s.a, s.b)", "1"));
    assertThat(JoinKeys.read("")).containsExactly(Pair.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"s.id == a OR s.id == b", "s.n > line.n", "s.ok", "NOT s.a == s.b", "a == b == c"})
  void any_other_condition_is_a_formula(String on) {
    assertThat(JoinKeys.read(on)).isNull();
  }

  @Test
  void an_equality_within_brackets_is_part_of_a_key() {
    assertThat(JoinKeys.read("IF(s.a == 1, s.x, s.y) == line.k"))
        .containsExactly(new Pair("IF(s.a == 1, s.x, s.y)", "line.k"));
  }

  @Test
  void pairs_of_which_nothing_is_typed_are_left_out_in_the_end() {
    String typed = JoinKeys.typed(List.of(new Pair("a", "b"), Pair.EMPTY));
    assertThat(JoinKeys.finished(typed)).isEqualTo("a == b");
    assertThat(JoinKeys.isEmpty(JoinKeys.typed(List.of(Pair.EMPTY, Pair.EMPTY)))).isTrue();
    assertThat(JoinKeys.finished("a==b")).isEqualTo("a==b");
  }
}
