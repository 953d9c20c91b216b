package fieldloom.ui.landscape;

/**
 * Which part of the landscape is seen, and how large. Pixels of the screen and of the landscape.
 */
final class Viewport {
  static final double MOST_ZOOM = 2;
  static final double LEAST_ZOOM = 0.1;

  /** Below this words cannot be read; only names and dots are shown. */
  static final double NEAR = 0.5;

  private static final double PADDING = 12;

  /** Less padding will do where the landscape can keep its size by it. */
  private static final double LEAST_PADDING = 4;

  private double width;
  private double height;
  private double zoom = 1;
  private double x;
  private double y;
  private boolean fitting = true;

  double zoom() {
    return zoom;
  }

  /** Where the landscape's 0, 0 is on the screen. */
  double x() {
    return x;
  }

  /** See {@link #x}. */
  double y() {
    return y;
  }

  double toLandscapeX(double screenX) {
    return (screenX - x) / zoom;
  }

  double toLandscapeY(double screenY) {
    return (screenY - y) / zoom;
  }

  /** What is seen, in pixels of the landscape. */
  Box seen() {
    return new Box(toLandscapeX(0), toLandscapeY(0), width / zoom, height / zoom);
  }

  /** Whether it follows the landscape's size, as nobody has moved it. */
  boolean isFitting() {
    return fitting;
  }

  /**
   * Takes the size of the view.
   *
   * @return whether it is another one than before
   */
  boolean resize(double newWidth, double newHeight) {
    boolean other = width != newWidth || height != newHeight;
    width = newWidth;
    height = newHeight;
    return other;
  }

  /** Shows all of it with padding around, never larger than it is. */
  void fit(Box bounds) {
    fitting = true;
    double across = (width - 2 * PADDING) / Math.max(1, bounds.width());
    double down = (height - 2 * PADDING) / Math.max(1, bounds.height());
    boolean fits =
        bounds.width() <= width - 2 * LEAST_PADDING
            && bounds.height() <= height - 2 * LEAST_PADDING;
    zoom = fits ? 1 : Math.clamp(Math.min(across, down), LEAST_ZOOM, 1);
    x = Math.round((width - bounds.width() * zoom) / 2 - bounds.x() * zoom);
    y = Math.round((height - bounds.height() * zoom) / 2 - bounds.y() * zoom);
  }

  /** Makes it larger or smaller; what is at a point of the screen stays there. */
  void zoomAt(double factor, double screenX, double screenY) {
    double to = Math.clamp(zoom * factor, LEAST_ZOOM, MOST_ZOOM);
    double atX = toLandscapeX(screenX);
    double atY = toLandscapeY(screenY);
    zoom = Math.abs(to - 1) < 0.02 ? 1 : to;
    x = Math.round(screenX - atX * zoom);
    y = Math.round(screenY - atY * zoom);
    fitting = false;
  }

  /** See {@link #zoomAt}, at the middle of the view. */
  void zoom(double factor) {
    zoomAt(factor, width / 2, height / 2);
  }

  void pan(double byX, double byY) {
    x += byX;
    y += byY;
    fitting = false;
  }

  /** Moves no farther than it must for a box to be seen. */
  void reveal(Box box) {
    Box seen = seen().grown(-PADDING / zoom);
    double byX = away(box.x(), box.right(), seen.x(), seen.right());
    double byY = away(box.y(), box.bottom(), seen.y(), seen.bottom());
    if (byX != 0 || byY != 0) {
      pan(Math.round(byX * zoom), Math.round(byY * zoom));
    }
  }

  private static double away(double low, double high, double from, double to) {
    if (low < from) {
      return from - low;
    }
    return high > to ? Math.max(to - high, from - low) : 0;
  }
}
