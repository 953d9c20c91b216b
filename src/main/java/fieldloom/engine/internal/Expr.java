package fieldloom.engine.internal;

/** A compiled formula. Immutable; all that changes is in the frame. */
@FunctionalInterface
interface Expr {
  /**
   * The value, absent and null included.
   *
   * @throws fieldloom.function.ValueException where there is none
   */
  Object eval(Frame frame);
}
