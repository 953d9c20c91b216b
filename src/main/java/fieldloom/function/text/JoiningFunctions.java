package fieldloom.function.text;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Arguments;
import fieldloom.function.Check;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.ValueType;
import fieldloom.function.Values;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Null;
import java.util.ArrayList;
import java.util.List;

/** Text put together from parts. */
final class JoiningFunctions {
  private JoiningFunctions() {}

  static List<FunctionDef> all() {
    return List.of(concat(), join(), repeat());
  }

  private static FunctionDef concat() {
    return define(
            "CONCAT",
            Group.TEXT,
            "Puts texts together; absent and null parts are skipped.",
            "把多段文本连接起来，缺失和空值会被跳过。")
        .repeated("text", Kind.TEXT)
        .raw()
        .returns(ValueType.STRING)
        .example("CONCAT(\"a\", \"b\", \"c\")", "\"abc\"")
        .example("CONCAT(\"a\", NULL, 1)", "\"a1\"")
        .example("CONCAT(NULL)", "\"\"")
        .example("CONCAT(FIRST([]))", "absent")
        .aliases("concatenate", "append", "strcat")
        .body(JoiningFunctions::concatenated);
  }

  private static Object concatenated(Arguments a) {
    List<Object> parts = new ArrayList<>();
    for (int i = 0; i < a.size(); i++) {
      Object part = a.value(i);
      parts.add(Values.isValue(part) ? a.text(i) : part);
    }
    return joined("", parts);
  }

  private static FunctionDef join() {
    return define(
            "JOIN",
            Group.TEXT,
            "Puts the items of a list together with a separator; absent and null items are"
                + " skipped.",
            "用分隔符连接列表中的各项，缺失和空值会被跳过。")
        .param("separator", Kind.TEXT)
        .param("list", Kind.LIST)
        .raw()
        .returns(ValueType.STRING)
        .example("JOIN(\", \", [\"a\", \"b\"])", "\"a, b\"")
        .example("JOIN(\"-\", [1, NULL, 2])", "\"1-2\"")
        .example("JOIN(\"-\", [])", "absent")
        .aliases("text join", "string-join", "concatenate list")
        .body(
            a -> {
              Object separator = a.value(0);
              if (!Values.isValue(separator)) {
                return separator;
              }
              return a.value(1) == Null.NULL ? "" : joined(a.text(0), a.list(1));
            });
  }

  /** Of nothing but absent parts absent, of absent and null ones the empty text. */
  private static Object joined(String separator, List<Object> parts) {
    StringBuilder out = new StringBuilder();
    boolean first = true;
    boolean allAbsent = true;
    for (Object part : parts) {
      allAbsent &= part == Absent.ABSENT;
      if (Values.isValue(part)) {
        out.append(first ? "" : separator).append(Values.text(part));
        Check.size(out.length());
        first = false;
      }
    }
    return allAbsent ? Absent.ABSENT : out.toString();
  }

  private static FunctionDef repeat() {
    return define("REPEAT", Group.TEXT, "A text several times over.", "把文本重复若干次。")
        .param("text", Kind.TEXT)
        .param("times", Kind.INTEGER)
        .returns(ValueType.STRING)
        .example("REPEAT(\"ab\", 3)", "\"ababab\"")
        .example("REPEAT(\"ab\", 0)", "\"\"")
        .example("REPEAT(\"ab\", -1)", "error")
        .aliases("rept", "repeat-string", "replicate")
        .body(
            a -> {
              int times = Check.atLeast(a, 1, 0, "The number of times");
              Check.size((long) a.text(0).length() * times);
              return a.text(0).repeat(times);
            });
  }
}
