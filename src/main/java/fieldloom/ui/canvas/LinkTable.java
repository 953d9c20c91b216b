package fieldloom.ui.canvas;

import fieldloom.model.Rule;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Looks;
import fieldloom.ui.session.RowStrip;
import fieldloom.ui.session.RuleIndex;
import fieldloom.ui.session.RuleLook;
import fieldloom.ui.session.RuleView;
import fieldloom.ui.session.Scope;
import fieldloom.ui.session.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows at which links end. Made anew when rules or rows change; a frame then needs no look-up
 * by field, so that scrolling past thousands of links stays fluent.
 */
final class LinkTable {
  static final LinkTable EMPTY = new LinkTable();

  private final List<Line> lines = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<Loop> loops = new ArrayList<>();
  private final Map<Long, RollUp> rollUps = new LinkedHashMap<>();

  /** A plain link or one with a pill. */
  record Line(RuleView view, int source, int target) {}

  /**
   * A formula of several inputs.
   *
   * @param inputs the row of each input; -1 where it has none on the source side
   * @param unfolded its nodes; null where it is one box
   */
  record Node(RuleView view, int[] inputs, int target, @Nullable Unfolded unfolded) {}

  /** A loop, with the last rows of its two arrays. */
  record Loop(RuleView view, int source, int lastSource, int target, int lastTarget, int depth) {}

  /** Links that share both rows because a group is closed. */
  record RollUp(int source, int target, List<Rule> rules) {}

  private LinkTable() {}

  static LinkTable of(RuleIndex index, Scope scope, RowStrip source, RowStrip target) {
    LinkTable table = new LinkTable();
    Looks looks = Looks.of(index.mapping());
    for (RuleView view : index.views()) {
      if (scope.shows(view.rule())) {
        table.add(view, source, target, index, looks);
      }
    }
    return table;
  }

  private void add(RuleView view, RowStrip source, RowStrip target, RuleIndex index, Looks looks) {
    int to = target.rowOf(view.target());
    if (to < 0 || isHidden(target, to, view.target())) {
      return;
    }
    boolean exact = target.shows(to, view.target());
    RuleLook look = looks.of(view.rule());
    if (exact && look.open() && addUnfolded(view, look, source, to, index)) {
      return;
    }
    switch (view.kind()) {
      case LINK, PILL -> {
        for (FieldRef from : view.sources()) {
          addLine(view, source, from, to, exact);
        }
      }
      case NODE -> addNode(view, source, to, exact);
      case LOOP -> addLoop(view, source, target, to, exact, index);
      case CONSTANT, COMPUTED -> {
        // Nothing runs between the trees: the value stands in the target's row.
      }
    }
  }

  /** Whether the rule has nodes to show. */
  private boolean addUnfolded(
      RuleView view, RuleLook look, RowStrip source, int to, RuleIndex index) {
    Unfolded unfolded =
        view.kind() == RuleView.Kind.LOOP
            ? null
            : Unfolded.of(view, look, index, field -> shownRow(source, field)).orElse(null);
    if (unfolded == null) {
      return false;
    }
    nodes.add(new Node(view, unfolded.rows(), to, unfolded));
    return true;
  }

  /** The row of a field or of the closed group that holds it; −1 where none is shown. */
  private static int shownRow(RowStrip source, FieldRef field) {
    int row = source.rowOf(field);
    return row >= 0 && isHidden(source, row, field) ? -1 : row;
  }

  private void addLine(RuleView view, RowStrip source, FieldRef from, int to, boolean exact) {
    int row = source.rowOf(from);
    if (row < 0 || isHidden(source, row, from)) {
      return;
    }
    if (exact && source.shows(row, from)) {
      lines.add(new Line(view, row, to));
    } else {
      rollUp(row, to, view.rule());
    }
  }

  private void addNode(RuleView view, RowStrip source, int to, boolean exact) {
    int[] rows = new int[view.inputs().size()];
    for (int i = 0; i < rows.length; i++) {
      RuleView.Input input = view.inputs().get(i);
      rows[i] = input.side() == Side.SOURCE ? shownRow(source, input.field()) : -1;
      if (!exact && rows[i] >= 0) {
        rollUp(rows[i], to, view.rule());
      }
    }
    if (exact) {
      nodes.add(new Node(view, rows, to, null));
    }
  }

  private void addLoop(
      RuleView view, RowStrip source, RowStrip target, int to, boolean exact, RuleIndex index) {
    if (view.inputs().isEmpty()) {
      return;
    }
    FieldRef from = view.inputs().getFirst().field();
    int row = source.rowOf(from);
    if (row < 0 || isHidden(source, row, from)) {
      return;
    }
    if (exact && source.shows(row, from)) {
      int depth =
          (int)
              view.target().arrays().stream()
                  .filter(a -> !a.equals(view.target()) && !index.loops().on(a).isEmpty())
                  .count();
      loops.add(new Loop(view, row, source.lastRowUnder(row), to, target.lastRowUnder(to), depth));
    } else {
      rollUp(row, to, view.rule());
    }
  }

  private void rollUp(int from, int to, Rule rule) {
    long key = ((long) from << 32) | to;
    RollUp before = rollUps.get(key);
    List<Rule> rules = before == null ? new ArrayList<>() : before.rules();
    if (rules.isEmpty() || rules.getLast() != rule) {
      rules.add(rule);
    }
    rollUps.put(key, new RollUp(from, to, rules));
  }

  /** A field that a search leaves out: its ancestor is shown open, without it. */
  private static boolean isHidden(RowStrip strip, int row, FieldRef field) {
    return !strip.shows(row, field) && strip.lastRowUnder(row) > row;
  }

  List<Line> lines() {
    return lines;
  }

  List<Node> nodes() {
    return nodes;
  }

  List<Loop> loops() {
    return loops;
  }

  List<RollUp> rollUps() {
    return List.copyOf(rollUps.values());
  }
}
