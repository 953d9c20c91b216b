package fieldloom.function.number;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Arguments;
import fieldloom.function.FunctionBuilder;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.Numbers;
import fieldloom.function.ValueException;
import fieldloom.function.ValueType;
import fieldloom.model.value.Num;
import java.math.RoundingMode;
import java.util.List;

/** Rounding. */
final class RoundingFunctions {
  private RoundingFunctions() {}

  static List<FunctionDef> all() {
    return List.of(round(), roundEven(), ceiling(), floor(), trunc());
  }

  private static FunctionBuilder number(String name, String english, String chinese) {
    return define(name, Group.NUMBER, english, chinese).param("number", Kind.NUMBER);
  }

  private static FunctionDef round() {
    return number(
            "ROUND",
            "Rounds half up, away from zero, to so many digits after the point; a negative number"
                + " of digits rounds tens, hundreds ….",
            "四舍五入到指定小数位，位数为负时取整到十位、百位等。")
        .optional("digits", Kind.INTEGER)
        .typing(arguments -> arguments.size() > 1 ? ValueType.DECIMAL : ValueType.INTEGER)
        .example("ROUND(1.005, 2)", "1.01")
        .example("ROUND(-2.5, 0)", "-3")
        .example("ROUND(1250, -2)", "1300")
        .example("ROUND(2 / 3, 4)", "0.6667")
        .aliases("round-half-up", "round-precision")
        .body(RoundingFunctions::rounded);
  }

  private static Num rounded(Arguments a) {
    int digits = a.has(1) ? a.integer(1) : 0;
    return a.isDivision(0) ? a.divided(0, digits) : Numbers.round(a.number(0), digits);
  }

  private static FunctionDef roundEven() {
    return number(
            "ROUND_EVEN", "Rounds half to the even neighbour, as banks do.", "银行家舍入（四舍六入五成双）。")
        .optional("digits", Kind.INTEGER)
        .typing(arguments -> arguments.size() > 1 ? ValueType.DECIMAL : ValueType.INTEGER)
        .example("ROUND_EVEN(2.5, 0)", "2")
        .example("ROUND_EVEN(3.5, 0)", "4")
        .example("ROUND_EVEN(1.015, 2)", "1.02")
        .aliases("round-half-to-even", "bankers rounding")
        .body(a -> Numbers.round(a.number(0), a.has(1) ? a.integer(1) : 0, RoundingMode.HALF_EVEN));
  }

  private static FunctionDef ceiling() {
    return number(
            "CEILING",
            "The next whole number up, or the next multiple of a step.",
            "向上取整，或取到步长的倍数。")
        .optional("step", Kind.NUMBER)
        .typing(arguments -> arguments.size() > 1 ? ValueType.DECIMAL : ValueType.INTEGER)
        .example("CEILING(2.1)", "3")
        .example("CEILING(-2.1)", "-2")
        .example("CEILING(7, 5)", "10")
        .aliases("ceil", "round up")
        .body(a -> stepped(a, RoundingMode.CEILING));
  }

  private static FunctionDef floor() {
    return number(
            "FLOOR",
            "The next whole number down, or the next multiple of a step.",
            "向下取整，或取到步长的倍数。")
        .optional("step", Kind.NUMBER)
        .typing(arguments -> arguments.size() > 1 ? ValueType.DECIMAL : ValueType.INTEGER)
        .example("FLOOR(2.9)", "2")
        .example("FLOOR(-2.1)", "-3")
        .example("FLOOR(7.3, 0.5)", "7.0")
        .aliases("round down")
        .body(a -> stepped(a, RoundingMode.FLOOR));
  }

  private static Num stepped(Arguments a, RoundingMode mode) {
    if (!a.has(1)) {
      return Numbers.round(a.number(0), 0, mode);
    }
    Num step = a.number(1);
    if (step.value().signum() <= 0) {
      throw new ValueException("out-of-range", "The step is " + step + ": give one above 0.");
    }
    Num whole = Numbers.intDivide(a.number(0), step);
    Num left = Numbers.mod(a.number(0), step);
    int sign = left.value().signum();
    if (sign > 0 && mode == RoundingMode.CEILING) {
      whole = Numbers.add(whole, Num.of(1));
    } else if (sign < 0 && mode == RoundingMode.FLOOR) {
      whole = Numbers.subtract(whole, Num.of(1));
    }
    return Numbers.multiply(whole, step);
  }

  private static FunctionDef trunc() {
    return number(
            "TRUNC",
            "Cuts the number after so many digits behind the point, toward zero.",
            "按小数位数截断，不舍入。")
        .optional("digits", Kind.INTEGER)
        .typing(arguments -> arguments.size() > 1 ? ValueType.DECIMAL : ValueType.INTEGER)
        .example("TRUNC(2.99)", "2")
        .example("TRUNC(-2.99, 1)", "-2.9")
        .example("TRUNC(1299, -2)", "1200")
        .aliases("truncate", "fix", "int")
        .body(a -> Numbers.round(a.number(0), a.has(1) ? a.integer(1) : 0, RoundingMode.DOWN));
  }
}
