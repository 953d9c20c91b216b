package fieldloom.function.code;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.ValueType;
import java.util.List;

/** Check digits and ISO codes, which stand in the groups Logic and Conversion. */
public final class CodeFunctions {
  private CodeFunctions() {}

  public static List<FunctionDef> all() {
    return List.of(isValid(), checkDigit(), isoCode());
  }

  private static FunctionDef isValid() {
    return define(
            "IS_VALID",
            Group.LOGIC,
            "Whether a text is a whole code of a kind, its check digit included: gtin (gtin8,"
                + " gtin12, gtin13, gtin14), iban, luhn, uscc (unified social credit code) or"
                + " resident-id.",
            "文本是否为某类编码且校验位正确：gtin（gtin8、gtin12、gtin13、gtin14）、iban、luhn、uscc（统一社会信用代码）或"
                + " resident-id（居民身份号码）。")
        .param("kind", Kind.TEXT)
        .param("text", Kind.TEXT)
        .returns(ValueType.BOOLEAN)
        .example("IS_VALID(\"gtin\", \"4006381333931\")", "true")
        .example("IS_VALID(\"iban\", \"DE89 3704 0044 0532 0130 00\")", "true")
        .example("IS_VALID(\"luhn\", \"4111111111111112\")", "false")
        .example("IS_VALID(\"resident-id\", \"11010519491231002X\")", "true")
        .example("IS_VALID(\"passport\", \"1\")", "error")
        .aliases("validate", "check ean", "check iban", "校验")
        .body(a -> CheckedCode.of(a.text(0)).isValid(a.text(1), a.context().now().toLocalDate()));
  }

  private static FunctionDef checkDigit() {
    return define(
            "CHECK_DIGIT",
            Group.CONVERSION,
            "The check digit that belongs to a code written without it, of the kinds of IS_VALID;"
                + " for iban the two digits behind the country.",
            "未带校验位的编码应有的校验位，种类同 IS_VALID；iban 为国家代码后的两位。")
        .param("kind", Kind.TEXT)
        .param("text", Kind.TEXT)
        .returns(ValueType.STRING)
        .example("CHECK_DIGIT(\"gtin\", \"400638133393\")", "\"1\"")
        .example("CHECK_DIGIT(\"iban\", \"DE370400440532013000\")", "\"89\"")
        .example("CHECK_DIGIT(\"resident-id\", \"11010519491231002\")", "\"X\"")
        .example("CHECK_DIGIT(\"luhn\", \"7992739871\")", "\"3\"")
        .example("CHECK_DIGIT(\"luhn\", \"12a\")", "error")
        .aliases("checksum", "mod 10", "mod 97", "校验码")
        .body(a -> CheckedCode.of(a.text(0)).checkDigit(a.text(1)));
  }

  private static FunctionDef isoCode() {
    return define(
            "ISO_CODE",
            Group.CONVERSION,
            "The code of a country (alpha2, alpha3, numeric), a currency (alpha3, numeric) or a unit (UN/ECE"
                + " Rec 20) from another of its codes or its name in English or Chinese; absent"
                + " where none is known.",
            "由国家（alpha2、alpha3、numeric）、货币（alpha3、numeric）或单位（UN/ECE Rec 20）的其他代码或中英文名称取其代码；未知则缺失。")
        .param("kind", Kind.TEXT)
        .param("value", Kind.TEXT)
        .optional("form", Kind.TEXT)
        .returns(ValueType.STRING)
        .example("ISO_CODE(\"country\", \"Germany\")", "\"DE\"")
        .example("ISO_CODE(\"country\", \"中国\", \"alpha3\")", "\"CHN\"")
        .example("ISO_CODE(\"country\", \"Germany\", \"numeric\")", "\"276\"")
        .example("ISO_CODE(\"currency\", \"cny\", \"numeric\")", "\"156\"")
        .example("ISO_CODE(\"unit\", \"kg\")", "\"KGM\"")
        .example("ISO_CODE(\"country\", \"Atlantis\")", "absent")
        .aliases("country code", "currency code", "iso 3166", "iso 4217", "rec 20")
        .body(a -> IsoCodes.code(a.text(0), a.text(1), a.has(2) ? a.text(2) : ""));
  }
}
