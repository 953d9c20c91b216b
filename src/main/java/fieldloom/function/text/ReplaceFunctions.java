package fieldloom.function.text;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Check;
import fieldloom.function.FunctionBuilder;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.ValueType;
import java.util.List;
import java.util.Locale;

/** Characters put in place of others, and upper and lower case. */
final class ReplaceFunctions {
  private ReplaceFunctions() {}

  static List<FunctionDef> all() {
    return List.of(upper(), lower(), proper(), replace(), replaceFirst(), translate());
  }

  private static FunctionBuilder text(String name, String english, String chinese) {
    return define(name, Group.TEXT, english, chinese)
        .param("text", Kind.TEXT)
        .returns(ValueType.STRING);
  }

  private static FunctionDef upper() {
    return text("UPPER", "A text in capital letters.", "转换为大写。")
        .example("UPPER(\"ab-1\")", "\"AB-1\"")
        .example("UPPER(\"straße\")", "\"STRASSE\"")
        .example("UPPER(\"i\")", "\"I\"")
        .aliases("upper-case", "uppercase", "upcase")
        .body(a -> a.text(0).toUpperCase(Locale.ROOT));
  }

  private static FunctionDef lower() {
    return text("LOWER", "A text in small letters.", "转换为小写。")
        .example("LOWER(\"AB-1\")", "\"ab-1\"")
        .example("LOWER(\"ÄÖ\")", "\"äö\"")
        .example("LOWER(\"订单A\")", "\"订单a\"")
        .aliases("lower-case", "lowercase", "downcase")
        .body(a -> a.text(0).toLowerCase(Locale.ROOT));
  }

  private static FunctionDef proper() {
    return text(
            "PROPER",
            "Begins every word with a capital and writes the rest of it small.",
            "每个单词首字母大写，其余小写。")
        .example("PROPER(\"john SMITH\")", "\"John Smith\"")
        .example("PROPER(\"o'neil\")", "\"O'Neil\"")
        .example("PROPER(\"\")", "\"\"")
        .aliases("capitalize", "title case", "initcap")
        .body(a -> proper(a.text(0)));
  }

  private static String proper(String text) {
    StringBuilder out = new StringBuilder();
    boolean[] inside = {false};
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(
            c -> {
              out.appendCodePoint(inside[0] ? c : Character.toTitleCase(c));
              inside[0] = Character.isLetter(c);
            });
    return out.toString();
  }

  private static FunctionDef replace() {
    return text(
            "REPLACE",
            "Puts another text in place of every occurrence of a part.",
            "把每处出现的文本替换为另一段文本。")
        .param("part", Kind.TEXT)
        .param("by", Kind.TEXT)
        .example("REPLACE(\"a-b-c\", \"-\", \"/\")", "\"a/b/c\"")
        .example("REPLACE(\"a.b\", \".\", \"\")", "\"ab\"")
        .example("REPLACE(\"abc\", \"\", \"x\")", "\"abc\"")
        .aliases("substitute", "replace-string", "replaceall")
        .body(a -> replaced(a.text(0), a.text(1), a.text(2)));
  }

  private static String replaced(String text, String part, String by) {
    if (part.isEmpty()) {
      return text;
    }
    int growth = by.length() - part.length();
    if (growth > 0 && (long) text.length() / part.length() * growth > Check.MAX_MADE) {
      long times = 0;
      for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
        times++;
      }
      Check.size(text.length() + times * growth);
    }
    return text.replace(part, by);
  }

  private static FunctionDef replaceFirst() {
    return text(
            "REPLACE_FIRST",
            "Puts another text in place of the first occurrence of a part.",
            "把第一次出现的文本替换为另一段文本。")
        .param("part", Kind.TEXT)
        .param("by", Kind.TEXT)
        .example("REPLACE_FIRST(\"a-b-c\", \"-\", \"/\")", "\"a/b-c\"")
        .example("REPLACE_FIRST(\"abc\", \"x\", \"y\")", "\"abc\"")
        .example("REPLACE_FIRST(\"a.b\", \".\", \"\")", "\"ab\"")
        .aliases("replace once")
        .body(
            a -> {
              String text = a.text(0);
              String part = a.text(1);
              int at = part.isEmpty() ? -1 : text.indexOf(part);
              return at < 0
                  ? text
                  : text.substring(0, at) + a.text(2) + text.substring(at + part.length());
            });
  }

  private static FunctionDef translate() {
    return text(
            "TRANSLATE",
            "Replaces characters one by one: each of the first list by its partner in the second;"
                + " one without a partner is dropped.",
            "逐个替换字符：第一组中的字符换成第二组中对应的字符，没有对应的被删除。")
        .param("from", Kind.TEXT)
        .param("to", Kind.TEXT)
        .example("TRANSLATE(\"1,234.5\", \",.\", \".,\")", "\"1.234,5\"")
        .example("TRANSLATE(\"(010) 88\", \"() \", \"\")", "\"01088\"")
        .example("TRANSLATE(\"abc\", \"b\", \"贝\")", "\"a贝c\"")
        .aliases("translate characters", "change characters")
        .body(a -> translate(a.text(0), a.text(1), a.text(2)));
  }

  private static String translate(String text, String from, String to) {
    int[] wanted = from.codePoints().toArray();
    int[] given = to.codePoints().toArray();
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              int i = 0;
              while (i < wanted.length && wanted[i] != c) {
                i++;
              }
              if (i == wanted.length) {
                out.appendCodePoint(c);
              } else if (i < given.length) {
                out.appendCodePoint(given[i]);
              }
            });
    return out.toString();
  }
}
