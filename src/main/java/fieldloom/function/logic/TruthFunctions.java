package fieldloom.function.logic;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Arguments;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.ValueType;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import java.util.List;

/** Three-valued logic: absent and null are unknown. */
final class TruthFunctions {
  private TruthFunctions() {}

  static List<FunctionDef> all() {
    return List.of(and(), or(), not(), xor());
  }

  private static FunctionDef and() {
    return define(
            "AND",
            Group.LOGIC,
            "Whether all are true; false where one is false, else unknown where one is absent or"
                + " null.",
            "是否全部为真；有一个为假即为假，否则有缺失或空值时为未知。")
        .repeated("condition", Kind.BOOLEAN)
        .lazy()
        .returns(ValueType.BOOLEAN)
        .example("AND(TRUE, 2 > 1)", "true")
        .example("AND(NULL, FALSE)", "false")
        .example("AND(NULL, TRUE)", "null")
        .example("AND(NULL, FIRST([]), TRUE)", "absent")
        .aliases("logical-and", "all of")
        .body(a -> decided(a, false));
  }

  private static FunctionDef or() {
    return define(
            "OR",
            Group.LOGIC,
            "Whether at least one is true; else unknown where one is absent or null.",
            "是否至少一个为真；否则有缺失或空值时为未知。")
        .repeated("condition", Kind.BOOLEAN)
        .lazy()
        .returns(ValueType.BOOLEAN)
        .example("OR(FALSE, 2 > 1)", "true")
        .example("OR(NULL, TRUE)", "true")
        .example("OR(NULL, FALSE)", "null")
        .aliases("logical-or", "any of")
        .body(a -> decided(a, true));
  }

  /** The first argument that decides ends it; else unknown, absent winning over null. */
  private static Object decided(Arguments a, boolean deciding) {
    Object unknown = null;
    for (int i = 0; i < a.size(); i++) {
      Object value = a.value(i);
      if (value == Absent.ABSENT) {
        unknown = value;
      } else if (value == Null.NULL) {
        unknown = unknown == null ? value : unknown;
      } else if (truth(a, i, value) == deciding) {
        return deciding;
      }
    }
    return unknown == null ? (Object) !deciding : unknown;
  }

  private static boolean truth(Arguments a, int i, Object value) {
    return value instanceof Boolean b ? b : a.bool(i);
  }

  private static FunctionDef not() {
    return define("NOT", Group.LOGIC, "True of false and false of true.", "取反。")
        .param("condition", Kind.BOOLEAN)
        .returns(ValueType.BOOLEAN)
        .example("NOT(FALSE)", "true")
        .example("NOT(TRUE)", "false")
        .example("NOT(NULL)", "null")
        .aliases("logical-not", "invert")
        .body(a -> !a.bool(0));
  }

  private static FunctionDef xor() {
    return define("XOR", Group.LOGIC, "Whether an odd number of them is true.", "为真的个数是否为奇数。")
        .repeated("condition", Kind.BOOLEAN)
        .returns(ValueType.BOOLEAN)
        .example("XOR(TRUE, FALSE)", "true")
        .example("XOR(TRUE, TRUE)", "false")
        .example("XOR(TRUE, NULL)", "null")
        .aliases("logical-xor", "exclusive or")
        .body(
            a -> {
              boolean odd = false;
              for (int i = 0; i < a.size(); i++) {
                odd ^= a.bool(i);
              }
              return odd;
            });
  }
}
