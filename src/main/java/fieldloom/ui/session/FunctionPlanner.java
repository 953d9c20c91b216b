package fieldloom.ui.session;

import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.drawing.NodePath;
import java.util.List;
import java.util.Locale;

/** Works out what putting a function somewhere would do. */
public final class FunctionPlanner {
  private final RuleIndex index;
  private final NewNodes nodes;

  /** What would happen. */
  public sealed interface Plan {
    /** One sentence of it. */
    String words();

    /** The function is put on a value of a rule. */
    record OnValue(Rule rule, NodePath at, String words) implements Plan {}

    /** A call of the function becomes the rule of a field. */
    record OnField(FieldRef field, Edit edit, String words) implements Plan {}

    /** Nothing; the sentence says why. */
    record Refuse(String words) implements Plan {}
  }

  public FunctionPlanner(RuleIndex index) {
    this.index = index;
    this.nodes = new NewNodes(index.mapping());
  }

  /** A function over the place of a rule's drawing. */
  public Plan onValue(Rule rule, NodePath at, String what) {
    RuleView view = index.view(rule);
    if (view == null || RuleDrawing.of(rule).isEmpty()) {
      boolean loop = rule.each() != null && rule.expression() == null;
      return new Plan.Refuse(
          Words.get(loop ? "refuse.function.loop" : "refuse.function.unread", rule.to()));
    }
    if (nodes.insertion(what).isEmpty()) {
      return new Plan.Refuse(Words.get("refuse.function.value", what));
    }
    String key = at.isRoot() ? "plan.function.wrap" : "plan.function.insert";
    return new Plan.OnValue(rule, at, Words.get(key, what, view.target().name()));
  }

  /**
   * A function over a target field.
   *
   * @param group whether the field has fields of its own
   */
  public Plan onField(FieldRef field, boolean group, String what) {
    List<RuleView> rules = index.filling(field);
    if (group || field.isRoot()) {
      return new Plan.Refuse(Words.get("refuse.group", field.name()));
    }
    if (field.isPlace()) {
      return new Plan.Refuse(Words.get("refuse.place", field.parent().name()));
    }
    if (rules.size() > 1) {
      return new Plan.Refuse(Words.get("refuse.function.several", field.name()));
    }
    String call = nodes.formula(what).orElse("");
    String words = Words.get("plan.function.rule", field.name(), shown(what));
    if (rules.isEmpty()) {
      return new Plan.OnField(field, new Edit.PutFunction(field, what), words);
    }
    Rule rule = rules.getFirst().rule();
    boolean replaces = nodes.insertion(what).isEmpty() && rule.expression() != null;
    return replaces && !call.isEmpty()
        ? new Plan.OnField(field, new Edit.ChangeRule(rule, call), words)
        : onValue(rule, NodePath.ROOT, what);
  }

  private String shown(String what) {
    if (Operators.of(what).isPresent()) {
      return what;
    }
    Mapping mapping = index.mapping();
    boolean own = mapping.functions().stream().anyMatch(f -> f.name().equals(what));
    return (own ? what : what.toUpperCase(Locale.ROOT)) + "(…)";
  }
}
