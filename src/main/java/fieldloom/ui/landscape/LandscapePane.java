package fieldloom.ui.landscape;

import fieldloom.landscape.BusinessSystem;
import fieldloom.ui.kit.CssPaints;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import org.jspecify.annotations.Nullable;

/**
 * The canvas of the landscape: curves on one layer, systems and cards over it. Only what is seen is
 * drawn; views of things are made when they are first seen.
 */
final class LandscapePane extends Region implements CssPaints.Owner {
  private final LandscapeViewModel model;
  private final LandscapePaints paints = new LandscapePaints(this, this::requestLayout);
  private final Viewport viewport = new Viewport();
  private final Canvas canvas = new Canvas();
  private final Pane world = new Pane();
  private final Region ring = new Region();
  private final Translate translate = new Translate();
  private final Scale scale = new Scale(1, 1);
  private final Rectangle clip = new Rectangle();
  private final Map<String, SystemView> systems = new HashMap<>();
  private final Map<Pair, CardView> cards = new HashMap<>();
  private final Glide glide = new Glide(this::requestLayout);
  private Picked hovered = Picked.NOTHING;
  private String area = "";
  private boolean refit = true;

  LandscapePane(LandscapeViewModel model) {
    this.model = model;
    getStyleClass().add("fl-landscape-pane");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    accessibleTextProperty().bind(LandscapeWords.TEXTS.bind("canvas"));
    canvas.setManaged(false);
    canvas.setMouseTransparent(true);
    world.setManaged(false);
    world.getTransforms().addAll(translate, scale);
    ring.getStyleClass().add("fl-landscape-ring");
    ring.setManaged(false);
    ring.setMouseTransparent(true);
    setClip(clip);
    getChildren().addAll(canvas, world, ring);
    model.revisionProperty().subscribe(r -> changed());
    model.selection().pickedProperty().subscribe(this::picked);
    focusVisibleProperty().subscribe(f -> requestLayout());
  }

  private void changed() {
    AreaPicture picture = model.picture();
    boolean elsewhere = !picture.area().id().equals(area) || systems.isEmpty();
    area = picture.area().id();
    boolean gliding = !elsewhere && !model.isDragging() && isSeen();
    refit |= elsewhere || glide.now().moved(picture.layout()) > 1;
    glide.show(picture.layout(), gliding);
    requestLayout();
  }

  private boolean isSeen() {
    return getScene() != null
        && getScene().getWindow() != null
        && getScene().getWindow().isShowing();
  }

  private void picked(Picked picked) {
    Box box = model.picture().layout().box(picked);
    if (box != null && isFocused()) {
      viewport.reveal(box);
    }
    requestLayout();
    notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
  }

  LandscapePaints paints() {
    return paints;
  }

  @Override
  public CssPaints cssPaints() {
    return paints.cssPaints();
  }

  Viewport viewport() {
    return viewport;
  }

  /** What is at a point of this region. */
  Picked at(double x, double y) {
    Picked found =
        glide.now().at(viewport.toLandscapeX(x), viewport.toLandscapeY(y), viewport.zoom());
    boolean hidden =
        found instanceof Picked.OfEdge(var pair) && !model.picture().matching().contains(pair);
    return hidden ? Picked.NOTHING : found;
  }

  void hover(Picked under) {
    if (!under.equals(hovered)) {
      hovered = under;
      requestLayout();
    }
  }

  /** Shows all of the area. */
  void fit() {
    viewport.fit(model.picture().layout().bounds());
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    if (width <= 0 || height <= 0) {
      return;
    }
    fit(width, height);
    clip.setWidth(width);
    clip.setHeight(height);
    canvas.setWidth(width);
    canvas.setHeight(height);
    translate.setX(viewport.x());
    translate.setY(viewport.y());
    scale.setX(viewport.zoom());
    scale.setY(viewport.zoom());
    model.zoomProperty().set(viewport.zoom());
    Box seen = viewport.seen();
    model.edits().setCentre(seen.centreX(), seen.centreY());
    Picked picked = model.selection().picked();
    LandscapePainter.draw(
        canvas.getGraphicsContext2D(),
        paints,
        viewport,
        new LandscapePainter.Drawn(model.picture(), glide.now(), picked, hovered),
        width,
        height);
    boolean fresh = showSystems(seen, picked);
    fresh |= showCards(seen, picked);
    if (fresh) {
      // All at once: styling each by itself would style the others again and again.
      world.applyCss();
    }
    ring.setVisible(isFocusVisible() && picked.equals(Picked.NOTHING));
    ring.resizeRelocate(0, 0, width, height);
  }

  private void fit(double width, double height) {
    boolean resized = viewport.resize(width, height);
    if (viewport.isFitting() && (resized || refit)) {
      Box bounds = glide.now().bounds();
      viewport.fit(bounds);
      refit = !bounds.equals(model.picture().layout().bounds());
    }
  }

  private boolean showSystems(Box seen, Picked picked) {
    AreaPicture picture = model.picture();
    boolean fresh = false;
    dropGone(systems, picture.systems());
    boolean near = viewport.zoom() >= Viewport.NEAR;
    for (Map.Entry<String, Box> entry : glide.now().systems().entrySet()) {
      String id = entry.getKey();
      BusinessSystem system = picture.systems().get(id);
      boolean visible = system != null && entry.getValue().meets(seen, 0);
      SystemView view = systems.get(id);
      if (visible) {
        if (view == null) {
          view = new SystemView();
          fresh = true;
          systems.put(id, view);
          world.getChildren().add(view);
        }
        boolean on = picked instanceof Picked.OfSystem(var other) && other.equals(id);
        view.show(system, entry.getValue(), on, near);
      } else if (view != null) {
        view.setVisible(false);
      }
    }
    return fresh;
  }

  private boolean showCards(Box seen, Picked picked) {
    AreaPicture picture = model.picture();
    LandscapeLayout layout = glide.now();
    boolean fresh = false;
    dropGone(cards, picture.cards());
    boolean near = viewport.zoom() >= Viewport.NEAR;
    for (Map.Entry<Pair, LandscapeLayout.Lane> entry : layout.lanes().entrySet()) {
      Pair pair = entry.getKey();
      Box box = entry.getValue().card();
      List<CardLine> lines = picture.cards().get(pair);
      boolean visible = lines != null && picture.matching().contains(pair) && box.meets(seen, 0);
      CardView view = cards.get(pair);
      if (visible) {
        if (view == null) {
          view = new CardView();
          fresh = true;
          cards.put(pair, view);
          world.getChildren().add(view);
        }
        boolean on = picked instanceof Picked.OfEdge(var other) && other.equals(pair);
        view.show(lines, picture.words(), box, on, near);
      } else if (view != null) {
        view.setVisible(false);
      }
    }
    return fresh;
  }

  private <K> void dropGone(Map<K, ? extends Node> views, Map<K, ?> present) {
    views
        .entrySet()
        .removeIf(
            entry -> {
              boolean gone = !present.containsKey(entry.getKey());
              if (gone) {
                world.getChildren().remove(entry.getValue());
              }
              return gone;
            });
  }

  private @Nullable Node view(Picked picked) {
    return switch (picked) {
      case Picked.Nothing n -> null;
      case Picked.OfSystem(var id) -> systems.get(id);
      case Picked.OfEdge(var pair) -> cards.get(pair);
    };
  }

  /** Where on this region is what is picked; its middle where nothing is. */
  Bounds pickedBounds() {
    Node view = view(model.selection().picked());
    return view == null || !view.isVisible()
        ? new BoundingBox(getWidth() / 2, getHeight() / 2, 0, 0)
        : world.localToParent(view.getBoundsInParent());
  }

  private List<Node> items() {
    List<Node> items = new ArrayList<>(world.getChildren());
    items.removeIf(node -> !node.isVisible());
    return items;
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case FOCUS_ITEM -> view(model.selection().picked());
      case ITEM_COUNT -> items().size();
      case ITEM_AT_INDEX -> {
        List<Node> items = items();
        int index = (Integer) parameters[0];
        yield index < items.size() ? items.get(index) : null;
      }
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return LandscapePaints.metaData();
  }
}
