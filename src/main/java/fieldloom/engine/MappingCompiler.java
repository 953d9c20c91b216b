package fieldloom.engine;

import fieldloom.engine.internal.Planner;
import fieldloom.model.Mapping;
import fieldloom.model.SchemaTree;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    return compile(mapping, schemas, tables, Set.of());
  }

  /**
   * Compiles a mapping whose runs tell the steps of some rules ({@link
   * CompiledMapping.Run#traces}). It gives what it would give without, only slower: no record is
   * mapped by code.
   *
   * @param traced indexes of these rules in the mapping
   */
  public static Compilation compile(
      Mapping mapping,
      Map<String, SchemaTree> schemas,
      Map<String, List<List<Object>>> tables,
      Set<Integer> traced) {
    return new Planner(mapping, schemas, tables, traced).plan();
  }
}
