package fieldloom.function.logic;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Arguments;
import fieldloom.function.FunctionBuilder;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.ValueType;
import fieldloom.function.Values;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Comparisons; values of different types cannot be compared. */
final class ComparisonFunctions {
  private ComparisonFunctions() {}

  static List<FunctionDef> all() {
    return List.of(
        equal(), notEqual(), less(), lessOrEqual(), greater(), greaterOrEqual(), between(), in());
  }

  private static FunctionBuilder value(String name, String english, String chinese) {
    return define(name, Group.LOGIC, english, chinese)
        .param("value", Kind.ANY)
        .returns(ValueType.BOOLEAN);
  }

  private static FunctionDef equal() {
    return value("EQ", "Whether two values are equal.", "两个值是否相等。")
        .param("other", Kind.ANY)
        .raw()
        .example("EQ(1.0, 1)", "true")
        .example("EQ(NULL, NULL)", "true")
        .example("EQ(\"a\", \"A\")", "false")
        .example("EQ(\"1\", 1)", "error")
        .aliases("equal", "equals", "is equal")
        .body(a -> Values.equal(a.value(0), a.value(1)));
  }

  private static FunctionDef notEqual() {
    return value("NE", "Whether two values differ.", "两个值是否不相等。")
        .param("other", Kind.ANY)
        .raw()
        .example("NE(1, 2)", "true")
        .example("NE(1, NULL)", "true")
        .example("NE(\"a\", \"a\")", "false")
        .aliases("not-equal", "is not equal")
        .body(a -> !Values.equal(a.value(0), a.value(1)));
  }

  private static FunctionBuilder ordered(String name, String english, String chinese) {
    return value(name, english, chinese).param("other", Kind.ANY);
  }

  private static boolean holds(Arguments a, IntPredicate wanted) {
    return wanted.test(Values.compare(a.value(0), a.value(1)));
  }

  private static FunctionDef less() {
    return ordered("LT", "Whether the first is less than the second.", "第一个是否小于第二个。")
        .example("LT(1, 2)", "true")
        .example("LT(2, 2)", "false")
        .example("LT(1, NULL)", "null")
        .aliases("less", "less than")
        .body(a -> holds(a, c -> c < 0));
  }

  private static FunctionDef lessOrEqual() {
    return ordered("LE", "Whether the first is at most the second.", "第一个是否小于或等于第二个。")
        .example("LE(2, 2)", "true")
        .example("LE(3, 2)", "false")
        .example("LE(\"a\", \"b\")", "true")
        .aliases("equal-or-less", "less or equal")
        .body(a -> holds(a, c -> c <= 0));
  }

  private static FunctionDef greater() {
    return ordered("GT", "Whether the first is greater than the second.", "第一个是否大于第二个。")
        .example("GT(2, 1)", "true")
        .example("GT(2, 2)", "false")
        .example("GT(\"2\", 1)", "error")
        .aliases("greater", "greater than")
        .body(a -> holds(a, c -> c > 0));
  }

  private static FunctionDef greaterOrEqual() {
    return ordered("GE", "Whether the first is at least the second.", "第一个是否大于或等于第二个。")
        .example("GE(2, 2)", "true")
        .example("GE(1, 2)", "false")
        .example("GE(2.0, 2)", "true")
        .aliases("equal-or-greater", "greater or equal")
        .body(a -> holds(a, c -> c >= 0));
  }

  private static FunctionDef between() {
    return value(
            "BETWEEN",
            "Whether a value lies between two others, both included.",
            "值是否在两个界限之间（含界限）。")
        .param("least", Kind.ANY)
        .param("greatest", Kind.ANY)
        .example("BETWEEN(5, 1, 10)", "true")
        .example("BETWEEN(10, 1, 10)", "true")
        .example("BETWEEN(0, 1, 10)", "false")
        .aliases("in range")
        .body(
            a ->
                Values.compare(a.value(0), a.value(1)) >= 0
                    && Values.compare(a.value(0), a.value(2)) <= 0);
  }

  private static FunctionDef in() {
    return value(
            "IN",
            "Whether a value is one of those given, one by one or as a list.",
            "值是否是所给各值（逐个给出或以列表给出）之一。")
        .param("among", Kind.ANY)
        .anyNumberOf("more", Kind.ANY)
        .example("IN(\"b\", \"a\", \"b\")", "true")
        .example("IN(2, [1, 2, 3])", "true")
        .example("IN(9, 1, 2)", "false")
        .example("IN(2, [])", "false")
        .aliases("one of", "contains item", "member of")
        .body(ComparisonFunctions::isAmong);
  }

  private static boolean isAmong(Arguments a) {
    Object value = a.value(0);
    List<Object> among =
        a.size() == 2 && a.value(1) instanceof List<?>
            ? a.list(1)
            : IntStream.range(1, a.size()).mapToObj(a::value).toList();
    for (Object other : among) {
      if (Values.isValue(other) && Values.equal(value, other)) {
        return true;
      }
    }
    return false;
  }
}
