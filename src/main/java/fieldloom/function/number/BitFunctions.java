package fieldloom.function.number;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Arguments;
import fieldloom.function.FunctionBuilder;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.ValueException;
import fieldloom.function.ValueType;
import fieldloom.model.value.Num;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BinaryOperator;

/** Bits of whole numbers, and random numbers. */
final class BitFunctions {
  private static final long RANDOM_PARTS = 1_000_000_000_000_000L;
  private static final int RANDOM_DIGITS = 15;

  private BitFunctions() {}

  static List<FunctionDef> all() {
    return List.of(bitAnd(), bitOr(), bitXor(), random());
  }

  private static FunctionBuilder bits(String name, String english, String chinese) {
    return define(name, Group.NUMBER, english, chinese)
        .param("number", Kind.NUMBER)
        .param("other", Kind.NUMBER)
        .returns(ValueType.INTEGER);
  }

  private static FunctionDef bitAnd() {
    return bits("BIT_AND", "The bits that both whole numbers have.", "两个整数按位与。")
        .example("BIT_AND(12, 10)", "8")
        .example("BIT_AND(5, 2)", "0")
        .example("BIT_AND(1.5, 1)", "error")
        .aliases("bitand", "bitwise and")
        .body(a -> combined(a, BigInteger::and));
  }

  private static FunctionDef bitOr() {
    return bits("BIT_OR", "The bits that one of two whole numbers has.", "两个整数按位或。")
        .example("BIT_OR(12, 10)", "14")
        .example("BIT_OR(5, 2)", "7")
        .example("BIT_OR(0, 0)", "0")
        .aliases("bitor", "bitwise or")
        .body(a -> combined(a, BigInteger::or));
  }

  private static FunctionDef bitXor() {
    return bits("BIT_XOR", "The bits that only one of two whole numbers has.", "两个整数按位异或。")
        .example("BIT_XOR(12, 10)", "6")
        .example("BIT_XOR(5, 5)", "0")
        .example("BIT_XOR(5, NULL)", "null")
        .aliases("bitxor", "bitwise xor")
        .body(a -> combined(a, BigInteger::xor));
  }

  private static Num combined(Arguments a, BinaryOperator<BigInteger> operation) {
    return Num.of(new BigDecimal(operation.apply(whole(a.number(0)), whole(a.number(1)))));
  }

  static BigInteger whole(Num number) {
    if (!number.isWhole()) {
      throw new ValueException("not-whole", number + " is not a whole number.");
    }
    return number.value().toBigInteger();
  }

  private static FunctionDef random() {
    return define(
            "RANDOM",
            Group.NUMBER,
            "A random number from 0 to below 1, or a random whole number between two, both"
                + " included.",
            "0 到 1（不含）之间的随机数，或两个整数之间（含两端）的随机整数。")
        .optional("least", Kind.INTEGER)
        .optional("greatest", Kind.INTEGER)
        .typing(types -> types.size() == 2 ? ValueType.INTEGER : ValueType.DECIMAL)
        .example("RANDOM() < 1", "true")
        .example("RANDOM(5, 5)", "5")
        .example("BETWEEN(RANDOM(1, 6), 1, 6)", "true")
        .example("RANDOM(2, 1)", "error")
        .aliases("rand", "randbetween")
        .body(BitFunctions::random);
  }

  private static Num random(Arguments a) {
    if (a.size() == 0) {
      long part = ThreadLocalRandom.current().nextLong(RANDOM_PARTS);
      return Num.of(BigDecimal.valueOf(part, RANDOM_DIGITS));
    }
    if (a.size() == 1 || a.integer(0) > a.integer(1)) {
      throw new ValueException(
          "bad-argument", "Give no bounds, or a lower one and an upper one that is not below it.");
    }
    return Num.of(ThreadLocalRandom.current().nextLong(a.integer(0), (long) a.integer(1) + 1));
  }
}
