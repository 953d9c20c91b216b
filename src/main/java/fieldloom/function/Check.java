package fieldloom.function;

/** Checks of arguments that several functions share. */
public final class Check {
  /** How many items a function may make, and how many characters. */
  public static final int MAX_MADE = 10_000_000;

  private Check() {}

  /** The argument, a whole number of at least {@code least}. */
  public static int atLeast(Arguments a, int i, int least, String what) {
    int value = a.integer(i);
    if (value < least) {
      throw new ValueException(
          "out-of-range", "%s is %d: give at least %d.".formatted(what, value, least));
    }
    return value;
  }

  /**
   * @throws ValueException where a result would be larger than {@link #MAX_MADE}
   */
  public static void size(long made) {
    if (made > MAX_MADE) {
      throw new ValueException(
          "out-of-range",
          "The result would have more than %2$,d parts: %1$,d.".formatted(made, MAX_MADE));
    }
  }
}
