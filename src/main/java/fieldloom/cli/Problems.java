package fieldloom.cli;

import fieldloom.model.Acceptances;
import fieldloom.model.Problem;
import fieldloom.pack.Project;

/** Says why a mapping cannot be run, or what it was warned of. */
final class Problems {
  private Problems() {}

  /** Prints what a mapping that is run was warned of, one a line, and not what was accepted. */
  static void warn(Project project, Terminal terminal) {
    for (Problem problem : Acceptances.open(project.mapping(), project.problems())) {
      if (!problem.isError()) {
        terminal.complain(problem.line());
      }
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
