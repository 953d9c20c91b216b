package fieldloom.ui.schematree;

import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.RuleIndex;
import fieldloom.ui.session.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields without parts of the shown documents, once on each way down, and who has a rule. Those
 * of a group follow each other, so that its count is a difference.
 */
final class FieldCounts {
  private final List<FieldRef> leaves = new ArrayList<>();
  private final Map<FieldRef, Range> groups = new HashMap<>();
  private int required;
  private int[] mapped = {0};
  private @Nullable RuleIndex mappedOf;

  private record Range(int from, int to) {}

  /** One more field without parts. */
  void add(FieldRef leaf, boolean needed) {
    leaves.add(leaf);
    required += needed ? 1 : 0;
  }

  /** All fields from a count on are of that group. */
  void close(FieldRef group, int from) {
    groups.put(group, new Range(from, leaves.size()));
  }

  int fields() {
    return leaves.size();
  }

  int required() {
    return required;
  }

  /** How many of all are filled or read. */
  int mapped(RuleIndex index, Side side) {
    return mappedBefore(index, side)[leaves.size()];
  }

  /**
   * How many fields without parts a row has in it, however deep: one that has no parts itself 1, a
   * group of a schema that contains itself no end of them.
   */
  int fieldsIn(SchemaRow row) {
    Range range = groups.get(row.field());
    int uncounted = row.expandable() ? Integer.MAX_VALUE : 1;
    return range == null ? uncounted : range.to() - range.from();
  }

  /** How many of these are filled or read. */
  int mappedIn(SchemaRow row, RuleIndex index, Side side) {
    Range range = groups.get(row.field());
    if (range == null) {
      return index.mappedUnder(row.field());
    }
    int[] before = mappedBefore(index, side);
    return before[range.to()] - before[range.from()];
  }

  /** How many of the fields before each are filled or read. */
  private int[] mappedBefore(RuleIndex index, Side side) {
    if (mappedOf != index || mapped.length != leaves.size() + 1) {
      int[] counted = new int[leaves.size() + 1];
      for (int i = 0; i < leaves.size(); i++) {
        counted[i + 1] = counted[i] + (index.isMapped(leaves.get(i), side) ? 1 : 0);
      }
      mapped = counted;
      mappedOf = index;
    }
    return mapped;
  }
}
