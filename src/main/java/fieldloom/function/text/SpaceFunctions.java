package fieldloom.function.text;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Arguments;
import fieldloom.function.Check;
import fieldloom.function.FunctionBuilder;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.ValueException;
import fieldloom.function.ValueType;
import fieldloom.function.Values;
import java.util.List;

/** White space and filling. */
final class SpaceFunctions {
  private SpaceFunctions() {}

  static List<FunctionDef> all() {
    return List.of(trim(), trimStart(), trimEnd(), clean(), padStart(), padEnd(), isBlank());
  }

  private static FunctionBuilder text(String name, String english, String chinese) {
    return define(name, Group.TEXT, english, chinese)
        .param("text", Kind.TEXT)
        .returns(ValueType.STRING);
  }

  private static FunctionDef trim() {
    return text("TRIM", "Drops white space at both ends.", "去掉两端的空白。")
        .example("TRIM(\"  a b \")", "\"a b\"")
        .example("TRIM(\"\\u3000订单\\u00a0\")", "\"订单\"")
        .example("TRIM(\"   \")", "\"\"")
        .aliases("strip", "remove spaces")
        .body(a -> WhiteSpace.trim(a.text(0), true, true));
  }

  private static FunctionDef trimStart() {
    return text("TRIM_START", "Drops white space at the start.", "去掉开头的空白。")
        .example("TRIM_START(\"  a \")", "\"a \"")
        .example("TRIM_START(\"a\")", "\"a\"")
        .example("TRIM_START(\"\\t\\n\")", "\"\"")
        .aliases("left-trim", "ltrim")
        .body(a -> WhiteSpace.trim(a.text(0), true, false));
  }

  private static FunctionDef trimEnd() {
    return text("TRIM_END", "Drops white space at the end.", "去掉末尾的空白。")
        .example("TRIM_END(\" a  \")", "\" a\"")
        .example("TRIM_END(\"a\")", "\"a\"")
        .example("TRIM_END(\"\\t\\n\")", "\"\"")
        .aliases("right-trim", "rtrim")
        .body(a -> WhiteSpace.trim(a.text(0), false, true));
  }

  private static FunctionDef clean() {
    return text(
            "CLEAN",
            "Drops white space at both ends and makes every run of it inside one space.",
            "去掉两端的空白，并把中间的连续空白合并为一个空格。")
        .example("CLEAN(\"  a \\n\\t b \")", "\"a b\"")
        .example("CLEAN(\"a b\")", "\"a b\"")
        .example("CLEAN(\"\\u3000\")", "\"\"")
        .aliases("normalize-space", "collapse white space")
        .body(a -> WhiteSpace.collapse(a.text(0)));
  }

  private static FunctionDef padStart() {
    return text(
            "PAD_START",
            "Fills a text up to a length at its start; a longer one stays as it is.",
            "在开头填充到指定长度，已超过的保持不变。")
        .param("length", Kind.INTEGER)
        .optional("fill", Kind.TEXT)
        .example("PAD_START(\"7\", 3, \"0\")", "\"007\"")
        .example("PAD_START(\"abc\", 2, \"0\")", "\"abc\"")
        .example("PAD_START(\"x\", 6, \"ab\")", "\"ababax\"")
        .example("PAD_START(\"x\", 3)", "\"  x\"")
        .aliases("pad-string-left", "lpad")
        .body(a -> filling(a) + a.text(0));
  }

  private static FunctionDef padEnd() {
    return text(
            "PAD_END",
            "Fills a text up to a length at its end; a longer one stays as it is.",
            "在末尾填充到指定长度，已超过的保持不变。")
        .param("length", Kind.INTEGER)
        .optional("fill", Kind.TEXT)
        .example("PAD_END(\"ab\", 4, \".\")", "\"ab..\"")
        .example("PAD_END(\"abc\", 2, \".\")", "\"abc\"")
        .example("PAD_END(\"a\", 3, \"\")", "error")
        .aliases("pad-string-right", "rpad")
        .body(a -> a.text(0) + filling(a));
  }

  private static String filling(Arguments a) {
    int missing = a.integer(1) - CodePoints.length(a.text(0));
    if (missing <= 0) {
      return "";
    }
    Check.size(missing);
    String fill = a.has(2) ? a.text(2) : " ";
    if (fill.isEmpty()) {
      throw new ValueException("bad-argument", "There is nothing to fill with: give a character.");
    }
    return CodePoints.fill(fill, missing);
  }

  private static FunctionDef isBlank() {
    return define(
            "IS_BLANK",
            Group.TEXT,
            "Whether a value is absent, null or text of nothing but white space.",
            "值是否缺失、为空值或只含空白。")
        .param("text", Kind.ANY)
        .raw()
        .returns(ValueType.BOOLEAN)
        .example("IS_BLANK(\"  \")", "true")
        .example("IS_BLANK(NULL)", "true")
        .example("IS_BLANK(\"a\")", "false")
        .example("IS_BLANK(0)", "false")
        .aliases("isblank", "is empty", "isempty")
        .body(
            a ->
                switch (a.value(0)) {
                  case String s -> WhiteSpace.trim(s, true, true).isEmpty();
                  case Object o -> !Values.isValue(o);
                });
  }
}
