package fieldloom.function.text;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Check;
import fieldloom.function.FunctionBuilder;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.ValueException;
import fieldloom.function.ValueType;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Num;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Parts of a text, and how long it is. */
final class PartFunctions {
  private PartFunctions() {}

  static List<FunctionDef> all() {
    return List.of(
        left(), right(), mid(), substringBefore(), substringAfter(), length(), lengthInBytes());
  }

  private static FunctionBuilder text(String name, String english, String chinese) {
    return define(name, Group.TEXT, english, chinese).param("text", Kind.TEXT);
  }

  private static FunctionDef left() {
    return text("LEFT", "The first characters of a text.", "文本开头的若干个字符。")
        .param("length", Kind.INTEGER)
        .returns(ValueType.STRING)
        .example("LEFT(\"Fieldloom\", 5)", "\"Field\"")
        .example("LEFT(\"ab\", 5)", "\"ab\"")
        .example("LEFT(\"😀😀x\", 2)", "\"😀😀\"")
        .aliases("left-string", "substring")
        .body(a -> CodePoints.slice(a.text(0), 0, Check.atLeast(a, 1, 0, "The length")));
  }

  private static FunctionDef right() {
    return text("RIGHT", "The last characters of a text.", "文本末尾的若干个字符。")
        .param("length", Kind.INTEGER)
        .returns(ValueType.STRING)
        .example("RIGHT(\"Fieldloom\", 4)", "\"loom\"")
        .example("RIGHT(\"ab\", 5)", "\"ab\"")
        .example("RIGHT(\"x😀😀\", 2)", "\"😀😀\"")
        .aliases("right-string")
        .body(a -> CodePoints.tail(a.text(0), Check.atLeast(a, 1, 0, "The length")));
  }

  private static FunctionDef mid() {
    return text(
            "MID",
            "Part of a text: so many characters from a position, counted from 1.",
            "从第几个字符（从 1 数起）开始的若干个字符。")
        .param("start", Kind.INTEGER)
        .param("length", Kind.INTEGER)
        .returns(ValueType.STRING)
        .example("MID(\"Fieldloom\", 6, 2)", "\"lo\"")
        .example("MID(\"销售订单\", 3, 5)", "\"订单\"")
        .example("MID(\"abc\", 9, 1)", "\"\"")
        .example("MID(\"abc\", 0, 1)", "error")
        .aliases("substring", "substr", "extract")
        .body(
            a ->
                CodePoints.slice(
                    a.text(0),
                    Check.atLeast(a, 1, 1, "The start") - 1,
                    Check.atLeast(a, 2, 0, "The length")));
  }

  private static FunctionDef substringBefore() {
    return text(
            "SUBSTRING_BEFORE",
            "What stands before the first occurrence of a mark; absent where it does not occur.",
            "第一个标记之前的文本，没有该标记时为缺失。")
        .param("mark", Kind.TEXT)
        .returns(ValueType.STRING)
        .example("SUBSTRING_BEFORE(\"a-b-c\", \"-\")", "\"a\"")
        .example("SUBSTRING_BEFORE(\"-b\", \"-\")", "\"\"")
        .example("SUBSTRING_BEFORE(\"abc\", \"-\")", "absent")
        .aliases("substring-before", "text before", "textbefore")
        .body(
            a -> {
              int at = a.text(0).indexOf(a.text(1));
              return at < 0 ? Absent.ABSENT : a.text(0).substring(0, at);
            });
  }

  private static FunctionDef substringAfter() {
    return text(
            "SUBSTRING_AFTER",
            "What stands after the first occurrence of a mark; absent where it does not occur.",
            "第一个标记之后的文本，没有该标记时为缺失。")
        .param("mark", Kind.TEXT)
        .returns(ValueType.STRING)
        .example("SUBSTRING_AFTER(\"a-b-c\", \"-\")", "\"b-c\"")
        .example("SUBSTRING_AFTER(\"a-\", \"-\")", "\"\"")
        .example("SUBSTRING_AFTER(\"abc\", \"-\")", "absent")
        .aliases("substring-after", "text after", "textafter")
        .body(
            a -> {
              int at = a.text(0).indexOf(a.text(1));
              return at < 0 ? Absent.ABSENT : a.text(0).substring(at + a.text(1).length());
            });
  }

  private static FunctionDef length() {
    return text("LENGTH", "How many characters a text has.", "文本有多少个字符。")
        .returns(ValueType.INTEGER)
        .example("LENGTH(\"abc\")", "3")
        .example("LENGTH(\"😀\")", "1")
        .example("LENGTH(\"\")", "0")
        .aliases("len", "string-length", "size")
        .body(a -> Num.of(CodePoints.length(a.text(0))));
  }

  private static FunctionDef lengthInBytes() {
    return text(
            "LENGTHB",
            "How many bytes a text takes in a character set, which is UTF-8 where none is given.",
            "文本在某字符集（默认 UTF-8）中占多少个字节。")
        .optional("charset", Kind.TEXT)
        .returns(ValueType.INTEGER)
        .example("LENGTHB(\"订单\", \"GBK\")", "4")
        .example("LENGTHB(\"订单\")", "6")
        .example("LENGTHB(\"订\", \"ISO-8859-1\")", "error")
        .aliases("lenb", "byte length")
        .body(a -> Num.of(bytes(a.text(0), a.has(1) ? a.text(1) : "UTF-8")));
  }

  private static int bytes(String text, String charset) {
    try {
      Charset set = charset.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(charset);
      return set.newEncoder().encode(CharBuffer.wrap(text)).remaining();
    } catch (IllegalArgumentException e) {
      throw new ValueException("bad-argument", "There is no character set “" + charset + "”.");
    } catch (CharacterCodingException e) {
      throw new ValueException(
          "not-in-charset", "The text has characters that " + charset + " does not have.");
    }
  }
}
