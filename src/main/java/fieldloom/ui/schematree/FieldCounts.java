package fieldloom.ui.schematree;

import fieldloom.ui.session.FieldRef;
import java.util.List;
import java.util.Set;

/**
 * The fields without parts of the shown documents, once on each way down.
 *
 * @param leaves at most {@link SchemaRows#SEARCH_LIMIT} of them
 */
record FieldCounts(List<FieldRef> leaves, Set<FieldRef> required) {
  static final FieldCounts NONE = new FieldCounts(List.of(), Set.of());
}
