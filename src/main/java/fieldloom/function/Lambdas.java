package fieldloom.function;

import fieldloom.function.Arguments.Lambda;

/** Function values as conditions. */
public final class Lambdas {
  private Lambdas() {}

  /** Whether a condition holds for an item; absent and null count as false. */
  public static boolean test(Lambda condition, Object item, long index) {
    return isTrue(condition.call(item, index));
  }

  /**
   * Whether a condition's value is true; absent and null count as false.
   *
   * @throws ValueException where it is neither of these nor a boolean
   */
  public static boolean isTrue(Object value) {
    if (!Values.isValue(value)) {
      return false;
    }
    return switch (value) {
      case Boolean b -> b;
      case String s when s.equals("true") -> true;
      case String s when s.equals("false") -> false;
      default ->
          throw new ValueException(
              "not-a-boolean", Values.shown(value) + " is neither true nor false.");
    };
  }
}
