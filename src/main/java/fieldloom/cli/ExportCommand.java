package fieldloom.cli;

import fieldloom.job.UnusableException;
import fieldloom.pack.PackException;
import fieldloom.pack.Packages;
import fieldloom.pack.Projects;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export}: a mapping as a package. */
@Command(
    name = "export",
    description = "Exports a mapping with its schemas, tables, samples and tests as one file.")
final class ExportCommand implements Callable<Integer> {
  private static final String PACKAGE = "package";

  private final Terminal terminal;

  @Parameters(paramLabel = "MAPPING", description = "A mapping file or a package.")
  private Path mapping = Path.of("");

  @Option(
      names = "--as",
      required = true,
      paramLabel = PACKAGE,
      description = "What it is exported as.")
  private String kind = "";

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where it goes.")
  private Path out = Path.of("");

  ExportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws PackException, UnusableException, IOException {
    if (!kind.equals(PACKAGE)) {
      throw new UnusableException(
          "This version exports no " + kind + "; use --as " + PACKAGE + ".");
    }
    byte[] content = Packages.export(Projects.open(mapping));
    WholeFile.write(out, content);
    terminal.out().println(out);
    return Exit.OK;
  }
}
