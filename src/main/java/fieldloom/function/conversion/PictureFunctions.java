package fieldloom.function.conversion;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Arguments;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.ValueType;
import fieldloom.function.date.DatePatterns;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;

/** Values written by a picture. */
final class PictureFunctions {
  private PictureFunctions() {}

  static List<FunctionDef> all() {
    return List.of(text(), formatNumber());
  }

  private static FunctionDef text() {
    return define(
            "TEXT",
            Group.CONVERSION,
            "A value as text; a number by a picture such as #,##0.00, a date by one of java.time.",
            "把值写成文本；数可用 #,##0.00 之类的格式，日期用 java.time 模式。")
        .param("value", Kind.ANY)
        .optional("picture", Kind.TEXT)
        .returns(ValueType.STRING)
        .example("TEXT(19.90)", "\"19.90\"")
        .example("TEXT(1234.5, \"#,##0.00\")", "\"1,234.50\"")
        .example("TEXT(DATE(2024, 7, 1), \"dd.MM.yyyy\")", "\"01.07.2024\"")
        .example("TEXT(TRUE)", "\"true\"")
        .aliases("to string", "string", "format")
        .body(PictureFunctions::text);
  }

  private static String text(Arguments a) {
    if (!a.has(1)) {
      return a.text(0);
    }
    return a.value(0) instanceof Temporal t
        ? DatePatterns.written(t, a.text(1), a.context().locale(), a.context().zone())
        : NumberPicture.written(a.number(0).value(), a.text(1), Locale.ROOT);
  }

  private static FunctionDef formatNumber() {
    return define(
            "FORMAT_NUMBER",
            Group.CONVERSION,
            "A number by a picture: 0 a digit, # one that may be missing, the comma groups, the"
                + " point; rounded half up. A locale changes the marks.",
            "按格式写出数：0 为必有的数位，# 为可省的数位，逗号为千分位；四舍五入。可用语言区域改变符号。")
        .param("number", Kind.NUMBER)
        .param("picture", Kind.TEXT)
        .optional("locale", Kind.TEXT)
        .returns(ValueType.STRING)
        .example("FORMAT_NUMBER(1234567.891, \"#,##0.00\")", "\"1,234,567.89\"")
        .example("FORMAT_NUMBER(7, \"000\")", "\"007\"")
        .example("FORMAT_NUMBER(0.125, \"0.0%\")", "\"12.5%\"")
        .example("FORMAT_NUMBER(1234.5, \"#,##0.00\", \"de\")", "\"1.234,50\"")
        .example("FORMAT_NUMBER(1, \"0.0.0\")", "error")
        .aliases("format-number", "number to string", "picture")
        .body(
            a ->
                NumberPicture.written(
                    a.number(0).value(),
                    a.text(1),
                    a.has(2) ? DatePatterns.locale(a.text(2)) : Locale.ROOT));
  }
}
