package fieldloom.ui.canvas;

import fieldloom.model.Rule;
import fieldloom.ui.kit.Cubic;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is drawn between the trees at one moment, in paint order. Pixels of the area between the
 * trees; x 0 is the source tree's edge.
 */
record Frame(
    List<Band> bands,
    List<Curve> curves,
    List<Bracket> brackets,
    List<NodeBox> nodes,
    List<Port> ports,
    List<Pill> pills,
    List<Edge> edges) {

  static final Frame EMPTY =
      new Frame(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  /** What a thing says, beside its state. */
  enum Tone {
    NORMAL,
    LOOP,
    ROLL_UP,
    PROBLEM,
    ERROR
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
   */
  record Curve(Cubic line, double width, Tone tone, State state, List<Rule> rules) {}

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

  /** An input of a node: its name and its value in the sample. */
  record Input(String label, String value) {}

  /**
   * A formula with several inputs.
   *
   * @param function the outermost function; {@code ƒ} where it is an operator
   * @param text the rest, folded; "" where the inputs say it all
   * @param value what it gives
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
      String spoken) {
    static final double HEAD = 22;
    static final double ROW = 20;
  }

  /** Where links go on to rows that are scrolled away. */
  record Edge(Side side, boolean up, double x, double y, int count, FieldRef nearest) {}
}
