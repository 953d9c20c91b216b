package fieldloom.store;

import org.jspecify.annotations.Nullable;

/**
 * Numbers of a sequence that nobody else is given.
 *
 * @param first the first of them
 * @param last the last of them; the first where there is one only
 * @param step how far apart two of them are
 */
public record TakenNumbers(String name, long first, long last, long step) {

  /**
   * The numbers that come next.
   *
   * @param before the last number that was taken; null where none was
   * @param count how many are wanted; there are fewer where 64 bits hold no more
   * @throws StoreException where there is no further number
   */
  public static TakenNumbers after(
      String name, @Nullable Long before, long start, long step, int count) throws StoreException {
    try {
      long first = before == null ? start : Math.addExact(before, step);
      return new TakenNumbers(name, first, last(first, step, count), step);
    } catch (ArithmeticException e) {
      throw new StoreException(
          "The sequence “" + name + "” has no number after " + before + "; use another name.", e);
    }
  }

  private static long last(long first, long step, int count) {
    try {
      return Math.addExact(first, Math.multiplyExact(step, count - 1L));
    } catch (ArithmeticException e) {
      return first;
    }
  }
}
