package fieldloom.ui.canvas;

import fieldloom.model.Rule;
import fieldloom.model.drawing.NodePath;
import fieldloom.ui.kit.Cubic;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.NodeLook;
import fieldloom.ui.session.RuleLook;
import fieldloom.ui.session.Side;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is drawn between the trees at one moment, in paint order. Pixels of the area between the
 * trees; x 0 is the source tree's edge.
 */
record Frame(
    List<Band> bands,
    List<Curve> curves,
    List<Bracket> brackets,
    List<Group> groups,
    List<NodeBox> nodes,
    List<Port> ports,
    List<Pill> pills,
    List<Edge> edges) {

  static final Frame EMPTY =
      new Frame(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  /** What a thing says, beside its state. */
  enum Tone {
    NORMAL,
    LOOP,
    ROLL_UP,
    /** Another version of the mapping does not have it. */
    NEW,
    /** Another version has it otherwise. */
    CHANGED,
    /** Only another version has it. */
    GONE,
    PROBLEM,
    ERROR;

    /** Whether it tells of another version. */
    boolean isMark() {
      return this == NEW || this == CHANGED || this == GONE;
    }

    /** Of a version it says how it differs; "" else. */
    String mark() {
      return isMark() ? Words.get("mark." + name().toLowerCase(Locale.ROOT)) : "";
    }
  }

  /** How a thing stands to the selected path. */
  enum State {
    DIM,
    NORMAL,
    HOVER,
    SELECTED
  }

  /** The ground of a loop: from y1 to y2 at the source, from y3 to y4 at the target. */
  record Band(double y1, double y2, double y3, double y4) {}

  /** A loop's bracket in a tree's gutter, {@code inset} pixels from the tree's edge. */
  record Bracket(
      Side side,
      double top,
      double bottom,
      double inset,
      boolean cutTop,
      boolean cutBottom,
      State state) {}

  /**
   * A link or a part of one.
   *
   * @param width of the stroke in its normal state
   * @param rules what it stands for; several in a roll-up
   * @param joint the value that runs through it; null where it stands for several, or for a list
   */
  record Curve(
      Cubic line, double width, Tone tone, State state, List<Rule> rules, @Nullable Joint joint) {}

  /**
   * A value on its way through a rule, on which a function can be put.
   *
   * @param at where it is in the rule's drawing; null where it is the first read of a field
   * @param field that field; null where the place is known
   */
  record Joint(Rule rule, @Nullable NodePath at, @Nullable FieldRef field) {
    static Joint of(Rule rule, NodePath at) {
      return new Joint(rule, at, null);
    }
  }

  /** A dot at the end of a link, of a tree's row or of a node. */
  record Port(double x, double y, Tone tone, State state, boolean open) {}

  /** A run of text in a pill. */
  record Run(String text, boolean strong) {}

  /**
   * A label on a link.
   *
   * @param x of its middle
   * @param y of its middle
   * @param icon name of a Feather icon; null where it has none
   * @param spoken what a screen reader says
   */
  record Pill(
      double x,
      double y,
      double width,
      List<Run> text,
      @Nullable String icon,
      Tone tone,
      State state,
      Rule rule,
      String spoken) {}

  /**
   * An input of a node: its name and its value in the sample.
   *
   * @param at what comes in, where the node is one of an unfolded rule; null where it is all of it
   * @param constant whether a fixed value stands there
   * @param selected whether it is the selected one
   */
  record Input(
      String label, String value, @Nullable NodePath at, boolean constant, boolean selected) {
    Input(String label, String value) {
      this(label, value, null, false, false);
    }
  }

  /**
   * A formula with several inputs, or a node of one that is unfolded.
   *
   * @param function the outermost function; {@code ƒ} where it is an operator
   * @param text the rest, folded; "" where the inputs say it all
   * @param value what it gives
   * @param at which node it is; null where it is all of the rule in one
   * @param look its name, comment and colour
   * @param place where the box of the whole rule is, as it is kept
   */
  record NodeBox(
      double x,
      double y,
      double width,
      double height,
      String function,
      String text,
      String value,
      List<Input> inputs,
      State state,
      Tone tone,
      Rule rule,
      String spoken,
      @Nullable NodePath at,
      NodeLook look,
      RuleLook.Place place) {
    static final double HEAD = 22;
    static final double ROW = 20;

    /** Whether it stands for the rule as a whole: its one box, or that of the result. */
    boolean isWhole() {
      return at == null || at.isRoot();
    }

    /** The place of the node in the drawing. */
    NodePath path() {
      return at == null ? NodePath.ROOT : at;
    }

    boolean holds(double px, double py) {
      return px >= x && px <= x + width && py >= y && py <= y + height;
    }

    /** The middle of an input's row. */
    double rowY(int input) {
      return y + HEAD + (input + 0.5) * ROW;
    }

    /** The input whose row is at that height; −1 for the head. */
    int inputAt(double py) {
      int row = (int) Math.floor((py - y - HEAD) / ROW);
      return row < inputs.size() ? Math.max(-1, row) : -1;
    }
  }

  /**
   * The ground of boxes that belong together, with their name above them.
   *
   * @param members each with the place of its box, as it is kept
   */
  record Group(
      double x,
      double y,
      double width,
      double height,
      String name,
      Map<Rule, RuleLook.Place> members,
      State state) {
    static final double HEAD = 20;
    static final double MARGIN = 10;

    /** Whether a point is on its name, by which it is taken. */
    boolean isHead(double px, double py) {
      return px >= x && px <= x + width && py >= y && py <= y + HEAD;
    }
  }

  /** Where links go on to rows that are scrolled away. */
  record Edge(Side side, boolean up, double x, double y, int count, FieldRef nearest) {}
}
