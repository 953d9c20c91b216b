package fieldloom.engine.internal;

import org.jspecify.annotations.Nullable;

/**
 * A part of an object of many fields, for which there is no code of its own: it is written by code
 * that it shares with the other parts of its kind.
 *
 * @param what how it is written; null where no rule does
 * @param required whether it must have a value
 * @param fallback what it is without one; null where it has no default
 */
record DirectPart(@Nullable Way what, boolean required, DirectName.@Nullable Default fallback) {

  /** How a part is written. */
  sealed interface Way {}

  /** By a method that it shares. */
  record Shared(int piece, int method, Object[] constants, int[] numbers) implements Way {}

  /** By a method of its own. */
  record Own(int piece, int method) implements Way {}

  /** An object of parts. */
  record Parts(DirectName name, DirectPart[] parts, boolean always) implements Way {}
}
