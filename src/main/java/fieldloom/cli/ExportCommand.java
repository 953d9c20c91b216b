package fieldloom.cli;

import fieldloom.job.UnusableException;
import fieldloom.pack.AtomicFile;
import fieldloom.pack.PackException;
import fieldloom.pack.Packages;
import fieldloom.pack.Projects;
import fieldloom.store.Store;
import fieldloom.store.StoreException;
import fieldloom.store.StoreResources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export}: a mapping as a package. */
@Command(
    name = "export",
    description = "Exports a mapping with its schemas, tables, samples and tests as one file.")
final class ExportCommand implements Callable<Integer> {
  private static final String PACKAGE = "package";
  private static final Pattern FILE = Pattern.compile(".+\\.(flmap|flpkg|json|zip)");

  private final Terminal terminal;

  @Mixin private StoreOption stores = new StoreOption();

  @Parameters(
      paramLabel = "MAPPING|JOB",
      description = "A mapping file, a package, or a job of the store.")
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
  public Integer call() throws PackException, UnusableException, StoreException, IOException {
    if (!kind.equals(PACKAGE)) {
      throw new UnusableException(
          "This version exports no " + kind + "; use --as " + PACKAGE + ".");
    }
    AtomicFile.write(out, isJob() ? ofJob() : Packages.export(Projects.open(mapping)));
    terminal.out().println(out);
    return Exit.OK;
  }

  /** A plain name without a file of that name; a path that is not there is a mistyped file. */
  private boolean isJob() {
    boolean plain = mapping.getNameCount() == 1 && !mapping.isAbsolute();
    return plain && !FILE.matcher(mapping.toString()).matches() && !Files.exists(mapping);
  }

  private byte[] ofJob() throws PackException, UnusableException, StoreException {
    try (Store store = stores.open()) {
      StoreOption.Found found = stores.job(store, mapping.toString());
      long workspace = found.workspace().id();
      String path = found.job().mapping();
      Store.Document document =
          store
              .document(workspace, path)
              .orElseThrow(
                  () ->
                      new UnusableException(
                          "The job \"" + mapping + "\" runs " + path + ", which is not there."));
      return Packages.export(
          StoredMappings.load(
              document.content(), path, new StoreResources(store, workspace, path)));
    }
  }
}
