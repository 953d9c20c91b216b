package fieldloom.ui.kit;

/**
 * A curve on a canvas: from {@code (x1, y1)} to {@code (x2, y2)}, drawn towards the control points
 * {@code (cx1, cy1)} and {@code (cx2, cy2)}. Pixels.
 */
public record Cubic(
    double x1, double y1, double cx1, double cy1, double cx2, double cy2, double x2, double y2) {
  private static final double MOST_REACH = 160;
  private static final double REACH_BACK = 40;
  private static final int STEPS = 24;

  /** A curve that leaves its left end and reaches its right end horizontally. */
  public static Cubic across(double x1, double y1, double x2, double y2) {
    double reach = reach(x1, x2);
    return new Cubic(x1, y1, x1 + reach, y1, x2 - reach, y2, x2, y2);
  }

  /** How far the control points of {@link #across} lie from the ends. */
  public static double reach(double x1, double x2) {
    return x2 < x1 ? REACH_BACK : Math.min((x2 - x1) / 2, MOST_REACH);
  }

  /** Where the curve is at t of 0 to 1. */
  public double x(double t) {
    return at(x1, cx1, cx2, x2, t);
  }

  /** Where the curve is at t of 0 to 1. */
  public double y(double t) {
    return at(y1, cy1, cy2, y2, t);
  }

  private static double at(double a, double b, double c, double d, double t) {
    double u = 1 - t;
    return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
  }

  /** The curve a part of the way towards another one, 0 for this one and 1 for the other. */
  public Cubic towards(Cubic other, double part) {
    return new Cubic(
        between(x1, other.x1, part),
        between(y1, other.y1, part),
        between(cx1, other.cx1, part),
        between(cy1, other.cy1, part),
        between(cx2, other.cx2, part),
        between(cy2, other.cy2, part),
        between(x2, other.x2, part),
        between(y2, other.y2, part));
  }

  private static double between(double from, double to, double part) {
    return from + (to - from) * part;
  }

  /** Whether some of it may lie within a rectangle; it is outside for sure where this is false. */
  public boolean mayMeet(double left, double top, double right, double bottom) {
    return Math.max(Math.max(x1, x2), Math.max(cx1, cx2)) >= left
        && Math.min(Math.min(x1, x2), Math.min(cx1, cx2)) <= right
        && Math.max(Math.max(y1, y2), Math.max(cy1, cy2)) >= top
        && Math.min(Math.min(y1, y2), Math.min(cy1, cy2)) <= bottom;
  }

  /**
   * How far a point is from the curve.
   *
   * @param reach what is farther away than this may be told as {@link Double#MAX_VALUE}
   */
  public double distance(double x, double y, double reach) {
    if (!mayMeet(x - reach, y - reach, x + reach, y + reach)) {
      return Double.MAX_VALUE;
    }
    double least = Double.MAX_VALUE;
    double fromX = x1;
    double fromY = y1;
    for (int i = 1; i <= STEPS; i++) {
      double toX = x(i / (double) STEPS);
      double toY = y(i / (double) STEPS);
      least = Math.min(least, toSegment(x, y, fromX, fromY, toX, toY));
      fromX = toX;
      fromY = toY;
    }
    return least;
  }

  private static double toSegment(
      double x, double y, double fromX, double fromY, double toX, double toY) {
    double dx = toX - fromX;
    double dy = toY - fromY;
    double length = dx * dx + dy * dy;
    double t = length == 0 ? 0 : ((x - fromX) * dx + (y - fromY) * dy) / length;
    double at = Math.clamp(t, 0, 1);
    return Math.hypot(x - fromX - at * dx, y - fromY - at * dy);
  }
}
