package fieldloom.ui.session;

import fieldloom.model.FieldType;
import fieldloom.model.Mapping;
import fieldloom.model.Problem;
import fieldloom.model.Rule;
import fieldloom.model.SchemaNode;
import fieldloom.model.SchemaTree;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What fixes are found with. Immutable.
 *
 * @param unmatched the keys of the sample that no row has, by table
 */
record FixContext(
    Mapping mapping,
    RuleIndex index,
    Map<String, SchemaTree> schemas,
    @Nullable Sample sample,
    Map<String, List<String>> unmatched) {

  /** The target field that a problem is about; null where it is about none. */
  @Nullable FieldRef field(Problem problem) {
    Problem.Place place = problem.place();
    FieldRef field = FieldProblems.field(mapping, index.loops(), place.ruleIndex(), place.target());
    return field == null || node(field) == null && place.ruleIndex() < 0 ? null : field;
  }

  /** The rule that a problem is about; null where it is about none. */
  @Nullable Rule rule(Problem problem) {
    int at = problem.place().ruleIndex();
    return at < 0 || at >= mapping.rules().size() ? null : mapping.rules().get(at);
  }

  /** What a schema says of a field; null where it says nothing. */
  @Nullable SchemaNode node(FieldRef field) {
    SchemaTree tree = schemas.get(field.document());
    return tree == null ? null : tree.find(field.path());
  }

  /** The fields of all sources that have a value of their own. */
  List<SchemaFields.Field> sources() {
    return mapping.sources().stream()
        .filter(s -> schemas.containsKey(s.name()))
        .flatMap(s -> SchemaFields.of(s.name(), schemas.get(s.name())).stream())
        .filter(f -> f.type() != FieldType.OBJECT)
        .toList();
  }
}
