package fieldloom.engine.internal;

import java.util.List;

/**
 * A compiled formula: a node of the plan, which can be evaluated as it stands and which {@link
 * DirectCompiler} turns into code. Immutable; all that changes is in the frame.
 */
interface Expr {
  /**
   * The value, absent and null included.
   *
   * @throws fieldloom.function.ValueException where there is none
   */
  Object eval(Frame frame);

  /** What it is made of. */
  default List<Expr> parts() {
    return List.of();
  }

  /** Whether a node of that kind is in it. */
  default boolean has(Class<? extends Expr> kind) {
    return kind.isInstance(this) || parts().stream().anyMatch(p -> p.has(kind));
  }
}
