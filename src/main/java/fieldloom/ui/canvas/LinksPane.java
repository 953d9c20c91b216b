package fieldloom.ui.canvas;

import fieldloom.model.drawing.NodePath;
import fieldloom.ui.kit.CssPaints;
import fieldloom.ui.kit.Following;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/**
 * The area between the trees. What is drawn reaches a gutter's width over both trees, where
 * brackets and half of each port are, so this region is as wide as that.
 */
final class LinksPane extends Region implements CssPaints.Owner {
  private final CanvasViewModel model;
  private final LinkPaints paints = new LinkPaints(this, this::repaint);
  private final Canvas lower = new Canvas();
  private final Canvas upper = new Canvas();
  private final Pane groupPane = new Pane();
  private final Pane nodePane = new Pane();
  private final Pane pillPane = new Pane();

  /** What keeps its size whatever the zoom. */
  private final Pane overPane = new Pane();

  private final Scale larger = new Scale();
  private final Rectangle nodeClip = new Rectangle();
  private final Rectangle groupClip = new Rectangle();
  private final List<GroupView> groups = new ArrayList<>();
  private final List<NodeView> nodes = new ArrayList<>();
  private final List<PillView> pills = new ArrayList<>();
  private final List<EdgeView> edges = new ArrayList<>();
  private final PlusButton plus = new PlusButton();
  private final MiniMap miniMap;
  private double above;
  private double below;
  private Frame frame = Frame.EMPTY;
  private Runnable drawn = () -> {};
  private @Nullable Painted painted;
  private Runnable toCanvas = () -> {};
  private @Nullable Ghost ghost;
  private PlusButton.@Nullable Spot gap;

  /** A loose link, in pixels of what is drawn between the trees. */
  record Ghost(double x1, double y1, double x2, double y2) {}

  /** All that the two canvases show, beside their colours. */
  private record Painted(
      Frame frame,
      OverviewSpot.Area area,
      double gutter,
      @Nullable Ghost ghost,
      PlusButton.@Nullable Spot gap) {}

  LinksPane(CanvasViewModel model, OverviewPlace overview) {
    this.model = model;
    this.miniMap = new MiniMap(model, overview, this::requestLayout);
    Following.changes(overview.revisionProperty(), this, LinksPane::requestLayout);
    getStyleClass().add("fl-links");
    setPickOnBounds(false);
    for (Node layer : List.of(lower, groupPane, nodePane, upper, pillPane, overPane)) {
      layer.setManaged(false);
      getChildren().add(layer);
    }
    lower.setMouseTransparent(true);
    upper.setMouseTransparent(true);
    nodePane.setPickOnBounds(false);
    pillPane.setPickOnBounds(false);
    overPane.setPickOnBounds(false);
    groupPane.setMouseTransparent(true);
    groupPane.getTransforms().add(larger);
    groupPane.setClip(groupClip);
    nodePane.getTransforms().add(larger);
    pillPane.getTransforms().add(larger);
    nodePane.setClip(nodeClip);
    overPane.getChildren().addAll(miniMap, plus);
    addEventFilter(KeyEvent.KEY_PRESSED, this::edgeKey);
    model.revisionProperty().subscribe(r -> requestLayout());
    model.zoom().zoomProperty().subscribe(z -> plus.show(null, 1));
  }

  @Override
  public CssPaints cssPaints() {
    return paints.cssPaints();
  }

  /** Is told each time a frame was drawn. */
  void setOnDrawn(Runnable value) {
    drawn = value;
  }

  /** The frame on the screen. */
  Frame frame() {
    return frame;
  }

  /** Finds what of the frame lies under a point. */
  HitTest hits() {
    return new HitTest(frame, model.zoom()::reach);
  }

  /** The plus on the link under the pointer. */
  PlusButton plus() {
    return plus;
  }

  /** How far a box may go; the one of a whole rule takes the others of the rule along. */
  NodeDress.Room room(Frame.NodeBox box) {
    double left = box.x();
    double right = box.x() + box.width();
    for (Frame.NodeBox other : frame.nodes()) {
      if (box.isWhole() && other.rule().equals(box.rule())) {
        left = Math.min(left, other.x());
        right = Math.max(right, other.x() + other.width());
      }
    }
    double margin = box.isWhole() ? NodeLayout.MARGIN : 0;
    return new NodeDress.Room(Math.min(0, margin - left), Math.max(0, width() - margin - right));
  }

  /** The box of the selected node, or of the selected rule as a whole; null where none shows. */
  Frame.@Nullable NodeBox selectedBox() {
    return frame.nodes().stream()
        .filter(b -> b.state() == Frame.State.SELECTED)
        .findFirst()
        .orElse(null);
  }

  /** Where a value of a rule shows: at its port, on its link, or in the middle. */
  Point2D place(Frame.Joint joint) {
    for (Frame.NodeBox box : frame.nodes()) {
      if (box.rule().equals(joint.rule())) {
        if (box.path().equals(joint.at())) {
          return new Point2D(box.x() + box.width() / 2, box.y());
        }
        for (int i = 0; i < box.inputs().size(); i++) {
          NodePath at = box.inputs().get(i).at();
          if (at != null && at.equals(joint.at())) {
            return new Point2D(box.x(), box.rowY(i));
          }
        }
      }
    }
    for (Frame.Curve curve : frame.curves()) {
      if (joint.equals(curve.joint())) {
        return new Point2D(curve.line().x(0.5), curve.line().y(0.5));
      }
    }
    return new Point2D(width() / 2, getHeight() / unit() / 3);
  }

  void setGhost(@Nullable Ghost value) {
    ghost = value;
    requestLayout();
  }

  /** Colours are others. */
  private void repaint() {
    painted = null;
    requestLayout();
  }

  /** Opens a link at a place, where something is about to be put; null closes it. */
  void setGap(PlusButton.@Nullable Spot value) {
    if (!Objects.equals(gap, value)) {
      gap = value;
      plus.show(value, unit());
      requestLayout();
    }
  }

  /** Pixels of the screen that one of what is drawn takes. */
  double unit() {
    return model.zoom().unit();
  }

  /** Width of the area between the trees, in pixels of what is drawn. */
  double width() {
    return linksWidth() / unit();
  }

  private double linksWidth() {
    return Math.max(0, getWidth() - 2 * gutter());
  }

  /** How far it reaches over each tree, whole pixels of the screen. */
  double gutter() {
    return Math.ceil(LinkPainter.GUTTER * unit());
  }

  /** Where rows begin and how far from the lower edge they end. */
  void setRows(double from, double to) {
    if (from != above || to != below) {
      above = from;
      below = to;
      requestLayout();
    }
  }

  @Override
  protected void layoutChildren() {
    double width = linksWidth();
    double height = getHeight();
    if (width <= 0 || height <= above + below) {
      return;
    }
    double unit = unit();
    double gutter = gutter();
    larger.setX(unit);
    larger.setY(unit);
    size(lower, height);
    size(upper, height);
    groupPane.resizeRelocate(gutter, 0, width / unit, height / unit);
    nodePane.resizeRelocate(gutter, 0, width / unit, height / unit);
    pillPane.resizeRelocate(gutter, 0, width / unit, height / unit);
    overPane.resizeRelocate(gutter, 0, width, height);
    clip(nodeClip, width / unit, height / unit, unit);
    clip(groupClip, width / unit, height / unit, unit);
    frame = model.frame(width, above, height - above - below);
    OverviewSpot.Area area = new OverviewSpot.Area(width, height, above, below, unit);
    Painted now = new Painted(frame, area, gutter, ghost, gap);
    if (!now.equals(painted)) {
      painted = now;
      LinkPainter painter =
          new LinkPainter(paints, frame, width / unit, height / unit, gutter / unit, unit);
      painter.lower(lower.getGraphicsContext2D(), gap);
      painter.upper(upper.getGraphicsContext2D(), ghost);
    }
    miniMap.show(paints, frame, area);
    show(groupPane, groups, frame.groups(), GroupView::new, GroupView::show);
    show(nodePane, nodes, frame.nodes(), NodeView::new, NodeView::show);
    show(pillPane, pills, frame.pills(), PillView::new, PillView::show);
    show(pillPane, edges, frame.edges(), () -> new EdgeView(this::follow), EdgeView::show);
    drawn.run();
  }

  /** Nodes scroll with the rows: they must not show over the heads and feet of the trees. */
  private void clip(Rectangle clip, double width, double height, double unit) {
    clip.setX(-LinkPainter.GUTTER);
    clip.setY(above / unit);
    clip.setWidth(width + 2 * LinkPainter.GUTTER);
    clip.setHeight(height - (above + below) / unit);
  }

  /** Scrolls to where links go on; the canvas has the keyboard then, for the chevron may go. */
  private void follow(Frame.Edge edge) {
    toCanvas.run();
    model.strip(edge.side()).reveal(edge.nearest());
  }

  /**
   * Gives a chevron of links that go on out of view the keyboard, or the next one.
   *
   * @param by 1 for the next, −1 for the one before
   * @return whether there is any
   */
  boolean focusEdge(int by) {
    List<EdgeView> seen = edges.stream().filter(Node::isVisible).toList();
    if (seen.isEmpty()) {
      return false;
    }
    int at = -1;
    for (int i = 0; i < seen.size(); i++) {
      at = seen.get(i).isFocused() ? i : at;
    }
    seen.get(at < 0 ? 0 : Math.floorMod(at + by, seen.size())).requestFocus();
    return true;
  }

  private void edgeKey(KeyEvent event) {
    if (!(event.getTarget() instanceof EdgeView)) {
      return;
    }
    switch (event.getCode()) {
      case DOWN, RIGHT -> focusEdge(1);
      case UP, LEFT -> focusEdge(-1);
      case ENTER -> ((EdgeView) event.getTarget()).fire();
      case ESCAPE -> toCanvas.run();
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** Takes the keyboard back from a chevron. */
  void setToCanvas(Runnable value) {
    toCanvas = value;
  }

  private void size(Canvas canvas, double height) {
    double full = getWidth();
    if (canvas.getWidth() != full || canvas.getHeight() != height) {
      canvas.setWidth(full);
      canvas.setHeight(height);
    }
  }

  /** Shows things on views that are made once and hidden when they are not needed. */
  private static <V extends Node, T> void show(
      Pane pane, List<V> views, List<T> things, Supplier<V> make, BiConsumer<V, T> show) {
    while (views.size() < things.size()) {
      V view = make.get();
      views.add(view);
      pane.getChildren().add(view);
    }
    for (int i = 0; i < things.size(); i++) {
      show.accept(views.get(i), things.get(i));
    }
    Consumer<V> hide = v -> v.setVisible(false);
    views.subList(things.size(), views.size()).forEach(hide);
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return LinkPaints.metaData();
  }
}
