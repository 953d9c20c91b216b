package fieldloom.cli;

import fieldloom.job.UnusableException;
import fieldloom.pack.PackException;
import fieldloom.schema.SchemaException;
import fieldloom.store.StoreException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what goes wrong into one line on standard error and an exit status. */
final class Failures {
  private static final String NAME = "fieldloom: ";

  private Failures() {}

  /** A command line that cannot be read. */
  record OfParameters(Terminal terminal) implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException fault, String[] args) {
      CommandLine line = fault.getCommandLine();
      StringBuilder said = new StringBuilder(NAME).append(what(fault));
      String help = line.getCommandSpec().qualifiedName() + " --help";
      said.append(said.charAt(said.length() - 1) == '?' ? "" : ".")
          .append(" See `")
          .append(help)
          .append("`.");
      terminal.complain(said.toString());
      return Exit.UNUSABLE;
    }

    private static String what(ParameterException fault) {
      if (!(fault instanceof UnmatchedArgumentException unmatched)) {
        return withoutStop(String.valueOf(fault.getMessage()));
      }
      String first = unmatched.getUnmatched().getFirst();
      String kind =
          unmatched.isUnknownOption()
              ? "option"
              : fault.getCommandLine().getSubcommands().isEmpty() ? "" : "command";
      String said =
          kind.isEmpty()
              ? "\"" + first + "\" is one argument too many"
              : "there is no " + kind + " \"" + first + "\"";
      return unmatched.getSuggestions().isEmpty()
          ? said
          : said + "; is it " + String.join(" or ", unmatched.getSuggestions()) + "?";
    }
  }

  /** Work that ended in an exception. */
  record OfExecution(Terminal terminal) implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception fault, CommandLine line, ParseResult parsed) {
      boolean expected = expected(fault);
      if (!expected) {
        // Asked for here, since setting up the log takes as long as some commands.
        LoggerFactory.getLogger(Fieldloom.class)
            .error("Command {} failed", line.getCommandSpec().qualifiedName(), fault);
      }
      if (line.getCommandSpec().root().userObject() instanceof Fieldloom root && root.verbose()) {
        fault.printStackTrace(terminal.err());
      }
      terminal.complain(NAME + (expected ? sentence(fault) : internal(fault)));
      return Exit.UNUSABLE;
    }

    private static boolean expected(Exception fault) {
      return fault instanceof PackException
          || fault instanceof UnusableException
          || fault instanceof SchemaException
          || fault instanceof StoreException
          || fault instanceof IOException;
    }
  }

  /** A thread that ends in an error: the main one takes the process with it. */
  record OfThreads(Terminal terminal) implements Thread.UncaughtExceptionHandler {
    @Override
    public void uncaughtException(Thread thread, Throwable fault) {
      LoggerFactory.getLogger(Fieldloom.class).error("Thread {} ended", thread.getName(), fault);
      terminal.complain(NAME + said(fault));
      if (thread.getName().equals("main")) {
        System.exit(Exit.UNUSABLE);
      }
    }

    private static String said(Throwable fault) {
      return switch (fault) {
        case OutOfMemoryError _ ->
            "the memory is used up; give Java more, for example FIELDLOOM_OPTS=-Xmx4g.";
        case StackOverflowError _ -> "something given is nested too deeply.";
        case Throwable _ -> internal(fault);
      };
    }
  }

  private static String internal(Throwable fault) {
    String detail = fault.getMessage() == null ? "" : ": " + withoutStop(fault.getMessage());
    return "an error of Fieldloom itself ("
        + fault.getClass().getSimpleName()
        + detail
        + "); run it again with --verbose to see where, and report it.";
  }

  /** One sentence for what went wrong outside, also where Java gives no more than a file's name. */
  static String sentence(Exception fault) {
    String message = fault.getMessage() == null ? "" : fault.getMessage();
    return switch (fault) {
      case NoSuchFileException _ -> "there is no file or folder " + message + ".";
      case AccessDeniedException _ -> message + " may not be read or written by this user.";
      case NotDirectoryException _ -> message + " is no folder.";
      case FileSystemException system ->
          system.getReason() == null ? message + " cannot be used." : message + ".";
      case FileNotFoundException _ -> message;
      case Exception _ ->
          message.isEmpty() ? fault.getClass().getSimpleName() + " without a reason." : message;
    };
  }

  static String withoutStop(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }
}
