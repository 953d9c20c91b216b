package fieldloom.ui.landscape;

import java.util.Map;

/** Walks from thing to thing by arrow keys: to the nearest one that lies in that direction. */
final class Walk {
  /** What lies aside counts as that many times farther away. */
  private static final double ASIDE = 2;

  private Walk() {}

  /**
   * The next thing.
   *
   * @param things what can be picked, with where it is
   * @return what was picked already where nothing lies in that direction
   */
  static Picked next(Map<Picked, Box> things, Picked from, Arrow direction) {
    Box here = things.get(from);
    if (here == null) {
      return from;
    }
    Picked best = from;
    double least = Double.MAX_VALUE;
    for (Map.Entry<Picked, Box> thing : things.entrySet()) {
      double dx = thing.getValue().centreX() - here.centreX();
      double dy = thing.getValue().centreY() - here.centreY();
      double ahead =
          switch (direction) {
            case LEFT -> -dx;
            case RIGHT -> dx;
            case UP -> -dy;
            case DOWN -> dy;
          };
      boolean across = direction == Arrow.LEFT || direction == Arrow.RIGHT;
      double aside = Math.abs(across ? dy : dx);
      double cost = ahead + ASIDE * aside;
      if (ahead > 1 && aside <= ahead * 1.5 && cost < least) {
        least = cost;
        best = thing.getKey();
      }
    }
    return best;
  }
}
