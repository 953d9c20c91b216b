package fieldloom.pack;

import fieldloom.engine.Compilation;
import fieldloom.model.Mapping;
import fieldloom.model.Problem;
import fieldloom.model.Resources;
import fieldloom.model.SchemaTree;
import java.util.List;
import java.util.Map;

/**
 * A mapping with all it needs, loaded and compiled.
 *
 * @param resources the files beside it
 * @param schemas the schema of each source and target by name
 * @param compilation what compiling gave; its problems do not include {@code loading}
 * @param loading problems found before compiling: a schema that is missing or unreadable
 */
public record Project(
    Mapping mapping,
    Resources resources,
    Map<String, SchemaTree> schemas,
    Compilation compilation,
    List<Problem> loading) {

  /** All problems, those of loading first. */
  public List<Problem> problems() {
    return java.util.stream.Stream.concat(loading.stream(), compilation.problems().stream())
        .toList();
  }

  public boolean usable() {
    return problems().stream().noneMatch(Problem::isError);
  }
}
