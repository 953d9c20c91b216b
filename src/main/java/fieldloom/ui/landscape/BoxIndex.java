package fieldloom.ui.landscape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Boxes and points in cells, to find those near a place without asking all. */
final class BoxIndex {
  private static final double CELL = 128;

  private final Map<Long, List<Box>> boxes = new HashMap<>();
  private final Map<Long, List<Point>> points = new HashMap<>();

  /** A point of a curve. */
  private record Point(double x, double y, int curve) {}

  private static long key(long column, long row) {
    return column << 32 ^ row & 0xFFFF_FFFFL;
  }

  private static long cell(double at) {
    return (long) Math.floor(at / CELL);
  }

  void add(Box box) {
    for (long c = cell(box.x()); c <= cell(box.right()); c++) {
      for (long r = cell(box.y()); r <= cell(box.bottom()); r++) {
        boxes.computeIfAbsent(key(c, r), k -> new ArrayList<>()).add(box);
      }
    }
  }

  void addPoint(double x, double y, int curve) {
    points
        .computeIfAbsent(key(cell(x), cell(y)), k -> new ArrayList<>())
        .add(new Point(x, y, curve));
  }

  /** Whether no box is nearer than the gap. */
  boolean isFree(Box wanted, double gap) {
    Box near = wanted.grown(gap);
    for (long c = cell(near.x()); c <= cell(near.right()); c++) {
      for (long r = cell(near.y()); r <= cell(near.bottom()); r++) {
        for (Box box : boxes.getOrDefault(key(c, r), List.of())) {
          if (box.meets(wanted, gap)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** The box over a point that is neither of two; null where there is none. */
  @org.jspecify.annotations.Nullable
  Box over(double x, double y, double gap, Box not, Box norThat) {
    for (Box box : boxes.getOrDefault(key(cell(x), cell(y)), List.of())) {
      if (box != not && box != norThat && box.grown(gap).contains(x, y)) {
        return box;
      }
    }
    return null;
  }

  /** How many points of other curves a box lies over. */
  int covered(Box box, int curve) {
    int n = 0;
    for (long c = cell(box.x()); c <= cell(box.right()); c++) {
      for (long r = cell(box.y()); r <= cell(box.bottom()); r++) {
        for (Point point : points.getOrDefault(key(c, r), List.of())) {
          if (point.curve() != curve && box.contains(point.x(), point.y())) {
            n++;
          }
        }
      }
    }
    return n;
  }
}
