package fieldloom.model.drawing;

import fieldloom.model.Path;
import fieldloom.model.formula.Formula.BinaryOp;
import fieldloom.model.formula.Formula.UnaryOp;
import fieldloom.model.formula.FormulaPrinter;
import java.util.List;

/** What a node of a drawing is, without what comes in at its ports. */
public sealed interface Shape {

  /** A text. */
  record Text(String value) implements Shape {}

  /**
   * A number.
   *
   * @param text as the formula writes it: {@code 1e3}
   */
  record Number(String text) implements Shape {}

  /** TRUE or FALSE. */
  record Bool(boolean value) implements Shape {}

  /** NULL. */
  record NullValue() implements Shape {}

  /** A field, or what else has a name: an alias, a variable, a parameter. */
  record Field(Path path) implements Shape {}

  /**
   * What stands at a path in the value that comes in.
   *
   * @param arrays how many {@code []} follow the value itself
   */
  record Member(int arrays, Path path) implements Shape {}

  /** A call; a port for each argument. */
  record Function(String name) implements Shape {}

  /** An operator with one operand. */
  record Sign(UnaryOp op) implements Shape {}

  /**
   * An operator with two operands, or with more where it is written several times in a row and the
   * order in which it is computed does not matter: {@code a + b + c}.
   */
  record Operator(BinaryOp op) implements Shape {}

  /** A function value; its body comes in. */
  record Lambda(List<String> params) implements Shape {
    public Lambda {
      params = List.copyOf(params);
    }
  }

  /** A list; a port for each item. */
  record ListOf() implements Shape {}

  /** An object; a port for each member. */
  record ObjectOf(List<String> names) implements Shape {
    public ObjectOf {
      names = List.copyOf(names);
    }
  }

  /** Whether it is a fixed value. */
  default boolean isConstant() {
    return switch (this) {
      case Text _, Number _, Bool _, NullValue _ -> true;
      case Field _, Member _, Function _, Sign _, Operator _ -> false;
      case Lambda _, ListOf _, ObjectOf _ -> false;
    };
  }

  /** What a short name of the node is: a function's name, an operator, the value of a constant. */
  default String label() {
    return switch (this) {
      case Text text -> FormulaPrinter.quote(text.value());
      case Number number -> number.text();
      case Bool bool -> bool.value() ? "TRUE" : "FALSE";
      case NullValue _ -> "NULL";
      case Field field -> FormulaPrinter.path(field.path());
      case Member m -> "[]".repeat(m.arrays()) + (m.path().isEmpty() ? "" : "." + m.path());
      case Function function -> function.name();
      case Sign sign -> sign.op().symbol();
      case Operator operator -> operator.op().symbol();
      case Lambda lambda -> String.join(", ", lambda.params()) + " →";
      case ListOf _ -> "[ ]";
      case ObjectOf _ -> "{ }";
    };
  }

  /** Whether nothing comes in: a fixed value or a field. */
  default boolean isLeaf() {
    return isConstant() || this instanceof Field;
  }

  /** Whether a node of that kind can have so many ports. */
  default boolean takes(int ports) {
    return switch (this) {
      case Text _, Number _, Bool _, NullValue _, Field _ -> ports == 0;
      case Member _, Sign _, Lambda _ -> ports == 1;
      case Function _, ListOf _ -> true;
      case Operator o -> ports == 2 || ports > 2 && joins(o.op());
      case ObjectOf o -> ports == o.names().size();
    };
  }

  /** Whether a row of that operator is one node with a port for each operand. */
  static boolean joins(BinaryOp op) {
    return switch (op) {
      case OR, AND, JOIN, ADD, MULTIPLY -> true;
      case EQ, NE, LT, LE, GT, GE, SUBTRACT, DIVIDE -> false;
    };
  }
}
