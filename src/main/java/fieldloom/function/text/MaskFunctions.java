package fieldloom.function.text;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Arguments;
import fieldloom.function.Check;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.ValueException;
import fieldloom.function.ValueType;
import fieldloom.function.Values;
import java.util.List;

/** Text that others may not read, and Chinese as it sounds. */
final class MaskFunctions {
  private MaskFunctions() {}

  static List<FunctionDef> all() {
    return List.of(mask(), pinyin());
  }

  private static FunctionDef mask() {
    return define(
            "MASK",
            Group.TEXT,
            "The text with * for every character but the first ones and the last ones that are"
                + " kept; a text that would be kept whole is masked whole.",
            "保留开头和结尾若干个字符，其余以 * 代替；若会全部保留则全部遮盖。")
        .param("text", Kind.TEXT)
        .param("keepStart", Kind.INTEGER)
        .optional("keepEnd", Kind.INTEGER)
        .optional("mark", Kind.TEXT)
        .returns(ValueType.STRING)
        .example("MASK(\"13812345678\", 3, 4)", "\"138****5678\"")
        .example("MASK(\"王小明\", 1)", "\"王**\"")
        .example("MASK(\"6222021234\", 0, 4, \"#\")", "\"######1234\"")
        .example("MASK(\"1234\", 2, 2)", "\"****\"")
        .example("MASK(\"a\", -1)", "error")
        .aliases("redact", "anonymize", "hide", "脱敏")
        .body(MaskFunctions::masked);
  }

  private static String masked(Arguments a) {
    String text = a.text(0);
    int start = Check.atLeast(a, 1, 0, "The number of characters kept at the start");
    int end = a.has(2) ? Check.atLeast(a, 2, 0, "The number of characters kept at the end") : 0;
    String mark = a.has(3) ? a.text(3) : "*";
    if (CodePoints.length(mark) != 1) {
      throw new ValueException("bad-argument", Values.shown(mark) + " is not one character.");
    }
    int length = CodePoints.length(text);
    if ((long) start + end >= length) {
      return mark.repeat(length);
    }
    return CodePoints.slice(text, 0, start)
        + mark.repeat(length - start - end)
        + CodePoints.tail(text, end);
  }

  private static FunctionDef pinyin() {
    return define(
            "PINYIN",
            Group.TEXT,
            "Chinese as pinyin: plain, tone (marks), number (of the tone) or initials; a character"
                + " with several readings has that of the word it stands in, other text stays.",
            "汉字转拼音：plain（无声调）、tone（声调符号）、number（声调数字）或 initials（首字母）；多音字按所在的词取读音，其他文字不变。")
        .param("text", Kind.TEXT)
        .optional("style", Kind.TEXT)
        .returns(ValueType.STRING)
        .example("PINYIN(\"中国\")", "\"zhong guo\"")
        .example("PINYIN(\"中国\", \"tone\")", "\"zhōng guó\"")
        .example("PINYIN(\"中国\", \"number\")", "\"zhong1 guo2\"")
        .example("PINYIN(\"销售订单\", \"initials\")", "\"xsdd\"")
        .example("PINYIN(\"重庆重量\")", "\"chong qing zhong liang\"")
        .example("PINYIN(\"A4纸\")", "\"A4 zhi\"")
        .aliases("romanize", "transliterate", "拼音", "助记码")
        .body(a -> Syllables.of(a.text(0), a.has(1) ? a.text(1) : "plain"));
  }
}
