package fieldloom.cli;

import fieldloom.model.Mapping;
import fieldloom.pack.PackException;
import fieldloom.pack.Project;
import fieldloom.pack.Projects;
import fieldloom.pack.TestCases;
import fieldloom.pack.TestCoverage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Also write the results as JUnit XML, for continuous integration.")
  private @Nullable Path junit;

  @Option(
      names = "--coverage",
      description = "Also print which rules, branches and table rows no test touches.")
  private boolean coverage;

  TestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws PackException, IOException {
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

  private int run(Map<Path, Project> projects) throws IOException {
    int passed = 0;
    int failed = 0;
    JUnitReport report = new JUnitReport();
    for (Map.Entry<Path, Project> each : projects.entrySet()) {
      Project project = each.getValue();
      String prefix = projects.size() == 1 ? "" : each.getKey() + ": ";
      report.suite(project.mapping().name());
      for (Mapping.TestCase test : project.mapping().tests()) {
        long begun = System.nanoTime();
        TestCases.Result result = TestCases.run(project, test);
        report.add(result, Duration.ofNanos(System.nanoTime() - begun));
        if (result.passed()) {
          passed++;
        } else {
          failed++;
        }
        print(prefix, result);
      }
    }
    terminal.out().println(passed + " passed, " + failed + " failed");
    if (coverage) {
      projects.forEach((file, project) -> cover(projects.size() == 1 ? "" : file + ": ", project));
    }
    if (junit != null) {
      report.write(junit);
    }
    return failed == 0 ? Exit.OK : Exit.FAILED;
  }

  private void print(String prefix, TestCases.Result result) {
    String mark = result.passed() ? "ok\t" : "FAIL\t";
    terminal.out().println(mark + prefix + result.name());
    TestWords.lines(result).forEach(line -> terminal.out().println("\t" + line));
  }

  private void cover(String prefix, Project project) {
    TestCoverage found = TestCoverage.of(project);
    String rules = found.rules() == 1 ? " rule" : " rules";
    terminal
        .out()
        .println(prefix + found.touched() + " of " + found.rules() + rules + " touched by a test");
    found
        .untouched()
        .forEach(gap -> terminal.out().println("\t" + Terminal.oneLine(gap.sentence())));
  }
}
