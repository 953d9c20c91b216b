package fieldloom.cli;

import fieldloom.job.UnusableException;
import fieldloom.store.Store;
import fieldloom.store.StoreException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code job history}: what the jobs did. */
@Command(
    name = "history",
    description = {
      "Prints runs, the newest first, one a line:",
      "number, job, state, start, seconds, read, written, failed, message."
    })
final class JobHistoryCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private StoreOption stores = new StoreOption();

  @Parameters(paramLabel = "NAME", arity = "0..1", description = "The runs of this job only.")
  private @Nullable String name;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most so many, ${DEFAULT-VALUE} by default.",
      defaultValue = "20")
  private int limit;

  JobHistoryCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws StoreException, UnusableException {
    if (limit < 1) {
      throw new UnusableException("--limit wants a number from 1 on, not " + limit + ".");
    }
    try (Store store = stores.open()) {
      List<Store.Run> runs = new ArrayList<>();
      if (name != null) {
        StoreOption.Found found = stores.job(store, name);
        runs.addAll(store.runs(found.workspace().id(), found.job().id(), limit));
      } else {
        for (Store.Workspace workspace : stores.workspaces(store)) {
          runs.addAll(store.runs(workspace.id(), null, limit));
        }
        runs.sort(Comparator.comparing(Store.Run::started).reversed());
      }
      runs.stream().limit(limit).map(RunWords::line).forEach(terminal.out()::println);
    }
    return Exit.OK;
  }
}
