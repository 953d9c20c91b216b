package fieldloom.cli;

import fieldloom.job.UnusableException;
import fieldloom.store.Store;
import fieldloom.store.StoreException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code job list}: the jobs in the store. */
@Command(
    name = "list",
    description = "Prints the jobs, one a line: name, workspace, mapping, state of the last run.")
final class JobListCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private StoreOption stores = new StoreOption();

  JobListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws StoreException, UnusableException {
    try (Store store = stores.open()) {
      for (StoreOption.Found found : stores.jobs(store)) {
        List<Store.Run> last = store.runs(found.workspace().id(), found.job().id(), 1);
        String state = last.isEmpty() ? "never run" : RunWords.state(last.getFirst());
        terminal
            .out()
            .println(
                String.join(
                    "\t",
                    found.job().name(),
                    found.workspace().name(),
                    found.job().mapping(),
                    state));
      }
    }
    return Exit.OK;
  }
}
