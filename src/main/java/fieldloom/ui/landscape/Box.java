package fieldloom.ui.landscape;

/** A rectangle, in pixels of the landscape. */
record Box(double x, double y, double width, double height) {

  static Box around(double centreX, double centreY, double width, double height) {
    return new Box(centreX - width / 2, centreY - height / 2, width, height);
  }

  double right() {
    return x + width;
  }

  double bottom() {
    return y + height;
  }

  double centreX() {
    return x + width / 2;
  }

  double centreY() {
    return y + height / 2;
  }

  boolean contains(double px, double py) {
    return px >= x && px <= right() && py >= y && py <= bottom();
  }

  /** Whether another one is nearer than the gap. */
  boolean meets(Box other, double gap) {
    return x < other.right() + gap
        && other.x < right() + gap
        && y < other.bottom() + gap
        && other.y < bottom() + gap;
  }

  /** The smallest rectangle with both in it. */
  Box with(Box other) {
    double left = Math.min(x, other.x);
    double top = Math.min(y, other.y);
    return new Box(
        left,
        top,
        Math.max(right(), other.right()) - left,
        Math.max(bottom(), other.bottom()) - top);
  }

  /** The same with that much more on each side. */
  Box grown(double by) {
    return new Box(x - by, y - by, width + 2 * by, height + 2 * by);
  }

  /** A rectangle a part of the way towards another one, 0 for this one and 1 for the other. */
  Box towards(Box other, double part) {
    return new Box(
        x + (other.x - x) * part,
        y + (other.y - y) * part,
        width + (other.width - width) * part,
        height + (other.height - height) * part);
  }
}
