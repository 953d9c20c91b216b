package fieldloom.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A run of a program to its end.
 *
 * @param seconds from its start to its end
 * @param peakMb the most memory it had resident, in MB of 2^20 bytes; NaN where the system does not
 *     tell
 * @param errors what it said on standard error
 */
record Program(double seconds, double peakMb, String errors) {
  private static final String GIVEN = "FIELDLOOM_BENCH_WINDOW";
  private static final long POLL_MS = 20;
  private static final List<String> OWN =
      List.of("FIELDLOOM_OPTS", "FIELDLOOM_MAIN", "FIELDLOOM_CLASSES");

  /**
   * The launcher of the product that is laid out beside the benchmarks.
   *
   * @throws IOException where there is none
   */
  static Path product() throws IOException {
    String launcher = System.getenv("FIELDLOOM_PRODUCT");
    if (launcher == null || !Files.isExecutable(Path.of(launcher))) {
      throw new IOException(
          "the product is not laid out beside the benchmarks; run mvn -q -DskipTests -Pbench"
              + " package and start target/bench/bin/bench.");
    }
    return Path.of(launcher);
  }

  /**
   * Runs a class of the benchmarks on the product's own code, as the designer starts: without
   * arguments, for with some the launcher takes what suits commands.
   *
   * @param folder an empty one; it and the arguments are what {@link #given} tells the class
   * @param options of the virtual machine
   * @return what it said on standard error
   * @throws IOException where there is no product or it fails; one sentence
   */
  static String window(Class<?> main, Path folder, String options, List<String> arguments)
      throws IOException, InterruptedException {
    Path launcher = product();
    Path jar = launcher.resolveSibling("../lib/fieldloom.jar").normalize();
    List<String> given = new ArrayList<>(List.of(folder.toString()));
    given.addAll(arguments);
    return run(
            List.of(launcher.toString()),
            Map.of(
                GIVEN,
                String.join("\n", given),
                "FIELDLOOM_MAIN",
                main.getName(),
                "FIELDLOOM_CLASSES",
                jar + File.pathSeparator + System.getProperty("java.class.path"),
                "FIELDLOOM_OPTS",
                options),
            folder.resolve("errors.txt"))
        .errors();
  }

  /** The folder and the arguments that {@link #window} was given, in the class that it runs. */
  static List<String> given() {
    return System.getenv(GIVEN).lines().toList();
  }

  /**
   * Runs a command.
   *
   * @param environment variables that it has beside those of this process; of those of the
   *     launchers it has no others
   * @param errors a file for its standard error
   * @throws IOException where it cannot be run or fails, with what it said
   */
  static Program run(List<String> command, Map<String, String> environment, Path errors)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(errors.toFile());
    // What the launcher of the benchmarks set for itself is not for the product's.
    builder.environment().keySet().removeAll(OWN);
    builder.environment().putAll(environment);
    long began = System.nanoTime();
    Process process = builder.start();
    double peak = Double.NaN;
    try {
      while (!process.waitFor(POLL_MS, TimeUnit.MILLISECONDS)) {
        double now = peakMb(process.pid());
        peak = Double.isNaN(now) ? peak : now;
      }
    } finally {
      process.destroy();
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    String said = Files.readString(errors, StandardCharsets.UTF_8).strip();
    if (process.exitValue() != 0) {
      throw new IOException(
          command.getFirst() + " ended with status " + process.exitValue() + ": " + said);
    }
    return new Program(seconds, peak, said);
  }

  /** Linux keeps the high-water mark; it is gone with the process. */
  private static double peakMb(long pid) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0;
        }
      }
      return Double.NaN;
    } catch (IOException e) {
      // Another system, or the process has just ended.
      return Double.NaN;
    }
  }
}
