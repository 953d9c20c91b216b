package fieldloom.ui.session;

import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.drawing.NodePath;
import fieldloom.ui.session.NodeLook.Hue;
import org.jspecify.annotations.Nullable;

/**
 * An edit of what fills a field, drawn as nodes. The formula is written anew; what the nodes look
 * like follows them. Where the rule is not in the mapping, its text is no formula, or no node is at
 * the place, nothing changes.
 */
public sealed interface DrawingEdit extends Edit {

  /** The rule whose formula is drawn. */
  Rule rule();

  /** The node that is edited. */
  NodePath at();

  /**
   * A function or an operator is put on a value and given on in its place; at the result's place it
   * wraps all of the rule. Further arguments that it needs get a value that stands for them, and
   * the drawing is unfolded then.
   *
   * @param what the function's name, or the operator as a formula writes it
   */
  record Insert(Rule rule, NodePath at, String what) implements DrawingEdit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      return DrawingEdits.insert(mapping, rule, at, what);
    }

    @Override
    public String label() {
      return Words.get(at.isRoot() ? "edit.wrap" : "edit.insert", what, rule.to());
    }
  }

  /** A node goes; the first of its arguments that reads a field takes its place. */
  record Lift(Rule rule, NodePath at) implements DrawingEdit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      return DrawingEdits.lift(mapping, rule, at);
    }

    @Override
    public String label() {
      return Words.get("edit.lift", DrawingEdits.label(rule, at), rule.to());
    }
  }

  /** All functions go, and the first field that is read stays, in a plain link. */
  record Straighten(Rule rule) implements DrawingEdit {
    @Override
    public NodePath at() {
      return NodePath.ROOT;
    }

    @Override
    public Mapping applyTo(Mapping mapping) {
      return DrawingEdits.straighten(mapping, rule);
    }

    @Override
    public String label() {
      return Words.get("edit.lift", DrawingEdits.label(rule, NodePath.ROOT), rule.to());
    }
  }

  /**
   * A node goes with all that is linked to it, and its port where that may go; the result takes the
   * rule along.
   */
  record Cut(Rule rule, NodePath at) implements DrawingEdit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      return DrawingEdits.cut(mapping, rule, at);
    }

    @Override
    public String label() {
      return Words.get("edit.cut", DrawingEdits.label(rule, at), rule.to());
    }
  }

  /** A field comes in at a port in place of what came in there; loops are made as for a link. */
  record Feed(Rule rule, NodePath at, FieldRef from, FieldRef to) implements DrawingEdit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      return DrawingEdits.feed(mapping, rule, at, from, to);
    }

    @Override
    public String label() {
      return Words.get("edit.feed", from.name(), rule.to());
    }
  }

  /** A constant, or any formula, comes in at a port in place of what came in there. */
  record Put(Rule rule, NodePath at, String formula) implements DrawingEdit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      return DrawingEdits.put(mapping, rule, at, formula);
    }

    @Override
    public String label() {
      return Words.get("edit.put", formula, rule.to());
    }
  }

  /** A node gets another argument, as far as it takes any. */
  record AddArgument(Rule rule, NodePath at) implements DrawingEdit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      return DrawingEdits.addArgument(mapping, rule, at);
    }

    @Override
    public String label() {
      return Words.get("edit.argument.add", DrawingEdits.label(rule, at), rule.to());
    }
  }

  /** An argument that may be left out goes. */
  record RemoveArgument(Rule rule, NodePath at) implements DrawingEdit {
    @Override
    public Mapping applyTo(Mapping mapping) {
      return DrawingEdits.removeArgument(mapping, rule, at);
    }

    @Override
    public String label() {
      return Words.get("edit.argument.remove", DrawingEdits.label(rule, at.parent()), rule.to());
    }
  }

  /** The rule is unfolded into its nodes, or folded into one box. */
  record Unfold(Rule rule, boolean open) implements DrawingEdit {
    @Override
    public NodePath at() {
      return NodePath.ROOT;
    }

    @Override
    public Mapping applyTo(Mapping mapping) {
      return DrawingEdits.look(mapping, rule, look -> look.opened(open));
    }

    @Override
    public String label() {
      return Words.get(open ? "edit.unfold" : "edit.fold", rule.to());
    }
  }

  /**
   * The whole box is put elsewhere.
   *
   * @param place null lets it stand where it would by itself
   */
  record Place(Rule rule, RuleLook.@Nullable Place place) implements DrawingEdit {
    @Override
    public NodePath at() {
      return NodePath.ROOT;
    }

    @Override
    public Mapping applyTo(Mapping mapping) {
      return DrawingEdits.look(mapping, rule, look -> look.placed(place));
    }

    @Override
    public String label() {
      return Words.get("edit.move", DrawingEdits.label(rule, NodePath.ROOT), rule.to());
    }
  }

  /** A node looks otherwise: it was moved, named, commented or coloured. */
  record Dress(Rule rule, NodePath at, NodeLook look, String label) implements DrawingEdit {

    /**
     * A node that was moved.
     *
     * @param old its look before
     */
    public static Dress moved(Rule rule, NodePath at, NodeLook old, int x, int y) {
      return new Dress(rule, at, old.at(x, y), label("edit.move", rule, at));
    }

    /** A node that was given a name; "" takes it away. */
    public static Dress named(Rule rule, NodePath at, NodeLook old, String name) {
      return new Dress(rule, at, old.named(name), label("edit.name", rule, at));
    }

    /** A node that was commented; "" takes the comment away. */
    public static Dress commented(Rule rule, NodePath at, NodeLook old, String comment) {
      return new Dress(rule, at, old.commented(comment), label("edit.comment", rule, at));
    }

    /** A node that was coloured. */
    public static Dress coloured(Rule rule, NodePath at, NodeLook old, Hue hue) {
      return new Dress(rule, at, old.coloured(hue), label("edit.colour", rule, at));
    }

    private static String label(String key, Rule rule, NodePath at) {
      return Words.get(key, DrawingEdits.label(rule, at), rule.to());
    }

    @Override
    public Mapping applyTo(Mapping mapping) {
      return DrawingEdits.dress(mapping, rule, at, look);
    }
  }
}
