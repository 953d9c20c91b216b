package fieldloom.ui.session;

import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.drawing.Drawing;
import fieldloom.model.drawing.Drawing.Node;
import fieldloom.model.drawing.NodePath;
import fieldloom.model.drawing.Shape;
import fieldloom.model.formula.FormulaPrinter;
import java.util.List;
import java.util.function.UnaryOperator;

/** Edits of what fills a field, drawn as nodes. */
final class DrawingEdits {
  private DrawingEdits() {}

  /** What a node is called where an edit of it is named; "" where none is there. */
  static String label(Rule rule, NodePath at) {
    Node node = RuleDrawing.of(rule).map(d -> d.at(at)).orElse(null);
    return node == null ? "" : node.shape().label();
  }

  /** The mapping with the rule's drawing changed. */
  private static Mapping drawn(Mapping mapping, Rule rule, UnaryOperator<Drawing> change) {
    if (!mapping.rules().contains(rule)) {
      return mapping;
    }
    return RuleDrawing.of(rule)
        .map(before -> written(mapping, rule, before, change.apply(before)))
        .orElse(mapping);
  }

  private static Mapping written(Mapping mapping, Rule rule, Drawing before, Drawing after) {
    if (after.equals(before)) {
      return mapping;
    }
    String text = FormulaPrinter.print(after.formula());
    // What nests deeper than a formula may is not written.
    if (RuleDrawing.of(text).isEmpty()) {
      return mapping;
    }
    Rule next = RuleEdits.filled(rule, text);
    RuleLook look = Looks.of(mapping).of(rule).carried(before, after);
    return Looks.put(RuleEdits.replace(mapping, rule, next), next, look);
  }

  static Mapping insert(Mapping mapping, Rule rule, NodePath at, String what) {
    NewNodes.Insertion node = new NewNodes(mapping).insertion(what).orElse(null);
    if (node == null) {
      return mapping;
    }
    Mapping edited =
        drawn(mapping, rule, d -> d.insert(at, node.shape(), node.port(), node.others()));
    if (edited == mapping || node.others().isEmpty()) {
      return edited;
    }
    Rule now = edited.rules().get(mapping.rules().indexOf(rule));
    return look(edited, now, look -> look.opened(true));
  }

  static Mapping lift(Mapping mapping, Rule rule, NodePath at) {
    return drawn(
        mapping,
        rule,
        drawing -> {
          Node node = drawing.at(at);
          if (node == null || node.shape().isLeaf()) {
            return drawing;
          }
          int port = kept(drawing, at, node);
          return port < 0 ? without(mapping, drawing, at) : drawing.lift(at, port);
        });
  }

  static Mapping straighten(Mapping mapping, Rule rule) {
    return drawn(
        mapping,
        rule,
        drawing -> {
          List<NodePath> fields = drawing.fields(NodePath.ROOT);
          return fields.isEmpty() ? drawing : drawing.lift(fields.getFirst());
        });
  }

  /** The first port at which a field comes in, else the first; −1 where none may take over. */
  private static int kept(Drawing drawing, NodePath at, Node node) {
    if (node.ports() == 0 || node.shape() instanceof Shape.Lambda) {
      return -1;
    }
    List<NodePath> fields = drawing.fields(at);
    return fields.isEmpty() ? 0 : fields.getFirst().ports().get(at.depth());
  }

  static Mapping cut(Mapping mapping, Rule rule, NodePath at) {
    return at.isRoot()
        ? RuleEdits.setText(mapping, rule, "")
        : drawn(mapping, rule, drawing -> without(mapping, drawing, at));
  }

  /** The drawing without what comes in at a port, and without the port where it may go. */
  private static Drawing without(Mapping mapping, Drawing drawing, NodePath at) {
    Node parent = at.isRoot() ? null : drawing.at(at.parent());
    if (parent == null || at.port() >= parent.ports()) {
      return drawing;
    }
    return new NodeForms(mapping).canRemove(parent, at.port())
        ? new NodeForms(mapping).remove(drawing, at.parent(), at.port())
        : drawing.replace(at, new NewNodes(mapping).placeholder(parent, at.port()));
  }

  static Mapping feed(Mapping mapping, Rule rule, NodePath at, FieldRef from, FieldRef to) {
    Mapping looped = LoopEdits.ensure(mapping, from, to);
    return RuleDrawing.of(Loops.of(looped).expression(from, to))
        .map(field -> drawn(looped, rule, d -> d.replace(at, field)))
        .filter(edited -> edited != looped)
        .orElse(mapping);
  }

  static Mapping put(Mapping mapping, Rule rule, NodePath at, String formula) {
    return RuleDrawing.of(formula)
        .map(value -> drawn(mapping, rule, d -> d.replace(at, value)))
        .orElse(mapping);
  }

  static Mapping addArgument(Mapping mapping, Rule rule, NodePath at) {
    return drawn(mapping, rule, d -> new NodeForms(mapping).add(d, at));
  }

  static Mapping removeArgument(Mapping mapping, Rule rule, NodePath at) {
    return at.isRoot()
        ? mapping
        : drawn(mapping, rule, d -> new NodeForms(mapping).remove(d, at.parent(), at.port()));
  }

  static Mapping look(Mapping mapping, Rule rule, UnaryOperator<RuleLook> change) {
    return Looks.put(mapping, rule, change.apply(Looks.of(mapping).of(rule)));
  }

  static Mapping dress(Mapping mapping, Rule rule, NodePath at, NodeLook look) {
    Node node = RuleDrawing.of(rule).map(d -> d.at(at)).orElse(null);
    return node == null || node.shape().isLeaf()
        ? mapping
        : look(mapping, rule, all -> all.with(at, node.shape().label(), look));
  }
}
