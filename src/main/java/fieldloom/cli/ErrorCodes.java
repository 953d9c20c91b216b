package fieldloom.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The codes of failed records, as the help of commands that write them lists them. */
final class ErrorCodes {
  private static final String SECTION = "errorCodes";

  private ErrorCodes() {}

  /** Adds the list to the end of a command's help. */
  static CommandLine in(CommandLine command) {
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    List<String> sections = new ArrayList<>(usage.sectionKeys());
    sections.add(SECTION);
    usage.sectionKeys(sections);
    // Read only where the help is shown.
    usage.sectionMap().put(SECTION, help -> "%nCodes of failed records:%n".formatted() + list());
    return command;
  }

  /** A line a code, with what it says. */
  static String list() {
    try (InputStream in = ErrorCodes.class.getResourceAsStream("error-codes.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
