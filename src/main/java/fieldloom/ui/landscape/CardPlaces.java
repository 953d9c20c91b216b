package fieldloom.ui.landscape;

import fieldloom.ui.kit.Cubic;
import org.jspecify.annotations.Nullable;

/** Finds a place for a card: on its curve, near the middle, over nothing else. */
final class CardPlaces {
  private static final double GAP = 8;
  private static final int STEPS = 18;
  private static final double FROM = 0.08;
  private static final double ASIDE = 8;
  private static final int ASIDE_STEPS = 24;
  private static final double OFF_MIDDLE_COST = 40;
  private static final double OFF_CURVE_COST = 30;
  private static final double COVERED_COST = 6;
  private static final double[] BESIDE = {0.5, 0.35, 0.65, 0.2, 0.8};

  private final BoxIndex index;
  private @Nullable Box best;
  private double least;

  CardPlaces(BoxIndex index) {
    this.index = index;
  }

  Box place(Cubic line, int curve, double width, double height) {
    best = null;
    least = Double.MAX_VALUE;
    for (int i = 0; i <= STEPS; i++) {
      double off = (0.5 - FROM) * i / STEPS;
      for (int sign = i == 0 ? 1 : -1; sign <= 1; sign += 2) {
        double t = 0.5 + sign * off;
        consider(Box.around(line.x(t), line.y(t), width, height), curve, off * 2 * OFF_MIDDLE_COST);
      }
      if (least <= off * 2 * OFF_MIDDLE_COST) {
        break;
      }
    }
    Box onCurve = best;
    if (onCurve != null) {
      return onCurve;
    }
    for (double t : BESIDE) {
      beside(line, t, curve, width, height);
    }
    Box near = best;
    return near != null ? near : anywhere(line.x(0.5), line.y(0.5), width, height);
  }

  private void consider(Box box, int curve, double cost) {
    if (cost < least && index.isFree(box, GAP)) {
      double all = cost + COVERED_COST * index.covered(box, curve);
      if (all < least) {
        least = all;
        best = box;
      }
    }
  }

  /** Moves away from the curve on both sides until there is room. */
  private void beside(Cubic line, double t, int curve, double width, double height) {
    double dx = line.x(t + 0.02) - line.x(t - 0.02);
    double dy = line.y(t + 0.02) - line.y(t - 0.02);
    double length = Math.max(1e-6, Math.hypot(dx, dy));
    for (int i = 1; i <= ASIDE_STEPS; i++) {
      double by = i * ASIDE;
      double cost = OFF_CURVE_COST + by + Math.abs(t - 0.5) * 2 * OFF_MIDDLE_COST;
      for (int sign = -1; sign <= 1; sign += 2) {
        double x = line.x(t) - sign * by * dy / length;
        double y = line.y(t) + sign * by * dx / length;
        consider(Box.around(x, y, width, height), curve, cost);
      }
    }
  }

  /** The first free place around a point, ring by ring. */
  private Box anywhere(double x, double y, double width, double height) {
    for (int ring = 1; ; ring++) {
      int n = 8 * ring;
      for (int i = 0; i < n; i++) {
        double angle = 2 * Math.PI * i / n;
        Box box =
            Box.around(
                x + Math.cos(angle) * ring * height,
                y + Math.sin(angle) * ring * height,
                width,
                height);
        if (index.isFree(box, GAP)) {
          return box;
        }
      }
    }
  }
}
