package fieldloom.function;

import java.util.HashMap;
import java.util.Map;

/**
 * Numbers that go on from run to run. A number is given once; one whose record fails is not given
 * again, so that there may be gaps. Thread-safe.
 */
@FunctionalInterface
public interface Sequences {
  /**
   * The next number: the one after the last that was given, or {@code start} where none has been.
   *
   * @param step how far apart two numbers are, not 0; negative counts down
   * @throws ValueException where there is no further number, or none can be kept
   */
  long next(String name, long start, long step);

  /** Numbers that begin anew and are forgotten: for tests and the preview. */
  static Sequences forgetful() {
    Map<String, Long> last = new HashMap<>();
    return (name, start, step) -> {
      synchronized (last) {
        Long before = last.get(name);
        long next = before == null ? start : after(name, before, step);
        last.put(name, next);
        return next;
      }
    };
  }

  /**
   * The number a step further.
   *
   * @throws ValueException where that leaves what 64 bits hold
   */
  static long after(String name, long last, long step) {
    try {
      return Math.addExact(last, step);
    } catch (ArithmeticException e) {
      throw new ValueException(
          "out-of-range", "The sequence “%s” has no number after %d.".formatted(name, last));
    }
  }
}
