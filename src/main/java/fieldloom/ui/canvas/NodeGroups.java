package fieldloom.ui.canvas;

import fieldloom.model.Rule;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.RuleLook;
import fieldloom.ui.session.RuleView;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.ViewEdit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;

/** Boxes that are marked together, and the groups they make. No toolkit. */
final class NodeGroups {
  private final EditorSession session;
  private final NodesModel nodes;
  private final Runnable touched;
  private Set<Rule> marked = Set.of();

  NodeGroups(EditorSession session, NodesModel nodes, Runnable touched) {
    this.session = session;
    this.nodes = nodes;
    this.touched = touched;
    session.selectionProperty().subscribe(s -> selectionChanged());
  }

  private void selectionChanged() {
    Rule rule = session.selection().rule();
    if (rule == null || !marked.contains(rule)) {
      mark(Set.of());
    }
  }

  private void mark(Set<Rule> rules) {
    if (!marked.equals(rules)) {
      marked = Set.copyOf(rules);
      touched.run();
    }
  }

  /** The boxes that are marked; the selected one is among them. */
  Set<Rule> marked() {
    return marked;
  }

  /** Marks a box beside the selected one, or lets it go. */
  void toggle(Rule rule) {
    Set<Rule> next = new LinkedHashSet<>(marked);
    Rule selected = session.selection().rule();
    if (next.isEmpty() && selected != null && canGroup(selected)) {
      next.add(selected);
    }
    if (!next.remove(rule) && canGroup(rule)) {
      next.add(rule);
    }
    marked = Set.copyOf(next);
    session.select(next.isEmpty() ? Selection.NONE : Selection.rule(next.iterator().next()));
    touched.run();
  }

  /** Marks all boxes of a group. */
  void select(Frame.Group group) {
    marked = Set.copyOf(group.members().keySet());
    group.members().keySet().stream().findFirst().map(Selection::rule).ifPresent(session::select);
    touched.run();
  }

  /** Whether a rule is drawn as a box, which is what groups hold. */
  boolean canGroup(Rule rule) {
    RuleView view = session.index().view(rule);
    return view != null && (view.kind() == RuleView.Kind.NODE || nodes.isOpen(rule));
  }

  /** The boxes that are marked, else the selected one. */
  private List<Rule> chosen() {
    Rule rule = nodes.rule();
    return !marked.isEmpty()
        ? session.mapping().rules().stream().filter(marked::contains).toList()
        : rule == null || !canGroup(rule) ? List.of() : List.of(rule);
  }

  boolean isAny() {
    return !chosen().isEmpty();
  }

  /** The group of the boxes that are marked or selected; "" where they have none in common. */
  String name() {
    List<String> names =
        chosen().stream().map(rule -> nodes.look(rule).group()).distinct().toList();
    return names.size() == 1 ? names.getFirst() : "";
  }

  /** Makes a group of the boxes that are marked or selected; with a blank name of none. */
  void group(String name) {
    List<Rule> rules = chosen();
    if (!rules.isEmpty()) {
      session.apply(new ViewEdit.Group(rules, name));
    }
  }

  /** Shows the boxes of the group node by node, or each as one. */
  void unfold(boolean open) {
    List<Rule> rules = chosen().stream().filter(nodes::canOpen).toList();
    session.apply(new ViewEdit.UnfoldGroup(name(), rules, open));
  }

  /** How the boxes of a group stand while it is drawn that far. */
  static Glide shifted(Frame.Group group, double dx, double dy) {
    Map<Rule, Point2D> by = new HashMap<>();
    group.members().keySet().forEach(rule -> by.put(rule, new Point2D(dx, dy)));
    return new Glide(by, 1);
  }

  /** Puts a group down that far from where it was. */
  void move(Frame.Group group, double dx, double dy) {
    Map<Rule, RuleLook.Place> places = new HashMap<>();
    group
        .members()
        .forEach(
            (rule, at) ->
                places.put(
                    rule,
                    new RuleLook.Place(
                        (int) Math.round(at.x() + dx), (int) Math.round(at.y() + dy))));
    session.apply(new ViewEdit.MoveGroup(group.name(), places));
  }

  /** The group of which all boxes are marked, and no other; null where there is none. */
  static Frame.@Nullable Group whole(List<Frame.Group> groups, Set<Rule> marked) {
    return groups.stream()
        .filter(group -> group.members().keySet().equals(marked))
        .findFirst()
        .orElse(null);
  }
}
