package fieldloom.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code job}: the jobs in the store; its commands do the work. */
@Command(name = "job", description = "Lists and runs the jobs in the store, and what they did.")
final class JobCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** The command with its own commands. */
  static CommandLine line(Terminal terminal) {
    return new CommandLine(new JobCommand())
        .addSubcommand(new JobListCommand(terminal))
        .addSubcommand(new JobRunCommand(terminal))
        .addSubcommand(new JobHistoryCommand(terminal));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "\"job\" wants one of: " + String.join(", ", spec.subcommands().keySet()));
  }
}
