package fieldloom.model.formula;

import fieldloom.model.Path;
import fieldloom.model.formula.Formula.BinaryOp;
import fieldloom.model.formula.Formula.Pos;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads formulas. From loose to tight: OR, AND, NOT, comparison, {@code &}, {@code + -}, {@code *
 * /}, unary minus, call and path.
 */
public final class FormulaParser {
  /** How deep a formula may nest. */
  public static final int MAX_DEPTH = 200;

  /** How many operators may follow each other on one level. */
  public static final int MAX_ROW = 1_000;

  private final List<Token> tokens;
  private int at;
  private int depth;

  private FormulaParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * Reads a formula; a leading {@code =} is dropped but counts as a column.
   *
   * @throws FormulaException with the place, what is wrong, and what to do
   */
  public static Formula parse(String text) throws FormulaException {
    FormulaParser parser = new FormulaParser(new FormulaLexer(text).tokens());
    if (parser.peek().kind() == Token.Kind.END) {
      throw new FormulaException(
          parser.peek().pos(), "The formula is empty.", "Write a path, a value or a function.");
    }
    Formula formula = parser.expression();
    Token rest = parser.peek();
    if (rest.kind() != Token.Kind.END) {
      throw parser.unexpected(rest, "an operator or the end of the formula");
    }
    return formula;
  }

  private Token peek() {
    return tokens.get(at);
  }

  private Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  private Token take() {
    Token token = tokens.get(at);
    if (at < tokens.size() - 1) {
      at++;
    }
    return token;
  }

  private boolean takeIf(String symbol) {
    if (peek().is(symbol)) {
      take();
      return true;
    }
    return false;
  }

  private FormulaException unexpected(Token token, String expected) {
    String remedy =
        switch (token.text()) {
          case "=" -> "Write == to compare.";
          case "<>" -> "Write != for “not equal”.";
          case "&&" -> "Write AND.";
          case "||" -> "Write OR.";
          default -> "Expected " + expected + ".";
        };
    if (token.kind() != Token.Kind.SYMBOL) {
      remedy = "Expected " + expected + ".";
    }
    return new FormulaException(
        token.pos(), capital(token.shown()) + " cannot stand here.", remedy);
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private Formula expression() throws FormulaException {
    if (++depth > MAX_DEPTH) {
      throw new FormulaException(
          peek().pos(),
          "The formula nests deeper than " + MAX_DEPTH + " levels.",
          "Move a part of it into a variable or a function of your own.");
    }
    Formula formula = isLambda() ? lambda() : binary(1);
    depth--;
    return formula;
  }

  private Formula binary(int loosest) throws FormulaException {
    Formula left = loosest <= 3 ? not(loosest) : unary();
    int row = 0;
    while (true) {
      BinaryOp op = operator(peek());
      if (op == null || op.tightness() < loosest) {
        return left;
      }
      Pos pos = take().pos();
      if (++row > MAX_ROW) {
        throw new FormulaException(
            pos,
            "More than " + MAX_ROW + " operators stand in a row.",
            "Move a part of them into a variable, or use SUM or CONCAT.");
      }
      Formula right = op.tightness() < 3 ? binary(op.tightness() + 1) : binary4(op);
      left = new Formula.Binary(op, left, right, pos);
    }
  }

  private Formula binary4(BinaryOp op) throws FormulaException {
    if (++depth > MAX_DEPTH * 4) {
      throw new FormulaException(peek().pos(), "The formula is too long.", "Split it.");
    }
    Formula right = binary(op.tightness() + 1);
    depth--;
    return right;
  }

  private Formula not(int loosest) throws FormulaException {
    if (!peek().isWord("NOT")) {
      return binary(4);
    }
    Pos pos = take().pos();
    depth++;
    if (depth > MAX_DEPTH) {
      throw new FormulaException(pos, "The formula nests too deeply.", "Split it.");
    }
    Formula operand = not(loosest);
    depth--;
    return new Formula.Unary(Formula.UnaryOp.NOT, operand, pos);
  }

  private static @Nullable BinaryOp operator(Token token) {
    if (token.isWord("OR")) {
      return BinaryOp.OR;
    }
    if (token.isWord("AND")) {
      return BinaryOp.AND;
    }
    if (token.kind() == Token.Kind.SYMBOL) {
      for (BinaryOp op : BinaryOp.values()) {
        if (op.symbol().equals(token.text())) {
          return op;
        }
      }
    }
    return null;
  }

  private Formula unary() throws FormulaException {
    if (!peek().is("-") && !peek().is("+")) {
      return postfix(primary());
    }
    Token sign = take();
    if (++depth > MAX_DEPTH) {
      throw new FormulaException(sign.pos(), "The formula nests too deeply.", "Split it.");
    }
    Formula operand = unary();
    depth--;
    return sign.is("+") ? operand : new Formula.Unary(Formula.UnaryOp.NEGATE, operand, sign.pos());
  }

  private Formula postfix(Formula of) throws FormulaException {
    if (of instanceof Formula.Ref || !peek().is(".") && !peek().is("[]")) {
      return of;
    }
    Pos pos = peek().pos();
    int arrays = arrays();
    List<Path.Step> steps = new ArrayList<>();
    while (takeIf(".")) {
      steps.add(step());
    }
    return new Formula.Member(of, arrays, new Path(steps), pos);
  }

  private int arrays() {
    int arrays = 0;
    while (takeIf("[]")) {
      arrays++;
    }
    return arrays;
  }

  private Path.Step step() throws FormulaException {
    Token name = peek();
    if (!name.isName()) {
      throw unexpected(name, "a name after the dot");
    }
    take();
    return new Path.Step(name.text(), arrays());
  }

  private Formula primary() throws FormulaException {
    Token token = peek();
    switch (token.kind()) {
      case NUMBER -> {
        take();
        if (peek().isName() && !peek().spaced()) {
          throw unexpected(peek(), "an operator after the number");
        }
        return new Formula.Number(token.text(), token.pos());
      }
      case TEXT -> {
        take();
        return new Formula.Text(token.text(), token.pos());
      }
      case QUOTED_NAME -> {
        return ref();
      }
      case NAME -> {
        return word(token);
      }
      case SYMBOL -> {
        if (token.is("(")) {
          take();
          Formula inner = expression();
          if (peek().is(",")) {
            throw unclosed(token, ")");
          }
          close(token, ")");
          return inner;
        }
        if (token.is("[") || token.is("[]")) {
          return list();
        }
        if (token.is("{")) {
          return object();
        }
        throw unexpected(token, "a value, a path or a function");
      }
      case END -> throw unexpected(token, "a value, a path or a function");
    }
    throw new IllegalStateException("unreachable");
  }

  private Formula word(Token token) throws FormulaException {
    if (peek(1).is("(")) {
      return call();
    }
    boolean alone = !peek(1).is(".") && !peek(1).is("[]");
    if (alone && token.isWord("TRUE") || alone && token.isWord("FALSE")) {
      take();
      return new Formula.Bool(token.isWord("TRUE"), token.pos());
    }
    if (alone && token.isWord("NULL")) {
      take();
      return new Formula.NullValue(token.pos());
    }
    if (token.isWord("AND") || token.isWord("OR") || token.isWord("NOT")) {
      throw unexpected(token, "a value, a path or a function");
    }
    return ref();
  }

  private Formula ref() throws FormulaException {
    Pos pos = peek().pos();
    List<Path.Step> steps = new ArrayList<>();
    do {
      steps.add(step());
    } while (takeIf("."));
    return new Formula.Ref(new Path(steps), pos);
  }

  private Formula call() throws FormulaException {
    Token name = take();
    Token open = take();
    List<Formula> args = new ArrayList<>();
    if (!peek().is(")")) {
      do {
        args.add(expression());
      } while (takeIf(","));
    }
    close(open, ")");
    return new Formula.Call(name.text().toUpperCase(Locale.ROOT), args, name.pos());
  }

  private void close(Token open, String symbol) throws FormulaException {
    Token token = peek();
    if (token.is(symbol)) {
      take();
    } else if (token.kind() == Token.Kind.END) {
      throw unclosed(open, symbol);
    } else {
      throw unexpected(token, "a comma, an operator or " + symbol);
    }
  }

  private static FormulaException unclosed(Token open, String symbol) {
    return new FormulaException(
        open.pos(), "“" + open.text() + "” is not closed.", "Close it with " + symbol + ".");
  }

  private Formula list() throws FormulaException {
    Token open = take();
    List<Formula> items = new ArrayList<>();
    if (open.is("[]")) {
      return new Formula.ListOf(items, open.pos());
    }
    if (!peek().is("]")) {
      do {
        items.add(expression());
      } while (takeIf(","));
    }
    close(open, "]");
    return new Formula.ListOf(items, open.pos());
  }

  private Formula object() throws FormulaException {
    Token open = take();
    List<Formula.Entry> entries = new ArrayList<>();
    if (!peek().is("}")) {
      do {
        Token name = peek();
        if (name.kind() != Token.Kind.TEXT && !name.isName()) {
          throw unexpected(name, "a member's name in double quotes");
        }
        take();
        if (!takeIf(":")) {
          throw unexpected(peek(), "a colon after the member's name");
        }
        entries.add(new Formula.Entry(name.text(), expression()));
      } while (takeIf(","));
    }
    close(open, "}");
    return new Formula.ObjectOf(entries, open.pos());
  }

  private boolean isLambda() {
    if (peek().isName()) {
      return isArrow(peek(1));
    }
    if (!peek().is("(")) {
      return false;
    }
    int i = 1;
    while (peek(i).isName()) {
      i++;
      if (!peek(i).is(",")) {
        break;
      }
      i++;
    }
    return peek(i).is(")") && isArrow(peek(i + 1));
  }

  private static boolean isArrow(Token token) {
    return token.is("->") || token.is("→");
  }

  private Formula lambda() throws FormulaException {
    Pos pos = peek().pos();
    List<String> params = new ArrayList<>();
    if (takeIf("(")) {
      while (peek().isName()) {
        params.add(take().text());
        takeIf(",");
      }
      take();
    } else {
      params.add(take().text());
    }
    take();
    return new Formula.Lambda(params, expression(), pos);
  }
}
