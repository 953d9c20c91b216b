package fieldloom.function.text;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Check;
import fieldloom.function.FunctionBuilder;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.ValueException;
import fieldloom.function.ValueType;
import fieldloom.model.value.Num;
import java.util.ArrayList;
import java.util.List;

/** Text taken apart, and single characters. */
final class SplitFunctions {
  private SplitFunctions() {}

  static List<FunctionDef> all() {
    return List.of(split(), splitByLength(), like(), character(), code());
  }

  private static FunctionBuilder text(String name, String english, String chinese) {
    return define(name, Group.TEXT, english, chinese).param("text", Kind.TEXT);
  }

  private static FunctionDef split() {
    return text(
            "SPLIT",
            "The parts of a text between separators, empty ones included.",
            "按分隔符分割文本，保留空的部分。")
        .param("separator", Kind.TEXT)
        .returns(ValueType.listOf(ValueType.STRING))
        .example("SPLIT(\"a,b,,c\", \",\")", "[\"a\", \"b\", \"\", \"c\"]")
        .example("SPLIT(\"a.b\", \".\")", "[\"a\", \"b\"]")
        .example("SPLIT(\"\", \",\")", "[\"\"]")
        .example("SPLIT(\"abc\", \"\")", "error")
        .aliases("tokenize", "explode", "text split")
        .body(a -> split(a.text(0), a.text(1)));
  }

  private static List<Object> split(String text, String separator) {
    if (separator.isEmpty()) {
      throw new ValueException(
          "bad-argument", "The separator is empty: give one, or use SPLIT_BY_LENGTH(text, 1).");
    }
    List<Object> parts = new ArrayList<>();
    int from = 0;
    int at = text.indexOf(separator);
    while (at >= 0) {
      parts.add(text.substring(from, at));
      from = at + separator.length();
      at = text.indexOf(separator, from);
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static FunctionDef splitByLength() {
    return text(
            "SPLIT_BY_LENGTH",
            "The parts of a text, each of so many characters, the last one of what is left.",
            "按长度分割文本，最后一段为剩余部分。")
        .param("length", Kind.INTEGER)
        .returns(ValueType.listOf(ValueType.STRING))
        .example("SPLIT_BY_LENGTH(\"abcde\", 2)", "[\"ab\", \"cd\", \"e\"]")
        .example("SPLIT_BY_LENGTH(\"😀😀😀\", 2)", "[\"😀😀\", \"😀\"]")
        .example("SPLIT_BY_LENGTH(\"\", 2)", "[]")
        .aliases("tokenize-by-length", "chunk text")
        .body(
            a -> {
              int length = Check.atLeast(a, 1, 1, "The length");
              String text = a.text(0);
              List<Object> parts = new ArrayList<>();
              for (int from = 0; from < text.length(); ) {
                int to = CodePoints.offset(text, from, length);
                parts.add(text.substring(from, to));
                from = to;
              }
              return parts;
            });
  }

  private static FunctionDef like() {
    return text(
            "LIKE",
            "Whether a text as a whole has a form: % stands for any characters, _ for one, a"
                + " backslash takes the next one as it is.",
            "整个文本是否符合某形式：% 代表任意多个字符，_ 代表一个字符，反斜杠使其后字符按原样理解。")
        .param("form", Kind.TEXT)
        .returns(ValueType.BOOLEAN)
        .example("LIKE(\"SO-2024\", \"SO-%\")", "true")
        .example("LIKE(\"abc\", \"_b_\")", "true")
        .example("LIKE(\"abc\", \"b%\")", "false")
        .example("LIKE(\"50%\", \"50\\\\%\")", "true")
        .aliases("sql like", "wildcard match")
        .body(a -> LikeForm.of(a.text(1)).matches(a.text(0)));
  }

  private static FunctionDef character() {
    return define(
            "CHAR", Group.TEXT, "The character of a Unicode code point.", "某 Unicode 码点对应的字符。")
        .param("code", Kind.INTEGER)
        .returns(ValueType.STRING)
        .example("CHAR(65)", "\"A\"")
        .example("CHAR(35746)", "\"订\"")
        .example("CHAR(-1)", "error")
        .aliases("char-from-code", "unichar", "chr")
        .body(
            a -> {
              int code = a.integer(0);
              boolean surrogate =
                  code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
              if (!Character.isValidCodePoint(code) || surrogate) {
                throw new ValueException("out-of-range", code + " is no character's code point.");
              }
              return Character.toString(code);
            });
  }

  private static FunctionDef code() {
    return text("CODE", "The Unicode code point of the first character.", "第一个字符的 Unicode 码点。")
        .returns(ValueType.INTEGER)
        .example("CODE(\"A\")", "65")
        .example("CODE(\"😀\")", "128512")
        .example("CODE(\"\")", "error")
        .aliases("code-from-char", "unicode", "ord", "ascii")
        .body(
            a -> {
              if (a.text(0).isEmpty()) {
                throw new ValueException("out-of-range", "The text has no first character.");
              }
              return Num.of(a.text(0).codePointAt(0));
            });
  }
}
