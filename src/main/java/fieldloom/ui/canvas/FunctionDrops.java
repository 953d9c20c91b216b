package fieldloom.ui.canvas;

import fieldloom.model.Rule;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import fieldloom.model.drawing.NodePath;
import fieldloom.ui.canvas.Frame.Joint;
import fieldloom.ui.kit.Cubic;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.FunctionPlanner;
import fieldloom.ui.session.FunctionPlanner.Plan;
import fieldloom.ui.session.FunctionTarget;
import fieldloom.ui.session.RowStrip;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.Side;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.animation.AnimationTimer;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;

/**
 * Takes functions on links, on boxes and their rows, and on rows of the target tree, by the
 * canvas's own hit test.
 */
final class FunctionDrops implements FunctionTarget {
  private static final int STEPS = 64;

  private final CanvasView view;
  private final CanvasViewModel model;
  private final Spots spots;
  private final AnimationTimer scroller =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          scrollAtEdge();
        }
      };
  private Point2D pointer = Point2D.ZERO;
  private String held = "";
  private @Nullable FieldRef washed;

  /**
   * Where a function would go.
   *
   * @param plan null where nothing is that takes functions
   * @param gap where the link opens; null where it does not
   * @param row the target field under the pointer; null where none is
   */
  private record Place(@Nullable Plan plan, PlusButton.@Nullable Spot gap, @Nullable FieldRef row) {
    static final Place NOWHERE = new Place(null, null, null);
  }

  FunctionDrops(CanvasView view, CanvasViewModel model) {
    this.view = view;
    this.model = model;
    this.spots = new Spots(view, model);
  }

  @Override
  public @Nullable Hint over(double sceneX, double sceneY, String function) {
    pointer = view.sceneToLocal(sceneX, sceneY);
    held = function;
    if (!view.getLayoutBounds().contains(pointer)) {
      leave();
      return null;
    }
    scroller.start();
    Place place = place();
    show(place);
    Plan plan = place.plan();
    return plan == null ? null : new Hint(plan.words(), !(plan instanceof Plan.Refuse));
  }

  @Override
  public boolean drop(double sceneX, double sceneY, String function) {
    pointer = view.sceneToLocal(sceneX, sceneY);
    held = function;
    Plan plan = view.getLayoutBounds().contains(pointer) ? place().plan() : null;
    leave();
    if (plan == null) {
      return false;
    }
    String refusal = act(plan, function);
    if (refusal != null) {
      model.say(refusal);
    }
    return refusal == null;
  }

  @Override
  public void leave() {
    scroller.stop();
    show(Place.NOWHERE);
  }

  @Override
  public @Nullable String insert(String function) {
    FunctionPlanner planner = planner();
    NodesModel.Picked picked = model.nodes().picked();
    Selection selection = model.session().selection();
    FieldRef field = selection.field();
    if (picked != null) {
      return act(planner.onValue(picked.rule(), picked.at(), function), function);
    }
    if (selection.rule() != null) {
      return act(planner.onValue(selection.rule(), NodePath.ROOT, function), function);
    }
    return field == null || selection.side() == Side.SOURCE
        ? Words.get("functions.select")
        : act(planner.onField(field, isGroup(field), function), function);
  }

  private FunctionPlanner planner() {
    return new FunctionPlanner(model.session().index());
  }

  private boolean isGroup(FieldRef field) {
    SchemaTree tree = model.session().schemas().get(field.document());
    SchemaNode node = tree == null ? null : tree.find(field.path());
    return node != null && !node.children().isEmpty();
  }

  private @Nullable String act(Plan plan, String function) {
    return switch (plan) {
      case Plan.OnValue(Rule rule, NodePath at, String _) -> {
        view.requestFocus();
        model.nodes().put(Joint.of(rule, at), function);
        yield null;
      }
      case Plan.OnField(FieldRef field, var edit, String _) -> {
        view.requestFocus();
        model.nodes().make(field, edit);
        yield null;
      }
      case Plan.Refuse(String words) -> words;
    };
  }

  private Place place() {
    Spots.Spot spot = spots.spot(pointer);
    FunctionPlanner planner = planner();
    if (spot != null && spot.side() == Side.TARGET) {
      FieldRef field = spot.field();
      return new Place(planner.onField(field, isGroup(field), held), null, field);
    }
    return spots.between(pointer) ? between(planner, spots.inLinks(pointer)) : Place.NOWHERE;
  }

  private Place between(FunctionPlanner planner, Point2D at) {
    HitTest hits = view.links().hits();
    Frame.Curve curve = hits.joint(at.getX(), at.getY());
    Joint joint = curve == null ? null : curve.joint();
    if (joint != null) {
      NodePath path = model.nodes().pathOf(joint);
      Plan plan = planner.onValue(joint.rule(), path, held);
      boolean opens = plan instanceof Plan.OnValue;
      return new Place(plan, opens ? nearest(curve.line(), joint, at) : null, null);
    }
    Frame.NodeBox box = hits.box(at.getX(), at.getY());
    int row = box == null ? -1 : box.inputAt(at.getY());
    NodePath input = box == null || row < 0 ? null : box.inputs().get(row).at();
    if (box != null) {
      NodePath path = input == null ? box.path() : input;
      return new Place(planner.onValue(box.rule(), path, held), null, null);
    }
    List<Rule> rules = hits.rules(at.getX(), at.getY());
    if (rules.size() > 1) {
      return new Place(new Plan.Refuse(Words.get("functions.many", rules.size())), null, null);
    }
    return rules.isEmpty()
        ? Place.NOWHERE
        : new Place(planner.onValue(rules.getFirst(), NodePath.ROOT, held), null, null);
  }

  private static PlusButton.Spot nearest(Cubic line, Joint joint, Point2D at) {
    double best = 0.5;
    double least = Double.MAX_VALUE;
    for (int i = 1; i < STEPS; i++) {
      double t = i / (double) STEPS;
      double far = at.distance(line.x(t), line.y(t));
      if (far < least) {
        least = far;
        best = t;
      }
    }
    return new PlusButton.Spot(joint, line.x(best), line.y(best));
  }

  private void show(Place place) {
    boolean fits = place.plan() != null && !(place.plan() instanceof Plan.Refuse);
    FieldRef row = fits ? place.row() : null;
    if (!Objects.equals(row, washed)) {
      washed = row;
      model.strip(Side.TARGET).showFitting(row == null ? null : row::equals);
    }
    view.links().setGap(place.gap());
    boolean rule = place.plan() instanceof Plan.OnValue;
    model.hover(rule ? Set.of(((Plan.OnValue) place.plan()).rule()) : Set.of());
  }

  private void scrollAtEdge() {
    double bottom = view.getHeight() - view.belowRows();
    boolean target = pointer.getX() > spots.right();
    RowStrip strip = model.strip(Side.TARGET);
    if (target && EdgeScroll.step(strip, pointer.getY(), view.aboveRows(), bottom)) {
      show(place());
    }
  }
}
