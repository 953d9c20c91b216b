package fieldloom.cli;

import fieldloom.model.Acceptances;
import fieldloom.model.Problem;
import fieldloom.pack.Project;
import java.util.List;

/** Says why a mapping cannot be run, or what it was warned of. */
final class Problems {
  private static final int MOST_WARNINGS = 100;

  private Problems() {}

  /** Prints what a mapping that is run was warned of, one a line, and not what was accepted. */
  static void warn(Project project, Terminal terminal) {
    List<Problem> warnings =
        Acceptances.open(project.mapping(), project.problems()).stream()
            .filter(problem -> !problem.isError())
            .toList();
    warnings.stream().limit(MOST_WARNINGS).forEach(problem -> terminal.complain(problem.line()));
    int more = warnings.size() - MOST_WARNINGS;
    if (more > 0) {
      terminal.complain(more + " more warnings not shown; fieldloom validate lists them all");
    }
  }

  /** Prints each problem of severity error, one a line. */
  static void complain(Project project, Terminal terminal) {
    for (Problem problem : project.problems()) {
      if (problem.isError()) {
        terminal.complain(problem.line());
      }
    }
  }
}
