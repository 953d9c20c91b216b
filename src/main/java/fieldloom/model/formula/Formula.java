package fieldloom.model.formula;

import fieldloom.model.Path;
import java.util.List;

/** A formula as a tree. Every node knows where it stands in the text. */
public sealed interface Formula {

  /** Where the node is in the text it was read from. */
  Pos pos();

  /** Line and column (in code points), both from 1. */
  record Pos(int line, int column) {
    public static final Pos START = new Pos(1, 1);

    @Override
    public String toString() {
      return line + ":" + column;
    }
  }

  record Text(String value, Pos pos) implements Formula {}

  /**
   * A number.
   *
   * @param text as written: {@code 1e3}
   */
  record Number(String text, Pos pos) implements Formula {}

  record Bool(boolean value, Pos pos) implements Formula {}

  record NullValue(Pos pos) implements Formula {}

  /** A path, its first name a source, alias, variable, parameter or target. */
  record Ref(Path path, Pos pos) implements Formula {}

  /**
   * A path into the value of another formula: {@code FIRST(order.lines[]).sku}.
   *
   * @param arrays how many {@code []} follow the value itself
   */
  record Member(Formula of, int arrays, Path path, Pos pos) implements Formula {}

  /**
   * A call.
   *
   * @param name upper case
   */
  record Call(String name, List<Formula> args, Pos pos) implements Formula {
    public Call {
      args = List.copyOf(args);
    }
  }

  record Unary(UnaryOp op, Formula operand, Pos pos) implements Formula {}

  /**
   * Two operands.
   *
   * @param pos where the operator stands
   */
  record Binary(BinaryOp op, Formula left, Formula right, Pos pos) implements Formula {}

  record Lambda(List<String> params, Formula body, Pos pos) implements Formula {
    public Lambda {
      params = List.copyOf(params);
    }
  }

  record ListOf(List<Formula> items, Pos pos) implements Formula {
    public ListOf {
      items = List.copyOf(items);
    }
  }

  record ObjectOf(List<Entry> entries, Pos pos) implements Formula {
    public ObjectOf {
      entries = List.copyOf(entries);
    }
  }

  /** A member of an object literal. */
  record Entry(String name, Formula value) {}

  /** Operators with one operand. */
  enum UnaryOp {
    NEGATE("-"),
    NOT("NOT");

    private final String symbol;

    UnaryOp(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }
  }

  /** Operators with two operands, and how tightly they bind (more is tighter). */
  enum BinaryOp {
    OR("OR", 1),
    AND("AND", 2),
    EQ("==", 4),
    NE("!=", 4),
    LT("<", 4),
    LE("<=", 4),
    GT(">", 4),
    GE(">=", 4),
    JOIN("&", 5),
    ADD("+", 6),
    SUBTRACT("-", 6),
    MULTIPLY("*", 7),
    DIVIDE("/", 7);

    private final String symbol;
    private final int tightness;

    BinaryOp(String symbol, int tightness) {
      this.symbol = symbol;
      this.tightness = tightness;
    }

    public String symbol() {
      return symbol;
    }

    public int tightness() {
      return tightness;
    }
  }
}
