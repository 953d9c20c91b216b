package fieldloom.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fieldloom.model.value.Absent;
import fieldloom.model.value.Num;
import fieldloom.payload.FormatException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arithmetic, rounding, powers and amounts. */
class NumberCasesTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "19.90 * 2 | 39.80",
        "ADD(1.10, 2.2) | 3.30",
        "200 / 2 * 1.50 | 150.00",
        "1e2 / 1 | 100",
        "10 / 4 | 2.5",
        "2 / 3 | 0.6666666666666666666666666666666667",
        "1 / 0 | error division-by-zero",
        "MOD(1, 0) | error division-by-zero",
        "0 / 5.00 | 0",
        "INT_DIVIDE(-7, 2) | -3",
        "INT_DIVIDE(7.9, -2) | -3",
        "MOD(-7, 3) | -1",
        "MOD(7, -3) | 1",
        "1e9999 * 10 | error number-too-large",
        "1e-9999 / 10 | error number-too-large",
        "1e9999 + 1 | error number-too-large",
      })
  void operations_are_exact_but_for_divisions(String formula, String result)
      throws FormatException {
    Cases.check(formula, result);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "ROUND(2.5, 0) | 3",
        "ROUND(-2.5, 0) | -3",
        "ROUND(2.675, 2) | 2.68",
        "ROUND(1.4999999999999999999999, 0) | 1",
        "ROUND(12345678901234567.0005, 3) | 12345678901234567.001",
        "ROUND(2.5, 2) | 2.50",
        "ROUND(1250, -2) | 1300",
        "ROUND(49, -2) | 0",
        "ROUND(1 / 3, 40) | 0.3333333333333333333333333333333333333333",
        "ROUND(1 + 1 / 3, 36) | 1.333333333333333333333333333333333300",
        "ROUND(DIVIDE(2, 3), 38) | 0.66666666666666666666666666666666666667",
        "ROUND(AVERAGE([1, 2, 2]), 36) | 1.666666666666666666666666666666666667",
        "ROUND(AVERAGE([]), 2) | absent",
        "ROUND(1 / NULL, 2) | null",
        "ROUND(1 / 0, 2) | error division-by-zero",
        "ROUND(1, 10000) | error out-of-range",
        "ROUND(1, 0.5) | error",
        "ROUND_EVEN(2.5, 0) | 2",
        "ROUND_EVEN(-3.5, 0) | -4",
        "ROUND_EVEN(2.345, 2) | 2.34",
        "TRUNC(-2.99) | -2",
        "CEILING(-0.5) | 0",
        "CEILING(0.30, 0.25) | 0.50",
        "CEILING(-7, 5) | -5",
        "FLOOR(-7, 5) | -10",
        "FLOOR(7, 0) | error out-of-range",
      })
  void rounding_is_decimal(String formula, String result) throws FormatException {
    Cases.check(formula, result);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "LN(2) | 0.6931471805599453094172321214581766",
        "LN(10) | 2.302585092994045684017991454684364",
        "LN(0.5) | -0.6931471805599453094172321214581766",
        "LN(0.999999999999999999999) | -0.0000000000000000000010000000000000000000005",
        "LN(1.00000000000000000000000001)"
            + " | 0.00000000000000000000000000999999999999999999999999995",
        "LN(3.2) | 1.163150809805680863068169152606519",
        "LN(3.19999) | 1.163147684800798040395619269022337",
        "LN(7) | 1.94591014905531330510535274344318",
        "LN(123456789.987654321) | 18.63140177416801807409393359881987",
        "LN(0.000001) | -13.81551055796427410410794872810619",
        "LN(1.01) | 0.009950330853168082848215357544260742",
        "LN(0.99) | -0.01005033585350144118354885755854771",
        "LN(98765432109876543210) | 46.03927933999485652704345784005641",
        "LN(1e-30) | -69.07755278982137052053974364053093",
        "LN(2.718281828459045235360287471352662) | 0.9999999999999999999999999999999998",
        "LOG10(5) | 0.698970004336018804786261105275507",
        "LOG10(99) | 1.995635194597549915340255777753255",
        "LOG10(0.3) | -0.5228787452803375627049720967448847",
        "LOG10(1e-7) | -7",
        "LOG10(12345.678) | 4.091514945509201274655110542156115",
        "EXP(1) | 2.718281828459045235360287471352662",
        "EXP(-1) | 0.3678794411714423215955237701614609",
        "EXP(0.1) | 1.105170918075647624811707826490247",
        "EXP(10) | 22026.46579480671651695790064528424",
        "EXP(-0.000000000000000000001) | 0.999999999999999999999",
        "EXP(2.302585092994045684017991454684364) | 9.999999999999999999999999999999998",
        "EXP(50.5) | 8548134287298057692257.916908921685",
        "EXP(-50.5) | 0.0000000000000000000001169845917706196468585162518454189",
        "EXP(100) | 26881171418161354484126255515800140000000000",
        "EXP(1e-40) | 1",
        "POWER(2, 0.5) | 1.414213562373095048801688724209698",
        "POWER(10, 0.1) | 1.258925411794167210423954106395801",
        "POWER(0.5, -2.5) | 5.656854249492380195206754896838792",
        "POWER(1.0000000001, 12345.678) | 1.000001234568562017411544973024024",
        "POWER(99.99, 0.333333333333) | 4.641434108820259626674895497874377",
        "POWER(7.25, 3.75) | 1683.710904663049120099473428900399",
        "POWER(4, 1.5) | 8",
        "POWER(1e-10, 0.3) | 0.001",
        "SQRT(3) | 1.732050807568877293527446341505872",
        "SQRT(1e-7) | 0.0003162277660168379331998893544432719",
        "SQRT(99999999999999999999999999999999999999) | 10000000000000000000",
        "SQRT(152.2756) | 12.34",
        "SQRT(12345678901234567890.12345) | 3513641828.820144253111221415606485",
      })
  void roots_and_logarithms_have_34_right_digits(String formula, String result)
      throws FormatException {
    Cases.check(formula, result);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "POWER(1.50, 2) | 2.2500",
        "POWER(-2, 3) | -8",
        "POWER(-2, -2) | 0.25",
        "POWER(3, -1) | 0.3333333333333333333333333333333333",
        "POWER(0, 0) | 1",
        "POWER(0, -1) | error division-by-zero",
        "POWER(-1, 99999999999999999999) | -1",
        "POWER(1.1, 5000) | error number-too-large",
        "POWER(10, 10000) | error number-too-large",
        "POWER(7, 1e30) | error number-too-large",
        "EXP(1e30) | error number-too-large",
      })
  void whole_powers_are_exact_or_refused(String formula, String result) throws FormatException {
    Cases.check(formula, result);
  }

  @Test
  void a_middle_between_two_results_is_rounded_to_the_even_one() throws FormatException {
    // A root of exactly 35 digits that end in 5.
    BigInteger root = new BigInteger("10000000000000000000000000000000005");
    String squared = root.multiply(root).toString();
    String even = "10000000000000000000000000000000000";
    Cases.check("SQRT(" + squared + ")", even);
    Cases.check("POWER(" + squared + ", 0.5)", even);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "0, 零元整",
    "0.05, 伍分",
    "0.5, 伍角整",
    "0.55, 伍角伍分",
    "1, 壹元整",
    "10, 壹拾元整",
    "10.05, 壹拾元零伍分",
    "100000.05, 壹拾万元零伍分",
    "10010.01, 壹万零壹拾元零壹分",
    "1680.32, 壹仟陆佰捌拾元零叁角贰分",
    "107000.53, 壹拾万柒仟元零伍角叁分",
    "16409.02, 壹万陆仟肆佰零玖元零贰分",
    "6007.14, 陆仟零柒元壹角肆分",
    "100000001, 壹亿零壹元整",
    "2000002000, 贰拾亿零贰仟元整",
    "1000000000000, 壹万亿元整",
    "-3.2, 负叁元贰角整",
    "1.500, 壹元伍角整",
  })
  void amounts_are_written_as_banks_want_them(String amount, String text) throws FormatException {
    Cases.check("RMB_UPPERCASE(" + amount + ")", "\"" + text + "\"");
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "RMB_UPPERCASE(1.005) | error would-lose",
        "RMB_UPPERCASE(10000000000000000) | error out-of-range",
        "UNIT(1, \"KG\", \"lb\") | 2.20462262184877580722973801345027",
        "UNIT(1, \"mi\", \"km\") | 1.609344",
        "UNIT(1, \"亩\", \"ha\") | 0.06666666666666666666666666666666667",
        "UNIT(1, \"gal\", \"ml\") | 3785.411784",
        "UNIT(1, \"furlong\", \"m\") | error",
        "BIT_AND(-1, 255) | 255",
        "CLAMP(1, 5, 2) | error",
        "MIN_OF(2, 10) | 2",
        "MAX_OF(\"10\", 9) | 10",
      })
  void units_bits_and_bounds(String formula, String result) throws FormatException {
    Cases.check(formula, result);
  }

  @Test
  void helpers_for_operators_say_what_is_too_large_and_average_without_items() {
    assertThat(Numbers.checked(BigDecimal.TEN).text()).isEqualTo("10");
    assertThatThrownBy(() -> Numbers.checked(BigDecimal.ONE.scaleByPowerOfTen(10_000)))
        .isInstanceOf(ValueException.class);
    assertThat(Numbers.average(List.of(Absent.ABSENT))).isSameAs(Absent.ABSENT);
    assertThat(Numbers.average(List.of(Num.of(1), Num.of(2)), 3)).hasToString("1.500");
    assertThat(Numbers.divide(Num.of(125), Num.of(1), -1)).hasToString("130");
  }
}
