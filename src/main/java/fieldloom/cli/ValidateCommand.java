package fieldloom.cli;

import fieldloom.model.Acceptances;
import fieldloom.model.Problem;
import fieldloom.pack.PackException;
import fieldloom.pack.Project;
import fieldloom.pack.Projects;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code validate}: the problems of a mapping. */
@Command(
    name = "validate",
    description =
        "Prints the problems of a mapping, one a line: severity, target path, message, remedy."
            + " A warning that was accepted has accepted for its severity, and the reason for its"
            + " remedy.")
final class ValidateCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "MAPPING", description = "A mapping file or a package.")
  private Path mapping = Path.of("");

  ValidateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws PackException {
    Project project = Projects.open(mapping);
    for (Problem problem : project.problems()) {
      String reason = Acceptances.reason(project.mapping(), problem);
      String line = reason == null ? problem.line() : problem.acceptedLine(reason);
      terminal.out().println(Terminal.oneLine(line));
    }
    return project.usable() ? Exit.OK : Exit.FAILED;
  }
}
