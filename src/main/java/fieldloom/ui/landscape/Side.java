package fieldloom.ui.landscape;

/** A side of a system's box, where curves leave it. */
enum Side {
  LEFT(-1, 0),
  RIGHT(1, 0),
  TOP(0, -1),
  BOTTOM(0, 1);

  /** Outwards. */
  final int dx;

  /** Outwards. */
  final int dy;

  Side(int dx, int dy) {
    this.dx = dx;
    this.dy = dy;
  }

  boolean isHorizontal() {
    return dx != 0;
  }

  /** How long it is. */
  double length(Box box) {
    return isHorizontal() ? box.height() : box.width();
  }

  /**
   * A point on it.
   *
   * @param shift pixels from its middle, downwards or to the right
   */
  double x(Box box, double shift) {
    return isHorizontal() ? box.centreX() + dx * box.width() / 2 : box.centreX() + shift;
  }

  /** See {@link #x}. */
  double y(Box box, double shift) {
    return isHorizontal() ? box.centreY() + shift : box.centreY() + dy * box.height() / 2;
  }
}
