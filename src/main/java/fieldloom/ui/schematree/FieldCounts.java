package fieldloom.ui.schematree;

import fieldloom.ui.session.FieldRef;
import fieldloom.ui.session.RuleIndex;
import fieldloom.ui.session.RuleView;
import fieldloom.ui.session.Side;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields without parts of the shown documents, once on each way down, and who has a rule. Those
 * of a group follow each other, so that its count is a difference.
 */
final class FieldCounts {
  /** So many fields a rule are kept that were looked up; then it begins anew. */
  private static final int MOST_LOOKED_UP = 8;

  private final List<FieldRef> leaves = new ArrayList<>();
  private final Map<FieldRef, Integer> places = new HashMap<>();
  private final Map<FieldRef, Range> groups = new HashMap<>();
  private int required;
  private final Map<FieldRef, Integer> looked = new IdentityHashMap<>();
  private int[] mapped = {0};
  private @Nullable RuleIndex mappedOf;

  private record Range(int from, int to) {}

  /** One more field without parts. */
  void add(FieldRef leaf, boolean needed) {
    places.put(leaf, leaves.size());
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
      BitSet ruled = ruled(index, side);
      int[] counted = new int[leaves.size() + 1];
      for (int i = 0; i < leaves.size(); i++) {
        counted[i + 1] = counted[i] + (ruled.get(i) ? 1 : 0);
      }
      mapped = counted;
      mappedOf = index;
    }
    return mapped;
  }

  /** Which are filled or read. There are fewer rules than fields where there are many fields. */
  private BitSet ruled(RuleIndex index, Side side) {
    BitSet ruled = new BitSet(leaves.size());
    if (looked.size() > MOST_LOOKED_UP * (index.views().size() + 1)) {
      looked.clear();
    }
    for (RuleView view : index.views()) {
      if (side == Side.TARGET) {
        mark(view.target(), ruled);
      } else {
        view.inputs().forEach(input -> mark(input.field(), ruled));
      }
    }
    return ruled;
  }

  private void mark(FieldRef field, BitSet ruled) {
    // The views of rules that an edit leaves alone keep their fields.
    int at = looked.computeIfAbsent(field, one -> places.getOrDefault(one, -1));
    if (at >= 0) {
      ruled.set(at);
    }
  }
}
