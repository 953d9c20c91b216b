package fieldloom.engine;

import fieldloom.model.Mapping;
import fieldloom.model.SchemaTree;
import java.util.List;
import java.util.Map;

/** Compiles mappings. */
public final class MappingCompiler {
  private MappingCompiler() {}

  /**
   * Compiles a mapping.
   *
   * @param schemas the schema of each source and target by name; one that is missing counts as
   *     unknown
   * @param tables the rows of each lookup table that is read from elsewhere, by name
   */
  public static Compilation compile(
      Mapping mapping, Map<String, SchemaTree> schemas, Map<String, List<List<Object>>> tables) {
    throw new IllegalStateException("being written");
  }
}
