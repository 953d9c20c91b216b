package fieldloom.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import fieldloom.function.ValueException;
import fieldloom.model.Extras;
import fieldloom.model.Table;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import fieldloom.model.value.Num;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormulasTest {
  private static final Table UNITS =
      new Table(
          "units",
          List.of(),
          null,
          List.of(List.of(TextNode.valueOf("pcs"), TextNode.valueOf("PCE"))),
          null,
          new Table.Otherwise.Input(),
          Extras.NONE);

  @Test
  void a_formula_has_the_value_that_a_field_without_a_schema_would_have() {
    assertThat(Formulas.evaluate("1.50 + 1")).isEqualTo(Num.ofText("2.50"));
    assertThat(Formulas.evaluate("DATE(2026, 11, 24)")).isEqualTo("2026-11-24");
    assertThat(Formulas.evaluate("NULL")).isEqualTo(Null.NULL);
    assertThat(Formulas.evaluate("SWITCH(1, 2, 3)")).isEqualTo(Absent.ABSENT);
  }

  @Test
  void it_may_ask_tables_and_settings() {
    RunSettings noon = new RunSettings(Map.of("NOW", "2026-11-24T12:00:00Z"), null, false);
    String formula = "LOOKUP(\"units\", \"pcs\") & LOOKUP(\"units\", \"kg\") & TODAY()";
    assertThat(Formulas.evaluate(formula, List.of(UNITS), noon)).isEqualTo("PCEkg2026-11-24");
  }

  @Test
  void one_that_is_wrong_says_what_is_wrong() {
    assertThatThrownBy(() -> Formulas.evaluate("1 +"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("formula 1:4: The end of the formula cannot stand here.");
  }

  @Test
  void one_that_cannot_be_computed_says_why() {
    assertThatThrownBy(() -> Formulas.evaluate("1 / 0"))
        .isInstanceOfSatisfying(
            ValueException.class, e -> assertThat(e.code()).isEqualTo("division-by-zero"))
        .hasMessage("1 cannot be divided by zero.");
  }
}
