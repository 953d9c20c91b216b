package fieldloom.ui.canvas;

import fieldloom.ui.kit.Cubic;
import fieldloom.ui.kit.Strokes;
import fieldloom.ui.session.RowStrip;
import fieldloom.ui.session.Side;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;

/** Draws the overview: rows as bars, links between them, frames around what is in view. */
final class MiniMapPainter {
  private static final double EDGE = 6;
  private static final double PAD = 4;
  private static final double BARS = 0.15;
  private static final int MOST_LINKS = 60;
  private static final double ROWS_APART = 4;

  private final CanvasViewModel model;
  private double width = 1;
  private double height = 1;

  MiniMapPainter(CanvasViewModel model) {
    this.model = model;
  }

  private double bar() {
    return Math.round(width * BARS);
  }

  /** How far a tree's part of it reaches from its edge. */
  double left() {
    return EDGE + bar() + PAD;
  }

  /** The place among the rows, in pixels of all of them, that is drawn at that height. */
  double scrollAt(RowStrip strip, double y, double of) {
    return (y - PAD) / (of - 2 * PAD) * strip.rowCount() * strip.rowHeight();
  }

  private double rowY(RowStrip strip, double row) {
    return PAD + row / Math.max(1, strip.rowCount()) * (height - 2 * PAD);
  }

  void draw(GraphicsContext g, LinkPaints paints) {
    width = g.getCanvas().getWidth();
    height = g.getCanvas().getHeight();
    g.clearRect(0, 0, width, height);
    g.setFill(paints.map());
    for (Side side : Side.values()) {
      RowStrip strip = model.strip(side);
      double x = side == Side.SOURCE ? EDGE : width - EDGE - bar();
      int step = Math.max(1, (int) Math.ceil(strip.rowCount() * ROWS_APART / height));
      for (int row = 0; row < strip.rowCount(); row += step) {
        g.fillRect(x, Math.round(rowY(strip, row + 0.5)) - 1, bar(), 2);
      }
    }
    links(g, paints);
    g.setStroke(paints.selected());
    g.setLineWidth(1.5);
    for (Side side : Side.values()) {
      RowStrip strip = model.strip(side);
      double from = strip.scrollProperty().get() / strip.rowHeight();
      double seen = strip.viewportHeightProperty().get() / strip.rowHeight();
      double y1 = rowY(strip, Math.min(strip.rowCount(), from));
      double y2 = rowY(strip, Math.min(strip.rowCount(), from + seen));
      double x = side == Side.SOURCE ? EDGE - 3 : width - EDGE - bar() - 3;
      g.strokeRoundRect(x, y1 - 1, bar() + 6, Math.max(3, y2 - y1 + 2), 4, 4);
    }
  }

  private void links(GraphicsContext g, LinkPaints paints) {
    RowStrip source = model.strip(Side.SOURCE);
    RowStrip target = model.strip(Side.TARGET);
    List<LinkTable.Line> lines = model.lines();
    int step = Math.max(1, lines.size() / MOST_LINKS);
    double x1 = EDGE + bar();
    double x2 = width - EDGE - bar();
    double reach = (x2 - x1) / 3;
    for (int i = 0; i < lines.size(); i += step) {
      double y1 = rowY(source, lines.get(i).source() + 0.5);
      double y2 = rowY(target, lines.get(i).target() + 0.5);
      Strokes.curve(g, new Cubic(x1, y1, x1 + reach, y1, x2 - reach, y2, x2, y2), paints.map(), 1);
    }
  }
}
