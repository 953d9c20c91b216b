package fieldloom.ui.canvas;

import fieldloom.model.drawing.NodePath;
import fieldloom.ui.kit.CssPaints;
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
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * The area between the trees. What is drawn reaches a gutter's width over both trees, where
 * brackets and half of each port are, so this region is as wide as that.
 */
final class LinksPane extends Region implements CssPaints.Owner {
  private final CanvasViewModel model;
  private final LinkPaints paints = new LinkPaints(this, this::requestLayout);
  private final Canvas lower = new Canvas();
  private final Canvas upper = new Canvas();
  private final Pane nodePane = new Pane();
  private final Pane pillPane = new Pane();
  private final Rectangle nodeClip = new Rectangle();
  private final List<NodeView> nodes = new ArrayList<>();
  private final List<PillView> pills = new ArrayList<>();
  private final List<EdgeView> edges = new ArrayList<>();
  private final PlusButton plus = new PlusButton();
  private final MiniMap miniMap;
  private final double above;
  private final double below;
  private Frame frame = Frame.EMPTY;
  private Runnable drawn = () -> {};
  private @Nullable Ghost ghost;
  private PlusButton.@Nullable Spot gap;

  /** A loose link, in pixels of the area between the trees. */
  record Ghost(double x1, double y1, double x2, double y2) {}

  LinksPane(CanvasViewModel model, double above, double below) {
    this.model = model;
    this.above = above;
    this.below = below;
    this.miniMap = new MiniMap(model);
    getStyleClass().add("fl-links");
    setPickOnBounds(false);
    for (Node layer : List.of(lower, nodePane, upper, pillPane)) {
      layer.setManaged(false);
      getChildren().add(layer);
    }
    lower.setMouseTransparent(true);
    upper.setMouseTransparent(true);
    nodePane.setPickOnBounds(false);
    pillPane.setPickOnBounds(false);
    nodePane.setClip(nodeClip);
    pillPane.getChildren().addAll(miniMap, plus);
    model.revisionProperty().subscribe(r -> requestLayout());
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
    return new NodeDress.Room(
        Math.min(0, margin - left), Math.max(0, linksWidth() - margin - right));
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
    return new Point2D(linksWidth() / 2, getHeight() / 3);
  }

  void setGhost(@Nullable Ghost value) {
    ghost = value;
    requestLayout();
  }

  /** Opens a link at a place, where something is about to be put; null closes it. */
  void setGap(PlusButton.@Nullable Spot value) {
    if (!Objects.equals(gap, value)) {
      gap = value;
      plus.show(value);
      requestLayout();
    }
  }

  /** Width of the area between the trees. */
  double linksWidth() {
    return Math.max(0, getWidth() - 2 * LinkPainter.GUTTER);
  }

  @Override
  protected void layoutChildren() {
    double width = linksWidth();
    double height = getHeight();
    if (width <= 0 || height <= above + below) {
      return;
    }
    size(lower, width, height);
    size(upper, width, height);
    nodePane.resizeRelocate(LinkPainter.GUTTER, 0, width, height);
    pillPane.resizeRelocate(LinkPainter.GUTTER, 0, width, height);
    clipNodes(width, height);
    frame = model.frame(width, above, height - above - below);
    LinkPainter.lower(lower.getGraphicsContext2D(), paints, frame, width, height);
    PlusButton.Spot open = gap;
    if (open != null) {
      LinkPainter.gap(lower.getGraphicsContext2D(), paints, frame, width, open.x(), open.y());
    }
    LinkPainter.upper(upper.getGraphicsContext2D(), paints, frame, width, height);
    Ghost loose = ghost;
    if (loose != null) {
      LinkPainter.ghost(
          upper.getGraphicsContext2D(), paints, loose.x1(), loose.y1(), loose.x2(), loose.y2());
    }
    miniMap.show(paints, width, above);
    show(nodePane, nodes, frame.nodes(), NodeView::new, NodeView::show);
    show(pillPane, pills, frame.pills(), PillView::new, PillView::show);
    plus.toFront();
    show(pillPane, edges, frame.edges(), () -> new EdgeView(this::follow), EdgeView::show);
    drawn.run();
  }

  /** Nodes scroll with the rows: they must not show over the heads and feet of the trees. */
  private void clipNodes(double width, double height) {
    nodeClip.setX(-LinkPainter.GUTTER);
    nodeClip.setY(above);
    nodeClip.setWidth(width + 2 * LinkPainter.GUTTER);
    nodeClip.setHeight(height - above - below);
  }

  private void follow(Frame.Edge edge) {
    model.strip(edge.side()).reveal(edge.nearest());
  }

  private static void size(Canvas canvas, double width, double height) {
    double full = width + 2 * LinkPainter.GUTTER;
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
