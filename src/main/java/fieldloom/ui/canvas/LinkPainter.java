package fieldloom.ui.canvas;

import fieldloom.ui.canvas.Frame.Curve;
import fieldloom.ui.canvas.Frame.State;
import fieldloom.ui.canvas.Frame.Tone;
import fieldloom.ui.kit.Cubic;
import fieldloom.ui.kit.Strokes;
import fieldloom.ui.session.Side;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.StrokeLineCap;
import org.jspecify.annotations.Nullable;

/** Draws a frame. Both canvases reach a gutter's width over each tree; x 0 is the source's edge. */
final class LinkPainter {
  /** How far the canvases reach over the trees at least. */
  static final double GUTTER = 24;

  private static final double PORT = 4;
  private static final double GAP = 16;
  private static final double DOTS_FROM = 0.5;

  private final LinkPaints paints;
  private final Frame frame;
  private final double width;
  private final double height;
  private final double gutter;
  private final double unit;

  /**
   * @param width of the area between the trees, in pixels of what is drawn
   * @param height likewise
   * @param gutter how far the canvas reaches over each tree, likewise
   * @param unit pixels of the canvas that one of what is drawn takes
   */
  LinkPainter(
      LinkPaints paints, Frame frame, double width, double height, double gutter, double unit) {
    this.paints = paints;
    this.frame = frame;
    this.width = width;
    this.height = height;
    this.gutter = gutter;
    this.unit = unit;
  }

  private void begin(GraphicsContext g) {
    g.save();
    g.clearRect(0, 0, g.getCanvas().getWidth(), g.getCanvas().getHeight());
    g.scale(unit, unit);
  }

  /**
   * Ground, bands, links.
   *
   * @param open where a link is open; null where none is
   */
  void lower(GraphicsContext g, PlusButton.@Nullable Spot open) {
    begin(g);
    g.beginPath();
    g.rect(gutter, 0, width, height);
    g.clip();
    g.translate(gutter, 0);
    ground(g);
    g.setFill(paints.band());
    frame.bands().forEach(b -> band(g, b, width));
    g.setFill(paints.edge());
    g.fillRect(0, 0, 1 / unit, height);
    g.fillRect(width - 1 / unit, 0, 1 / unit, height);
    for (Curve curve : frame.curves()) {
      if (curve.state() != State.SELECTED) {
        stroke(g, curve, paints.link(curve.tone(), curve.state()), paints.stroke(curve.width()));
      }
    }
    for (Curve curve : frame.curves()) {
      if (curve.state() == State.SELECTED) {
        stroke(g, curve, paints.halo(), Math.max(7, curve.width() + 4));
      }
    }
    for (Curve curve : frame.curves()) {
      if (curve.state() == State.SELECTED) {
        double strong = paints.stroke(Math.max(2.5, curve.width()));
        stroke(g, curve, paints.link(curve.tone(), State.SELECTED), strong);
      }
    }
    if (open != null) {
      gap(g, open);
    }
    g.restore();
  }

  /** Takes the links away around a place. */
  private void gap(GraphicsContext g, PlusButton.Spot spot) {
    g.save();
    g.beginPath();
    g.arc(spot.x(), spot.y(), GAP / unit, GAP / unit, 0, 360);
    g.closePath();
    g.clip();
    ground(g);
    g.setFill(paints.band());
    frame.bands().forEach(b -> band(g, b, width));
    g.restore();
  }

  /** Dots; none where they would run into one another. */
  private void ground(GraphicsContext g) {
    double step = unit < DOTS_FROM ? Math.max(width, height) * 2 : Strokes.DOT_GRID;
    Strokes.ground(g, paints.ground(), paints.dot(), width, height, step, step / 2, step / 2);
  }

  private static void band(GraphicsContext g, Frame.Band b, double width) {
    double reach = Cubic.reach(0, width);
    g.beginPath();
    g.moveTo(0, b.y1());
    g.bezierCurveTo(reach, b.y1(), width - reach, b.y3(), width, b.y3());
    g.lineTo(width, b.y4());
    g.bezierCurveTo(width - reach, b.y4(), reach, b.y2(), 0, b.y2());
    g.closePath();
    g.fill();
  }

  private static void stroke(GraphicsContext g, Curve c, Paint paint, double width) {
    double wide = c.state() == State.HOVER ? Math.max(2, width) : width;
    // What belongs to no rule is not there.
    if (c.rules().isEmpty()) {
      Strokes.dashed(g, c.line(), paint, wide, 3, 4);
    } else {
      Strokes.curve(g, c.line(), paint, wide);
    }
  }

  /** Brackets, ports, and the loose link where there is one. */
  void upper(GraphicsContext g, LinksPane.@Nullable Ghost loose) {
    begin(g);
    g.translate(gutter, 0);
    for (Frame.Bracket bracket : frame.brackets()) {
      bracket(g, paints, bracket, width);
    }
    for (Frame.Port port : frame.ports()) {
      port(g, paints, port);
    }
    if (loose != null) {
      ghost(g, loose.x1(), loose.y1(), loose.x2(), loose.y2());
    }
    g.restore();
  }

  private static void bracket(GraphicsContext g, LinkPaints paints, Frame.Bracket b, double width) {
    double out = b.side() == Side.SOURCE ? -1 : 1;
    double edge = b.side() == Side.SOURCE ? 0 : width;
    double near = edge + out * 3;
    double far = edge + out * b.inset();
    double round = Math.min(6, b.inset() - 3);
    g.setStroke(paints.link(Tone.LOOP, State.NORMAL));
    g.setLineWidth(2);
    g.setLineCap(StrokeLineCap.BUTT);
    g.beginPath();
    if (b.cutTop()) {
      g.moveTo(far, b.top());
    } else {
      g.moveTo(near, b.top());
      g.lineTo(far - out * round, b.top());
      g.quadraticCurveTo(far, b.top(), far, b.top() + round);
    }
    if (b.cutBottom()) {
      g.lineTo(far, b.bottom());
    } else {
      g.lineTo(far, b.bottom() - round);
      g.quadraticCurveTo(far, b.bottom(), far - out * round, b.bottom());
      g.lineTo(near, b.bottom());
    }
    g.stroke();
  }

  private static void port(GraphicsContext g, LinkPaints paints, Frame.Port port) {
    Paint rim = paints.port(port.tone(), port.state());
    if (rim instanceof Color colour && colour.getOpacity() == 0) {
      return;
    }
    boolean filled = port.state() == State.SELECTED || port.tone() == Tone.LOOP;
    g.setFill(filled ? rim : paints.portGround());
    g.setStroke(rim);
    g.setLineWidth(1.5);
    if (port.open()) {
      g.setLineDashes(2, 2);
    }
    g.fillOval(port.x() - PORT, port.y() - PORT, 2 * PORT, 2 * PORT);
    g.strokeOval(port.x() - PORT, port.y() - PORT, 2 * PORT, 2 * PORT);
    g.setLineDashes();
  }

  /** The loose link under the pointer. */
  private void ghost(GraphicsContext g, double x1, double y1, double x2, double y2) {
    boolean forward = x2 >= x1;
    Cubic line = forward ? Cubic.across(x1, y1, x2, y2) : Cubic.across(x2, y2, x1, y1);
    Strokes.curve(g, line, paints.selected(), 2);
    g.setFill(paints.selected());
    g.fillOval(x1 - PORT, y1 - PORT, 2 * PORT, 2 * PORT);
    g.fillOval(x2 - PORT, y2 - PORT, 2 * PORT, 2 * PORT);
  }
}
