package fieldloom.cli;

import fieldloom.job.JobService;
import fieldloom.job.RunReport;
import fieldloom.job.UnusableException;
import fieldloom.model.Job;
import fieldloom.store.Store;
import fieldloom.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code job run}: runs a job and keeps the run in the store. */
@Command(
    name = "run",
    description = {
      "Runs a job; the run and its errors are kept in the store.",
      "The last line on standard error is `N read, N written, N failed in T s`."
    })
final class JobRunCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private StoreOption stores = new StoreOption();

  @Parameters(paramLabel = "NAME", description = "The job's name.")
  private String name = "";

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      converter = MemoryConverter.class,
      description = {
        "What joined and grouped records take in memory, such as 64MB;",
        "beyond, they go to a temporary file. Without it what the job",
        "says, else a quarter of the heap."
      })
  private @Nullable Long memory;

  @Option(names = "--keep", description = "Keep --memory with the job, for its later runs as well.")
  private boolean keep;

  JobRunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws StoreException, UnusableException {
    if (keep && memory == null) {
      throw new UnusableException("--keep keeps --memory; give one, such as --memory 64MB.");
    }
    try (Store store = stores.open()) {
      StoreOption.Found found = stores.job(store, name);
      Job job = memory == null ? found.job() : found.job().withMemory(memory);
      if (keep) {
        store.saveJob(found.workspace().id(), job);
      }
      RunNarrator narrator = new RunNarrator(terminal, true);
      JobService service =
          new JobService(store, StoredMappings::load, JobService.outputFolder(stores.folder()));
      Thread interrupt = narrator.cancelOnInterrupt();
      Store.Run run;
      try {
        run = service.run(found.workspace().id(), job, narrator);
      } finally {
        narrator.ended(interrupt);
      }
      narrator.conclude(report(run));
      boolean well = run.state() == Store.RunState.SUCCEEDED && run.counts().failed() == 0;
      return well ? Exit.OK : Exit.FAILED;
    }
  }

  private static RunReport report(Store.Run run) {
    Instant ended = run.ended() == null ? run.started() : run.ended();
    return new RunReport(
        run.state(), run.counts(), Duration.between(run.started(), ended), run.message());
  }
}
