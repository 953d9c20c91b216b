package fieldloom.ui.landscape;

import fieldloom.landscape.FlowState.Health;
import fieldloom.ui.kit.Cubic;
import fieldloom.ui.kit.Strokes;
import fieldloom.ui.landscape.LandscapeLayout.Lane;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;

/** Draws the ground and the curves that are seen. */
final class LandscapePainter {
  private static final double WIDTH = 2;
  private static final double SELECTED_WIDTH = 3;
  private static final double HALO_WIDTH = 10;
  private static final double DASH = 4;
  private static final double GAP = 5;
  private static final double LEAST_DOTS = 10;

  private LandscapePainter() {}

  /**
   * What is drawn.
   *
   * @param layout where things are at this moment
   * @param hovered what is under the pointer
   */
  record Drawn(AreaPicture picture, LandscapeLayout layout, Picked picked, Picked hovered) {}

  static void draw(
      GraphicsContext g,
      LandscapePaints paints,
      Viewport viewport,
      Drawn drawn,
      double width,
      double height) {
    double step = Strokes.DOT_GRID * viewport.zoom();
    while (step < LEAST_DOTS) {
      step *= 2;
    }
    Strokes.ground(
        g,
        paints.ground(),
        paints.dot(),
        width,
        height,
        step,
        Math.floorMod((long) viewport.x(), Math.round(step)),
        Math.floorMod((long) viewport.y(), Math.round(step)));
    Box seen = viewport.seen();
    g.save();
    g.translate(viewport.x(), viewport.y());
    g.scale(viewport.zoom(), viewport.zoom());
    Lane selected = null;
    for (Map.Entry<Pair, Lane> lane : drawn.layout().lanes().entrySet()) {
      Pair pair = lane.getKey();
      if (is(drawn.picked(), pair)) {
        selected = lane.getValue();
      } else {
        boolean hovered = is(drawn.hovered(), pair);
        curve(g, paints, drawn, pair, lane.getValue(), seen, hovered ? SELECTED_WIDTH : WIDTH);
      }
    }
    if (selected != null && drawn.picked() instanceof Picked.OfEdge(var pair)) {
      Strokes.curve(g, selected.line(), paints.halo(), HALO_WIDTH);
      curve(g, paints, drawn, pair, selected, seen, SELECTED_WIDTH);
    }
    g.restore();
  }

  private static boolean is(Picked picked, Pair pair) {
    return picked instanceof Picked.OfEdge(var other) && other.equals(pair);
  }

  private static void curve(
      GraphicsContext g,
      LandscapePaints paints,
      Drawn drawn,
      Pair pair,
      Lane lane,
      Box seen,
      double width) {
    Cubic line = lane.line();
    if (!line.mayMeet(seen.x(), seen.y(), seen.right(), seen.bottom())) {
      return;
    }
    Health health = drawn.picture().healths().getOrDefault(pair, Health.NEVER);
    boolean dim = !drawn.picture().matching().contains(pair);
    Paint paint = dim ? paints.dim() : paints.curve(health);
    if (health == Health.NEVER) {
      Strokes.dashed(g, line, paint, width, DASH, GAP);
    } else {
      Strokes.curve(g, line, paint, width);
    }
  }
}
