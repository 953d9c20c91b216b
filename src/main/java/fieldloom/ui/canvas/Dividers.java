package fieldloom.ui.canvas;

import fieldloom.ui.kit.Settings;
import fieldloom.ui.session.Side;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The two lines between trees and links: dragged, moved by arrow keys, and by a double-click or
 * Enter put where the longest name in view fits. Where they are left is remembered.
 */
final class Dividers {
  private static final double LINKS_MIN = CanvasView.LINKS_MIN;
  private static final double STEP = 16;
  private static final double MOST_OF_WIDTH = 0.4;

  private final CanvasView view;
  private final Map<Side, Region> lines = new EnumMap<>(Side.class);
  private final Map<Side, Double> widths = new EnumMap<>(Side.class);
  private @Nullable Settings settings;

  Dividers(CanvasView view) {
    this.view = view;
    for (Side side : Side.values()) {
      lines.put(side, line(side));
    }
  }

  /** Its own width; wider with larger text, a fifth of the canvas is left to the links. */
  private double first(Side side) {
    double own = side == Side.SOURCE ? CanvasView.SOURCE_WIDTH : CanvasView.TARGET_WIDTH;
    double text = view.zoom().text();
    double most = Math.max(own, view.getWidth() * MOST_OF_WIDTH);
    return text <= 1 ? own : Math.min(own * text, most);
  }

  private static double least(Side side) {
    return side == Side.SOURCE ? CanvasView.SOURCE_MIN : CanvasView.TARGET_MIN;
  }

  private Region line(Side side) {
    Region line = new Region();
    line.getStyleClass().add("fl-canvas-divider");
    line.setCursor(Cursor.H_RESIZE);
    line.setFocusTraversable(true);
    line.setAccessibleRole(AccessibleRole.SLIDER);
    line.accessibleTextProperty()
        .bind(Words.bind(side == Side.SOURCE ? "divider.source" : "divider.target"));
    line.addEventHandler(MouseEvent.MOUSE_DRAGGED, e -> drag(side, e));
    line.addEventHandler(MouseEvent.MOUSE_RELEASED, e -> remember());
    line.setOnMouseClicked(
        e -> {
          if (e.getClickCount() == 2) {
            fit(side);
          }
        });
    line.addEventHandler(KeyEvent.KEY_PRESSED, e -> key(side, e));
    return line;
  }

  private void drag(Side side, MouseEvent event) {
    double x = view.sceneToLocal(event.getSceneX(), 0).getX();
    set(side, side == Side.SOURCE ? x : view.getWidth() - x);
  }

  private void key(Side side, KeyEvent event) {
    double wider = side == Side.SOURCE ? STEP : -STEP;
    switch (event.getCode()) {
      case RIGHT -> set(side, width(side) + wider);
      case LEFT -> set(side, width(side) - wider);
      case ENTER -> fit(side);
      default -> {
        return;
      }
    }
    remember();
    event.consume();
  }

  /** Makes a tree as wide as the longest name in view needs with its value. */
  private void fit(Side side) {
    Node rows = view.tree(side).lookup(".fl-rows");
    if (rows != null) {
      set(side, Math.ceil(rows.prefWidth(-1)));
      remember();
    }
  }

  private void set(Side side, double width) {
    double room = view.getWidth() - width(side.other()) - LINKS_MIN;
    widths.put(side, Math.clamp(width, least(side), Math.max(least(side), room)));
    view.requestLayout();
  }

  /** Takes the widths that were left, and keeps those that will be. */
  void remember(Settings value) {
    settings = value;
    for (Side side : Side.values()) {
      String kept = value.get(key(side), "");
      if (kept.matches("\\d{1,5}")) {
        widths.put(side, Math.max(least(side), Integer.parseInt(kept)));
      }
    }
    view.requestLayout();
  }

  private void remember() {
    if (settings != null) {
      widths.forEach((side, width) -> settings.put(key(side), String.valueOf(Math.round(width))));
    }
  }

  private static String key(Side side) {
    return side == Side.SOURCE ? "canvas.source.width" : "canvas.target.width";
  }

  private double width(Side side) {
    Double left = widths.get(side);
    return left == null ? first(side) : left;
  }

  /** The widths of both trees in a canvas of that width: each gives as much as it can. */
  double shown(Side side, double canvas) {
    double own = width(side);
    double over = own + width(side.other()) + LINKS_MIN - canvas;
    if (over > 0) {
      double give = own - least(side) + width(side.other()) - least(side.other());
      own -= (own - least(side)) * (give <= 0 ? 0 : Math.min(1, over / give));
    }
    return Math.round(own);
  }

  List<Region> lines() {
    return List.copyOf(lines.values());
  }

  /** Puts the lines at the inner edges of the trees. */
  void layout(double source, double target, double height) {
    line(lines.get(Side.SOURCE), source - 1, height);
    line(lines.get(Side.TARGET), target - 2, height);
  }

  private static void line(@Nullable Region line, double x, double height) {
    if (line != null) {
      line.resizeRelocate(x, 0, 3, height);
    }
  }
}
