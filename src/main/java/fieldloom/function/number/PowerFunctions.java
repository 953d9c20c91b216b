package fieldloom.function.number;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.FunctionBuilder;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.Numbers;
import fieldloom.function.ValueException;
import fieldloom.function.ValueType;
import fieldloom.model.value.Num;
import java.util.List;

/** Powers, roots and logarithms, to 34 digits where they are not exact. */
final class PowerFunctions {
  private PowerFunctions() {}

  static List<FunctionDef> all() {
    return List.of(power(), sqrt(), exp(), ln(), log10());
  }

  private static FunctionBuilder number(String name, String english, String chinese) {
    return define(name, Group.NUMBER, english, chinese)
        .param("number", Kind.NUMBER)
        .returns(ValueType.DECIMAL);
  }

  private static FunctionDef power() {
    return number(
            "POWER",
            "A number to a power: exactly to a whole one, else to 34 digits.",
            "乘方：整数次幂精确，否则保留 34 位有效数字。")
        .param("exponent", Kind.NUMBER)
        .example("POWER(1.05, 3)", "1.157625")
        .example("POWER(2, -3)", "0.125")
        .example("POWER(2.25, 0.5)", "1.5")
        .example("POWER(-8, 0.5)", "error")
        .aliases("pow", "exponent")
        .body(a -> Powers.power(a.number(0), a.number(1)));
  }

  private static FunctionDef sqrt() {
    return number("SQRT", "The square root, to 34 digits.", "平方根，保留 34 位有效数字。")
        .example("SQRT(6.25)", "2.5")
        .example("SQRT(2)", "1.414213562373095048801688724209698")
        .example("SQRT(-1)", "error")
        .aliases("square root")
        .body(
            a -> {
              if (a.number(0).value().signum() < 0) {
                throw new ValueException(
                    "out-of-range", a.number(0) + " is below 0 and has no square root.");
              }
              return Numbers.stripped(a.number(0).value().sqrt(Numbers.PRECISION));
            });
  }

  private static FunctionDef exp() {
    return number(
            "EXP",
            "Euler's number e to the power of a number, to 34 digits.",
            "e 的若干次方，保留 34 位有效数字。")
        .example("EXP(0)", "1")
        .example("EXP(1)", "2.718281828459045235360287471352662")
        .example("EXP(100000)", "error")
        .aliases("e to the x")
        .body(a -> Powers.exp(a.number(0)));
  }

  private static FunctionDef ln() {
    return number("LN", "The natural logarithm, to 34 digits.", "自然对数，保留 34 位有效数字。")
        .example("LN(1)", "0")
        .example("LN(2)", "0.6931471805599453094172321214581766")
        .example("LN(0)", "error")
        .aliases("log", "natural logarithm")
        .body(a -> Numbers.stripped(Series.ln(above0(a.number(0)).value())));
  }

  private static FunctionDef log10() {
    return number("LOG10", "The logarithm to base 10, to 34 digits.", "常用对数，保留 34 位有效数字。")
        .example("LOG10(1000)", "3")
        .example("LOG10(2)", "0.301029995663981195213738894724493")
        .example("LOG10(-1)", "error")
        .aliases("common logarithm")
        .body(a -> Powers.log10(above0(a.number(0))));
  }

  private static Num above0(Num number) {
    if (number.value().signum() <= 0) {
      throw new ValueException("out-of-range", number + " has no logarithm: give one above 0.");
    }
    return number;
  }
}
