package fieldloom.cli;

import fieldloom.model.difference.Change;
import fieldloom.model.difference.ChangeWords;
import fieldloom.model.difference.Differences;
import fieldloom.pack.PackException;
import fieldloom.pack.Project;
import fieldloom.pack.Projects;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code diff}: what changed between two mappings. */
@Command(
    name = "diff",
    description = {
      "Prints what changed between two mappings, one change a line: new, changed or gone,",
      "and a sentence. Nothing is printed where both mean the same."
    })
final class DiffCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "BEFORE", description = "A mapping file or a package.")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "AFTER", description = "Another one.")
  private Path after = Path.of("");

  DiffCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws PackException {
    ChangeWords words = ChangeWords.in(Locale.ENGLISH);
    for (Change change : Differences.between(version(before), version(after))) {
      String line = words.say(change.ofWhole()) + "\t" + words.say(change);
      terminal.out().println(Terminal.oneLine(line));
    }
    return Exit.OK;
  }

  private static Differences.Version version(Path file) throws PackException {
    Project project = Projects.open(file);
    return new Differences.Version(project.mapping(), project.schemas());
  }
}
