package fieldloom.ui.canvas;

import fieldloom.model.Rule;
import fieldloom.model.drawing.Drawing;
import fieldloom.model.drawing.Drawing.Node;
import fieldloom.model.drawing.NodePath;
import fieldloom.model.drawing.Shape;
import fieldloom.ui.canvas.Frame.Joint;
import fieldloom.ui.session.DrawingEdit;
import fieldloom.ui.session.Edit;
import fieldloom.ui.session.EditorSession;
import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.Looks;
import fieldloom.ui.session.NodeForms;
import fieldloom.ui.session.RuleDrawing;
import fieldloom.ui.session.RuleLook;
import fieldloom.ui.session.RuleView;
import fieldloom.ui.session.Selection;
import fieldloom.ui.session.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The nodes of formulas on the canvas: which is selected, and what is done to it. No toolkit. */
final class NodesModel {
  private final EditorSession session;
  private final Runnable touched;
  private final ReadOnlyObjectWrapper<@Nullable Joint> inserting = new ReadOnlyObjectWrapper<>();
  private final NodeDress dress;
  private final NodeGroups groups;
  private @Nullable NodePath step;

  /** The selected node of an unfolded rule, or what stands at a port of one. */
  record Picked(Rule rule, NodePath at) {}

  NodesModel(EditorSession session, Runnable touched) {
    this.session = session;
    this.touched = touched;
    this.dress = new NodeDress(session, this, touched);
    this.groups = new NodeGroups(session, this, touched);
    session.selectionProperty().subscribe(s -> selectionChanged());
  }

  private void selectionChanged() {
    Rule rule = session.selection().rule();
    NodePath at = step;
    if (at != null) {
      step = rule != null && isOpen(rule) ? nearest(rule, at) : null;
      touched.run();
    }
  }

  /** That place, or the nearest towards the result where something is. */
  private static @Nullable NodePath nearest(Rule rule, NodePath at) {
    Drawing drawing = RuleDrawing.of(rule).orElse(null);
    NodePath near = at;
    while (drawing != null && drawing.at(near) == null) {
      near = near.parent();
    }
    return drawing == null ? null : near;
  }

  RuleLook look(Rule rule) {
    return Looks.of(session.mapping()).of(rule);
  }

  /** Whether a rule is shown node by node. */
  boolean isOpen(Rule rule) {
    RuleView view = session.index().view(rule);
    return view != null && look(rule).open() && Unfolded.isPossible(view);
  }

  /** Whether a rule could be shown node by node. */
  boolean canOpen(Rule rule) {
    RuleView view = session.index().view(rule);
    return view != null && Unfolded.isPossible(view);
  }

  /** The selected node; the result's where a whole unfolded rule is selected; else null. */
  @Nullable Picked picked() {
    Rule rule = session.selection().rule();
    if (rule == null || !isOpen(rule)) {
      return null;
    }
    NodePath at = step;
    return new Picked(rule, at == null ? NodePath.ROOT : at);
  }

  /** Boxes that belong together. */
  NodeGroups groups() {
    return groups;
  }

  /** What is typed about nodes, and where they are put. */
  NodeDress dress() {
    return dress;
  }

  /** The rule that is selected, by itself or as the only one that fills the selected field. */
  @Nullable Rule rule() {
    Selection selection = session.selection();
    if (selection.rule() != null || selection.field() == null) {
      return selection.rule();
    }
    if (selection.side() == Side.SOURCE) {
      return null;
    }
    List<RuleView> rules = session.index().filling(selection.field());
    return rules.size() == 1 ? rules.getFirst().rule() : null;
  }

  void select(Rule rule, NodePath at) {
    step = at;
    session.select(Selection.rule(rule));
    step = isOpen(rule) ? at : null;
    touched.run();
  }

  /** What stands at a place of a rule's drawing. */
  Optional<Node> node(Rule rule, NodePath at) {
    return RuleDrawing.of(rule).map(d -> d.at(at));
  }

  NodeForms forms() {
    return new NodeForms(session.mapping());
  }

  /** Unfolds a rule, or folds it. */
  void open(Rule rule, boolean open) {
    if (canOpen(rule) && isOpen(rule) != open) {
      apply(new DrawingEdit.Unfold(rule, open), open ? NodePath.ROOT : null);
      select(rule, NodePath.ROOT);
    }
  }

  void toggle(Rule rule) {
    open(rule, !isOpen(rule));
  }

  /** Does an edit; what is selected afterwards stands at that place of the rule. */
  void apply(DrawingEdit edit, @Nullable NodePath then) {
    int at = session.mapping().rules().indexOf(edit.rule());
    boolean gone = session.mapping() == edit.applyTo(session.mapping());
    session.apply(edit);
    List<Rule> rules = session.mapping().rules();
    if (!gone && at >= 0 && at < rules.size() && then != null) {
      Rule now = rules.get(at);
      if (now.to().equals(edit.rule().to())) {
        select(now, nearest(now, then) == null ? NodePath.ROOT : then);
        step = isOpen(now) ? nearest(now, then) : null;
      }
    }
    touched.run();
  }

  /** Asks what to put on a value; null gives it up. */
  void insertOn(@Nullable Joint joint) {
    inserting.set(joint);
  }

  /** What can be put on a value. */
  FunctionChoices choices() {
    return new FunctionChoices(session.mapping());
  }

  /** Asks what to put on what is selected. */
  void insertOnSelected() {
    Picked picked = picked();
    Rule rule = rule();
    if (picked != null) {
      insertOn(Joint.of(picked.rule(), picked.at()));
    } else if (rule != null && RuleDrawing.of(rule).isPresent()) {
      insertOn(Joint.of(rule, NodePath.ROOT));
    }
  }

  /** The value on which a function is to be put; null where none is asked for. */
  ReadOnlyObjectProperty<@Nullable Joint> insertingProperty() {
    return inserting.getReadOnlyProperty();
  }

  /** Puts a function on the value that was asked about. */
  void insert(String what) {
    Joint joint = inserting.get();
    inserting.set(null);
    if (joint != null) {
      put(joint, what);
    }
  }

  /** Puts a function on a value. */
  void put(Joint joint, String what) {
    NodePath at = pathOf(joint);
    apply(new DrawingEdit.Insert(joint.rule(), at, what), at);
    typeFirstConstant(at);
  }

  /** Fills a field with a call of a function, and selects what it is drawn as. */
  void make(FieldRef field, Edit edit) {
    session.apply(edit);
    List<RuleView> rules = session.index().filling(field);
    if (!rules.isEmpty() && isOpen(rules.getLast().rule())) {
      select(rules.getLast().rule(), NodePath.ROOT);
    } else {
      session.select(Selection.target(field));
    }
  }

  /** The place of a value in its rule's drawing. */
  NodePath pathOf(Joint joint) {
    NodePath at = joint.at() == null ? firstRead(joint) : joint.at();
    return at == null ? NodePath.ROOT : at;
  }

  /** Where a rule reads a field first. */
  private @Nullable NodePath firstRead(Joint joint) {
    Drawing drawing = RuleDrawing.of(joint.rule()).orElse(null);
    if (drawing == null) {
      return null;
    }
    for (NodePath at : drawing.fields(NodePath.ROOT)) {
      Node node = drawing.at(at);
      if (node != null
          && node.shape() instanceof Shape.Field field
          && fieldOf(field, joint.rule()).equals(Optional.ofNullable(joint.field()))) {
        return at;
      }
    }
    return null;
  }

  private Optional<FieldRef> fieldOf(Shape.Field field, Rule rule) {
    return Optional.ofNullable(session.index().loops().resolve(field.path(), rule));
  }

  /** A new node that needs more than the value: its first constant is typed next. */
  private void typeFirstConstant(NodePath at) {
    Picked now = picked();
    Drawing drawing = now == null ? null : RuleDrawing.of(now.rule()).orElse(null);
    Node node = drawing == null ? null : drawing.at(at);
    for (int port = 0; node != null && port < node.ports(); port++) {
      Node input = drawing.at(at.child(port));
      if (input != null && input.shape().isConstant()) {
        select(now.rule(), at.child(port));
        dress.type(NodeDress.Part.VALUE);
        return;
      }
    }
  }

  /** Takes the selected node away and keeps its links, or what stands at a port. */
  void delete(boolean withLinks) {
    Picked picked = picked();
    Rule rule = session.selection().rule();
    if (picked != null) {
      boolean leaf = node(picked.rule(), picked.at()).filter(n -> n.shape().isLeaf()).isPresent();
      DrawingEdit edit =
          withLinks || leaf
              ? new DrawingEdit.Cut(picked.rule(), picked.at())
              : new DrawingEdit.Lift(picked.rule(), picked.at());
      apply(edit, leaf || withLinks ? picked.at().parent() : picked.at());
    } else if (rule != null && !withLinks && isFoldedNode(rule)) {
      apply(new DrawingEdit.Straighten(rule), NodePath.ROOT);
    } else {
      session.deleteSelected();
    }
  }

  /** Whether a rule is drawn as one box or pill in which a field is read. */
  private boolean isFoldedNode(Rule rule) {
    RuleView view = session.index().view(rule);
    boolean drawn =
        view != null
            && (view.kind() == RuleView.Kind.NODE || view.kind() == RuleView.Kind.PILL)
            && canOpen(rule);
    return drawn
        && RuleDrawing.of(rule).filter(d -> !d.fields(NodePath.ROOT).isEmpty()).isPresent();
  }

  void addArgument() {
    Picked picked = picked();
    Node node = picked == null ? null : node(picked.rule(), picked.at()).orElse(null);
    if (picked != null && node != null && forms().canAdd(node)) {
      apply(new DrawingEdit.AddArgument(picked.rule(), picked.at()), picked.at());
      select(rule() == null ? picked.rule() : rule(), picked.at().child(node.ports()));
    }
  }

  /** Links a field to a port, in place of what came in there. */
  void feed(Rule rule, NodePath at, FieldRef from) {
    RuleView view = session.index().view(rule);
    if (view != null) {
      apply(new DrawingEdit.Feed(rule, at, from, view.target()), at);
    }
  }

  /** Where keys lead from the selected node. */
  enum Way {
    TO_RESULT,
    TO_INPUT,
    BEFORE,
    AFTER
  }

  /** Selects the node that lies that way; nothing where there is none. */
  boolean walk(Way way) {
    Picked picked = picked();
    Drawing drawing = picked == null ? null : RuleDrawing.of(picked.rule()).orElse(null);
    if (picked == null || drawing == null) {
      return false;
    }
    List<NodePath> all = new ArrayList<>(drawing.places().keySet());
    int at = all.indexOf(picked.at());
    NodePath to =
        switch (way) {
          case TO_RESULT -> picked.at().parent();
          case TO_INPUT -> picked.at().child(0);
          case BEFORE -> all.get(Math.max(0, at - 1));
          case AFTER -> all.get(Math.min(all.size() - 1, at + 1));
        };
    if (all.contains(to)) {
      select(picked.rule(), to);
    }
    return true;
  }
}
