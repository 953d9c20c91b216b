package fieldloom.engine;

import fieldloom.engine.internal.Planner;
import fieldloom.model.Mapping;
import fieldloom.model.SchemaTree;
import java.util.List;
import java.util.Map;

/** Compiles mappings: resolves names and types, checks, orders, and gives something that runs. */
public final class MappingCompiler {
  private MappingCompiler() {}

  /**
   * Compiles a mapping.
   *
   * @param schemas the schema of each source and target by name; one that is missing counts as
   *     unknown
   * @param tables the rows of each lookup table that is read from elsewhere, by name, without the
   *     header; the names of its columns are in the mapping. One that is missing has rows that are
   *     not known: they are not checked, and a record that needs them fails
   */
  public static Compilation compile(
      Mapping mapping, Map<String, SchemaTree> schemas, Map<String, List<List<Object>>> tables) {
    return new Planner(mapping, schemas, tables).plan();
  }
}
