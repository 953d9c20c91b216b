package fieldloom.function.conversion;

import static fieldloom.function.FunctionBuilder.define;

import fieldloom.function.Arguments;
import fieldloom.function.FunctionBuilder;
import fieldloom.function.FunctionDef;
import fieldloom.function.FunctionDef.Group;
import fieldloom.function.FunctionDef.Kind;
import fieldloom.function.Numbers;
import fieldloom.function.ValueException;
import fieldloom.function.ValueType;
import fieldloom.function.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Encodings of text and binary, and numbers in other bases. */
final class EncodingFunctions {
  private EncodingFunctions() {}

  static List<FunctionDef> all() {
    return List.of(
        base64Encode(),
        base64Decode(),
        hexEncode(),
        hexDecode(),
        urlEncode(),
        urlDecode(),
        toBase(),
        fromBase());
  }

  private static FunctionBuilder text(String name, String english, String chinese) {
    return define(name, Group.CONVERSION, english, chinese)
        .param("text", Kind.ANY)
        .returns(ValueType.STRING);
  }

  private static FunctionDef base64Encode() {
    return text(
            "BASE64_ENCODE", "Base64 of a text in UTF-8, or of binary.", "文本（UTF-8）或二进制的 Base64。")
        .example("BASE64_ENCODE(\"Hi\")", "\"SGk=\"")
        .example("BASE64_ENCODE(\"订单\")", "\"6K6i5Y2V\"")
        .example("BASE64_ENCODE(\"\")", "\"\"")
        .aliases("encode base64", "btoa")
        .body(a -> Base64.getEncoder().encodeToString(Utf8.bytes(a, 0)));
  }

  private static FunctionDef base64Decode() {
    return text(
            "BASE64_DECODE", "The text in UTF-8 that Base64 stands for.", "由 Base64 得到文本（UTF-8）。")
        .example("BASE64_DECODE(\"SGk=\")", "\"Hi\"")
        .example("BASE64_DECODE(\"6K6i5Y2V\")", "\"订单\"")
        .example("BASE64_DECODE(\"S!\")", "error")
        .aliases("decode base64", "atob")
        .body(
            a -> {
              try {
                return Utf8.text(Base64.getDecoder().decode(a.text(0)));
              } catch (IllegalArgumentException e) {
                throw new ValueException("not-base64", Values.shown(a.text(0)) + " is not Base64.");
              }
            });
  }

  private static FunctionDef hexEncode() {
    return text(
            "HEX_ENCODE",
            "The bytes of a text in UTF-8, or of binary, as two hexadecimal digits each.",
            "文本（UTF-8）或二进制的十六进制。")
        .example("HEX_ENCODE(\"Hi\")", "\"4869\"")
        .example("HEX_ENCODE(\"é\")", "\"c3a9\"")
        .example("HEX_ENCODE(\"\")", "\"\"")
        .aliases("to hex", "bin2hex")
        .body(a -> HexFormat.of().formatHex(Utf8.bytes(a, 0)));
  }

  private static FunctionDef hexDecode() {
    return text(
            "HEX_DECODE",
            "The text in UTF-8 that hexadecimal digits stand for.",
            "由十六进制得到文本（UTF-8）。")
        .example("HEX_DECODE(\"4869\")", "\"Hi\"")
        .example("HEX_DECODE(\"C3A9\")", "\"é\"")
        .example("HEX_DECODE(\"4\")", "error")
        .aliases("from hex", "hex2bin")
        .body(
            a -> {
              try {
                return Utf8.text(HexFormat.of().parseHex(a.text(0)));
              } catch (IllegalArgumentException e) {
                throw new ValueException(
                    "not-hex", Values.shown(a.text(0)) + " is not pairs of hexadecimal digits.");
              }
            });
  }

  private static FunctionDef urlEncode() {
    return text("URL_ENCODE", "A text as part of a URL; a space is %20.", "编码为 URL 的一部分，空格为 %20。")
        .example("URL_ENCODE(\"a b&c\")", "\"a%20b%26c\"")
        .example("URL_ENCODE(\"订\")", "\"%E8%AE%A2\"")
        .example("URL_ENCODE(\"a-b_c.d~e*\")", "\"a-b_c.d~e%2A\"")
        .aliases("percent encode", "encodeuricomponent", "encode-for-uri")
        .body(a -> UrlText.encode(a.text(0)));
  }

  private static FunctionDef urlDecode() {
    return text("URL_DECODE", "The text that a part of a URL stands for.", "解码 URL 的一部分。")
        .example("URL_DECODE(\"a%20b%26c\")", "\"a b&c\"")
        .example("URL_DECODE(\"%E8%AE%A2\")", "\"订\"")
        .example("URL_DECODE(\"%4\")", "error")
        .aliases("percent decode", "decodeuricomponent")
        .body(a -> UrlText.decode(a.text(0)));
  }

  private static FunctionDef toBase() {
    return define(
            "TO_BASE",
            Group.CONVERSION,
            "A whole number in base 2 to 36, letters in capitals.",
            "把整数写成 2 到 36 进制，字母大写。")
        .param("number", Kind.NUMBER)
        .param("base", Kind.INTEGER)
        .returns(ValueType.STRING)
        .example("TO_BASE(255, 16)", "\"FF\"")
        .example("TO_BASE(-5, 2)", "\"-101\"")
        .example("TO_BASE(1.5, 2)", "error")
        .aliases("dec2hex", "dec2bin", "format base")
        .body(
            a -> {
              if (!a.number(0).isWhole()) {
                throw new ValueException("not-whole", a.number(0) + " is not a whole number.");
              }
              BigInteger whole = a.number(0).value().toBigInteger();
              return whole.toString(base(a)).toUpperCase(Locale.ROOT);
            });
  }

  private static FunctionDef fromBase() {
    return define(
            "FROM_BASE",
            Group.CONVERSION,
            "The whole number that a text is in base 2 to 36.",
            "把 2 到 36 进制的文本转换为整数。")
        .param("text", Kind.TEXT)
        .param("base", Kind.INTEGER)
        .returns(ValueType.INTEGER)
        .example("FROM_BASE(\"ff\", 16)", "255")
        .example("FROM_BASE(\"-101\", 2)", "-5")
        .example("FROM_BASE(\"12\", 2)", "error")
        .aliases("hex2dec", "bin2dec", "parse base")
        .body(
            a -> {
              if (!a.text(0).matches("[+-]?[0-9A-Za-z]{1,5000}")) {
                throw notInBase(a);
              }
              try {
                BigInteger whole = new BigInteger(a.text(0), base(a));
                return Numbers.checked(new BigDecimal(whole));
              } catch (NumberFormatException e) {
                throw notInBase(a);
              }
            });
  }

  private static ValueException notInBase(Arguments a) {
    return new ValueException(
        "not-a-number",
        "%s is no whole number in base %d.".formatted(Values.shown(a.text(0)), a.integer(1)));
  }

  private static int base(Arguments a) {
    int base = a.integer(1);
    if (base < Character.MIN_RADIX || base > Character.MAX_RADIX) {
      throw new ValueException("out-of-range", "Base " + base + " is not between 2 and 36.");
    }
    return base;
  }
}
