package fieldloom.ui.session;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A part of a mapping that was given a name, to be looked at alone: {@code Header}, {@code Lines}.
 *
 * @param name not blank, and of no other page of the mapping
 * @param sources fields of the sources, each with all that is in it
 * @param targets fields of the targets likewise; what their rules read is on the page too
 */
public record Page(String name, List<FieldRef> sources, List<FieldRef> targets) {
  public Page {
    sources = List.copyOf(sources);
    targets = List.copyOf(targets);
  }

  /**
   * The page of what is selected: the field with all in it, the lists that its loops go through,
   * and the fields at the other ends of its rules. Without a field where nothing is selected.
   */
  public static Page of(String name, Selection selection, RuleIndex index) {
    Scope scope = Scope.of(selection, index);
    return new Page(name, scope.outermost(Side.SOURCE), scope.outermost(Side.TARGET));
  }

  public List<FieldRef> fields(Side side) {
    return side == Side.SOURCE ? sources : targets;
  }

  public boolean isEmpty() {
    return sources.isEmpty() && targets.isEmpty();
  }

  /** Without the fields that lie in others of the list; in the order they stand in. */
  static List<FieldRef> outermost(Set<FieldRef> fields) {
    Set<FieldRef> kept = new LinkedHashSet<>(fields);
    kept.removeIf(field -> isInOther(field, fields));
    return List.copyOf(kept);
  }

  private static boolean isInOther(FieldRef field, Set<FieldRef> fields) {
    for (FieldRef at = field; !at.isRoot(); ) {
      at = at.parent();
      if (fields.contains(at)) {
        return true;
      }
    }
    return false;
  }
}
