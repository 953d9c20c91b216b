package fieldloom.engine.internal;

import fieldloom.model.FieldType;
import fieldloom.model.SchemaNode;
import fieldloom.model.formula.Formula;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Works out how long, large and exact the values of formulas can be, as far as that is known. */
final class Extents {
  /** Digits of a division that nothing rounds. */
  private static final int DIVISION_DIGITS = 34;

  private static final int MOST_DIGITS = 1_000;

  private final Map<Formula, SchemaNode> fields;

  /**
   * @param fields the schema of each source field that a formula reads
   */
  Extents(Map<Formula, SchemaNode> fields) {
    this.fields = fields;
  }

  /**
   * What is known of a formula's values.
   *
   * @param type of the whole formula
   */
  Extent of(Formula formula, FieldType type) {
    Extent extent = of(formula);
    return type == FieldType.INTEGER && extent.scale() == null ? whole(extent) : extent;
  }

  private Extent of(Formula formula) {
    return switch (formula) {
      case Formula.Text text -> Extent.ofText(text.value());
      case Formula.Number number -> number(number.text());
      case Formula.Ref ref -> field(fields.get(ref));
      case Formula.Call call -> call(call);
      case Formula.Unary unary ->
          unary.op() == Formula.UnaryOp.NEGATE ? negated(of(unary.operand())) : Extent.UNKNOWN;
      case Formula.Binary binary -> binary(binary);
      case Formula.Bool _,
          Formula.NullValue _,
          Formula.Member _,
          Formula.Lambda _,
          Formula.ListOf _,
          Formula.ObjectOf _ ->
          Extent.UNKNOWN;
    };
  }

  private static Extent field(@Nullable SchemaNode node) {
    return node == null
        ? Extent.UNKNOWN
        : node.type() == FieldType.INTEGER && node.facets().scale() == null
            ? whole(Extent.of(node.facets()))
            : Extent.of(node.facets());
  }

  private static Extent whole(Extent extent) {
    return new Extent(
        extent.length(), extent.whole(), 0, extent.least(), extent.most(), extent.values());
  }

  private static Extent number(String text) {
    BigDecimal value = new BigDecimal(text);
    return Math.abs(value.scale()) > MOST_DIGITS ? Extent.UNKNOWN : Extent.ofNumber(value);
  }

  private static Extent negated(Extent extent) {
    List<String> values =
        extent.least() != null && extent.least().equals(extent.most())
            ? List.of(extent.least().negate().toPlainString())
            : List.of();
    return new Extent(
        null,
        extent.whole(),
        extent.scale(),
        extent.most() == null ? null : extent.most().negate(),
        extent.least() == null ? null : extent.least().negate(),
        values);
  }

  private Extent binary(Formula.Binary binary) {
    return switch (binary.op()) {
      case JOIN -> Extent.ofLength(Extent.sum(text(binary.left()), text(binary.right())));
      case ADD, SUBTRACT -> {
        Integer scale = Extent.larger(scale(binary.left()), scale(binary.right()));
        yield Extent.ofScale(scale);
      }
      case MULTIPLY -> Extent.ofScale(Extent.sum(scale(binary.left()), scale(binary.right())));
      case DIVIDE -> Extent.ofScale(DIVISION_DIGITS);
      case OR, AND, EQ, NE, LT, LE, GT, GE -> Extent.UNKNOWN;
    };
  }

  /** Most characters of what is put into a text. */
  private @Nullable Integer text(Formula formula) {
    return of(formula).length();
  }

  private @Nullable Integer scale(Formula formula) {
    return of(formula).scale();
  }

  private Extent call(Formula.Call call) {
    List<Formula> args = call.args();
    int size = args.size();
    if (size == 0) {
      return Extent.UNKNOWN;
    }
    Formula first = args.getFirst();
    return switch (call.name()) {
      case "UPPER", "LOWER", "TRIM", "TRIM_START", "TRIM_END", "CLEAN" ->
          Extent.ofLength(text(first));
      case "LEFT", "RIGHT" -> Extent.ofLength(least(text(first), literal(args, 1)));
      case "MID" -> Extent.ofLength(least(text(first), literal(args, 2)));
      case "CONCAT" -> {
        Integer sum = 0;
        for (Formula arg : args) {
          sum = Extent.sum(sum, text(arg));
        }
        yield Extent.ofLength(sum);
      }
      case "ROUND", "ROUND_EVEN", "TRUNC" -> {
        Integer digits = size == 1 ? Integer.valueOf(0) : literal(args, 1);
        yield Extent.ofScale(digits == null ? null : Integer.valueOf(Math.max(digits, 0)));
      }
      case "DIVIDE", "AVERAGE" -> Extent.ofScale(DIVISION_DIGITS);
      case "DEFAULT", "COALESCE" -> either(args);
      case "IF" -> size == 3 ? either(args.subList(1, 3)) : Extent.UNKNOWN;
      default -> Extent.UNKNOWN;
    };
  }

  private Extent either(List<Formula> formulas) {
    Extent all = of(formulas.getFirst());
    for (Formula formula : formulas.subList(1, formulas.size())) {
      all = all.or(of(formula));
    }
    return all;
  }

  private static @Nullable Integer least(@Nullable Integer a, @Nullable Integer b) {
    return a == null ? b : b == null ? a : Integer.valueOf(Math.min(a, b));
  }

  /** A small whole number that an argument is; null where it is none. */
  private static @Nullable Integer literal(List<Formula> args, int at) {
    return args.size() > at
            && args.get(at) instanceof Formula.Number number
            && number.text().matches("\\d{1,6}")
        ? Integer.valueOf(number.text())
        : null;
  }
}
