package fieldloom.cli;

import fieldloom.pack.PackException;
import fieldloom.pack.Project;
import fieldloom.pack.Projects;
import fieldloom.pack.TestCases;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code test}: runs the tests that are kept with mappings. */
@Command(
    name = "test",
    description = "Runs the tests kept with a mapping and prints each field that is not as wanted.")
final class TestCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "MAPPING|PACKAGE",
      arity = "1..*",
      description = "Mapping files or packages.")
  private List<Path> mappings = List.of();

  TestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws PackException {
    // All of them are opened first: nothing is read where one of them is unusable.
    Map<Path, Project> projects = new LinkedHashMap<>();
    boolean usable = true;
    for (Path mapping : mappings) {
      Project project = Projects.open(mapping);
      if (!project.usable()) {
        Problems.complain(project, terminal);
        usable = false;
      }
      projects.put(mapping, project);
    }
    return usable ? run(projects) : Exit.UNUSABLE;
  }

  private int run(Map<Path, Project> projects) {
    int passed = 0;
    int failed = 0;
    for (Map.Entry<Path, Project> project : projects.entrySet()) {
      String prefix = projects.size() == 1 ? "" : project.getKey() + ": ";
      for (TestCases.Result result : TestCases.run(project.getValue())) {
        if (result.passed()) {
          passed++;
        } else {
          failed++;
        }
        print(prefix, result);
      }
    }
    terminal.out().println(passed + " passed, " + failed + " failed");
    return failed == 0 ? Exit.OK : Exit.FAILED;
  }

  private void print(String prefix, TestCases.Result result) {
    String mark = result.passed() ? "ok\t" : "FAIL\t";
    terminal.out().println(mark + prefix + result.name());
    if (result.failure() != null) {
      terminal.out().println("\t" + Terminal.oneLine(result.failure()));
    }
    for (TestCases.Difference difference : result.differences()) {
      String path = difference.path().isEmpty() ? "the record" : difference.path();
      terminal
          .out()
          .println(
              "\t"
                  + difference.target()
                  + " record "
                  + difference.record()
                  + ", "
                  + path
                  + ": wanted "
                  + difference.wanted()
                  + ", got "
                  + difference.got());
    }
  }
}
