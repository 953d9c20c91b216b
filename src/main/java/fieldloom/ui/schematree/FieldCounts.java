package fieldloom.ui.schematree;

import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.RuleIndex;
import fieldloom.ui.session.Side;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields without parts of the shown documents, once on each way down, and who has a rule. */
final class FieldCounts {
  private final List<FieldRef> leaves;
  private final Set<FieldRef> required;
  private @Nullable Map<FieldRef, Integer> all;
  private Map<FieldRef, Integer> mapped = Map.of();
  private @Nullable RuleIndex mappedOf;

  /**
   * @param leaves at most {@link SchemaRows#SEARCH_LIMIT} of them
   */
  FieldCounts(List<FieldRef> leaves, Set<FieldRef> required) {
    this.leaves = List.copyOf(leaves);
    this.required = new HashSet<>(required);
  }

  int fields() {
    return leaves.size();
  }

  int required() {
    return required.size();
  }

  int mapped(RuleIndex index, Side side) {
    Map<FieldRef, Integer> counted = mappedUnder(index, side);
    return counted.entrySet().stream()
        .filter(entry -> entry.getKey().isRoot())
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** How many fields without parts a group has, however deep. */
  int fieldsIn(FieldRef group) {
    Map<FieldRef, Integer> known = all;
    if (known == null) {
      known = new HashMap<>();
      for (FieldRef leaf : leaves) {
        count(leaf, known);
      }
      all = known;
    }
    return known.getOrDefault(group, 0);
  }

  /** How many of these are filled or read. */
  int mappedIn(FieldRef group, RuleIndex index, Side side) {
    return mappedUnder(index, side).getOrDefault(group, 0);
  }

  private Map<FieldRef, Integer> mappedUnder(RuleIndex index, Side side) {
    if (mappedOf != index) {
      Map<FieldRef, Integer> counted = new HashMap<>();
      for (FieldRef leaf : leaves) {
        if (index.isMapped(leaf, side)) {
          count(leaf, counted);
        }
      }
      mapped = counted;
      mappedOf = index;
    }
    return mapped;
  }

  /** One more at a field and in all groups around it. */
  private static void count(FieldRef leaf, Map<FieldRef, Integer> counts) {
    FieldRef at = leaf;
    counts.merge(at, 1, Integer::sum);
    while (!at.isRoot()) {
      at = at.parent();
      counts.merge(at, 1, Integer::sum);
    }
  }
}
