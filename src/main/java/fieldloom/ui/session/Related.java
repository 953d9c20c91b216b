package fieldloom.ui.session;

import fieldloom.model.Rule;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The selected path: the rules it runs through and the fields at their ends.
 *
 * @param rules by identity
 */
public record Related(Set<Rule> rules, Set<FieldRef> sources, Set<FieldRef> targets) {
  public static final Related NONE = new Related(Set.of(), Set.of(), Set.of());

  /** What a selection isolates in a mapping. */
  public static Related of(Selection selection, RuleIndex index) {
    Rule rule = selection.rule();
    FieldRef field = selection.field();
    if (rule != null) {
      RuleView view = index.view(rule);
      return view == null ? NONE : of(List.of(view));
    }
    if (field == null) {
      return NONE;
    }
    if (selection.side() == Side.TARGET) {
      return of(index.filling(field));
    }
    // What else a rule reads beside a selected source field is not on that field's path.
    Related all = of(index.reading(field));
    return new Related(all.rules(), all.isEmpty() ? Set.of() : Set.of(field), all.targets());
  }

  private static Related of(List<RuleView> views) {
    Set<Rule> rules = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<FieldRef> sources = new HashSet<>();
    Set<FieldRef> targets = new HashSet<>();
    for (RuleView view : views) {
      rules.add(view.rule());
      targets.add(view.target());
      for (RuleView.Input input : view.inputs()) {
        (input.side() == Side.SOURCE ? sources : targets).add(input.field());
      }
    }
    return new Related(rules, sources, targets);
  }

  public boolean isEmpty() {
    return rules.isEmpty();
  }

  public boolean has(Side side, FieldRef field) {
    return (side == Side.SOURCE ? sources : targets).contains(field);
  }
}
