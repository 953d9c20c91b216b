package fieldloom.ui.kit;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.shape.StrokeLineCap;

/** What canvases have in common: the dotted ground and the curves on it. */
public final class Strokes {
  /** Pixels between the dots of a ground. */
  public static final double DOT_GRID = 16;

  private Strokes() {}

  /** Draws a curve. */
  public static void curve(GraphicsContext g, Cubic c, Paint paint, double width) {
    g.setStroke(paint);
    g.setLineWidth(width);
    g.setLineCap(StrokeLineCap.BUTT);
    g.beginPath();
    g.moveTo(c.x1(), c.y1());
    g.bezierCurveTo(c.cx1(), c.cy1(), c.cx2(), c.cy2(), c.x2(), c.y2());
    g.stroke();
  }

  /** Draws a curve in dashes. */
  public static void dashed(
      GraphicsContext g, Cubic c, Paint paint, double width, double dash, double gap) {
    g.setLineDashes(dash, gap);
    curve(g, c, paint, width);
    g.setLineDashes();
  }

  /**
   * Fills a rectangle from 0, 0 with the ground's colour and dots.
   *
   * @param step pixels between dots
   * @param x of the first column of dots, from 0 to the step
   * @param y of the first row of dots, from 0 to the step
   */
  public static void ground(
      GraphicsContext g,
      Paint ground,
      Paint dot,
      double width,
      double height,
      double step,
      double x,
      double y) {
    g.setFill(ground);
    g.fillRect(0, 0, width, height);
    g.setFill(dot);
    for (double atY = y; atY < height; atY += step) {
      for (double atX = x; atX < width; atX += step) {
        g.fillRect(atX - 1, atY - 1, 2, 2);
      }
    }
  }
}
