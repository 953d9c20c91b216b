package fieldloom.cli;

import fieldloom.job.NumberFile;
import fieldloom.job.RunRequest;
import fieldloom.job.RunServices;
import fieldloom.job.TablePlaces;
import fieldloom.job.UnusableException;
import fieldloom.model.Job;
import fieldloom.model.value.Null;
import fieldloom.model.value.Obj;
import fieldloom.pack.PackException;
import fieldloom.pack.Project;
import fieldloom.pack.Projects;
import fieldloom.profile.FieldProfile;
import fieldloom.profile.MappingProfile;
import fieldloom.profile.ProfileFile;
import fieldloom.profile.Profiler;
import fieldloom.store.Store;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code profile}: what each field holds over a whole file. */
@Command(
    name = "profile",
    description = {
      "Runs a mapping over files, writes none of its targets, and prints what each field",
      "held, one a line: filled, different values, least and largest, lengths, the most",
      "frequent values, failures. ~ marks what is estimated."
    })
final class ProfileCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private RunInputs inputs = new RunInputs();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write it there instead: a file ending in .csv, .xlsx or .html.")
  private @Nullable Path out;

  ProfileCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws PackException, UnusableException, IOException {
    String ending = out == null ? null : ProfileFile.ending(out.toString());
    if (out != null && ending == null) {
      throw new UnusableException(
          "A profile is not written to " + out + "; name a file ending in .csv, .xlsx or .html.");
    }
    Map<String, String> parameters = inputs.parameters();
    Project project = Projects.open(inputs.mapping());
    if (!project.usable()) {
      Problems.complain(project, terminal);
      return Exit.UNUSABLE;
    }
    TablePlaces places =
        new TablePlaces(
            project.mapping(), Projects.isFromPackage(project), parameters, System.getenv());
    RunRequest request =
        new RunRequest(
            project,
            inputs.of(project, terminal.in(), places),
            Map.of(),
            Job.OnError.SKIP,
            null,
            parameters,
            1,
            RunRequest.usualMemory(),
            new RunServices(places, NumberFile.beside(inputs.mapping())));
    MappingProfile profile = Profiler.of(request, Profiler.Listener.NONE);
    if (out == null) {
      profile.fields().forEach(this::tell);
    } else {
      ProfileFile.write(profile, ending, new BufferedOutputStream(Files.newOutputStream(out)));
    }
    return conclude(profile);
  }

  private void tell(FieldProfile field) {
    Obj row = ProfileFile.row(field);
    String line =
        row.fields().entrySet().stream()
            .filter(cell -> !cell.getKey().equals("title") && !cell.getKey().equals("estimated"))
            .map(cell -> cell(field, cell.getKey(), cell.getValue()))
            .collect(Collectors.joining("\t"));
    terminal.out().println(line);
  }

  private static String cell(FieldProfile field, String name, Object value) {
    String text = value == Null.NULL ? "" : Terminal.oneLine(value.toString());
    return name.equals("distinct") && field.estimated() ? "~" + text : text;
  }

  private int conclude(MappingProfile profile) {
    Store.Counts counts = profile.report().counts();
    if (profile.report().message() != null) {
      terminal.complain(profile.report().message());
    }
    if (profile.firstElsewhere() != null) {
      terminal.complain(
          "Not read: " + profile.elsewhere() + "; the first: " + profile.firstElsewhere());
    }
    terminal.complain(
        String.format(
            Locale.ROOT,
            "%d read, %d mapped, %d failed in %.1f s",
            counts.read(),
            counts.read() - counts.failed(),
            counts.failed(),
            profile.report().took().toMillis() / 1000.0));
    boolean well = profile.report().state() == Store.RunState.SUCCEEDED && counts.failed() == 0;
    return well ? Exit.OK : Exit.FAILED;
  }
}
