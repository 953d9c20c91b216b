package fieldloom.function.conversion;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Arguments;
import fieldloom.function.Check;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.Numbers;
import fieldloom.function.ValueException;
import fieldloom.function.ValueType;
import fieldloom.function.Values;
import fieldloom.model.value.Num;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;

/** Values of one type from those of another. */
final class TypeFunctions {
  private TypeFunctions() {}

  static List<FunctionDef> all() {
    return List.of(number(), integer(), bool(), impliedDecimal());
  }

  private static FunctionDef number() {
    return define(
            "NUMBER",
            Group.CONVERSION,
            "The number that a text is, with the decimal and the grouping mark given; text that is"
                + " anything else is refused.",
            "把文本转换为数，可指定小数点和千分位符号；不是数的文本会报错。")
        .param("text", Kind.ANY)
        .optional("decimal", Kind.TEXT)
        .optional("grouping", Kind.TEXT)
        .returns(ValueType.DECIMAL)
        .example("NUMBER(\"12.50\")", "12.50")
        .example("NUMBER(\"1.234,5\", \",\", \".\")", "1234.5")
        .example("NUMBER(\"12 kg\")", "error")
        .example("NUMBER(\"1,23\", \".\", \",\")", "error")
        .aliases("to number", "value", "numbervalue", "parse-number", "decimal")
        .body(TypeFunctions::number);
  }

  private static Num number(Arguments a) {
    if (!(a.value(0) instanceof String text)) {
      return a.number(0);
    }
    return NumberText.parse(text, a.has(1) ? a.text(1) : ".", a.has(2) ? a.text(2) : "");
  }

  private static FunctionDef integer() {
    return define(
            "INTEGER",
            Group.CONVERSION,
            "The whole number that a value is; one with a fraction is refused.",
            "转换为整数；带小数部分的值会报错。")
        .param("value", Kind.ANY)
        .returns(ValueType.INTEGER)
        .example("INTEGER(\"007\")", "7")
        .example("INTEGER(12.0)", "12")
        .example("INTEGER(\"12.5\")", "error")
        .aliases("int", "to integer", "parse int")
        .body(
            a -> {
              Num value = number(a);
              if (!value.isWhole()) {
                throw new ValueException(
                    "would-lose", value + " is not a whole number: ROUND or TRUNC it first.");
              }
              return Numbers.round(value, 0);
            });
  }

  private static FunctionDef bool() {
    return define(
            "BOOLEAN",
            Group.CONVERSION,
            "True of true, yes, y, on, 1 and 是, false of false, no, n, off, 0 and 否, in any case;"
                + " anything else is refused.",
            "true、yes、y、on、1、是为真，false、no、n、off、0、否为假；其他值会报错。")
        .param("value", Kind.ANY)
        .returns(ValueType.BOOLEAN)
        .example("BOOLEAN(\"Yes\")", "true")
        .example("BOOLEAN(0)", "false")
        .example("BOOLEAN(\"maybe\")", "error")
        .aliases("to boolean", "parse boolean")
        .body(a -> bool(a.value(0)));
  }

  private static boolean bool(Object value) {
    if (value instanceof Boolean b) {
      return b;
    }
    String text = Values.keyText(value).toLowerCase(Locale.ROOT);
    return switch (text) {
      case "true", "yes", "y", "on", "1", "是" -> true;
      case "false", "no", "n", "off", "0", "否" -> false;
      default ->
          throw new ValueException(
              "not-a-boolean", Values.shown(value) + " is neither true nor false.");
    };
  }

  private static FunctionDef impliedDecimal() {
    return define(
            "IMPLIED_DECIMAL",
            Group.CONVERSION,
            "The number of digits whose last ones stand behind a point that is not written.",
            "把末几位视为小数的一串数字转换为数。")
        .param("digits", Kind.ANY)
        .param("places", Kind.INTEGER)
        .returns(ValueType.DECIMAL)
        .example("IMPLIED_DECIMAL(\"0001990\", 2)", "19.90")
        .example("IMPLIED_DECIMAL(\"-5\", 2)", "-0.05")
        .example("IMPLIED_DECIMAL(\"1.5\", 2)", "error")
        .aliases("implied decimal", "implied point", "cobol v")
        .body(
            a -> {
              if (!a.text(0).matches("[+-]?[0-9]{1,1000}")) {
                throw new ValueException(
                    "not-a-number", Values.shown(a.value(0)) + " is not digits alone.");
              }
              int places = Check.atLeast(a, 1, 0, "The number of places");
              Check.size(places);
              return Numbers.checked(new BigDecimal(new BigInteger(a.text(0)), places));
            });
  }
}
