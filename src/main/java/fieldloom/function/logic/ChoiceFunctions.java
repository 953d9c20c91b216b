package fieldloom.function.logic;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Arguments;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.Lambdas;
import fieldloom.function.Types;
import fieldloom.function.ValueException;
import fieldloom.function.ValueType;
import fieldloom.function.Values;
import fieldloom.model.value.Absent;
import java.util.ArrayList;
import java.util.List;

/** One of several values, as conditions or a value decide; what is not chosen is not computed. */
final class ChoiceFunctions {
  private ChoiceFunctions() {}

  static List<FunctionDef> all() {
    return List.of(choose(), chooseFirst(), chooseByValue());
  }

  private static FunctionDef choose() {
    return define(
            "IF",
            Group.LOGIC,
            "One value where a condition is true, else the other, absent where none is given; an"
                + " absent or null condition counts as false.",
            "条件为真时取第一个值，否则取第二个值（未给则缺失）；条件缺失或为空视为假。")
        .param("condition", Kind.BOOLEAN)
        .param("then", Kind.ANY)
        .optional("else", Kind.ANY)
        .lazy()
        .typing(types -> Types.common(types.subList(Math.min(1, types.size()), types.size())))
        .example("IF(2 > 1, \"yes\", \"no\")", "\"yes\"")
        .example("IF(NULL, 1, 2)", "2")
        .example("IF(FALSE, 1)", "absent")
        .example("IF(TRUE, 1, ERROR(\"never\"))", "1")
        .aliases("if-else", "iif", "choose", "conditional")
        .body(
            a -> {
              if (Lambdas.isTrue(a.value(0))) {
                return a.value(1);
              }
              return a.has(2) ? a.value(2) : Absent.ABSENT;
            });
  }

  private static FunctionDef chooseFirst() {
    return define(
            "IFS",
            Group.LOGIC,
            "The value behind the first condition that is true; absent where none is.",
            "第一个为真的条件所对应的值，都不为真则缺失。")
        .param("condition", Kind.BOOLEAN)
        .param("then", Kind.ANY)
        .anyNumberOf("more", Kind.ANY)
        .lazy()
        .typing(types -> Types.common(everySecond(types, 1)))
        .example("IFS(1 > 2, \"a\", 2 > 1, \"b\")", "\"b\"")
        .example("IFS(FALSE, 1)", "absent")
        .example("IFS(TRUE, 1, FALSE)", "error")
        .aliases("case when", "if-elseif")
        .body(
            a -> {
              if (a.size() % 2 != 0) {
                throw new ValueException("bad-argument", "The last condition has no value.");
              }
              for (int i = 0; i < a.size(); i += 2) {
                if (Lambdas.isTrue(a.value(i))) {
                  return a.value(i + 1);
                }
              }
              return Absent.ABSENT;
            });
  }

  private static FunctionDef chooseByValue() {
    return define(
            "SWITCH",
            Group.LOGIC,
            "The result behind the first case that equals the value; the default, a last one"
                + " without a partner, where none does, and absent without it.",
            "与值相等的第一个情形对应的结果；都不相等时取最后单独的默认值，没有默认值则缺失。")
        .param("value", Kind.ANY)
        .param("case", Kind.ANY)
        .param("result", Kind.ANY)
        .anyNumberOf("more", Kind.ANY)
        .lazy()
        .typing(ChoiceFunctions::switchType)
        .example("SWITCH(\"b\", \"a\", 1, \"b\", 2)", "2")
        .example("SWITCH(\"x\", \"a\", 1, 0)", "0")
        .example("SWITCH(\"x\", \"a\", 1)", "absent")
        .example("SWITCH(NULL, \"a\", 1, 0)", "null")
        .aliases("case", "choose", "value-map", "decode")
        .body(ChoiceFunctions::switched);
  }

  private static Object switched(Arguments a) {
    Object value = a.value(0);
    if (!Values.isValue(value)) {
      return value;
    }
    int i = 1;
    for (; i + 1 < a.size(); i += 2) {
      if (matches(value, a.value(i))) {
        return a.value(i + 1);
      }
    }
    return i < a.size() ? a.value(i) : Absent.ABSENT;
  }

  private static boolean matches(Object value, Object wanted) {
    return Values.isValue(wanted) && Values.equal(value, wanted);
  }

  private static ValueType switchType(List<ValueType> types) {
    List<ValueType> results = everySecond(types, 2);
    if (types.size() > 2 && types.size() % 2 == 0) {
      results.add(types.getLast());
    }
    return Types.common(results);
  }

  private static List<ValueType> everySecond(List<ValueType> types, int from) {
    List<ValueType> out = new ArrayList<>();
    for (int i = from; i < types.size(); i += 2) {
      out.add(types.get(i));
    }
    return out;
  }
}
