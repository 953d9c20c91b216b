package fieldloom.ui.kit;

import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Circle;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import org.jspecify.annotations.Nullable;

/** Writes shapes as SVG paths in the scene's pixels. */
final class SvgShapes {
  private final SvgText out;

  SvgShapes(SvgText out) {
    this.out = out;
  }

  void add(Shape shape) {
    String data =
        switch (shape) {
          case Circle c -> circle(c);
          case Line l ->
              at(l, "M", l.getStartX(), l.getStartY()) + at(l, "L", l.getEndX(), l.getEndY());
          case CubicCurve c -> curve(c);
          case Rectangle r -> rectangle(r);
          default -> null;
        };
    if (data != null) {
      write(data, shape);
    } else if (shape.getFill() instanceof Color fill) {
      addOutline(shape, fill);
    }
  }

  /** Fills what a shape, a text too, covers. */
  void addOutline(Shape shape, Color fill) {
    // A union is computed in the scene's coordinates.
    if (Shape.union(shape, new Rectangle()) instanceof Path path && !path.getElements().isEmpty()) {
      String data =
          path.getElements().stream().map(SvgShapes::element).collect(Collectors.joining());
      out.path(data, fill, Color.TRANSPARENT, 0, "");
    }
  }

  private void write(String data, Shape shape) {
    String dashes =
        shape.getStrokeDashArray().stream().map(SvgText::number).collect(Collectors.joining(" "));
    out.path(
        data, colour(shape.getFill()), colour(shape.getStroke()), shape.getStrokeWidth(), dashes);
  }

  static Color colour(@Nullable Paint paint) {
    return paint instanceof Color color ? color : Color.TRANSPARENT;
  }

  private static String circle(Circle c) {
    double r = c.getRadius();
    String arc = "a" + SvgText.number(r) + " " + SvgText.number(r) + " 0 1 0 ";
    return at(c, "M", c.getCenterX() - r, c.getCenterY())
        + arc
        + SvgText.number(2 * r)
        + " 0"
        + arc
        + SvgText.number(-2 * r)
        + " 0Z";
  }

  private static String curve(CubicCurve c) {
    return at(c, "M", c.getStartX(), c.getStartY())
        + at(c, "C", c.getControlX1(), c.getControlY1())
        + at(c, " ", c.getControlX2(), c.getControlY2())
        + at(c, " ", c.getEndX(), c.getEndY());
  }

  private static String rectangle(Rectangle r) {
    double right = r.getX() + r.getWidth();
    double bottom = r.getY() + r.getHeight();
    return at(r, "M", r.getX(), r.getY())
        + at(r, "L", right, r.getY())
        + at(r, "L", right, bottom)
        + at(r, "L", r.getX(), bottom)
        + "Z";
  }

  private static String at(Shape shape, String command, double x, double y) {
    Point2D point = shape.localToScene(x, y);
    return pair(command, point.getX(), point.getY());
  }

  private static String element(PathElement element) {
    return switch (element) {
      case MoveTo m -> pair("M", m.getX(), m.getY());
      case LineTo l -> pair("L", l.getX(), l.getY());
      case QuadCurveTo q ->
          pair("Q", q.getControlX(), q.getControlY()) + pair(" ", q.getX(), q.getY());
      case CubicCurveTo c ->
          pair("C", c.getControlX1(), c.getControlY1())
              + pair(" ", c.getControlX2(), c.getControlY2())
              + pair(" ", c.getX(), c.getY());
      case ClosePath z -> "Z";
      default -> throw new IllegalStateException("A union has no " + element);
    };
  }

  private static String pair(String command, double x, double y) {
    return command + SvgText.number(x) + " " + SvgText.number(y);
  }
}
