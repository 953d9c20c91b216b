package fieldloom.model.formula;

import fieldloom.model.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Splits a formula into tokens with their places. */
final class FormulaLexer {
  private static final List<String> SYMBOLS =
      List.of(
          "->", "→", "==", "!=", "<=", ">=", "<>", "&&", "||", "[]", "(", ")", "[", "]", "{", "}",
          ",", ".", ":", "+", "-", "*", "/", "&", "<", ">", "=");

  /** What people type from habit or with a Chinese keyboard, and what belongs there instead. */
  private static final Map<String, String> HABITS =
      Map.ofEntries(
          Map.entry("（", "("),
          Map.entry("）", ")"),
          Map.entry("，", ","),
          Map.entry("“", "\""),
          Map.entry("”", "\""),
          Map.entry("；", ","),
          Map.entry(";", ","),
          Map.entry("'", "\""),
          Map.entry("！", "NOT"),
          Map.entry("!", "NOT"),
          Map.entry("：", ":"),
          Map.entry("×", "*"),
          Map.entry("÷", "/"),
          Map.entry("＝", "=="),
          Map.entry("。", "."),
          Map.entry("^", "POWER"),
          Map.entry("%", "MOD"),
          Map.entry("|", "OR"),
          Map.entry("≠", "!="),
          Map.entry("≤", "<="),
          Map.entry("≥", ">="));

  private final String text;
  private int at;
  private int line = 1;
  private int column = 1;

  FormulaLexer(String text) {
    this.text = text;
  }

  List<Token> tokens() throws FormulaException {
    List<Token> tokens = new ArrayList<>();
    boolean spaced = skipSpace();
    if (at < text.length() && text.charAt(at) == '=' && !text.startsWith("==", at)) {
      step(1);
      spaced = skipSpace();
    }
    while (at < text.length()) {
      tokens.add(next(spaced));
      spaced = skipSpace();
    }
    tokens.add(new Token(Token.Kind.END, "", pos(), spaced));
    return tokens;
  }

  private Formula.Pos pos() {
    return new Formula.Pos(line, column);
  }

  private void step(int chars) {
    int end = at + chars;
    while (at < end) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (c == '\n' || c == '\r' && (at == text.length() || text.charAt(at) != '\n')) {
        line++;
        column = 1;
      } else if (c != '\r') {
        column++;
      }
    }
  }

  private boolean skipSpace() {
    int start = at;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != 0xFEFF) {
        break;
      }
      step(Character.charCount(c));
    }
    return at > start;
  }

  private Token next(boolean spaced) throws FormulaException {
    char c = text.charAt(at);
    Formula.Pos pos = pos();
    if (c == '"') {
      return new Token(Token.Kind.TEXT, quotedText(), pos, spaced);
    }
    if (c == '`') {
      return new Token(Token.Kind.QUOTED_NAME, quotedName(), pos, spaced);
    }
    if (text.startsWith("@`", at)) {
      step(1);
      return new Token(Token.Kind.QUOTED_NAME, "@" + quotedName(), pos, spaced);
    }
    if (c >= '0' && c <= '9' || c == '.' && digitAt(at + 1)) {
      return new Token(Token.Kind.NUMBER, number(), pos, spaced);
    }
    if (c == '@'
        || c == '#'
        || c == '_'
        || c == '$'
        || Character.isUnicodeIdentifierStart(text.codePointAt(at))) {
      return new Token(Token.Kind.NAME, name(pos), pos, spaced);
    }
    for (String symbol : SYMBOLS) {
      if (text.startsWith(symbol, at)) {
        step(symbol.length());
        return new Token(Token.Kind.SYMBOL, symbol, pos, spaced);
      }
    }
    String unknown = Character.toString(text.codePointAt(at));
    String instead = HABITS.get(unknown);
    throw new FormulaException(
        pos,
        "“" + unknown + "” has no meaning in a formula.",
        instead == null ? "Remove it, or put a text in double quotes." : "Write " + instead + ".");
  }

  private boolean digitAt(int i) {
    return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }

  private String number() {
    int start = at;
    int end = digits(at);
    if (end < text.length() && text.charAt(end) == '.' && digitAt(end + 1)) {
      end = digits(end + 1);
    }
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int sign = end + 1;
      if (sign < text.length() && (text.charAt(sign) == '+' || text.charAt(sign) == '-')) {
        sign++;
      }
      if (digitAt(sign)) {
        end = digits(sign);
      }
    }
    step(end - start);
    return text.substring(start, end);
  }

  private int digits(int from) {
    int end = from;
    while (digitAt(end)) {
      end++;
    }
    return end;
  }

  private String name(Formula.Pos pos) throws FormulaException {
    int start = at;
    char first = text.charAt(at);
    if (first == '@' || first == '#') {
      step(1);
    }
    while (at < text.length() && Path.isNamePart(text.codePointAt(at))) {
      step(Character.charCount(text.codePointAt(at)));
    }
    String name = text.substring(start, at);
    if (!Path.isPlain(name)) {
      throw new FormulaException(
          pos, "“" + name + "” is no name.", "Put a name with special characters in backticks.");
    }
    return name;
  }

  private String quotedName() throws FormulaException {
    Formula.Pos open = pos();
    StringBuilder name = new StringBuilder();
    step(1);
    while (at < text.length()) {
      if (text.startsWith("``", at)) {
        name.append('`');
        step(2);
      } else if (text.charAt(at) == '`') {
        step(1);
        return name.toString();
      } else {
        name.appendCodePoint(text.codePointAt(at));
        step(Character.charCount(text.codePointAt(at)));
      }
    }
    throw new FormulaException(open, "This backtick is not closed.", "Close it with `.");
  }

  private String quotedText() throws FormulaException {
    Formula.Pos open = pos();
    StringBuilder value = new StringBuilder();
    step(1);
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        step(1);
        return value.toString();
      }
      if (c == '\\' && at + 1 < text.length()) {
        escape(value);
      } else {
        value.appendCodePoint(text.codePointAt(at));
        step(Character.charCount(text.codePointAt(at)));
      }
    }
    throw new FormulaException(open, "This text is not closed.", "Close it with a double quote.");
  }

  private void escape(StringBuilder value) throws FormulaException {
    Formula.Pos pos = pos();
    char kind = text.charAt(at + 1);
    int plain = "\"\\/bfnrt".indexOf(kind);
    if (plain >= 0) {
      value.append("\"\\/\b\f\n\r\t".charAt(plain));
      step(2);
      return;
    }
    String hex = kind == 'u' && at + 6 <= text.length() ? text.substring(at + 2, at + 6) : "";
    if (!hex.matches("[0-9a-fA-F]{4}")) {
      throw new FormulaException(
          pos,
          "“\\" + kind + "” is no escape.",
          "Write \\\\ for a backslash; the escapes are JSON's.");
    }
    value.append((char) Integer.parseInt(hex, 16));
    step(6);
  }
}
