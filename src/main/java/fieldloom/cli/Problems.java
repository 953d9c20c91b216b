package fieldloom.cli;

import fieldloom.model.Problem;
import fieldloom.pack.Project;

/** Says why a mapping cannot be run. */
final class Problems {
  private Problems() {}

  /** Prints each problem of severity error, one a line. */
  static void complain(Project project, Terminal terminal) {
    for (Problem problem : project.problems()) {
      if (problem.isError()) {
        terminal.complain(problem.line());
      }
    }
  }
}
