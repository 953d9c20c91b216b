package fieldloom.function.text;

import static fieldloom.function.FunctionBuilder.define;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import fieldloom.function.Arguments;
import fieldloom.function.Check;
import fieldloom.function.FunctionBuilder;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.ValueException;
import fieldloom.function.ValueType;
import fieldloom.function.Values;
import fieldloom.model.value.Absent;
import java.util.ArrayList;
import java.util.List;

/** Regular expressions of RE2's dialect, which cannot hang. */
final class RegexFunctions {
  private RegexFunctions() {}

  static List<FunctionDef> all() {
    return List.of(regexReplace(), regexMatch(), regexExtract(), splitRegex());
  }

  private static FunctionBuilder text(String name, String english, String chinese) {
    return define(name, Group.TEXT, english, chinese)
        .param("text", Kind.TEXT)
        .param("pattern", Kind.TEXT);
  }

  private static FunctionDef regexReplace() {
    return text(
            "REGEX_REPLACE",
            "Replaces every part that a pattern (RE2) matches; $1 stands for its first group.",
            "替换正则表达式（RE2）匹配的各处，$1 表示第一个分组。")
        .param("by", Kind.TEXT)
        .returns(ValueType.STRING)
        .example("REGEX_REPLACE(\"a1b22\", \"[0-9]+\", \"#\")", "\"a#b#\"")
        .example("REGEX_REPLACE(\"2024-07\", \"(\\\\d+)-(\\\\d+)\", \"$2/$1\")", "\"07/2024\"")
        .example("REGEX_REPLACE(\"a\", \"(\", \"\")", "error")
        .aliases("replace pattern", "tokenize replace", "regexreplace")
        .body(
            a -> {
              try {
                return replaced(RegexPatterns.of(a.text(1)).matcher(a.text(0)), a.text(2));
              } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
                throw new ValueException(
                    "bad-pattern",
                    "%s names a group that the pattern does not have."
                        .formatted(Values.shown(a.text(2))));
              }
            });
  }

  private static String replaced(Matcher matcher, String by) {
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(out, by);
      Check.size(out.length());
    }
    return matcher.appendTail(out).toString();
  }

  private static FunctionDef regexMatch() {
    return text(
            "REGEX_MATCH",
            "Whether a pattern (RE2) matches anywhere in a text; ^ and $ tie it to the ends.",
            "文本中是否有匹配正则表达式（RE2）的部分，可用 ^ 和 $ 限定两端。")
        .returns(ValueType.BOOLEAN)
        .example("REGEX_MATCH(\"SO-2024\", \"[0-9]{4}\")", "true")
        .example("REGEX_MATCH(\"SO-2024\", \"^[0-9]\")", "false")
        .example("REGEX_MATCH(\"aa\", \"(a)\\\\1\")", "error")
        .aliases("match-pattern", "regexmatch", "matches")
        .body(a -> RegexPatterns.of(a.text(1)).matcher(a.text(0)).find());
  }

  private static FunctionDef regexExtract() {
    return text(
            "REGEX_EXTRACT",
            "The first part that a pattern (RE2) matches, or its first group where it has groups,"
                + " or the group given (0: the whole match); absent where nothing matches.",
            "第一处匹配的部分；正则有分组时取第一个分组，或取指定的分组（0 为整个匹配）；无匹配则缺失。")
        .optional("group", Kind.INTEGER)
        .returns(ValueType.STRING)
        .example("REGEX_EXTRACT(\"SO-2024-7\", \"[0-9]+\")", "\"2024\"")
        .example("REGEX_EXTRACT(\"SO-2024-7\", \"([0-9]+)-([0-9]+)\", 2)", "\"7\"")
        .example("REGEX_EXTRACT(\"abc\", \"[0-9]+\")", "absent")
        .aliases("regexextract", "extract pattern", "regexp substr")
        .body(RegexFunctions::extracted);
  }

  private static Object extracted(Arguments a) {
    Matcher matcher = RegexPatterns.of(a.text(1)).matcher(a.text(0));
    int groups = matcher.groupCount();
    int group = a.has(2) ? Check.atLeast(a, 2, 0, "The group") : Math.min(1, groups);
    if (group > groups) {
      throw new ValueException(
          "out-of-range", "The pattern has %d groups, no group %d.".formatted(groups, group));
    }
    String found = matcher.find() ? matcher.group(group) : null;
    return found == null ? Absent.ABSENT : found;
  }

  private static FunctionDef splitRegex() {
    return text(
            "SPLIT_REGEX",
            "The parts of a text between what a pattern (RE2) matches, empty ones included.",
            "按正则表达式（RE2）匹配处分割文本，保留空的部分。")
        .returns(ValueType.listOf(ValueType.STRING))
        .example("SPLIT_REGEX(\"a, b;c\", \"[,;] *\")", "[\"a\", \"b\", \"c\"]")
        .example("SPLIT_REGEX(\"a1\", \"[0-9]\")", "[\"a\", \"\"]")
        .example("SPLIT_REGEX(\"abc\", \"x\")", "[\"abc\"]")
        .aliases("tokenize-regexp", "split pattern")
        .body(a -> split(RegexPatterns.of(a.text(1)), a.text(0)));
  }

  private static List<Object> split(Pattern pattern, String text) {
    List<Object> parts = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    int from = 0;
    while (matcher.find()) {
      if (matcher.end() > matcher.start()) {
        parts.add(text.substring(from, matcher.start()));
        from = matcher.end();
      }
    }
    parts.add(text.substring(from));
    return parts;
  }
}
