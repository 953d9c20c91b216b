package fieldloom.ui.canvas;

import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.RowStrip;
import fieldloom.ui.session.Side;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;

/** Which row, port or part of the canvas lies at a point of it. */
final class Spots {
  private final CanvasView view;
  private final CanvasViewModel model;

  /** A row under the pointer. */
  record Spot(Side side, FieldRef field, int row, double x, double y, boolean port) {}

  Spots(CanvasView view, CanvasViewModel model) {
    this.view = view;
    this.model = model;
  }

  double left() {
    return view.source().getLayoutX() + view.source().getWidth();
  }

  double right() {
    return view.target().getLayoutX();
  }

  boolean between(Point2D p) {
    return p.getX() > left() && p.getX() < right();
  }

  double rowY(RowStrip strip, int row) {
    return view.aboveRows() + strip.middleOf(row);
  }

  /** The row of a tree, or the port at its edge, under a point. */
  @Nullable Spot spot(Point2D p) {
    boolean inRows = p.getY() >= view.aboveRows() && p.getY() < view.getHeight() - view.belowRows();
    Side side =
        p.getX() <= left() + HitTest.PORT_REACH
            ? Side.SOURCE
            : p.getX() >= right() - HitTest.PORT_REACH ? Side.TARGET : null;
    if (!inRows || side == null) {
      return null;
    }
    RowStrip strip = model.strip(side);
    int row = strip.rowAt(p.getY() - view.aboveRows());
    if (row < 0) {
      return null;
    }
    double edge = side == Side.SOURCE ? left() : right();
    boolean port = Math.abs(p.getX() - edge) <= HitTest.PORT_REACH;
    return new Spot(side, strip.fieldOf(row), row, p.getX(), p.getY(), port);
  }

  /** The point in the area between the trees, in pixels of what is drawn there. */
  Point2D inLinks(Point2D p) {
    return p.subtract(left(), 0).multiply(1 / view.links().unit());
  }
}
