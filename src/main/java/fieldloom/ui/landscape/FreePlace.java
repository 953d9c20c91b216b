package fieldloom.ui.landscape;

import java.util.Collection;

/** Finds where a new system can stand. */
final class FreePlace {
  private static final double GAP = 24;
  private static final double STEP = 40;

  private FreePlace() {}

  /** The free place nearest to a point, for the middle of a box. */
  static Tidy.Place near(double x, double y, double width, double height, Collection<Box> taken) {
    for (int ring = 0; ; ring++) {
      int n = Math.max(1, 8 * ring);
      for (int i = 0; i < n; i++) {
        double angle = 2 * Math.PI * i / n;
        double atX = Tidy.snap(x + Math.cos(angle) * ring * STEP);
        double atY = Tidy.snap(y + Math.sin(angle) * ring * STEP);
        Box box = Box.around(atX, atY, width, height);
        if (taken.stream().noneMatch(other -> other.meets(box, GAP))) {
          return new Tidy.Place(atX, atY);
        }
      }
    }
  }
}
