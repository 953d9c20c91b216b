package fieldloom.engine.internal;

import org.jspecify.annotations.Nullable;

/**
 * One of the classes that the code of a mapping is made of. Methods within it call each other;
 * those of other pieces are called by their number. What changes is in the {@link Direct} they are
 * given.
 */
abstract class DirectPiece {
  /** Calls a method that gives flags or a state. */
  abstract int flags(int method, Direct self, @Nullable Object given);

  /** Calls a method that gives a value. */
  abstract Object value(int method, Direct self, @Nullable Object given);

  /**
   * Calls a method that writes a part and is shared by all parts of its kind.
   *
   * @param constants what it takes from a part, such as names and formulas
   * @param numbers the same of places
   */
  abstract int part(int method, Direct self, Object[] constants, int[] numbers);
}
