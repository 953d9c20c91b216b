package fieldloom.cli;

import fieldloom.job.UnusableException;
import fieldloom.pack.PackException;
import fieldloom.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}: the program on its sample. */
@Command(
    name = "demo",
    description = {
      "Lays out the sample workspace, runs its sample job and prints what it did; then opens the"
          + " designer, or draws canvas.png where there is no display."
    })
final class DemoCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Parts.Demonstration demonstration;

  @Option(
      names = "--dir",
      paramLabel = "D",
      description = "Where the sample's files go; the data folder by default.")
  private @Nullable Path folder;

  DemoCommand(Terminal terminal, Parts.Demonstration demonstration) {
    this.terminal = terminal;
    this.demonstration = demonstration;
  }

  @Override
  public Integer call() throws IOException, StoreException, UnusableException, PackException {
    return demonstration.show(folder, terminal);
  }
}
