package fieldloom.cli;

import fieldloom.job.MappingRunner;
import fieldloom.job.NumberFile;
import fieldloom.job.RunReport;
import fieldloom.job.RunRequest;
import fieldloom.job.RunServices;
import fieldloom.job.TablePlaces;
import fieldloom.job.UnusableException;
import fieldloom.model.Job;
import fieldloom.pack.PackException;
import fieldloom.pack.Project;
import fieldloom.pack.Projects;
import fieldloom.store.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code run}: runs a mapping over files. */
@Command(
    name = "run",
    description = {
      "Runs a mapping; - is standard input or output.",
      "The last line on standard error is `N read, N written, N failed in T s`."
    })
final class RunCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private RunInputs inputs = new RunInputs();

  @Option(
      names = "--out",
      paramLabel = "[NAME=]FILE",
      description = {
        "Where a target is written, a file or, for a table, the",
        "URL of a database; without NAME the main one."
      })
  private List<String> outputs = List.of();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Worker threads, 1 to 256; the order of records is kept with any number.")
  private int threads = Math.min(4, Runtime.getRuntime().availableProcessors());

  @Option(
      names = "--on-error",
      paramLabel = "stop|skip",
      converter = OnErrorConverter.class,
      description = "What a bad record does: stop (default) ends the run, skip leaves it out.")
  private Job.OnError onError = Job.OnError.STOP;

  @Option(
      names = "--errors",
      paramLabel = "FILE",
      description = "Write failed records there as NDJSON rather than to standard error.")
  private @Nullable Path errors;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      converter = MemoryConverter.class,
      description = {
        "What joined and grouped records take in memory, such as 64MB;",
        "beyond, they go to a temporary file. Without it a quarter of the heap."
      })
  private long memory = RunRequest.usualMemory();

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws PackException, UnusableException {
    if (threads < 1 || threads > 256) {
      throw new UnusableException("--threads wants a number from 1 to 256, not " + threads + ".");
    }
    Map<String, String> parameters = inputs.parameters();
    Project project = Projects.open(inputs.mapping());
    if (!project.usable()) {
      Problems.complain(project, terminal);
      return Exit.UNUSABLE;
    }
    Problems.warn(project, terminal);
    TablePlaces places =
        new TablePlaces(
            project.mapping(), Projects.isFromPackage(project), parameters, System.getenv());
    RunRequest request =
        new RunRequest(
            project,
            inputs.of(project, terminal.in(), places),
            RunArguments.outputs(project.mapping(), outputs, terminal.data(), places),
            onError,
            errors,
            parameters,
            threads,
            memory,
            new RunServices(places, NumberFile.beside(inputs.mapping())));
    RunNarrator narrator = new RunNarrator(terminal, errors == null);
    Thread interrupt = narrator.cancelOnInterrupt();
    RunReport report;
    try {
      report = MappingRunner.run(request, narrator);
    } finally {
      narrator.ended(interrupt);
    }
    narrator.conclude(report);
    boolean well = report.state() == Store.RunState.SUCCEEDED && report.counts().failed() == 0;
    return well ? Exit.OK : Exit.FAILED;
  }

  /** Reads stop and skip. */
  static final class OnErrorConverter extends WordConverter<Job.OnError> {
    OnErrorConverter() {
      super(Job.OnError.class);
    }
  }
}
