package fieldloom.cli;

import fieldloom.engine.Trace;
import fieldloom.engine.trace.ShownValue;
import fieldloom.engine.trace.TraceLine;
import fieldloom.engine.trace.TraceWords;
import fieldloom.job.NumberFile;
import fieldloom.job.RunRequest;
import fieldloom.job.RunServices;
import fieldloom.job.TablePlaces;
import fieldloom.job.TraceRun;
import fieldloom.job.UnusableException;
import fieldloom.model.Job;
import fieldloom.model.Mapping;
import fieldloom.model.Rule;
import fieldloom.pack.PackException;
import fieldloom.pack.Project;
import fieldloom.pack.Projects;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trace}: why a target field has its value. */
@Command(
    name = "trace",
    description = {
      "Prints why a target field has its value, for one record: the field and its value,",
      "below it the steps in order: the item of each loop, conditions, functions with the",
      "values put in, rows of lookup tables, what was written and why nothing was."
    })
final class TraceCommand implements Callable<Integer> {
  private static final int NAMED = 5;

  private final Terminal terminal;

  @Parameters(paramLabel = "MAPPING|PACKAGE", description = "A mapping file or a package.")
  private Path mapping = Path.of("");

  @Option(names = "--in", paramLabel = "NAME=FILE", description = "The file of a source.")
  private List<String> inputs = List.of();

  @Option(
      names = "--to",
      paramLabel = "PATH",
      required = true,
      description = "The field: FEntity[].FAmount, or FEntity[2].FAmount for one item.")
  private String to = "";

  @Option(
      names = "--record",
      paramLabel = "N",
      description = "The record of the driving source, from 1; without it the first.")
  private long record = 1;

  @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Set a parameter, NOW or ZONE.")
  private List<String> set = List.of();

  TraceCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws PackException, UnusableException {
    if (record < 1) {
      throw new UnusableException("--record wants a number from 1 on, not " + record + ".");
    }
    Map<String, String> parameters = RunArguments.parameters(set);
    Project project = Projects.open(mapping);
    if (!project.usable()) {
      Problems.complain(project, terminal);
      return Exit.UNUSABLE;
    }
    Set<Integer> rules = rules(project.mapping());
    TablePlaces places =
        new TablePlaces(
            project.mapping(), Projects.isFromPackage(project), parameters, System.getenv());
    RunRequest request =
        new RunRequest(
            project,
            RunArguments.inputs(project.mapping(), inputs, terminal.in(), places),
            Map.of(),
            Job.OnError.STOP,
            null,
            parameters,
            1,
            RunRequest.usualMemory(),
            new RunServices(places, NumberFile.beside(mapping)));
    return tell(TraceRun.of(request, rules, record));
  }

  /** The rules that fill the field. */
  private Set<Integer> rules(Mapping of) throws UnusableException {
    String field = to.replaceAll("\\[\\d+]", "[]");
    Set<Integer> found = new LinkedHashSet<>();
    for (int i = 0; i < of.rules().size(); i++) {
      Rule rule = of.rules().get(i);
      String target = rule.target() == null ? of.mainTarget().name() : rule.target();
      boolean named = rule.to().equals(field) || field.equals(target + "." + rule.to());
      if (named && rule.expression() != null) {
        found.add(i);
      }
    }
    if (found.isEmpty()) {
      String some =
          of.rules().stream()
              .filter(rule -> rule.expression() != null)
              .map(Rule::to)
              .limit(NAMED)
              .collect(Collectors.joining(", "));
      throw new UnusableException(
          "No rule fills " + to + "; give --to a field that one fills, such as " + some + ".");
    }
    return found;
  }

  private int tell(List<Trace> traces) {
    boolean item = !to.equals(to.replaceAll("\\[\\d+]", "[]"));
    boolean failed = false;
    int told = 0;
    for (Trace trace : traces) {
      if (!item || to.equals(trace.target()) || to.endsWith("." + trace.target())) {
        tell(trace);
        failed |= trace.failure() != null;
        told++;
      }
    }
    if (told == 0) {
      terminal.complain("Nothing was computed for " + to + " in record " + record + ".");
    }
    return failed ? Exit.FAILED : Exit.OK;
  }

  private void tell(Trace trace) {
    String value =
        trace.failure() == null
            ? ShownValue.of(trace.value())
            : "fails: " + trace.failure().message();
    line("", trace.target() + "\t" + value);
    int number = 0;
    for (TraceLine line : TraceWords.in(Locale.ENGLISH).lines(trace)) {
      line("  ", ++number + "\t" + line.text());
    }
  }

  /** Tabs part the columns; whatever else would break the line is written as it is in JSON. */
  private void line(String indent, String text) {
    terminal
        .out()
        .println(
            indent
                + Arrays.stream(text.split("\t", -1))
                    .map(Terminal::oneLine)
                    .collect(Collectors.joining("\t")));
  }
}
