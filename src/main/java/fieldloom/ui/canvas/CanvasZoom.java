package fieldloom.ui.canvas;

import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Related;
import fieldloom.ui.session.RowScale;
import fieldloom.ui.session.RowStrip;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.Side;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/**
 * How large the canvas is drawn, and which rows of it are in view. Rows, links and nodes are zoomed
 * as one; the heads of the trees and where they stand are not. Pixels of the screen; no toolkit.
 */
public final class CanvasZoom {
  /** The smallest zoom: rows are lines, links still tell what is mapped. */
  public static final double LEAST = 0.25;

  /** The largest zoom. */
  public static final double MOST = 3;

  private static final double[] STEPS = {
    LEAST, 0.33, 0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, MOST
  };

  /** What is selected is never drawn larger than that to fill the view. */
  private static final double MOST_OF_SELECTION = 2;

  private static final double SAME = 0.004;

  private final EditorSession session;
  private final RowStrip source;
  private final RowStrip target;
  private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);
  private double text = 1;

  CanvasZoom(EditorSession session, RowStrip source, RowStrip target) {
    this.session = session;
    this.source = source;
    this.target = target;
  }

  /** 1 is the canvas's own size; from {@link #LEAST} to {@link #MOST}. */
  public ReadOnlyDoubleProperty zoomProperty() {
    return zoom.getReadOnlyProperty();
  }

  /** How large text is in all of the window; 1 is 13 pixels. */
  double text() {
    return text;
  }

  /** Takes over how large text is in all of the window. */
  void setText(double value) {
    if (value != text) {
      text = value;
      scale(zoom.get(), 0);
    }
  }

  /** Pixels of the screen that one of what is drawn takes. */
  double unit() {
    return zoom.get() * text;
  }

  /** Pixels of the screen around what is pointed at, in pixels of what is drawn. */
  double reach(double pixels) {
    return pixels / Math.min(1, zoom.get());
  }

  /**
   * Zooms; what is at one height stays there.
   *
   * @param to clamped to what there is
   * @param at pixels below the upper edge of the rows
   */
  public void zoomTo(double to, double at) {
    double wanted = Math.clamp(Math.round(to * 100) / 100.0, LEAST, MOST);
    if (wanted != zoom.get()) {
      scale(wanted, at);
    }
  }

  private void scale(double to, double at) {
    double fromSource = along(source, at);
    double fromTarget = along(target, at);
    RowScale scale = new RowScale(to, text);
    source.scaleProperty().set(scale);
    target.scaleProperty().set(scale);
    zoom.set(to);
    scroll(source, fromSource * source.rowHeight() - at);
    scroll(target, fromTarget * target.rowHeight() - at);
  }

  /** Which row is at that height, with its share. */
  private static double along(RowStrip strip, double at) {
    return (strip.scrollProperty().get() + at) / strip.rowHeight();
  }

  /**
   * Goes that many steps larger, or smaller where it is negative.
   *
   * @param at pixels below the upper edge of the rows; what is there stays
   */
  public void step(int steps, double at) {
    double to = zoom.get();
    for (int i = 0; i < Math.abs(steps); i++) {
      to = steps > 0 ? above(to) : below(to);
    }
    zoomTo(to, at);
  }

  private static double above(double from) {
    for (double step : STEPS) {
      if (step > from + SAME) {
        return step;
      }
    }
    return MOST;
  }

  private static double below(double from) {
    double found = LEAST;
    for (double step : STEPS) {
      found = step < from - SAME ? step : found;
    }
    return found;
  }

  /** Larger by a step, around what is selected. */
  public void in() {
    step(1, attention());
  }

  /** Smaller by a step, around what is selected. */
  public void out() {
    step(-1, attention());
  }

  /** Back to the canvas's own size. */
  public void reset() {
    setTo(1);
  }

  /** Zooms around what is selected; see {@link #zoomTo}. */
  public void setTo(double to) {
    zoomTo(to, attention());
  }

  /** Where what is selected is, if it is in view; else the middle. */
  private double attention() {
    Selection selection = session.selection();
    Side side = selection.field() == null ? Side.TARGET : selection.side();
    List<Integer> rows = rows(side == Side.SOURCE ? Side.SOURCE : Side.TARGET);
    RowStrip strip = side == Side.SOURCE ? source : target;
    double seen = strip.viewportHeightProperty().get();
    double y =
        rows.isEmpty()
            ? -1
            : (rows.getFirst() + 0.5) * strip.rowHeight() - strip.scrollProperty().get();
    return y >= 0 && y <= seen ? y : seen / 2;
  }

  /** The rows of the selected path on one side. */
  private List<Integer> rows(Side side) {
    Related related = session.related();
    Selection selection = session.selection();
    Set<FieldRef> fields =
        new HashSet<>(side == Side.SOURCE ? related.sources() : related.targets());
    if (selection.side() == side && selection.field() != null) {
      fields.add(selection.field());
    }
    RowStrip strip = side == Side.SOURCE ? source : target;
    List<Integer> rows = new ArrayList<>();
    fields.forEach(f -> rows.add(strip.rowOf(f)));
    rows.removeIf(r -> r < 0);
    rows.sort(null);
    return rows;
  }

  /** Shows all rows of both trees, as large as they go, not above their own size. */
  public void fit() {
    double each = Math.min(fitting(source, source.rowCount()), fitting(target, target.rowCount()));
    zoomTo(Math.min(1, each), 0);
    // Rows are whole pixels high: rounding may have taken the room.
    while (zoom.get() > LEAST && (isCut(source) || isCut(target))) {
      zoomTo(zoom.get() - 0.01, 0);
    }
    scroll(source, 0);
    scroll(target, 0);
  }

  private static boolean isCut(RowStrip strip) {
    return strip.rowCount() * strip.rowHeight() > strip.viewportHeightProperty().get();
  }

  /** At which zoom that many rows fill the view. */
  private double fitting(RowStrip strip, int rows) {
    double one = strip.rowHeight() / zoom.get();
    double to = strip.viewportHeightProperty().get() / Math.max(1, rows * one);
    return Math.floor(to * 100) / 100;
  }

  /** Shows all rows of the selected path in the middle of the view. */
  public void showSelection() {
    List<Integer> from = rows(Side.SOURCE);
    List<Integer> to = rows(Side.TARGET);
    if (from.isEmpty() && to.isEmpty()) {
      return;
    }
    double least = MOST_OF_SELECTION;
    least = from.isEmpty() ? least : Math.min(least, fitting(source, span(from)));
    least = to.isEmpty() ? least : Math.min(least, fitting(target, span(to)));
    zoomTo(least, 0);
    center(source, from);
    center(target, to);
  }

  private static int span(List<Integer> rows) {
    return rows.getLast() - rows.getFirst() + 3;
  }

  private static void center(RowStrip strip, List<Integer> rows) {
    if (!rows.isEmpty()) {
      double middle = (rows.getFirst() + rows.getLast() + 1) / 2.0 * strip.rowHeight();
      scroll(strip, middle - strip.viewportHeightProperty().get() / 2);
    }
  }

  /** Moves both trees by so many pixels. */
  void pan(double by) {
    scroll(source, source.scrollProperty().get() + by);
    scroll(target, target.scrollProperty().get() + by);
  }

  /** Scrolls as far as there are rows. */
  static void scroll(RowStrip strip, double to) {
    double whole = strip.rowCount() * strip.rowHeight();
    double most = Math.max(0, whole - strip.viewportHeightProperty().get());
    strip.scrollProperty().set(Math.clamp(Math.round(to), 0, most));
  }
}
