package fieldloom.function;

import fieldloom.model.FieldType;
import java.util.List;

/** Static types of results that depend on the arguments'. Where nothing is sure, ANY. */
public final class Types {
  private Types() {}

  /** The type that holds both: itself where they are the same, decimal for two kinds of number. */
  public static ValueType common(ValueType a, ValueType b) {
    if (a.equals(b)) {
      return a;
    }
    if (a.type().isNumber() && b.type().isNumber()) {
      return ValueType.DECIMAL;
    }
    if (a.type() == FieldType.ARRAY && b.type() == FieldType.ARRAY) {
      return ValueType.listOf(common(a.itemOrAny(), b.itemOrAny()));
    }
    return a.type() == b.type() ? ValueType.of(a.type()) : ValueType.ANY;
  }

  /** The type that holds them all; ANY for none. */
  public static ValueType common(List<ValueType> types) {
    return types.stream().reduce(Types::common).orElse(ValueType.ANY);
  }

  /** Integer where all are, else decimal: sums, differences, products. */
  public static ValueType number(List<ValueType> types) {
    boolean whole = types.stream().allMatch(t -> t.type() == FieldType.INTEGER);
    return whole && !types.isEmpty() ? ValueType.INTEGER : ValueType.DECIMAL;
  }

  /** The type of an argument; ANY where it was left out. */
  public static ValueType at(List<ValueType> arguments, int i) {
    return i < arguments.size() ? arguments.get(i) : ValueType.ANY;
  }

  /** The type of the items of an argument that is taken as a list: a single value is one of one. */
  public static ValueType itemAt(List<ValueType> arguments, int i) {
    ValueType list = at(arguments, i);
    return switch (list.type()) {
      case ARRAY -> list.itemOrAny();
      case ANY -> ValueType.ANY;
      default -> list;
    };
  }

  /** A list of the items of an argument. */
  public static ValueType listAt(List<ValueType> arguments, int i) {
    return ValueType.listOf(itemAt(arguments, i));
  }
}
