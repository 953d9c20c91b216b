package fieldloom.engine;

import fieldloom.model.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What compiling gave.
 *
 * @param problems errors and warnings in the order of the rules
 * @param mapping always there, so that a draft can be previewed: rules with errors are left out of
 *     it; only a mapping without errors may be run
 */
public record Compilation(List<Problem> problems, CompiledMapping mapping) {
  public Compilation {
    problems = List.copyOf(problems);
  }

  public boolean hasErrors() {
    return problems.stream().anyMatch(Problem::isError);
  }

  /** The first error; null where there is none. */
  public @Nullable Problem firstError() {
    return problems.stream().filter(Problem::isError).findFirst().orElse(null);
  }
}
