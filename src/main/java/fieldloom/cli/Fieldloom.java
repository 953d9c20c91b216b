package fieldloom.cli;

import fieldloom.store.StoreException;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
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
    int status = commandLine(terminal, parts, args).execute(args);
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

  private static CommandLine commandLine(Terminal terminal, Parts parts, String[] args) {
    Map<String, Supplier<CommandLine>> commands = commands(terminal, parts);
    CommandLine line = new CommandLine(new Fieldloom(parts));
    // To look at the options of all commands takes longer than most of them; one is enough where it
    // stands first, as it does but for help and for mistakes.
    Collection<Supplier<CommandLine>> wanted =
        args.length > 0 && commands.containsKey(args[0])
            ? List.of(commands.get(args[0]))
            : commands.values();
    wanted.forEach(command -> line.addSubcommand(command.get()));
    return line.setOut(terminal.out())
        .setErr(terminal.err())
        // A value that begins with @ is a value, not a file of arguments.
        .setExpandAtFiles(false)
        .setParameterExceptionHandler(new Failures.OfParameters(terminal))
        .setExecutionExceptionHandler(new Failures.OfExecution(terminal));
  }

  private static Map<String, Supplier<CommandLine>> commands(Terminal terminal, Parts parts) {
    Map<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();
    commands.put("demo", () -> line(new DemoCommand(terminal, parts.demonstration())));
    commands.put("schema", () -> line(new SchemaCommand(terminal)));
    commands.put("sample", () -> line(new SampleCommand(terminal)));
    commands.put("validate", () -> line(new ValidateCommand(terminal)));
    commands.put("run", () -> ErrorCodes.in(line(new RunCommand(terminal))));
    commands.put("test", () -> line(new TestCommand(terminal)));
    commands.put("trace", () -> line(new TraceCommand(terminal)));
    commands.put("profile", () -> line(new ProfileCommand(terminal)));
    commands.put("diff", () -> line(new DiffCommand(terminal)));
    commands.put("render", () -> line(new RenderCommand(terminal, parts.picture())));
    commands.put("export", () -> line(new ExportCommand(terminal)));
    commands.put("import", () -> line(new ImportCommand(terminal)));
    commands.put("job", () -> JobCommand.line(terminal));
    return commands;
  }

  private static CommandLine line(Callable<Integer> command) {
    return new CommandLine(command);
  }

  /** Whether stack traces are wanted. */
  boolean verbose() {
    return verbose;
  }

  @Override
  public Integer call() throws IOException, StoreException {
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
