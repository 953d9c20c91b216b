package fieldloom.function.text;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Arguments;
import fieldloom.function.Check;
import fieldloom.function.FunctionBuilder;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.ValueType;
import fieldloom.function.Values;
import fieldloom.model.value.Num;
import java.util.List;
import java.util.Locale;

/** Whether, where and how often a part occurs. */
final class SearchFunctions {
  private SearchFunctions() {}

  static List<FunctionDef> all() {
    return List.of(
        contains(), startsWith(), endsWith(), find(), findLast(), countText(), compareText());
  }

  private static FunctionBuilder about(String name, String english, String chinese) {
    return define(name, Group.TEXT, english, chinese);
  }

  private static FunctionDef contains() {
    return about("CONTAINS", "Whether a part occurs in a text.", "文本是否包含某部分。")
        .param("text", Kind.TEXT)
        .param("part", Kind.TEXT)
        .returns(ValueType.BOOLEAN)
        .example("CONTAINS(\"销售订单\", \"订单\")", "true")
        .example("CONTAINS(\"abc\", \"B\")", "false")
        .example("CONTAINS(\"abc\", \"\")", "true")
        .aliases("includes", "instr")
        .body(a -> a.text(0).contains(a.text(1)));
  }

  private static FunctionDef startsWith() {
    return about("STARTS_WITH", "Whether a text begins with a part.", "文本是否以某部分开头。")
        .param("text", Kind.TEXT)
        .param("part", Kind.TEXT)
        .returns(ValueType.BOOLEAN)
        .example("STARTS_WITH(\"SO-1\", \"SO\")", "true")
        .example("STARTS_WITH(\"SO-1\", \"so\")", "false")
        .example("STARTS_WITH(\"\", \"a\")", "false")
        .aliases("starts-with", "begins with")
        .body(a -> a.text(0).startsWith(a.text(1)));
  }

  private static FunctionDef endsWith() {
    return about("ENDS_WITH", "Whether a text ends with a part.", "文本是否以某部分结尾。")
        .param("text", Kind.TEXT)
        .param("part", Kind.TEXT)
        .returns(ValueType.BOOLEAN)
        .example("ENDS_WITH(\"a.xml\", \".xml\")", "true")
        .example("ENDS_WITH(\"a.xml\", \".json\")", "false")
        .example("ENDS_WITH(\"a\", \"\")", "true")
        .aliases("ends-with")
        .body(a -> a.text(0).endsWith(a.text(1)));
  }

  private static FunctionDef find() {
    return about(
            "FIND",
            "Where a part first occurs in a text, counted from 1; 0 where it does not.",
            "某部分在文本中第一次出现的位置（从 1 数起），没有则为 0。")
        .param("part", Kind.TEXT)
        .param("text", Kind.TEXT)
        .optional("start", Kind.INTEGER)
        .returns(ValueType.INTEGER)
        .example("FIND(\"b\", \"abcb\")", "2")
        .example("FIND(\"b\", \"abcb\", 3)", "4")
        .example("FIND(\"x\", \"abc\")", "0")
        .example("FIND(\"x\", \"😀x\")", "2")
        .aliases("indexof", "find-substring", "position of", "search")
        .body(SearchFunctions::position);
  }

  private static Num position(Arguments a) {
    String text = a.text(1);
    int start = a.has(2) ? Check.atLeast(a, 2, 1, "The start") : 1;
    int from = CodePoints.offset(text, 0, start - 1);
    int at = start > CodePoints.length(text) + 1 ? -1 : text.indexOf(a.text(0), from);
    return Num.of(at < 0 ? 0 : text.codePointCount(0, at) + 1);
  }

  private static FunctionDef findLast() {
    return about(
            "FIND_LAST",
            "Where a part last occurs in a text, counted from 1; 0 where it does not.",
            "某部分在文本中最后一次出现的位置（从 1 数起），没有则为 0。")
        .param("part", Kind.TEXT)
        .param("text", Kind.TEXT)
        .returns(ValueType.INTEGER)
        .example("FIND_LAST(\"b\", \"abcb\")", "4")
        .example("FIND_LAST(\"/\", \"a/b/c.txt\")", "4")
        .example("FIND_LAST(\"x\", \"abc\")", "0")
        .aliases("lastindexof", "find-substring-last")
        .body(
            a -> {
              int at = a.text(1).lastIndexOf(a.text(0));
              return Num.of(at < 0 ? 0 : a.text(1).codePointCount(0, at) + 1);
            });
  }

  private static FunctionDef countText() {
    return about(
            "COUNT_TEXT",
            "How often a part occurs in a text, occurrences not overlapping.",
            "某部分在文本中出现的次数（不重叠）。")
        .param("text", Kind.TEXT)
        .param("part", Kind.TEXT)
        .returns(ValueType.INTEGER)
        .example("COUNT_TEXT(\"a,b,c\", \",\")", "2")
        .example("COUNT_TEXT(\"aaaa\", \"aa\")", "2")
        .example("COUNT_TEXT(\"abc\", \"x\")", "0")
        .aliases("count-substring", "occurrences")
        .body(a -> Num.of(occurrences(a.text(0), a.text(1))));
  }

  private static int occurrences(String text, String part) {
    int count = 0;
    if (!part.isEmpty()) {
      int at = text.indexOf(part);
      while (at >= 0) {
        count++;
        at = text.indexOf(part, at + part.length());
      }
    }
    return count;
  }

  private static FunctionDef compareText() {
    return about(
            "COMPARE_TEXT",
            "-1, 0 or 1 as the first text comes before, is or comes after the second, by code"
                + " point; with TRUE upper and lower case are the same.",
            "按码点比较两段文本，返回 -1、0 或 1；第三个参数为 TRUE 时不分大小写。")
        .param("text", Kind.TEXT)
        .param("other", Kind.TEXT)
        .optional("ignoreCase", Kind.BOOLEAN)
        .returns(ValueType.INTEGER)
        .example("COMPARE_TEXT(\"a\", \"b\")", "-1")
        .example("COMPARE_TEXT(\"a\", \"A\")", "1")
        .example("COMPARE_TEXT(\"a\", \"A\", TRUE)", "0")
        .aliases("compare", "strcmp")
        .body(
            a -> {
              boolean fold = a.has(2) && a.bool(2);
              String x = fold ? folded(a.text(0)) : a.text(0);
              String y = fold ? folded(a.text(1)) : a.text(1);
              return Num.of(Integer.signum(Values.compareText(x, y)));
            });
  }

  private static String folded(String text) {
    return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
