package fieldloom.ui.canvas;

import fieldloom.ui.kit.Cubic;
import fieldloom.ui.kit.Strokes;
import fieldloom.ui.session.RowStrip;
import fieldloom.ui.session.Side;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;

/**
 * Both trees and their links in small, with what is in view framed; a press or a drag scrolls
 * there. Only shown where something is out of view.
 */
final class MiniMap extends Region implements Floating {
  static final double WIDTH = 146;
  static final double HEIGHT = 72;

  private static final double MARGIN = 10;
  private static final double BAR = 22;
  private static final double LEFT = 6;
  private static final int MOST_LINKS = 60;

  private final CanvasViewModel model;
  private final Canvas canvas = new Canvas(WIDTH, HEIGHT);

  MiniMap(CanvasViewModel model) {
    this.model = model;
    getStyleClass().add("fl-minimap");
    accessibleTextProperty().bind(Words.bind("minimap"));
    setManaged(false);
    getChildren().add(canvas);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::scroll);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::scroll);
  }

  /** Shows the whole, beside the heads of the trees, where no link can run. */
  void show(LinkPaints paints, double width, double above) {
    boolean useful = width > 2 * WIDTH && (hidden(Side.SOURCE) || hidden(Side.TARGET));
    setVisible(useful);
    if (useful) {
      double x = Math.round(width - WIDTH - MARGIN);
      resizeRelocate(x, Math.round((above - HEIGHT) / 2), WIDTH, HEIGHT);
      draw(paints);
    }
  }

  private boolean hidden(Side side) {
    RowStrip strip = model.strip(side);
    return strip.rowCount() * strip.rowHeight() > strip.viewportHeightProperty().get() + 1;
  }

  private double rowY(RowStrip strip, double row) {
    return 4 + row / Math.max(1, strip.rowCount()) * (HEIGHT - 8);
  }

  private void draw(LinkPaints paints) {
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, WIDTH, HEIGHT);
    g.setFill(paints.link(Frame.Tone.NORMAL, Frame.State.DIM));
    for (Side side : Side.values()) {
      RowStrip strip = model.strip(side);
      double x = side == Side.SOURCE ? LEFT : WIDTH - LEFT - BAR;
      int step = Math.max(1, strip.rowCount() / 16);
      for (int row = 0; row < strip.rowCount(); row += step) {
        g.fillRect(x, Math.round(rowY(strip, row + 0.5)) - 1, BAR, 2);
      }
    }
    links(g, paints);
    g.setStroke(paints.selected());
    g.setLineWidth(1.5);
    for (Side side : Side.values()) {
      RowStrip strip = model.strip(side);
      double from = strip.scrollProperty().get() / strip.rowHeight();
      double seen = strip.viewportHeightProperty().get() / strip.rowHeight();
      double y1 = rowY(strip, from);
      double y2 = rowY(strip, Math.min(strip.rowCount(), from + seen));
      double x = side == Side.SOURCE ? 2.5 : WIDTH - BAR - 2 * LEFT + 3.5;
      g.strokeRoundRect(x, y1 - 1.5, BAR + 6, y2 - y1 + 3, 4, 4);
    }
  }

  private void links(GraphicsContext g, LinkPaints paints) {
    RowStrip source = model.strip(Side.SOURCE);
    RowStrip target = model.strip(Side.TARGET);
    List<LinkTable.Line> lines = model.lines();
    int step = Math.max(1, lines.size() / MOST_LINKS);
    Paint dim = paints.link(Frame.Tone.NORMAL, Frame.State.DIM);
    for (int i = 0; i < lines.size(); i += step) {
      double y1 = rowY(source, lines.get(i).source() + 0.5);
      double y2 = rowY(target, lines.get(i).target() + 0.5);
      double x1 = LEFT + BAR;
      double x2 = WIDTH - LEFT - BAR;
      Strokes.curve(g, new Cubic(x1, y1, x1 + 30, y1, x2 - 30, y2, x2, y2), dim, 1);
    }
  }

  /** Puts what is under the pointer into the middle of the view, on its side or on both. */
  private void scroll(MouseEvent event) {
    boolean onSource = event.getX() < LEFT + BAR + 4;
    boolean onTarget = event.getX() > WIDTH - LEFT - BAR - 4;
    for (Side side : Side.values()) {
      if (side == Side.SOURCE ? !onTarget : !onSource) {
        scroll(model.strip(side), event.getY());
      }
    }
    event.consume();
  }

  private static void scroll(RowStrip strip, double y) {
    double whole = strip.rowCount() * strip.rowHeight();
    double seen = strip.viewportHeightProperty().get();
    double to = (y - 4) / (HEIGHT - 8) * whole - seen / 2;
    strip.scrollProperty().set(Math.clamp(to, 0, Math.max(0, whole - seen)));
  }
}
