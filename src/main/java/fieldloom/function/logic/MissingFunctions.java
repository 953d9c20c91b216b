package fieldloom.function.logic;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.FunctionBuilder;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.Numbers;
import fieldloom.function.Types;
import fieldloom.function.ValueException;
import fieldloom.function.ValueType;
import fieldloom.function.Values;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import java.util.List;

/** Values that are missing or wrong, and what takes their place. */
final class MissingFunctions {
  private MissingFunctions() {}

  static List<FunctionDef> all() {
    return List.of(
        exists(),
        isNull(),
        isNumber(),
        isText(),
        whenMissing(),
        coalesce(),
        nullIf(),
        ifError(),
        error());
  }

  private static FunctionBuilder value(String name, String english, String chinese) {
    return define(name, Group.LOGIC, english, chinese).param("value", Kind.ANY);
  }

  private static FunctionDef exists() {
    return value("EXISTS", "Whether a field is there; null is there too.", "字段是否存在，空值也算存在。")
        .raw()
        .returns(ValueType.BOOLEAN)
        .example("EXISTS(1)", "true")
        .example("EXISTS(NULL)", "true")
        .example("EXISTS(FIRST([]))", "false")
        .aliases("not missing", "is present")
        .body(a -> a.value(0) != Absent.ABSENT);
  }

  private static FunctionDef isNull() {
    return value("IS_NULL", "Whether a value is null; absent is not null.", "是否为空值（null）；缺失不是空值。")
        .raw()
        .returns(ValueType.BOOLEAN)
        .example("IS_NULL(NULL)", "true")
        .example("IS_NULL(0)", "false")
        .example("IS_NULL(FIRST([]))", "false")
        .aliases("is-nil", "is-xsi-nil", "isnull")
        .body(a -> a.value(0) == Null.NULL);
  }

  private static FunctionDef isNumber() {
    return value("IS_NUMBER", "Whether a value is a number or text that is one.", "是否为数，或内容为数的文本。")
        .returns(ValueType.BOOLEAN)
        .example("IS_NUMBER(1.5)", "true")
        .example("IS_NUMBER(\"-12\")", "true")
        .example("IS_NUMBER(\"12 kg\")", "false")
        .aliases("numeric", "isnumber", "isnumeric")
        .body(a -> isNumber(a.value(0)));
  }

  private static boolean isNumber(Object value) {
    try {
      Numbers.of(value);
      return true;
    } catch (ValueException e) {
      return false;
    }
  }

  private static FunctionDef isText() {
    return value("IS_TEXT", "Whether a value is text.", "是否为文本。")
        .returns(ValueType.BOOLEAN)
        .example("IS_TEXT(\"a\")", "true")
        .example("IS_TEXT(\"1\")", "true")
        .example("IS_TEXT(1)", "false")
        .aliases("istext", "is string")
        .body(a -> a.value(0) instanceof String);
  }

  private static FunctionDef whenMissing() {
    return value("DEFAULT", "The value, or another where it is absent or null.", "值缺失或为空时用另一个值代替。")
        .param("otherwise", Kind.ANY)
        .lazy()
        .typing(Types::common)
        .example("DEFAULT(NULL, \"none\")", "\"none\"")
        .example("DEFAULT(FIRST([]), 0)", "0")
        .example("DEFAULT(\"\", \"none\")", "\"\"")
        .aliases("substitute-missing", "nvl", "ifnull")
        .body(
            a -> {
              Object value = a.value(0);
              return Values.isValue(value) ? value : a.value(1);
            });
  }

  private static FunctionDef coalesce() {
    return define(
            "COALESCE",
            Group.LOGIC,
            "The first value that is neither absent nor null; the last one where all are.",
            "第一个既不缺失也不为空的值；都没有时取最后一个。")
        .repeated("value", Kind.ANY)
        .lazy()
        .typing(Types::common)
        .example("COALESCE(NULL, 2, 3)", "2")
        .example("COALESCE(FIRST([]), \"b\")", "\"b\"")
        .example("COALESCE(NULL, NULL)", "null")
        .aliases("first not null", "first value")
        .body(
            a -> {
              Object value = Absent.ABSENT;
              for (int i = 0; i < a.size() && !Values.isValue(value); i++) {
                value = a.value(i);
              }
              return value;
            });
  }

  private static FunctionDef nullIf() {
    return value(
            "NULL_IF", "Null where the value equals another, else the value.", "与另一个值相等时为空值，否则为原值。")
        .param("other", Kind.ANY)
        .typing(types -> Types.at(types, 0))
        .example("NULL_IF(\"N/A\", \"N/A\")", "null")
        .example("NULL_IF(\"a\", \"N/A\")", "\"a\"")
        .example("NULL_IF(0, 0.0)", "null")
        .aliases("nullif", "set-null")
        .body(a -> Values.equal(a.value(0), a.value(1)) ? Null.NULL : a.value(0));
  }

  private static FunctionDef ifError() {
    return value("IF_ERROR", "The value, or another where computing it fails.", "计算出错时用另一个值代替。")
        .param("otherwise", Kind.ANY)
        .lazy()
        .typing(Types::common)
        .example("IF_ERROR(1 / 0, 0)", "0")
        .example("IF_ERROR(4 / 2, 0)", "2")
        .example("IF_ERROR(NULL, 0)", "null")
        .aliases("iferror", "catch", "on error")
        .body(
            a -> {
              try {
                return a.value(0);
              } catch (ValueException e) {
                return a.value(1);
              }
            });
  }

  private static FunctionDef error() {
    return define("ERROR", Group.LOGIC, "Makes the record fail with a message.", "使该记录报错并给出信息。")
        .param("message", Kind.TEXT)
        .raw()
        .example("ERROR(\"no customer\")", "error")
        .example("IF(FALSE, ERROR(\"x\"), 1)", "1")
        .example("IF_ERROR(ERROR(\"x\"), 2)", "2")
        .aliases("raise", "throw", "fail", "exception")
        .body(
            a -> {
              throw new ValueException(
                  "error", Values.isValue(a.value(0)) ? a.text(0) : "The formula calls ERROR.");
            });
  }
}
