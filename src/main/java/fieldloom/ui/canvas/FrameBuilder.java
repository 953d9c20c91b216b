package fieldloom.ui.canvas;

import fieldloom.model.Rule;
import fieldloom.model.drawing.NodePath;
import fieldloom.ui.canvas.Frame.Band;
import fieldloom.ui.canvas.Frame.Bracket;
import fieldloom.ui.canvas.Frame.Curve;
import fieldloom.ui.canvas.Frame.Joint;
import fieldloom.ui.canvas.Frame.NodeBox;
import fieldloom.ui.canvas.Frame.State;
import fieldloom.ui.canvas.Frame.Tone;
import fieldloom.ui.kit.Cubic;
import fieldloom.ui.session.RuleView;
import fieldloom.ui.session.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Computes a frame: what of the links is in view, and where. One frame a builder. */
final class FrameBuilder {
  private final CanvasScene scene;
  private final View view;
  private final List<Band> bands = new ArrayList<>();
  private final List<Curve> curves = new ArrayList<>();
  private final List<Bracket> brackets = new ArrayList<>();
  private final List<NodeBox> nodes = new ArrayList<>();
  private final PortBoard ports;
  private final PillBoard pills;
  private final EdgeBoard edges;
  private final GroupBoard groups;

  /**
   * What is looked at.
   *
   * @param unit pixels of the screen that one of what is drawn takes; the others are of these
   * @param width of the area between the trees
   * @param top pixels above the first row
   * @param height of the part that shows rows
   * @param rowHeight of each row
   * @param active rules of the selected path; empty where nothing is selected
   * @param hovered rules under the pointer
   * @param picked the selected node of an unfolded rule; null where none is
   * @param moving the box that is being moved; null where none is
   * @param glide boxes on their way
   */
  record View(
      double unit,
      double width,
      double top,
      double height,
      double rowHeight,
      Set<Rule> active,
      Set<Rule> hovered,
      NodesModel.@Nullable Picked picked,
      NodeDress.@Nullable Moving moving,
      Glide glide) {
    double bottom() {
      return top + height;
    }

    /** The row's height that places are reckoned with: zooming rounds rows to whole pixels. */
    double evenRow() {
      return even(rowHeight);
    }
  }

  /** A row's height to reckon places with. */
  static double even(double rowHeight) {
    return 2.0 * Math.round(rowHeight / 2);
  }

  FrameBuilder(CanvasScene scene, View view) {
    this.scene = scene;
    this.view = view;
    this.ports = new PortBoard(view);
    this.pills = new PillBoard(scene, view);
    this.edges = new EdgeBoard(scene, view);
    this.groups = new GroupBoard(this, view);
  }

  Frame build() {
    scene.table().nodes().forEach(this::node);
    scene.table().loops().forEach(this::loop);
    scene.table().rollUps().forEach(this::rollUp);
    scene.table().lines().forEach(this::line);
    scene.absent().forEach(a -> span(a.source(), a.target(), 1.5, a.tone(), List.of(), null));
    curves.sort(Comparator.comparing((Curve c) -> c.state().ordinal()));
    return new Frame(
        List.copyOf(bands),
        List.copyOf(curves),
        List.copyOf(brackets),
        groups.all(),
        List.copyOf(nodes),
        ports.all(),
        pills.all(),
        edges.all());
  }

  double sourceY(int row) {
    return view.top() + scene.strip(Side.SOURCE).middleOf(row) / view.unit();
  }

  double targetY(int row) {
    return view.top() + scene.strip(Side.TARGET).middleOf(row) / view.unit();
  }

  private double y(Side side, int row) {
    return side == Side.SOURCE ? sourceY(row) : targetY(row);
  }

  /** Whether a row is in view: in its own place, pinned, or among the ancestors at the top. */
  boolean isSeen(Side side, int row) {
    return !isAbove(side, row) && y(side, row) <= view.bottom();
  }

  /** Whether a row is scrolled away upwards. */
  boolean isAbove(Side side, int row) {
    return scene.strip(side).isAbove(row);
  }

  boolean inView(double y) {
    return y >= view.top() && y <= view.bottom();
  }

  State state(Collection<Rule> rules) {
    for (Rule rule : rules) {
      if (view.active().contains(rule)) {
        return State.SELECTED;
      }
    }
    for (Rule rule : rules) {
      if (view.hovered().contains(rule)) {
        return State.HOVER;
      }
    }
    boolean plain = view.active().isEmpty() && view.hovered().isEmpty();
    // A link that is not there belongs to no rule that could be selected.
    return plain || rules.isEmpty() ? State.NORMAL : State.DIM;
  }

  /**
   * A curve from tree to tree; one end may be scrolled away.
   *
   * @return the curve; null where nothing of it is in view
   */
  private @Nullable Curve span(
      int source, int target, double width, Tone tone, List<Rule> rules, @Nullable Joint joint) {
    double y1 = sourceY(source);
    double y2 = targetY(target);
    boolean in1 = isSeen(Side.SOURCE, source);
    boolean in2 = isSeen(Side.TARGET, target);
    if (!in1 && !in2) {
      return null;
    }
    State state = state(rules);
    double x2 = view.width();
    if (!in1) {
      y1 = edges.add(Side.SOURCE, isAbove(Side.SOURCE, source), source);
    } else {
      ports.add(0, y1, tone, state, false);
    }
    if (!in2) {
      y2 = edges.add(Side.TARGET, isAbove(Side.TARGET, target), target);
    } else {
      ports.add(x2, y2, tone, state, false);
    }
    double from = in1 ? 0 : EdgeBoard.INSET;
    double to = in2 ? x2 : x2 - EdgeBoard.INSET;
    Curve curve = new Curve(Cubic.across(from, y1, to, y2), width, tone, state, rules, joint);
    curves.add(curve);
    return in1 && in2 ? curve : null;
  }

  private void line(LinkTable.Line line) {
    if (!isSeen(Side.SOURCE, line.source()) && !isSeen(Side.TARGET, line.target())) {
      return;
    }
    RuleView rule = line.view();
    Curve curve =
        span(
            line.source(),
            line.target(),
            1.5,
            scene.tone(rule),
            List.of(rule.rule()),
            Joint.of(rule.rule(), NodePath.ROOT));
    if (curve != null) {
      pills.line(rule, curve);
    }
  }

  private void rollUp(LinkTable.RollUp rollUp) {
    double width = scene.coverage(rollUp).width();
    Curve curve = span(rollUp.source(), rollUp.target(), width, Tone.ROLL_UP, rollUp.rules(), null);
    if (curve != null) {
      pills.rollUp(rollUp, curve);
    }
  }

  private void loop(LinkTable.Loop loop) {
    List<Rule> rules = List.of(loop.view().rule());
    State state = state(rules);
    double half = view.rowHeight() / 2;
    double s1 = sourceY(loop.source());
    double s2 = sourceY(loop.lastSource()) + half;
    double t1 = targetY(loop.target());
    double t2 = targetY(loop.lastTarget()) + half;
    boolean sourceSeen = s2 > top(Side.SOURCE) && s1 < view.bottom();
    boolean targetSeen = t2 > top(Side.TARGET) && t1 < view.bottom();
    if ((sourceSeen || targetSeen) && loop.lastTarget() > loop.target()) {
      bands.add(
          new Band(
              clamp(Side.SOURCE, s1),
              clamp(Side.SOURCE, s2),
              clamp(Side.TARGET, t1),
              clamp(Side.TARGET, t2)));
    }
    bracket(Side.SOURCE, s1, s2, loop, state, sourceSeen && loop.lastSource() > loop.source());
    bracket(Side.TARGET, t1, t2, loop, state, targetSeen && loop.lastTarget() > loop.target());
    Tone marked = scene.tone(loop.view());
    Tone tone = marked.isMark() ? marked : Tone.LOOP;
    Curve curve = span(loop.source(), loop.target(), 2.5, tone, rules, null);
    if (curve != null) {
      pills.loop(loop.view(), curve);
    }
  }

  private void bracket(
      Side side, double top, double bottom, LinkTable.Loop loop, State state, boolean seen) {
    if (seen) {
      double inset = Math.max(5, 13 - 5 * loop.depth());
      brackets.add(
          new Bracket(
              side,
              clamp(side, top),
              clamp(side, bottom - 2),
              inset,
              top < view.top(),
              bottom > view.bottom(),
              state));
    }
  }

  /** Where rows begin to scroll; ancestors that stay at the top stand above. */
  private double top(Side side) {
    return view.top() + scene.strip(side).inset() / view.unit();
  }

  private double clamp(Side side, double y) {
    double least = Math.min(top(side), Math.max(view.top(), top(side) - view.rowHeight() / 2));
    return Math.max(least, Math.min(view.bottom(), y));
  }

  private void node(LinkTable.Node node) {
    new NodeFrames(this, scene, view, ports, pills, edges, groups, curves, nodes).add(node);
  }
}
