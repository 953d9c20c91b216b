package fieldloom.cli;

import fieldloom.job.RunRequest;
import fieldloom.job.TablePlaces;
import fieldloom.job.UnusableException;
import fieldloom.pack.Project;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What commands take that read files as a run does: a mapping, its sources, its parameters. */
final class RunInputs {
  @Parameters(paramLabel = "MAPPING|PACKAGE", description = "A mapping file or a package.")
  private Path mapping = Path.of("");

  @Option(
      names = "--in",
      paramLabel = "NAME=FILE",
      description = {
        "The file of a source, or the URL of the database",
        "of one that is a table: jdbc:postgresql://host/name."
      })
  private List<String> inputs = List.of();

  @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Set a parameter, NOW or ZONE.")
  private List<String> set = List.of();

  /** The file of the mapping or package. */
  Path mapping() {
    return mapping;
  }

  Map<String, String> parameters() throws UnusableException {
    return RunArguments.parameters(set);
  }

  Map<String, RunRequest.Input> of(Project project, InputStream standard, TablePlaces places)
      throws UnusableException {
    return RunArguments.inputs(project.mapping(), inputs, standard, places);
  }
}
