package fieldloom.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.engine.Formulas;
import fieldloom.engine.RunSettings;
import fieldloom.function.lookup.ExampleTables;
import fieldloom.model.value.Absent;
import fieldloom.payload.FormatException;
import fieldloom.payload.JsonValues;
import java.util.Map;

/** Holds formulas to their results. */
final class Cases {
  /** What a formula that is found wrong before it runs is refused with. */
  private static final Class<IllegalArgumentException> WRONG_FORMULA =
      IllegalArgumentException.class;

  private static final RunSettings SETTINGS =
      new RunSettings(Map.of("NOW", "2024-07-01T20:30:00Z", "ZONE", "Asia/Shanghai"), null, false);

  private Cases() {}

  private static String code(Throwable error) {
    return error instanceof ValueException e ? e.code() : "found before it runs";
  }

  /**
   * Evaluates a formula in the zone of Shanghai, when it is 2 July there and 1 July in UTC.
   *
   * @param result JSON, {@code absent}, or {@code error} with the error's code behind it where that
   *     matters
   */
  static void check(String formula, String result) throws FormatException {
    if (result.equals("absent")) {
      assertThat(value(formula)).isSameAs(Absent.ABSENT);
    } else if (result.startsWith("error")) {
      String code = result.substring("error".length()).strip();
      assertThatThrownBy(() -> value(formula))
          .as(formula)
          .satisfies(
              e -> assertThat(e).isInstanceOfAny(ValueException.class, WRONG_FORMULA),
              e -> assertThat(code.isEmpty() ? "" : code(e)).isEqualTo(code));
    } else {
      assertThat(JsonValues.toJson(value(formula)))
          .as(formula)
          .isEqualTo(JsonValues.toJson(JsonValues.parse(result)));
    }
  }

  static Object value(String formula) {
    return Formulas.evaluate(formula, ExampleTables.all(), SETTINGS);
  }
}
