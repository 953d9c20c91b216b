package fieldloom.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code fieldloom}: bare it opens the designer, else it hands on to a command. */
@Command(
    name = "fieldloom",
    description = "Maps the fields of one business system to the fields of another.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Fieldloom.Version.class,
    footerHeading = "%nExit status: ",
    footer = "0 all well, 1 the work failed, 2 something given is unusable.")
public final class Fieldloom implements Callable<Integer> {
  private final Parts parts;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Add a stack trace where something goes wrong.")
  private boolean verbose;

  private Fieldloom(Parts parts) {
    this.parts = parts;
  }

  /**
   * Runs a command to its end.
   *
   * @return the exit status, see {@link Exit}
   */
  public static int run(Terminal terminal, Parts parts, String... args) {
    int status = commandLine(terminal, parts).execute(args);
    terminal.out().flush();
    terminal.err().flush();
    return status;
  }

  /** Runs a command on the terminal of this process, where nothing else will handle what fails. */
  public static int ofProcess(Parts parts, String... args) {
    Terminal terminal = Terminal.ofProcess();
    Thread.setDefaultUncaughtExceptionHandler(new Failures.OfThreads(terminal));
    return run(terminal, parts, args);
  }

  private static CommandLine commandLine(Terminal terminal, Parts parts) {
    CommandLine line = new CommandLine(new Fieldloom(parts));
    line.addSubcommand(new DemoCommand(terminal, parts.demonstration()))
        .addSubcommand(new SchemaCommand(terminal))
        .addSubcommand(new ValidateCommand(terminal))
        .addSubcommand(new RunCommand(terminal))
        .addSubcommand(new TestCommand(terminal))
        .addSubcommand(new RenderCommand(terminal, parts.picture()))
        .addSubcommand(new ExportCommand(terminal))
        .addSubcommand(new ImportCommand(terminal))
        .addSubcommand(JobCommand.line(terminal));
    return line.setOut(terminal.out())
        .setErr(terminal.err())
        // A value that begins with @ is a value, not a file of arguments.
        .setExpandAtFiles(false)
        .setParameterExceptionHandler(new Failures.OfParameters(terminal))
        .setExecutionExceptionHandler(new Failures.OfExecution(terminal));
  }

  /** Whether stack traces are wanted. */
  boolean verbose() {
    return verbose;
  }

  @Override
  public Integer call() throws IOException {
    return parts.window().open();
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Fieldloom.class.getPackage().getImplementationVersion();
      return new String[] {"fieldloom " + (version == null ? "(built from source)" : version)};
    }
  }
}
