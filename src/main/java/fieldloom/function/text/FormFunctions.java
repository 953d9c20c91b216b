package fieldloom.function.text;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.FunctionBuilder;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.ValueType;
import java.util.List;

/** Other forms of the same text: accents, widths, names of programs, escapes. */
final class FormFunctions {
  private FormFunctions() {}

  static List<FunctionDef> all() {
    return List.of(
        removeAccents(),
        toHalfWidth(),
        toFullWidth(),
        camelCase(),
        snakeCase(),
        kebabCase(),
        escapeXml(),
        escapeJson(),
        quote());
  }

  private static FunctionBuilder text(String name, String english, String chinese) {
    return define(name, Group.TEXT, english, chinese)
        .param("text", Kind.TEXT)
        .returns(ValueType.STRING);
  }

  private static FunctionDef removeAccents() {
    return text("REMOVE_ACCENTS", "Latin and Greek letters without accents.", "去掉拉丁和希腊字母的变音符号。")
        .example("REMOVE_ACCENTS(\"Crème Brûlée\")", "\"Creme Brulee\"")
        .example("REMOVE_ACCENTS(\"Łódź, Øre\")", "\"Lodz, Ore\"")
        .example("REMOVE_ACCENTS(\"が订单\")", "\"が订单\"")
        .aliases("strip accents", "normalize accents", "deburr")
        .body(a -> Letters.withoutAccents(a.text(0)));
  }

  private static FunctionDef toHalfWidth() {
    return text(
            "TO_HALF_WIDTH",
            "Full-width letters, digits, signs and spaces as their common ones.",
            "全角字母、数字、符号和空格转为半角。")
        .example("TO_HALF_WIDTH(\"ＡＢ１２\")", "\"AB12\"")
        .example("TO_HALF_WIDTH(\"订单\\u3000（１）\")", "\"订单 (1)\"")
        .example("TO_HALF_WIDTH(\"AB\")", "\"AB\"")
        .aliases("asc", "full width to half width", "dbc to sbc")
        .body(a -> Letters.halfWidth(a.text(0)));
  }

  private static FunctionDef toFullWidth() {
    return text(
            "TO_FULL_WIDTH",
            "Common letters, digits, signs and spaces as their full-width ones.",
            "半角字母、数字、符号和空格转为全角。")
        .example("TO_FULL_WIDTH(\"AB12\")", "\"ＡＢ１２\"")
        .example("TO_FULL_WIDTH(\"a b\")", "\"ａ\\u3000ｂ\"")
        .example("TO_FULL_WIDTH(\"订单\")", "\"订单\"")
        .aliases("dbcs", "jis", "half width to full width")
        .body(a -> Letters.fullWidth(a.text(0)));
  }

  private static FunctionDef camelCase() {
    return text(
            "CAMEL_CASE", "The words of a text as one name: orderLineNo.", "写成驼峰形式，如 orderLineNo。")
        .example("CAMEL_CASE(\"order line no\")", "\"orderLineNo\"")
        .example("CAMEL_CASE(\"ORDER_LINE\")", "\"orderLine\"")
        .example("CAMEL_CASE(\"XMLHttpRequest\")", "\"xmlHttpRequest\"")
        .aliases("camelcase", "camelize")
        .body(a -> Words.camel(a.text(0)));
  }

  private static FunctionDef snakeCase() {
    return text(
            "SNAKE_CASE",
            "The words of a text in small letters joined by underscores: order_line_no.",
            "小写单词以下划线连接，如 order_line_no。")
        .example("SNAKE_CASE(\"orderLineNo\")", "\"order_line_no\"")
        .example("SNAKE_CASE(\"Order Line\")", "\"order_line\"")
        .example("SNAKE_CASE(\"XMLHttpRequest\")", "\"xml_http_request\"")
        .aliases("separate by underscore", "underscore")
        .body(a -> String.join("_", Words.of(a.text(0))));
  }

  private static FunctionDef kebabCase() {
    return text(
            "KEBAB_CASE",
            "The words of a text in small letters joined by hyphens: order-line-no.",
            "小写单词以连字符连接，如 order-line-no。")
        .example("KEBAB_CASE(\"orderLineNo\")", "\"order-line-no\"")
        .example("KEBAB_CASE(\"Order  Line\")", "\"order-line\"")
        .example("KEBAB_CASE(\"\")", "\"\"")
        .aliases("separate by dash", "hyphenate")
        .body(a -> String.join("-", Words.of(a.text(0))));
  }

  private static FunctionDef escapeXml() {
    return text("ESCAPE_XML", "A text as it is written inside XML.", "转义为可写入 XML 的文本。")
        .example("ESCAPE_XML(\"a < b & c\")", "\"a &lt; b &amp; c\"")
        .example("ESCAPE_XML(\"\\\"x\\\"\")", "\"&quot;x&quot;\"")
        .example("ESCAPE_XML(\"订单\")", "\"订单\"")
        .aliases("xml escape", "encode xml", "html escape")
        .body(a -> Escapes.xml(a.text(0)));
  }

  private static FunctionDef escapeJson() {
    return text(
            "ESCAPE_JSON",
            "A text as it is written inside the quotes of JSON.",
            "转义为可写入 JSON 引号内的文本。")
        .example("ESCAPE_JSON(\"a\\\"b\")", "\"a\\\\\\\"b\"")
        .example("ESCAPE_JSON(\"a\\nb\")", "\"a\\\\nb\"")
        .example("ESCAPE_JSON(\"订单\")", "\"订单\"")
        .aliases("json escape", "encode json")
        .body(a -> Escapes.json(a.text(0)));
  }

  private static FunctionDef quote() {
    return text("QUOTE", "A text between quotes, the quotes inside it doubled.", "用引号括起文本，其中的引号加倍。")
        .optional("quote", Kind.TEXT)
        .example("QUOTE(\"a\")", "\"\\\"a\\\"\"")
        .example("QUOTE(\"it's\", \"'\")", "\"'it''s'\"")
        .example("QUOTE(\"\")", "\"\\\"\\\"\"")
        .aliases("dquote", "squote", "enclose")
        .body(a -> Escapes.quoted(a.text(0), a.has(1) ? a.text(1) : "\""));
  }
}
