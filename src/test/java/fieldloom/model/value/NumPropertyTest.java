package fieldloom.model.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Small numbers compute as BigDecimal does, or say that they cannot. */
class NumPropertyTest {

  @Property
  void sums_differences_and_products_are_those_of_big_decimal(
      @ForAll("decimals") BigDecimal a, @ForAll("decimals") BigDecimal b) {
    holds(SmallDecimals.add(Num.of(a), Num.of(b)), a.add(b));
    holds(SmallDecimals.subtract(Num.of(a), Num.of(b)), a.subtract(b));
    holds(SmallDecimals.multiply(Num.of(a), Num.of(b)), a.multiply(b));
  }

  @Property
  void rounding_is_that_of_big_decimal(
      @ForAll("decimals") BigDecimal a, @ForAll @IntRange(min = -3, max = 20) int digits) {
    holds(SmallDecimals.roundHalfUp(Num.of(a), digits), a.setScale(digits, RoundingMode.HALF_UP));
  }

  @Property
  void order_equality_and_hash_go_by_value(
      @ForAll("decimals") BigDecimal a, @ForAll("decimals") BigDecimal b) {
    Num x = Num.of(a);
    Num y = Num.of(b);
    assertThat(Integer.signum(x.compareTo(y))).isEqualTo(a.compareTo(b));
    assertThat(x.equals(y)).isEqualTo(a.compareTo(b) == 0);
    Num wider = Num.of(a.setScale(a.scale() + 3));
    assertThat(wider).isEqualTo(x).hasSameHashCodeAs(x);
    Num stripped = Num.of(a.stripTrailingZeros());
    assertThat(stripped).isEqualTo(x).hasSameHashCodeAs(x);
    assertThat(Num.ofText(a.toString())).isEqualTo(x).hasSameHashCodeAs(x);
  }

  @Property
  void text_and_value_are_kept(@ForAll("decimals") BigDecimal a) {
    assertThat(Num.of(a).text()).isEqualTo(a.toPlainString());
    assertThat(Num.of(a).value()).isEqualTo(a);
    assertThat(Num.ofText(a.toString()).text()).isEqualTo(a.toString());
    assertThat(Num.ofText(a.toString()).value()).isEqualTo(a);
    assertThat(Num.of(a).signum()).isEqualTo(a.signum());
    assertThat(Num.of(a).isWhole()).isEqualTo(a.stripTrailingZeros().scale() <= 0);
  }

  private static void holds(@Nullable Num small, BigDecimal wanted) {
    if (small != null) {
      assertThat(small.value()).isEqualTo(wanted);
      assertThat(small.text()).isEqualTo(wanted.toPlainString());
    }
  }

  /** Prices and quantities never need a BigDecimal. */
  @Property
  void amounts_are_small(@ForAll("amounts") BigDecimal a, @ForAll("amounts") BigDecimal b) {
    assertThat(SmallDecimals.add(Num.of(a), Num.of(b))).isNotNull();
    assertThat(SmallDecimals.subtract(Num.of(a), Num.of(b))).isNotNull();
    assertThat(SmallDecimals.multiply(Num.of(a), Num.of(b))).isNotNull();
    assertThat(SmallDecimals.roundHalfUp(Num.of(a), 2)).isNotNull();
  }

  @Provide
  Arbitrary<BigDecimal> amounts() {
    return Combinators.combine(
            Arbitraries.longs().between(-99_999_999, 99_999_999),
            Arbitraries.integers().between(0, 4))
        .as(BigDecimal::valueOf);
  }

  @Provide
  Arbitrary<BigDecimal> decimals() {
    Arbitrary<BigInteger> digits =
        Arbitraries.oneOf(
            Arbitraries.longs().between(-99_999, 99_999).map(BigInteger::valueOf),
            Arbitraries.longs().map(BigInteger::valueOf),
            Arbitraries.of("999999999999999999", "-999999999999999999", "0", "1000000000000000000")
                .map(BigInteger::new),
            Arbitraries.bigIntegers()
                .between(BigInteger.TEN.pow(25).negate(), BigInteger.TEN.pow(25)));
    Arbitrary<Integer> scales =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 6), Arbitraries.integers().between(-4, 22));
    return Combinators.combine(digits, scales).as(BigDecimal::new);
  }
}
