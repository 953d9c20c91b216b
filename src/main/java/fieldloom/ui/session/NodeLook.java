package fieldloom.ui.session;

/**
 * How a node of a drawing was made to look.
 *
 * @param x pixels to the right of where it would stand by itself
 * @param y pixels below where it would stand by itself
 * @param name "" where it goes by its function's
 * @param comment "" where there is none
 */
public record NodeLook(int x, int y, String name, String comment, Hue hue) {
  /** As it comes. */
  public static final NodeLook PLAIN = new NodeLook(0, 0, "", "", Hue.NONE);

  /** Colours that people give nodes; what they mean is theirs. */
  public enum Hue {
    NONE,
    BLUE,
    GREEN,
    YELLOW,
    RED,
    PURPLE;

    /** The next one, the first behind the last. */
    public Hue next() {
      return values()[(ordinal() + 1) % values().length];
    }
  }

  public NodeLook at(int newX, int newY) {
    return new NodeLook(newX, newY, name, comment, hue);
  }

  public NodeLook named(String value) {
    return new NodeLook(x, y, value.strip(), comment, hue);
  }

  public NodeLook commented(String value) {
    return new NodeLook(x, y, name, value.strip(), hue);
  }

  public NodeLook coloured(Hue value) {
    return new NodeLook(x, y, name, comment, value);
  }
}
