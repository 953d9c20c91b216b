package fieldloom.ui.canvas;

import fieldloom.ui.canvas.NodeLayout.Box;
import fieldloom.ui.canvas.NodeLayout.Size;
import fieldloom.ui.session.RuleView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the places of nodes depend on beside the nodes themselves: the area and the links in it.
 */
record NodeGround(double width, double rowHeight, List<Run> runs) {
  /** With more of them changed, placing all anew costs no more than finding out what may stay. */
  private static final int MANY = 40;

  /** How far boxes keep off a link, and off one that has to hold a pill. */
  private static final double OF_LINK = 4;

  static final double OF_PILL = 14;

  /** All of a node that its place depends on, its size within the area. */
  record Block(List<Integer> inputs, int target, boolean unfolded, Size size) {
    static Block of(LinkTable.Node node, Size size) {
      List<Integer> inputs = Arrays.stream(node.inputs()).boxed().toList();
      return new Block(inputs, node.target(), node.unfolded() != null, size);
    }
  }

  /** The rows of a link or loop, and whether it has to hold a pill, as loops do. */
  record Run(int source, int target, boolean pill) {}

  /** The links that another ground has no more, and those that it has beside them. */
  record Changes(List<Run> gone, List<Run> come) {}

  static NodeGround of(LinkTable table, double width, double rowHeight) {
    List<Run> runs = new ArrayList<>(table.lines().size() + table.loops().size());
    for (LinkTable.Line line : table.lines()) {
      boolean pill = line.view().kind() == RuleView.Kind.PILL;
      runs.add(new Run(line.source(), line.target(), pill));
    }
    table.loops().forEach(loop -> runs.add(new Run(loop.source(), loop.target(), true)));
    return new NodeGround(width, rowHeight, runs);
  }

  /** Whether a link runs under a box, or nearer to it than boxes keep. */
  boolean runsUnder(Run run, Box box) {
    double off = run.pill ? OF_PILL : OF_LINK;
    double y = height(run, (box.left() + box.right()) / 2 / Math.max(1, width));
    return y > box.top() - off && y < box.bottom() + off;
  }

  /** The height of a link at a share of the width. */
  double height(Run run, double middle) {
    double y1 = (run.source + 0.5) * rowHeight;
    double y2 = (run.target + 0.5) * rowHeight;
    return y1 + (y2 - y1) * middle * middle * (3 - 2 * middle);
  }

  /** What has changed since an earlier ground; null where that is too much to tell apart. */
  @Nullable Changes since(NodeGround before) {
    if (before.width != width || before.rowHeight != rowHeight) {
      return null;
    }
    // What lies between the same beginning and the same end.
    List<Run> was = before.runs;
    int shorter = Math.min(was.size(), runs.size());
    int from = 0;
    while (from < shorter && was.get(from).equals(runs.get(from))) {
      from++;
    }
    int end = 0;
    while (end < shorter - from
        && was.get(was.size() - 1 - end).equals(runs.get(runs.size() - 1 - end))) {
      end++;
    }
    List<Run> gone = was.subList(from, was.size() - end);
    List<Run> come = runs.subList(from, runs.size() - end);
    return gone.size() + come.size() > MANY ? null : new Changes(gone, come);
  }
}
