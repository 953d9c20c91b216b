package fieldloom.ui.kit;

import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import org.jspecify.annotations.Nullable;

/** Writes grounds and borders of regions. */
final class SvgRegions {
  private final SvgText out;

  SvgRegions(SvgText out) {
    this.out = out;
  }

  void add(Region region) {
    Point2D corner = region.localToScene(0, 0);
    Background background = region.getBackground();
    if (background != null) {
      for (BackgroundFill fill : background.getFills()) {
        Color color = SvgShapes.colour(fill.getFill());
        if (region.getShape() instanceof SVGPath shape) {
          shaped(region, shape, fill.getInsets(), corner, color);
        } else {
          filled(region, fill, corner, color);
        }
      }
    }
    Border border = region.getBorder();
    if (border != null && region.getShape() == null) {
      border.getStrokes().forEach(stroke -> stroked(region, stroke, corner));
    }
  }

  private void filled(Region region, BackgroundFill fill, Point2D corner, Color color) {
    Insets in = fill.getInsets();
    double width = region.getWidth() - in.getLeft() - in.getRight();
    double height = region.getHeight() - in.getTop() - in.getBottom();
    if (width > 0 && height > 0) {
      out.path(
          rounded(
              corner.getX() + in.getLeft(),
              corner.getY() + in.getTop(),
              width,
              height,
              fill.getRadii()),
          color,
          Color.TRANSPARENT,
          0,
          "");
    }
  }

  /** Arrows and marks of controls: a path of css, made as large as the region. */
  private void shaped(Region region, SVGPath shape, Insets in, Point2D corner, Color color) {
    Bounds bounds = shape.getLayoutBounds();
    double width = region.getWidth() - in.getLeft() - in.getRight();
    double height = region.getHeight() - in.getTop() - in.getBottom();
    if (bounds.isEmpty() || width <= 0 || height <= 0 || color.getOpacity() == 0) {
      return;
    }
    double across = region.isScaleShape() ? width / bounds.getWidth() : 1;
    double down = region.isScaleShape() ? height / bounds.getHeight() : 1;
    out.open(
        "g transform=\"translate("
            + SvgText.number(corner.getX() + in.getLeft() - bounds.getMinX() * across)
            + " "
            + SvgText.number(corner.getY() + in.getTop() - bounds.getMinY() * down)
            + ") scale("
            + across
            + " "
            + down
            + ")\"");
    out.path(shape.getContent(), color, Color.TRANSPARENT, 0, "");
    out.close("g");
  }

  private void stroked(Region region, BorderStroke stroke, Point2D corner) {
    Insets in = stroke.getInsets();
    double left = corner.getX() + in.getLeft();
    double top = corner.getY() + in.getTop();
    double right = corner.getX() + region.getWidth() - in.getRight();
    double bottom = corner.getY() + region.getHeight() - in.getBottom();
    Color over = SvgShapes.colour(stroke.getTopStroke());
    double width = stroke.getWidths().getTop();
    if (stroke.isStrokeUniform()) {
      double half = width / 2;
      out.path(
          rounded(
              left + half,
              top + half,
              right - left - width,
              bottom - top - width,
              stroke.getRadii()),
          Color.TRANSPARENT,
          over,
          width,
          "");
      return;
    }
    double under = stroke.getWidths().getBottom();
    double before = stroke.getWidths().getLeft();
    double behind = stroke.getWidths().getRight();
    out.rect(left, top, right - left, width, over);
    out.rect(left, bottom - under, right - left, under, SvgShapes.colour(stroke.getBottomStroke()));
    out.rect(left, top, before, bottom - top, SvgShapes.colour(stroke.getLeftStroke()));
    out.rect(right - behind, top, behind, bottom - top, SvgShapes.colour(stroke.getRightStroke()));
  }

  private static String rounded(
      double x, double y, double width, double height, @Nullable CornerRadii radii) {
    double most = Math.min(width, height) / 2;
    double a = radii == null ? 0 : Math.min(most, radii.getTopLeftHorizontalRadius());
    double b = radii == null ? 0 : Math.min(most, radii.getTopRightHorizontalRadius());
    double c = radii == null ? 0 : Math.min(most, radii.getBottomRightHorizontalRadius());
    double d = radii == null ? 0 : Math.min(most, radii.getBottomLeftHorizontalRadius());
    return "M"
        + n(x + a)
        + " "
        + n(y)
        + "H"
        + n(x + width - b)
        + arc(b, b, b)
        + "V"
        + n(y + height - c)
        + arc(c, -c, c)
        + "H"
        + n(x + d)
        + arc(d, -d, -d)
        + "V"
        + n(y + a)
        + arc(a, a, -a)
        + "Z";
  }

  private static String arc(double radius, double dx, double dy) {
    return radius <= 0 ? "" : "a" + n(radius) + " " + n(radius) + " 0 0 1 " + n(dx) + " " + n(dy);
  }

  private static String n(double value) {
    return SvgText.number(value);
  }
}
