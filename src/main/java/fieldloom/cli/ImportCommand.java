package fieldloom.cli;

import fieldloom.job.UnusableException;
import fieldloom.pack.PackException;
import fieldloom.pack.Packages;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import}: a package into a folder. */
@Command(
    name = "import",
    description = "Lays a package out in a folder; files that are there and differ stop it.")
final class ImportCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "PACKAGE", description = "A package file.")
  private Path file = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder; made where there is none.")
  private Path folder = Path.of("");

  @Option(names = "--overwrite", description = "Replace files that are there and differ.")
  private boolean overwrite;

  ImportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws PackException, UnusableException {
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
      throw new UnusableException(
          "This version imports no mapping sheets; give a package (" + file + ").");
    }
    terminal.out().println(Packages.open(file).importInto(folder, overwrite));
    return Exit.OK;
  }
}
