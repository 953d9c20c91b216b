package fieldloom.engine;

import fieldloom.function.ValueException;
import fieldloom.model.Document;
import fieldloom.model.Extras;
import fieldloom.model.Mapping;
import fieldloom.model.Problem;
import fieldloom.model.Rule;
import fieldloom.model.SchemaRef;
import fieldloom.model.value.Absent;
import fieldloom.model.value.Obj;
import java.util.List;
import java.util.Map;

/** Evaluates single formulas: the examples of the function library, and try-outs. */
public final class Formulas {
  private Formulas() {}

  /**
   * The value of a formula without sources, as a target field without a schema would hold it.
   *
   * @throws ValueException where it cannot be computed
   * @throws IllegalArgumentException where it is no formula, or wrong: the problem's line
   */
  public static Object evaluate(String formula) {
    return evaluate(formula, List.of(), RunSettings.DEFAULT);
  }

  /** The same with lookup tables and settings. */
  public static Object evaluate(
      String formula, List<fieldloom.model.Table> tables, RunSettings settings) {
    Mapping mapping =
        Mapping.empty(
                "formula",
                new Document("source", "json", new SchemaRef.None(), null, Extras.NONE),
                new Document("target", "json", new SchemaRef.None(), null, Extras.NONE))
            .withTables(tables)
            .withRules(List.of(Rule.formula("value", formula)));
    Compilation compilation = MappingCompiler.compile(mapping, Map.of(), Map.of());
    Problem error = compilation.firstError();
    if (error != null) {
      throw new IllegalArgumentException(error.line());
    }
    Outcome outcome = compilation.mapping().start(settings).map(new Obj(), 1);
    if (outcome.failed()) {
      FieldFailure failure = outcome.failures().getFirst();
      throw new ValueException(failure.code(), failure.message());
    }
    Object record = outcome.outputs().get("target").getFirst();
    return record instanceof Obj o ? o.get("value") : Absent.ABSENT;
  }
}
