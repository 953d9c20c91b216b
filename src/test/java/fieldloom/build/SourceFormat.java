package fieldloom.build;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Holds the sources to google-java-format. {@code mvn -q -Pformat test-compile exec:exec} runs
 * {@code apply}; the test beside this class runs the same check in every build.
 */
final class SourceFormat {
  /** What a person runs to mend what the check found. */
  static final String COMMAND = "mvn -q -Pformat test-compile exec:exec";

  private SourceFormat() {}

  /**
   * Checks or formats every source file.
   *
   * @param args {@code check} or {@code apply}
   */
  public static void main(String[] args) throws IOException {
    boolean apply = args.length == 1 && args[0].equals("apply");
    if (!apply && !(args.length == 1 && args[0].equals("check"))) {
      System.err.println("usage: SourceFormat check|apply");
      System.exit(2);
    }
    List<Path> off = unformatted(Path.of("src"));
    for (Path file : off) {
      System.out.println((apply ? "formatted " : "not formatted: ") + file);
      if (apply) {
        Files.writeString(file, formatted(file));
      }
    }
    System.exit(apply || off.isEmpty() ? 0 : 1);
  }

  /** The Java files below a folder that are not as the formatter would write them, in order. */
  static List<Path> unformatted(Path folder) throws IOException {
    // The formatter is CPU-bound and has no state, so that files may be read side by side.
    return sources(folder).parallelStream().filter(file -> !isFormatted(file)).toList();
  }

  /** All Java files below a folder, in order. */
  static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  /** The text as the formatter writes it. */
  static String format(String source) throws FormatterException {
    JavaFormatterOptions.Style style = JavaFormatterOptions.Style.GOOGLE;
    String ordered = ImportOrderer.reorderImports(source, style);
    String used = RemoveUnusedImports.removeUnusedImports(ordered);
    return new Formatter(JavaFormatterOptions.builder().style(style).build()).formatSource(used);
  }

  private static boolean isFormatted(Path file) {
    try {
      return Files.readString(file).equals(formatted(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String formatted(Path file) throws IOException {
    try {
      return format(Files.readString(file));
    } catch (FormatterException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }
}
