package fieldloom.ui.shell;

import fieldloom.model.Document;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.model.SchemaTree;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How much of the targets is filled.
 *
 * @param mapped fields that a rule fills, by itself or as part of what it is in
 * @param fields fields without parts, in all targets; a schema that contains itself is counted once
 *     round
 */
record TargetFigures(int mapped, int fields) {

  static TargetFigures of(Mapping mapping, Map<String, SchemaTree> schemas) {
    return of(mapping, schemas, TargetFields::of);
  }

  /**
   * Counts.
   *
   * @param known the fields of a schema, which may be known from before
   */
  static TargetFigures of(
      Mapping mapping, Map<String, SchemaTree> schemas, Function<SchemaTree, TargetFields> known) {
    int mapped = 0;
    int all = 0;
    for (Document target : mapping.targets()) {
      SchemaTree schema = schemas.get(target.name());
      if (schema != null) {
        boolean main = target == mapping.mainTarget();
        TargetFields fields = known.apply(schema);
        mapped += fields.filled(filling(mapping, main ? null : target.name()));
        all += fields.fields();
      }
    }
    return new TargetFigures(mapped, all);
  }

  /** What the rules of a target fill, as they write it. */
  private static Stream<String> filling(Mapping mapping, @Nullable String target) {
    return mapping.rules().stream()
        .filter(rule -> target == null ? rule.target() == null : target.equals(rule.target()))
        .filter(rule -> rule.expression() != null)
        .map(Rule::to);
  }
}
