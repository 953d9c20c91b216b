package fieldloom.function.number;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Arguments;
import fieldloom.function.FunctionBuilder;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.Numbers;
import fieldloom.function.Types;
import fieldloom.function.ValueType;
import fieldloom.model.value.Num;
import java.util.List;
import java.util.function.BinaryOperator;

/** The four operations and what belongs to them. */
final class ArithmeticFunctions {
  private ArithmeticFunctions() {}

  static List<FunctionDef> all() {
    return List.of(
        add(), subtract(), multiply(), divide(), intDivide(), mod(), abs(), negate(), sign());
  }

  private static FunctionBuilder number(String name, String english, String chinese) {
    return define(name, Group.NUMBER, english, chinese).param("number", Kind.NUMBER);
  }

  private static FunctionDef add() {
    return number("ADD", "The sum of numbers, exactly.", "各数之和，精确计算。")
        .repeated("other", Kind.NUMBER)
        .typing(Types::number)
        .example("ADD(0.1, 0.2)", "0.3")
        .example("ADD(1, 2, 3)", "6")
        .example("ADD(1, NULL)", "null")
        .aliases("plus", "sum of")
        .body(a -> folded(a, Numbers::add));
  }

  private static FunctionDef subtract() {
    return number("SUBTRACT", "The first number less the second, exactly.", "两数之差，精确计算。")
        .param("other", Kind.NUMBER)
        .typing(Types::number)
        .example("SUBTRACT(1, 0.9)", "0.1")
        .example("SUBTRACT(2, 5)", "-3")
        .example("SUBTRACT(\"x\", 1)", "error")
        .aliases("minus", "difference")
        .body(a -> Numbers.subtract(a.number(0), a.number(1)));
  }

  private static FunctionDef multiply() {
    return number("MULTIPLY", "The product of numbers, exactly.", "各数之积，精确计算。")
        .repeated("other", Kind.NUMBER)
        .typing(Types::number)
        .example("MULTIPLY(19.90, 2)", "39.80")
        .example("MULTIPLY(2, 3, 4)", "24")
        .example("MULTIPLY(0.1, 0.1)", "0.01")
        .aliases("times", "product of")
        .body(a -> folded(a, Numbers::multiply));
  }

  private static Num folded(Arguments a, BinaryOperator<Num> operation) {
    Num result = a.number(0);
    for (int i = 1; i < a.size(); i++) {
      result = operation.apply(result, a.number(i));
    }
    return result;
  }

  private static FunctionDef divide() {
    return number(
            "DIVIDE",
            "The first number divided by the second, to 34 digits; ROUND around it sets others.",
            "两数之商，保留 34 位有效数字；外面的 ROUND 可另定位数。")
        .param("divisor", Kind.NUMBER)
        .returns(ValueType.DECIMAL)
        .example("DIVIDE(1, 8)", "0.125")
        .example("DIVIDE(1, 3)", "0.3333333333333333333333333333333333")
        .example("DIVIDE(1, 0)", "error")
        .aliases("quotient", "div")
        .body(a -> Numbers.divide(a.number(0), a.number(1)));
  }

  private static FunctionDef intDivide() {
    return number(
            "INT_DIVIDE",
            "How often the second number goes into the first, without the fraction.",
            "整除，向零取整。")
        .param("divisor", Kind.NUMBER)
        .returns(ValueType.INTEGER)
        .example("INT_DIVIDE(7, 2)", "3")
        .example("INT_DIVIDE(-7, 2)", "-3")
        .example("INT_DIVIDE(7, 0)", "error")
        .aliases("integer division", "quotient")
        .body(a -> Numbers.intDivide(a.number(0), a.number(1)));
  }

  private static FunctionDef mod() {
    return number(
            "MOD",
            "What a division without fraction leaves; it has the sign of the first number.",
            "余数，符号与被除数相同。")
        .param("divisor", Kind.NUMBER)
        .typing(Types::number)
        .example("MOD(7, 3)", "1")
        .example("MOD(-7, 3)", "-1")
        .example("MOD(5.5, 2)", "1.5")
        .aliases("modulus", "modulo", "remainder")
        .body(a -> Numbers.mod(a.number(0), a.number(1)));
  }

  private static FunctionDef abs() {
    return number("ABS", "The number without its sign.", "绝对值。")
        .typing(Types::number)
        .example("ABS(-3.5)", "3.5")
        .example("ABS(0)", "0")
        .example("ABS(2)", "2")
        .aliases("absolute value")
        .body(a -> a.number(0).value().signum() < 0 ? Numbers.negate(a.number(0)) : a.number(0));
  }

  private static FunctionDef negate() {
    return number("NEGATE", "The number with the other sign.", "相反数。")
        .typing(Types::number)
        .example("NEGATE(3)", "-3")
        .example("NEGATE(-0.5)", "0.5")
        .example("NEGATE(0)", "0")
        .aliases("unary minus", "minus")
        .body(a -> Numbers.negate(a.number(0)));
  }

  private static FunctionDef sign() {
    return number("SIGN", "-1, 0 or 1 as the number is below, at or above 0.", "数的符号：-1、0 或 1。")
        .returns(ValueType.INTEGER)
        .example("SIGN(-3.5)", "-1")
        .example("SIGN(0)", "0")
        .example("SIGN(7)", "1")
        .aliases("signum")
        .body(a -> Num.of(a.number(0).value().signum()));
  }
}
