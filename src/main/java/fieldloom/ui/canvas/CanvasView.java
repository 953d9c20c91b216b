package fieldloom.ui.canvas;

import fieldloom.ui.kit.Theme;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * Two trees with the links between them. The trees come from outside; this region lays them out,
 * draws the links, lets the dividers be dragged, and turns gestures into edits.
 */
public final class CanvasView extends Region {
  private static final double SOURCE_WIDTH = 368;
  private static final double TARGET_WIDTH = 404;
  private static final double SOURCE_MIN = 220;
  private static final double TARGET_MIN = 260;
  private static final double LINKS_MIN = 200;
  private static final double ABOVE_ROWS = 76;
  private static final double BELOW_ROWS = 28;

  private final CanvasViewModel model;
  private final Region source;
  private final Region target;
  private final LinksPane links;
  private final Region sourceDivider = divider("Width of the source tree");
  private final Region targetDivider = divider("Width of the target tree");
  private final ChoicePane choice;
  private double sourceWidth = SOURCE_WIDTH;
  private double targetWidth = TARGET_WIDTH;

  /**
   * Puts the canvas together.
   *
   * @param source the tree whose rows the model's source strip describes; its rows begin 76 pixels
   *     below its top and end 28 above its bottom
   * @param target likewise
   */
  public CanvasView(CanvasViewModel model, Region source, Region target) {
    this.model = model;
    this.source = source;
    this.target = target;
    this.links = new LinksPane(model, ABOVE_ROWS, BELOW_ROWS);
    this.choice = new ChoicePane(model);
    getStyleClass().add("fl-canvas");
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                Theme.addCss(scene, CanvasView.class, "canvas.css");
              }
            });
    getChildren().addAll(source, target, links, sourceDivider, targetDivider, choice);
    getChildren().forEach(child -> child.setManaged(false));
    sourceDivider.addEventHandler(
        MouseEvent.MOUSE_DRAGGED, e -> setSourceWidth(sceneToLocal(e.getSceneX(), 0).getX()));
    targetDivider.addEventHandler(
        MouseEvent.MOUSE_DRAGGED,
        e -> setTargetWidth(getWidth() - sceneToLocal(e.getSceneX(), 0).getX()));
    new CanvasGestures(this, model).install();
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    model.choiceProperty().subscribe(c -> requestLayout());
  }

  private static Region divider(String words) {
    Region divider = new Region();
    divider.getStyleClass().add("fl-canvas-divider");
    divider.setCursor(Cursor.H_RESIZE);
    divider.setAccessibleText(words);
    return divider;
  }

  private void setSourceWidth(double width) {
    sourceWidth = Math.clamp(width, SOURCE_MIN, Math.max(SOURCE_MIN, roomBeside(targetWidth)));
    requestLayout();
  }

  private void setTargetWidth(double width) {
    targetWidth = Math.clamp(width, TARGET_MIN, Math.max(TARGET_MIN, roomBeside(sourceWidth)));
    requestLayout();
  }

  private double roomBeside(double other) {
    return getWidth() - other - LINKS_MIN;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    double s = sourceWidth;
    double t = targetWidth;
    double over = s + t + LINKS_MIN - width;
    if (over > 0) {
      double give = (s - SOURCE_MIN) + (t - TARGET_MIN);
      double share = give <= 0 ? 0 : Math.min(1, over / give);
      s -= (s - SOURCE_MIN) * share;
      t -= (t - TARGET_MIN) * share;
    }
    s = Math.round(s);
    t = Math.round(t);
    double middle = Math.max(0, width - s - t);
    source.resizeRelocate(0, 0, s, height);
    target.resizeRelocate(s + middle, 0, t, height);
    double gutter = LinkPainter.GUTTER;
    links.resizeRelocate(s - gutter, 0, middle + 2 * gutter, height);
    sourceDivider.resizeRelocate(s - 1, 0, 3, height);
    targetDivider.resizeRelocate(s + middle - 2, 0, 3, height);
    choice.place(s, s + middle, height);
  }

  @Override
  protected double computePrefWidth(double height) {
    return SOURCE_WIDTH + TARGET_WIDTH + 616;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 748;
  }

  @Override
  protected double computeMinWidth(double height) {
    return SOURCE_MIN + LINKS_MIN + TARGET_MIN;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 200;
  }

  LinksPane links() {
    return links;
  }

  Region source() {
    return source;
  }

  Region target() {
    return target;
  }

  /** Pixels above the first row. */
  double aboveRows() {
    return ABOVE_ROWS;
  }

  double belowRows() {
    return BELOW_ROWS;
  }

  /** Where the question stands, in this region. */
  void askAt(double x, double y) {
    choice.askAt(x, y);
    requestLayout();
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.DELETE) {
      model.deleteSelected();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && !model.session().selection().isNone()) {
      model.clearSelection();
      event.consume();
    }
  }
}
