package fieldloom.engine.internal;

import fieldloom.model.formula.Formula;
import fieldloom.model.formula.Formula.BinaryOp;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions that hold always or never, whatever is read. */
final class Truths {
  private Truths() {}

  /** True or false where that is certain; as conditions, what is null is false. */
  static @Nullable Boolean of(Formula condition) {
    return switch (condition) {
      case Formula.Bool b -> b.value();
      case Formula.NullValue _ -> Boolean.FALSE;
      case Formula.Unary u when u.op() == Formula.UnaryOp.NOT -> not(u.operand());
      case Formula.Binary b -> binary(b);
      case Formula.Call c when c.name().equals("AND") -> all(c.args());
      case Formula.Call c when c.name().equals("OR") -> any(c.args());
      case Formula.Call c when c.name().equals("NOT") && c.args().size() == 1 ->
          not(c.args().getFirst());
      default -> null;
    };
  }

  /** Of null neither it nor its opposite holds. */
  private static @Nullable Boolean not(Formula operand) {
    Boolean known = operand instanceof Formula.NullValue ? Boolean.TRUE : of(operand);
    return known == null ? null : Boolean.valueOf(!known);
  }

  private static @Nullable Boolean binary(Formula.Binary b) {
    return switch (b.op()) {
      case AND -> all(List.of(b.left(), b.right()));
      case OR -> any(List.of(b.left(), b.right()));
      case EQ, NE, LT, LE, GT, GE -> compared(b);
      case JOIN, ADD, SUBTRACT, MULTIPLY, DIVIDE -> null;
    };
  }

  private static @Nullable Boolean all(List<Formula> conditions) {
    List<@Nullable Boolean> known = conditions.stream().<@Nullable Boolean>map(Truths::of).toList();
    return known.contains(Boolean.FALSE)
        ? Boolean.FALSE
        : known.stream().allMatch(Boolean.TRUE::equals) ? Boolean.TRUE : null;
  }

  private static @Nullable Boolean any(List<Formula> conditions) {
    List<@Nullable Boolean> known = conditions.stream().<@Nullable Boolean>map(Truths::of).toList();
    return known.contains(Boolean.TRUE)
        ? Boolean.TRUE
        : known.stream().allMatch(Boolean.FALSE::equals) ? Boolean.FALSE : null;
  }

  private static @Nullable Boolean compared(Formula.Binary b) {
    Integer order = order(b.left(), b.right());
    return order == null ? null : Boolean.valueOf(holds(b.op(), order));
  }

  private static boolean holds(BinaryOp op, int order) {
    return switch (op) {
      case EQ -> order == 0;
      case NE -> order != 0;
      case LT -> order < 0;
      case LE -> order <= 0;
      case GT -> order > 0;
      case GE -> order >= 0;
      case OR, AND, JOIN, ADD, SUBTRACT, MULTIPLY, DIVIDE ->
          throw new IllegalArgumentException(op + " compares nothing");
    };
  }

  /** How two literals of one kind compare; null where these are none. */
  private static @Nullable Integer order(Formula left, Formula right) {
    if (left instanceof Formula.Number a && right instanceof Formula.Number b) {
      return new BigDecimal(a.text()).compareTo(new BigDecimal(b.text()));
    }
    if (left instanceof Formula.Text a && right instanceof Formula.Text b) {
      return Arrays.compare(a.value().codePoints().toArray(), b.value().codePoints().toArray());
    }
    return null;
  }
}
