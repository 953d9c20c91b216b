package fieldloom.ui.session;

import fieldloom.model.Rule;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which fields and rules of a mapping are looked at. Immutable. */
public final class Scope {
  /** All of them. */
  public static final Scope ALL = new Scope();

  private final Map<Side, Set<FieldRef>> groups = new EnumMap<>(Side.class);
  private final Map<Side, Set<FieldRef>> ends = new EnumMap<>(Side.class);
  private final Set<Rule> rules = Collections.newSetFromMap(new IdentityHashMap<>());

  private Scope() {
    for (Side side : Side.values()) {
      groups.put(side, new LinkedHashSet<>());
      ends.put(side, new LinkedHashSet<>());
    }
  }

  /**
   * What touches a selection: the field with all in it, the rules that fill or read it, all that
   * these read and fill, and the loops around them.
   */
  public static Scope of(Selection selection, RuleIndex index) {
    if (selection.isNone()) {
      return ALL;
    }
    Scope scope = new Scope();
    FieldRef field = selection.field();
    if (field != null && selection.side() != null) {
      scope.groups(selection.side()).add(field);
    }
    scope.takeRules(
        index,
        view ->
            field == null
                ? view.rule() == selection.rule()
                : selection.side() == Side.TARGET && view.target().isIn(field)
                    || view.inputs().stream()
                        .anyMatch(i -> i.side() == selection.side() && i.field().isIn(field)));
    return scope;
  }

  /**
   * What is on a page: its fields, the rules that fill its target fields, and what these read; of a
   * page without target fields the rules that read its sources, and what these fill.
   */
  public static Scope of(Page page, RuleIndex index) {
    Scope scope = new Scope();
    for (Side side : Side.values()) {
      scope.groups(side).addAll(page.fields(side));
    }
    scope.takeRules(
        index,
        view ->
            page.targets().isEmpty()
                ? view.sources().stream().anyMatch(f -> scope.isInGroup(Side.SOURCE, f))
                : scope.isInGroup(Side.TARGET, view.target()));
    return scope;
  }

  private void takeRules(RuleIndex index, Predicate<RuleView> wanted) {
    for (RuleView view : index.views()) {
      if (wanted.test(view)) {
        take(view);
        for (FieldRef array : view.target().arrays()) {
          index.loops().on(array).stream()
              .map(loop -> index.view(loop.rule()))
              .filter(loop -> loop != null)
              .forEach(loop -> rules.add(loop.rule()));
        }
      }
    }
  }

  private void take(RuleView view) {
    rules.add(view.rule());
    ends(Side.TARGET).add(view.target());
    view.inputs().forEach(input -> ends(input.side()).add(input.field()));
  }

  private Set<FieldRef> groups(Side side) {
    return groups.getOrDefault(side, Set.of());
  }

  private Set<FieldRef> ends(Side side) {
    return ends.getOrDefault(side, Set.of());
  }

  /** Whether it leaves nothing out. */
  public boolean isAll() {
    return this == ALL;
  }

  /** Whether a field is looked at, for itself and not for what is in it. */
  public boolean shows(Side side, FieldRef field) {
    return isAll() || ends(side).contains(field) || isInGroup(side, field);
  }

  public boolean shows(Rule rule) {
    return isAll() || rules.contains(rule);
  }

  private boolean isInGroup(Side side, FieldRef field) {
    Set<FieldRef> of = groups(side);
    if (of.isEmpty()) {
      return false;
    }
    FieldRef at = field;
    while (!of.contains(at)) {
      if (at.isRoot()) {
        return false;
      }
      at = at.parent();
    }
    return true;
  }

  /** The fields of a side that are looked at, without those that lie in others of them. */
  List<FieldRef> outermost(Side side) {
    Set<FieldRef> all = new LinkedHashSet<>(groups(side));
    all.addAll(ends(side));
    return Page.outermost(all);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Scope scope
        && isAll() == scope.isAll()
        && groups.equals(scope.groups)
        && ends.equals(scope.ends)
        && rules.equals(scope.rules);
  }

  @Override
  public int hashCode() {
    return new HashSet<>(ends.values()).hashCode();
  }
}
